// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// A device that makes and uses a passkey as a telephone would, and as none would when a test says so.
struct SoftDevice: Sendable {
    enum Key: Sendable {
        case p256(P256.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)

        /// The public half, as COSE writes it (RFC 9052, 7).
        var cose: [UInt8] {
            switch self {
            case .p256(let key):
                let point = Array(key.publicKey.rawRepresentation)
                return [0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] + point[..<32] + [0x22, 0x58, 32] + point[32...]
            case .ed25519(let key):
                return [0xA4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32] + Array(key.publicKey.rawRepresentation)
            }
        }

        func signature(_ bytes: [UInt8]) throws -> [UInt8] {
            switch self {
            case .p256(let key): Array(try key.signature(for: bytes).derRepresentation)
            case .ed25519(let key): Array(try key.signature(for: bytes))
            }
        }
    }

    var host = "localhost"
    var origin = "http://localhost:8080"
    var key = Key.p256(P256.Signing.PrivateKey())
    var credential = [UInt8](repeating: 7, count: 16)
    /// What the browser would know its owner by.
    var handle: [UInt8] = []
    var flags: UInt8 = 0x05
    var counter: UInt32 = 0
    var type: String?

    /// What the browser asks the device, as JSON.
    func request(_ type: String, challenge: String) -> [UInt8] {
        let challenge = Data(challenge.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        return Array(
            """
            {"type":"\(self.type ?? type)","challenge":"\(challenge)","origin":"\(origin)","crossOrigin":false}
            """.utf8)
    }

    /// What the device states.
    func statement(withKey: Bool) -> [UInt8] {
        var bytes = Array(SHA256.hash(data: Array(host.utf8)))
        bytes.append(withKey ? flags | 0x40 : flags)
        bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: counter >> UInt32($0)) }
        guard withKey else { return bytes }
        return bytes + [UInt8](repeating: 0, count: 16)
            + [UInt8(credential.count >> 8), UInt8(credential.count & 255)] + credential + key.cose
    }

    func signature(_ request: [UInt8], _ statement: [UInt8]) throws -> [UInt8] {
        try key.signature(statement + Array(SHA256.hash(data: request)))
    }

    /// The field of the form in which the browser's script sends a passkey that was made.
    func made(_ challenge: String) -> String {
        let request = request("webauthn.create", challenge: challenge)
        return Self.json([
            "id": credential, "request": request, "statement": statement(withKey: true),
        ])
    }

    /// The same of a passkey that was used.
    func used(_ challenge: String) throws -> String {
        let (request, statement) = (request("webauthn.get", challenge: challenge), statement(withKey: false))
        return Self.json([
            "id": credential, "request": request, "statement": statement,
            "signature": try signature(request, statement), "handle": handle,
        ])
    }

    private static func json(_ fields: [String: [UInt8]]) -> String {
        "{" + fields.map { "\"\($0.key)\":\"\($0.value.hexadecimal)\"" }.sorted().joined(separator: ",") + "}"
    }
}

extension [UInt8] {
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    init(hexadecimal text: String) {
        let digits = text.compactMap { $0.hexDigitValue.map(UInt8.init) }
        self = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
