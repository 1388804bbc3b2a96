// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
import Kernel

/// The secret of an app that shows codes: six digits, another one every thirty seconds (RFC 6238 with SHA-1, which is
/// what all such apps know).
package struct TOTP: Hashable, Sendable {
    private static let size = 20
    private static let period: Int64 = 30_000
    private static let stepsADay = 2_880

    package let secret: [UInt8]

    /// A new secret.
    package init(from secrets: SecretSource) { secret = secrets.bytes(Self.size) }

    /// A secret as it was kept, or nil when it is none.
    package init?(base32: some StringProtocol) {
        guard let bytes = Base32.bytes(base32), bytes.count == Self.size else { return nil }
        secret = bytes
    }

    package var base32: String { Base32.text(secret) }

    /// The secret in groups of four, to type over.
    package var groups: String {
        stride(from: 0, to: base32.count, by: 4).map { String(base32.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }

    /// The number of the half minute.
    package static func step(at now: Moment) -> Int { Int(now.milliseconds / period) }

    /// The code of a half minute (RFC 4226, 5.3).
    package func code(step: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Data($0) }
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        let bytes = Array(code)
        let offset = Int(bytes[19] & 15)
        let number = bytes[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The half minute of which this is the code: this one, the one before or the one after, for clocks differ; nil
    /// when it is of none, or of one that was used already.
    ///
    /// A code that was used by a clock more than a day ahead tells nothing of the codes of now: without that, whoever
    /// signed in by such a clock could not for as long as it was ahead. Takes the same time for each wrong code.
    package func step(of typed: String, at now: Moment, after used: Int) -> Int? {
        let digits = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        let current = Self.step(at: now)
        let used = used > current + Self.stepsADay ? 0 : used
        return (current - 1...current + 1).reduce(nil) { found, step in
            let code = Array(code(step: step).utf8)
            let difference = code.count == digits.count ? zip(code, digits).reduce(0) { $0 | ($1.0 ^ $1.1) } : 1
            return difference == 0 && step > used ? step : found
        }
    }

    /// Whether something typed has the form of a code, rather than of a recovery code.
    package static func looksLikeCode(_ typed: String) -> Bool {
        let digits = typed.filter { !$0.isWhitespace }
        return digits.utf8.count == 6 && digits.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The address that such an app reads from a QR code (Key Uri Format).
    package func address(name: String) -> String {
        let unreserved = CharacterSet(charactersIn: "-._~").union(
            CharacterSet(charactersIn: "a"..."z")
        ).union(CharacterSet(charactersIn: "A"..."Z")).union(
            CharacterSet(charactersIn: "0"..."9"))
        let name = name.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
        return "otpauth://totp/Rondom:\(name)?secret=\(base32)&issuer=Rondom&algorithm=SHA1&digits=6&period=30"
    }
}

/// Five bits a letter (RFC 4648, 6).
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var (buffer, bits) = (0, 0)
        var text: [UInt8] = []
        for byte in bytes {
            (buffer, bits) = ((buffer << 8 | Int(byte)) & 0xFFF, bits + 8)
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var (buffer, bits) = (0, 0)
        var bytes: [UInt8] = []
        for letter in text.utf8 {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            (buffer, bits) = ((buffer << 5 | value) & 0xFFF, bits + 5)
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(buffer >> bits & 255))
            }
        }
        return bytes
    }
}
