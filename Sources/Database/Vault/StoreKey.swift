// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// The key that wraps all keys of the key store; destroying it closes every older copy of the key store.
struct StoreKey: Sendable {
    static let size = 32

    let key: SymmetricKey

    /// A number that only this store key yields, and that tells nothing about it: the key store keeps it.
    let fingerprint: [UInt8]

    init(key: SymmetricKey) {
        self.key = key
        fingerprint = Array(HMAC<SHA256>.authenticationCode(for: Array("rondom store key 1".utf8), using: key))
    }

    /// Nil when the bytes are not those of a store key.
    init?(bytes: [UInt8]) {
        guard bytes.count == Self.size else { return nil }
        self.init(key: SymmetricKey(data: bytes))
    }

    static func fresh() -> StoreKey { StoreKey(key: SymmetricKey(size: .bits256)) }

    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// A part's key wrapped: one byte for the algorithm, 12 nonce, 32 cipher text, 16 tag; bound to its identifier.
    func wrap(_ partKey: SymmetricKey, id: String) throws -> [UInt8] {
        let plain = partKey.withUnsafeBytes { Array($0) }
        guard let box = try? AES.GCM.seal(plain, using: key, authenticating: Array(id.utf8)).combined else {
            throw VaultError.damaged
        }
        return [1] + box
    }

    func unwrap(_ wrapped: [UInt8], id: String) throws -> SymmetricKey {
        guard wrapped.first == 1, let box = try? AES.GCM.SealedBox(combined: wrapped.dropFirst()),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Array(id.utf8)),
            plain.count == Self.size
        else { throw VaultError.corrupt("the key of \(id) does not open") }
        return SymmetricKey(data: plain)
    }
}
