// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The name of one thing, without meaning, of a kind that the compiler knows.
///
/// The text is a UUID in lower case (RFC 9562); new ones are version 7, so that rows that belong together in
/// time lie together on disk. An `ID<Family>` does not fit where an `ID<Person>` is asked.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As two numbers: a page holds hundreds of them, and compares each a dozen times.
    private let high: UInt64
    private let low: UInt64

    private init(_ high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An identifier that came from outside, or nil when it is no UUID in lower case.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let halves = text.withUTF8({ Self.halves($0) }) else { return nil }
        self.init(halves.high, halves.low)
    }

    /// An identifier that our own database gave back; what is no UUID becomes one that names nothing.
    package init(stored text: String) {
        var text = text
        self = text.withUTF8 { Self(stored: $0) }
    }

    /// The same from the bytes of the text.
    package init(stored bytes: UnsafeBufferPointer<UInt8>) {
        let halves = Self.halves(bytes)
        self.init(halves?.high ?? 0, halves?.low ?? 0)
    }

    /// The same name, said of the same thing seen as another kind.
    package init<Other>(as other: ID<Other>) { self.init(other.high, other.low) }

    package var text: String {
        String(unsafeUninitializedCapacity: 36) { bytes in
            var place = 0
            for digit in 0..<32 {
                if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
                    bytes[place] = UInt8(ascii: "-")
                    place += 1
                }
                let half = digit < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (digit % 16)) & 15)
                bytes[place] = nibble < 10 ? 48 + nibble : 87 + nibble
                place += 1
            }
            return 36
        }
    }

    package var description: String { text }

    /// The order of the texts.
    package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }

    private static func halves(_ bytes: UnsafeBufferPointer<UInt8>) -> (high: UInt64, low: UInt64)? {
        guard bytes.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for (place, byte) in bytes.enumerated() {
            switch (place, byte) {
            case (8, _), (13, _), (18, _), (23, _): guard byte == UInt8(ascii: "-") else { return nil }
            case (_, 48...57), (_, 97...102):
                let digit = UInt64(byte < 58 ? byte - 48 : byte - 87)
                if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
            default: return nil
            }
        }
        return (high, low)
    }
}

extension ID {
    /// A UUID of version 7 (RFC 9562, 5.7): the moment in milliseconds, then 74 random bits.
    fileprivate init(at moment: Moment, random: (UInt64, UInt64)) {
        let time = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        self.init(time << 16 | 0x7000 | random.0 & 0x0FFF, 1 << 63 | random.1 & (1 << 62 - 1))
    }
}

/// Where new identifiers come from; handed in, so that a test can know them beforehand.
package struct IDSource: Sendable {
    private let random: @Sendable () -> (UInt64, UInt64)

    package init(random: @escaping @Sendable () -> (UInt64, UInt64)) { self.random = random }

    /// Identifiers that nobody can guess.
    package static let unguessable = IDSource {
        var system = SystemRandomNumberGenerator()
        return (system.next(), system.next())
    }

    /// A new identifier, which sorts by its moment.
    package func next<Subject>(at moment: Moment, _: Subject.Type = Subject.self) -> ID<Subject> {
        ID(at: moment, random: random())
    }
}
