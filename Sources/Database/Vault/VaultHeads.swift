// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The last link of a chain, as it was copied to the key store: what was cut off after it shows.
package struct ChainHead: Sendable, Equatable {
    package let chain: String
    package let number: Int
    package let link: [UInt8]
    /// When it was copied.
    package let at: Moment

    package init(chain: String, number: Int, link: [UInt8], at: Moment) {
        self.chain = chain
        self.number = number
        self.link = link
        self.at = at
    }
}

/// The heads of all chains, kept where who can write the data can't write.
extension Vault {
    /// Copies heads.
    ///
    /// One that is not further than the copy that is here changes nothing: who cuts off the end of a
    /// chain must not wipe out the proof with it.
    package func saveHeads(_ heads: [ChainHead]) throws {
        guard !heads.isEmpty else { return }
        try store.write(.asItIs) { session in
            for head in heads.sorted(by: { $0.chain < $1.chain }) { try session.save(head) }
        }
    }

    /// All heads, in the order of their chains' names.
    package func heads() throws -> [ChainHead] { try store.read { try $0.heads() } }

    /// The head of one chain, or nil when none was copied yet.
    package func head(of chain: String) throws -> ChainHead? { try store.read { try $0.head(of: chain) } }
}

extension KeyStoreSession {
    func save(_ head: ChainHead) throws {
        try rows(
            """
            INSERT INTO vault_head (chain, number, link, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (chain) DO UPDATE SET number = excluded.number, link = excluded.link, at = excluded.at
            WHERE excluded.number > vault_head.number
            """, [.text(head.chain), .int(head.number), .bytes(head.link), .int(Int(head.at.milliseconds))])
    }

    func heads() throws -> [ChainHead] {
        try rows("SELECT chain, number, link, at FROM vault_head ORDER BY chain", []).map(chainHead)
    }

    func head(of chain: String) throws -> ChainHead? {
        try rows("SELECT chain, number, link, at FROM vault_head WHERE chain = $1 ORDER BY chain", [.text(chain)])
            .first.map(chainHead)
    }

    private func chainHead(_ row: [KeyStoreValue]) throws -> ChainHead {
        guard case .text(let chain) = row[0], case .int(let number) = row[1], case .bytes(let link) = row[2],
            case .int(let at) = row[3]
        else { throw VaultError.corrupt("the head of a chain can't be read") }
        return ChainHead(chain: chain, number: number, link: link, at: Moment(milliseconds: Int64(at)))
    }
}
