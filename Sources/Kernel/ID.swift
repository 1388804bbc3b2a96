// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The name of one thing, without meaning, of a kind that the compiler knows.
///
/// The text is a UUID in lower case (RFC 9562); new ones are version 7, so that rows that belong together in
/// time lie together on disk. An `ID<Family>` does not fit where an `ID<Person>` is asked.
package struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As two numbers: a page holds hundreds of them, and compares each a dozen times.
    @usableFromInline let high: UInt64
    @usableFromInline let low: UInt64

    private init(_ high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
    }

    // Written out and inlinable, as dictionaries of other modules would else ask for them by way of a table.
    @inlinable package static func == (a: Self, b: Self) -> Bool { a.low == b.low && a.high == b.high }

    @inlinable package func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    /// An identifier that came from outside, or nil when it is no UUID in lower case.
    package init?(_ text: some StringProtocol) {
        var text = String(text)
        guard let halves = text.withUTF8({ UUIDText.read($0) }) else { return nil }
        self.init(halves.high, halves.low)
    }

    /// An identifier that our own database gave back; what is no UUID becomes one that names nothing.
    package init(stored text: String) {
        var text = text
        self = text.withUTF8 { Self(stored: $0) }
    }

    /// The same from the bytes of the text.
    package init(stored bytes: UnsafeBufferPointer<UInt8>) {
        let halves = UUIDText.read(bytes)
        self.init(halves?.high ?? 0, halves?.low ?? 0)
    }

    /// The same name, said of the same thing seen as another kind.
    package init<Other>(as other: ID<Other>) { self.init(other.high, other.low) }

    package var text: String {
        String(unsafeUninitializedCapacity: UUIDText.size) { bytes in
            UUIDText.write(high, low, to: bytes)
            return UUIDText.size
        }
    }

    package var description: String { text }

    /// The order of the texts.
    @inlinable package static func < (a: Self, b: Self) -> Bool {
        a.high == b.high ? a.low < b.low : a.high < b.high
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
