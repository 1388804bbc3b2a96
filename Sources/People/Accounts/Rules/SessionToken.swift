// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What the browser shows to be let in again: 32 bytes that nobody can guess, kept in its cookie only.
///
/// The database keeps a keyed digest of it, so that who reads the database can't take over a session.
package struct SessionToken: Hashable, Sendable {
    private static let size = 32

    /// The token as the cookie holds it: 64 hexadecimal digits.
    package let cookie: String

    /// A new token.
    package init(from secrets: SecretSource) { cookie = Self.hexadecimal(secrets.bytes(Self.size)) }

    /// The token in a cookie, or nil when that can't be one of ours.
    package init?(cookie: some StringProtocol) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let letters = UInt8(ascii: "a")...UInt8(ascii: "f")
        guard cookie.utf8.count == 2 * Self.size,
            cookie.utf8.allSatisfy({ digits.contains($0) || letters.contains($0) })
        else { return nil }
        self.cookie = String(cookie)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The bytes themselves, for use as a key.
    package var bytes: [UInt8] {
        let digits = Array(cookie.utf8)
        return stride(from: 0, to: digits.count, by: 2).map { Self.value(digits[$0]) << 4 | Self.value(digits[$0 + 1]) }
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit < UInt8(ascii: "a") ? digit - 48 : digit - 87 }
}

/// Where secrets come from; handed in, so that a test can know them beforehand.
package struct SecretSource: Sendable {
    package let bytes: @Sendable (Int) -> [UInt8]

    package init(bytes: @escaping @Sendable (Int) -> [UInt8]) { self.bytes = bytes }

    /// Secrets from the operating system.
    package static let unguessable = SecretSource { count in
        var system = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &system) }
    }
}
