// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A code for when telephone or key is lost: kept on paper, serves once.
///
/// Forty-nine random bits, in letters and digits that can't be taken for each other.
package struct RecoveryCode: Hashable, Sendable {
    /// How many there are in a set.
    package static let count = 10

    private static let length = 10
    private static let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz".utf8)

    /// Without the dash.
    package let text: String

    /// A new one.
    package init(from secrets: SecretSource) {
        // 31 letters do not divide 256: those bytes that would make some of them likelier are drawn again.
        var letters: [UInt8] = []
        while letters.count < Self.length {
            letters += secrets.bytes(Self.length).filter { $0 < 248 }.map { Self.alphabet[Int($0) % 31] }
        }
        text = String(decoding: letters.prefix(Self.length), as: UTF8.self)
    }

    /// What was typed, or nil when that can't be one: capitals, spaces and dashes don't count.
    package init?(_ typed: String) {
        let letters = typed.lowercased().utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
        text = String(decoding: letters, as: UTF8.self)
    }

    /// A set of new ones.
    package static func fresh(from secrets: SecretSource) -> [RecoveryCode] {
        (0..<count).map { _ in RecoveryCode(from: secrets) }
    }

    /// As it is shown: two groups of five.
    package var groups: String { "\(text.prefix(5))-\(text.dropFirst(5))" }
}
