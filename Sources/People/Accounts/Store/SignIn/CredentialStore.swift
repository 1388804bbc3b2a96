// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// What a sign-in needs of an account found by its name.
package struct Credentials: Hashable, Sendable {
    package let account: Account
    /// Nil when it signs in otherwise.
    package let hash: PasswordHash?
}

extension Vault {
    /// What the database knows a sign-in name by.
    package func digest(of name: SignInName) -> String { digest(name.folded, for: .login) }
}

extension Connection {
    /// Gives an account the name with which it signs in, in place of the one before.
    ///
    /// - Throws: ``SignInName/Refusal/taken`` when another account has it.
    package func setSignInName(_ name: SignInName, for account: ID<Account>, _ vault: Vault) throws {
        let digest = vault.digest(of: name)
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        let owner = try row("SELECT account FROM sign_in_name WHERE digest = \(digest) ORDER BY digest") {
            $0.id(0, Account.self)
        }
        guard owner == nil || owner == account else { throw SignInName.Refusal.taken }
        let sealed = key.seal(name.text, at: .signInName(of: account))
        try execute(
            """
            INSERT INTO sign_in_name (account, digest, name) VALUES (\(account), \(digest), \(sealed))
            ON CONFLICT (account) DO UPDATE SET digest = \(digest), name = \(sealed)
            """)
    }

    /// The name with which an account signs in, as it was typed.
    package func signInName(of account: ID<Account>, _ vault: Vault) throws -> String? {
        guard let key = try vault.key(account.text) else { return nil }
        return try row("SELECT name FROM sign_in_name WHERE account = \(account) ORDER BY account") {
            try key.open($0.bytes(0), at: .signInName(of: account))
        }
    }

    /// Gives an account a password, in place of the one before.
    package func setPassword(
        _ hash: PasswordHash, for account: ID<Account>, at now: Moment, _ vault: Vault
    ) throws {
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        let sealed = key.seal(hash.text, at: .password(of: account))
        try execute(
            """
            INSERT INTO password (account, hash, at) VALUES (\(account), \(sealed), \(now))
            ON CONFLICT (account) DO UPDATE SET hash = \(sealed), at = \(now)
            """)
    }

    /// What is kept of an account's password; nil when it has none.
    package func passwordHash(of account: ID<Account>, _ vault: Vault) throws -> PasswordHash? {
        guard let key = try vault.key(account.text) else { return nil }
        return try row("SELECT hash FROM password WHERE account = \(account) ORDER BY account") {
            PasswordHash(try key.open($0.bytes(0), at: .password(of: account)))
        }
    }

    /// Takes all with which an account can sign in by a password.
    package func removeCredentials(of account: ID<Account>) throws {
        try execute("DELETE FROM sign_in_name WHERE account = \(account)")
        try execute("DELETE FROM password WHERE account = \(account)")
        try execute("DELETE FROM authenticator WHERE account = \(account)")
        try execute("DELETE FROM recovery_code WHERE account = \(account)")
    }

    /// The account with a sign-in name, and what is kept of its password; nil when there is none or it was erased.
    package func credentials(_ name: SignInName, _ vault: Vault) throws -> Credentials? {
        let id = try row(
            "SELECT account FROM sign_in_name WHERE digest = \(vault.digest(of: name)) ORDER BY digest"
        ) { $0.id(0, Account.self) }
        guard let id, let account = try account(id, vault) else { return nil }
        return Credentials(account: account, hash: try passwordHash(of: id, vault))
    }
}

extension SealedPlace {
    fileprivate static func signInName(of account: ID<Account>) -> Self {
        Self("sign_in_name", "name", row: account.text, owner: account.text)
    }

    fileprivate static func password(of account: ID<Account>) -> Self {
        Self("password", "hash", row: account.text, owner: account.text)
    }
}
