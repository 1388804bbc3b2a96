// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Keeps a new account, its profile sealed under a key of its own.
    ///
    /// The key is made here unless it was made before: in bulk, or by this act's earlier run.
    package func create(
        _ account: Account, administering administration: Administration = .installation, _ vault: Vault
    ) throws {
        if try vault.key(account.id.text) == nil { try vault.makeKeys([account.id.text]) }
        guard let key = try vault.key(account.id.text) else { throw VaultError.noPart(account.id.text) }
        try execute(
            """
            INSERT INTO account (id, kind, name, language)
            VALUES (
                \(account.id), \(account.kind.rawValue),
                \(key.seal(account.profile.name, at: .name(of: account.id))),
                \(key.seal(account.profile.language, at: .language(of: account.id)))
            )
            """)
        if account.kind == .administrator { try appoint(account.id, to: administration) }
    }

    /// Replaces how an account is called and spoken to.
    package func save(_ profile: AccountProfile, of account: ID<Account>, _ vault: Vault) throws {
        guard let key = try vault.key(account.text) else { return }
        try execute(
            """
            UPDATE account
            SET name = \(key.seal(profile.name, at: .name(of: account))),
                language = \(key.seal(profile.language, at: .language(of: account)))
            WHERE id = \(account)
            """)
    }

    /// An account, or nil when there is none or its key was destroyed.
    package func account(_ id: ID<Account>, _ vault: Vault) throws -> Account? {
        try accounts([id], vault).first
    }

    /// Those of the accounts that are there, in the order of their ids.
    package func accounts(_ ids: some Sequence<ID<Account>>, _ vault: Vault) throws -> [Account] {
        let keys = try vault.keys(ids.map(\.text))
        return try rows("SELECT id, kind, name, language FROM account WHERE id IN \(list: ids) ORDER BY id") { row in
            try keys[row.text(0)].map { try Account(row: row, from: 0, $0) }
        }
        .compactMap(\.self)
    }
}

extension Account {
    /// Reads id, kind, name and language from that column on.
    init(row: borrowing Row, from column: Int, _ key: PartKey) throws {
        let id: ID<Account> = row.id(column)
        self.init(
            id: id,
            kind: try row.kept(column + 1),
            profile: AccountProfile(
                name: try key.open(row.bytes(column + 2), at: .name(of: id)),
                language: try key.open(row.bytes(column + 3), at: .language(of: id))
            )
        )
    }
}

extension SealedPlace {
    fileprivate static func name(of account: ID<Account>) -> Self {
        Self("account", "name", row: account.text, owner: account.text)
    }

    fileprivate static func language(of account: ID<Account>) -> Self {
        Self("account", "language", row: account.text, owner: account.text)
    }
}
