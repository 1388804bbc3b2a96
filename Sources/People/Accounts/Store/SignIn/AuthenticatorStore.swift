// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// An account's app that shows codes, as it is kept.
private struct Authenticator {
    /// Nil until the first one is confirmed.
    let secret: [UInt8]?
    let offered: [UInt8]?
    let usedStep: Int
}

extension Connection {
    /// Whether an account has a second factor that this program asks after a password.
    package func hasAuthenticator(_ account: ID<Account>) throws -> Bool {
        try row(
            "SELECT 1 FROM authenticator WHERE account = \(account) AND secret IS NOT NULL ORDER BY account"
        ) { _ in true } ?? false
    }

    /// Whether an account has anything that serves beside, or instead of, a password.
    package func hasSecondFactor(_ account: ID<Account>) throws -> Bool {
        try hasAuthenticator(account) || countPasskeys(of: account) > 0
    }

    /// Offers an account a secret for its app; the one before counts until this one is confirmed.
    package func offer(_ totp: TOTP, to account: ID<Account>, _ vault: Vault) throws {
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        let sealed = key.seal(totp.base32, at: .offered(to: account))
        try execute(
            """
            INSERT INTO authenticator (account, secret, offered, used_step) VALUES (\(account), NULL, \(sealed), 0)
            ON CONFLICT (account) DO UPDATE SET offered = \(sealed)
            """)
    }

    /// The secret that waits to be confirmed.
    package func offeredAuthenticator(of account: ID<Account>, _ vault: Vault) throws -> TOTP? {
        guard let key = try vault.key(account.text), let sealed = try authenticator(of: account)?.offered else {
            return nil
        }
        return TOTP(base32: try key.open(sealed, at: .offered(to: account)))
    }

    /// Lets the offered secret count from now on, when this is its code.
    package func confirmAuthenticator(
        _ typed: String, of account: ID<Account>, at now: Moment, _ vault: Vault
    ) throws -> Bool {
        guard let key = try vault.key(account.text), let totp = try offeredAuthenticator(of: account, vault),
            let step = totp.step(of: typed, at: now, after: 0)
        else { return false }
        try execute(
            """
            UPDATE authenticator
            SET secret = \(key.seal(totp.base32, at: .secret(of: account))), offered = NULL, used_step = \(step)
            WHERE account = \(account)
            """)
        return true
    }

    /// Whether this is the code of an account's app now; it serves once.
    package func useCode(_ typed: String, of account: ID<Account>, at now: Moment, _ vault: Vault) throws -> Bool {
        guard let key = try vault.key(account.text), let kept = try authenticator(of: account),
            let sealed = kept.secret, let totp = TOTP(base32: try key.open(sealed, at: .secret(of: account))),
            let step = totp.step(of: typed, at: now, after: kept.usedStep)
        else { return false }
        return try execute(
            """
            UPDATE authenticator SET used_step = \(step)
            WHERE account = \(account) AND used_step = \(kept.usedStep)
            """) == 1
    }

    /// Whether this is a code of an account's app or a recovery code; either serves once.
    package func useSecondFactor(
        _ typed: String, of account: ID<Account>, at now: Moment, _ vault: Vault
    ) throws -> Bool {
        if TOTP.looksLikeCode(typed) { return try useCode(typed, of: account, at: now, vault) }
        return try RecoveryCode(typed).map { try use($0, of: account, at: now, vault) } ?? false
    }

    private func authenticator(of account: ID<Account>) throws -> Authenticator? {
        try row(
            "SELECT secret, offered, used_step FROM authenticator WHERE account = \(account) ORDER BY account"
        ) { row in
            Authenticator(
                secret: row.ifAny(0) { $0.bytes($1) }, offered: row.ifAny(1) { $0.bytes($1) }, usedStep: row.int(2))
        }
    }
}

extension SealedPlace {
    fileprivate static func secret(of account: ID<Account>) -> Self {
        Self("authenticator", "secret", row: account.text, owner: account.text)
    }

    fileprivate static func offered(to account: ID<Account>) -> Self {
        Self("authenticator", "offered", row: account.text, owner: account.text)
    }
}
