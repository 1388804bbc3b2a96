// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PeopleRules
import PeopleStore
import WebAuthn

/// What a form brings back from a device: JSON of hexadecimal digits, written by `passkey.js`.
struct DeviceAnswer: Hashable, Sendable {
    /// More than any device sends.
    private static let longest = 16_384

    let credential: [UInt8]
    /// What the browser asked, byte for byte as it was signed.
    let requestBytes: [UInt8]
    let request: PasskeyRequest
    let statementBytes: [UInt8]
    let statement: DeviceStatement
    let signature: [UInt8]
    /// Whose passkey the device says it is; nothing when it was made just now.
    let handle: [UInt8]

    init?(_ field: String) {
        guard field.utf8.count <= Self.longest,
            let sent = try? JSONDecoder().decode(Sent.self, from: Data(field.utf8)),
            let credential = Self.bytes(sent.id), !credential.isEmpty, credential.count <= Passkey.longestCredential,
            let requestBytes = Self.bytes(sent.request), let request = PasskeyRequest(json: requestBytes),
            let statementBytes = Self.bytes(sent.statement), let statement = DeviceStatement(statementBytes),
            let signature = Self.bytes(sent.signature ?? ""), let handle = Self.bytes(sent.handle ?? "")
        else { return nil }
        self.credential = credential
        self.requestBytes = requestBytes
        self.request = request
        self.statementBytes = statementBytes
        self.statement = statement
        self.signature = signature
        self.handle = handle
    }

    /// Whether this passkey of ours signed it, as this account's.
    func isSigned(by passkey: Passkey, of handle: [UInt8], for party: RelyingParty) -> Bool {
        guard self.handle == handle else { return false }
        return DeviceSignature(request: requestBytes, statement: statementBytes, signature: signature)
            .isValid(
                for: party.host, under: passkey.publicKey.bytes, algorithm: passkey.publicKey.algorithm.rawValue)
    }

    /// The key that was made, when the device calls it what the browser calls it.
    var madeKey: Passkey.PublicKey? {
        let algorithms = Passkey.Algorithm.allCases.map(\.rawValue)
        guard let made = AttestedKey(statement: statementBytes, algorithms: algorithms),
            made.credential == credential, let algorithm = Passkey.Algorithm(rawValue: made.algorithm)
        else { return nil }
        return Passkey.PublicKey(algorithm, made.publicKey)
    }

    private struct Sent: Decodable {
        let id: String
        let request: String
        let statement: String
        let signature: String?
        let handle: String?
    }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = Array(hexadecimal.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = half(digits[place]), let low = half(digits[place + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func half(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }
}

extension PasskeyRequest {
    /// What a browser writes (W3C Web Authentication, 5.8.1); nil when it is no such thing.
    fileprivate init?(json: [UInt8]) {
        struct Client: Decodable {
            let type: String
            let challenge: String
            let origin: String
            let crossOrigin: Bool?
        }
        guard let client = try? JSONDecoder().decode(Client.self, from: Data(json)) else { return nil }
        let text = client.challenge.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let challenge = Data(base64Encoded: text + padding) else { return nil }
        self.init(
            type: client.type, challenge: [UInt8](challenge), origin: client.origin,
            isCrossOrigin: client.crossOrigin ?? false)
    }
}
