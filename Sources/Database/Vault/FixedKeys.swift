// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// The keys of the installation itself, wrapped in the key store like all others, under names no part can have.
struct FixedKeys: Sendable {
    static let logID = "00000000-0000-0000-0000-000000000001"
    static let chainID = "00000000-0000-0000-0000-000000000002"
    static let digestID = "00000000-0000-0000-0000-000000000003"
    static let ids = [logID, chainID, digestID]

    let log: PartKey
    private let chain: SymmetricKey
    private let digest: SymmetricKey

    init(_ rows: [WrappedKey], _ storeKey: StoreKey) throws {
        func key(_ id: String) throws -> SymmetricKey {
            guard let row = rows.first(where: { $0.id == id }) else {
                throw VaultError.corrupt("a key of the installation is gone")
            }
            return try storeKey.unwrap(row.wrapped, id: id)
        }
        guard let log = PartKey(id: Self.logID, key: try key(Self.logID)) else {
            throw VaultError.corrupt("the key of the log has no name")
        }
        self.log = log
        chain = try key(Self.chainID)
        digest = try key(Self.digestID)
    }

    /// Fresh ones, for a new key store.
    static func fresh(_ storeKey: StoreKey, madeAt: Int) throws -> [WrappedKey] {
        try ids.map { id in
            WrappedKey(id: id, wrapped: try storeKey.wrap(SymmetricKey(size: .bits256), id: id), madeAt: madeAt)
        }
    }

    func link(_ bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: chain)) }

    func digest(_ value: String, _ purpose: String) -> String {
        var framed = FramedBytes()
        framed.append(purpose)
        framed.append(value)
        return Hexadecimal.text(Array(HMAC<SHA256>.authenticationCode(for: framed.bytes, using: digest)))
    }
}
