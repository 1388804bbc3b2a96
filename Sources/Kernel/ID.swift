// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The name of one thing, without meaning, of a kind that the compiler knows.
///
/// The text is a UUID in lower case (RFC 9562); new ones are version 7, so that rows that belong together in
/// time lie together on disk. An `ID<Family>` does not fit where an `ID<Person>` is asked.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// An identifier that came from outside, or nil when it is no UUID in lower case.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard text.utf8.count == 36, text.withUTF8(Self.isUUID) else { return nil }
        self.text = text
    }

    /// An identifier that our own database gave back.
    package init(stored text: String) { self.text = text }

    /// The same name, said of the same thing seen as another kind.
    package init<Other>(as other: ID<Other>) { text = other.text }

    package var description: String { text }

    package static func < (a: Self, b: Self) -> Bool { a.text < b.text }

    private static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.enumerated().allSatisfy { place, byte in
            switch place {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default: (48...57).contains(byte) || (97...102).contains(byte)
            }
        }
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

    /// A UUID of version 7: the moment in milliseconds, then 74 random bits.
    package func next<Subject>(at moment: Moment, _: Subject.Type = Subject.self) -> ID<Subject> {
        let (high, low) = random()
        let time = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        return ID(stored: Self.text(time << 16 | 0x7000 | high & 0x0FFF, 1 << 63 | low & (1 << 62 - 1)))
    }

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { bytes in
            var place = 0
            for digit in 0..<32 {
                if [8, 12, 16, 20].contains(digit) {
                    bytes[place] = UInt8(ascii: "-")
                    place += 1
                }
                let half = digit < 16 ? high : low
                let nibble = UInt8(half >> UInt64(60 - 4 * (digit % 16)) & 15)
                bytes[place] = nibble < 10 ? 48 + nibble : 87 + nibble
                place += 1
            }
            return 36
        }
    }
}
