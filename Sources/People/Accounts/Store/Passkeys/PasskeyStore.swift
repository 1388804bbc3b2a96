// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import PeopleRules

extension Vault {
    fileprivate func digest(credential: [UInt8]) -> String { digest(credential.encoded, for: .passkey) }

    /// What devices know an account by: 64 signs without meaning, the same each time, so that a device keeps one
    /// passkey a person.
    package func passkeyHandle(of account: ID<Account>) -> [UInt8] {
        Array(digest("handle " + account.text, for: .passkey).utf8)
    }
}

extension Connection {
    /// Keeps a passkey that was made.
    ///
    /// - Returns: false when the device's name for it is taken, or the account has as many as anybody may have.
    package func add(_ passkey: Passkey, _ vault: Vault) throws -> Bool {
        let digest = vault.digest(credential: passkey.credential)
        let isTaken = try row("SELECT 1 FROM passkey WHERE digest = \(digest) ORDER BY digest") { _ in true } ?? false
        guard !isTaken, try countPasskeys(of: passkey.account) < Passkey.most,
            let key = try vault.key(passkey.account.text)
        else { return false }
        try execute(
            """
            INSERT INTO passkey
                (id, digest, account, credential, public_key, algorithm, counter, label, made_at, used_at)
            VALUES (
                \(passkey.id), \(digest), \(passkey.account),
                \(key.seal(passkey.credential.encoded, at: .credential(of: passkey.id, passkey.account))),
                \(key.seal(passkey.publicKey.bytes.encoded, at: .publicKey(of: passkey.id, passkey.account))),
                \(passkey.publicKey.algorithm.rawValue), \(Int(passkey.counter)),
                \(key.seal(passkey.label, at: .label(of: passkey.id, passkey.account))),
                \(passkey.madeAt), \(passkey.usedAt)
            )
            """)
        return true
    }

    /// The passkey that a device calls so, or nil when there is none or its account was erased.
    package func passkey(credential: [UInt8], _ vault: Vault) throws -> Passkey? {
        let found = try row(
            """
            SELECT id, account, credential, public_key, algorithm, counter, label, made_at, used_at
            FROM passkey WHERE digest = \(vault.digest(credential: credential)) ORDER BY digest
            """
        ) { try Passkey(row: $0, vault) }
        return found ?? nil
    }

    /// Whether another account has the passkey that a device calls so.
    package func isTaken(credential: [UInt8], byOtherThan account: ID<Account>, _ vault: Vault) throws -> Bool {
        try row(
            """
            SELECT 1 FROM passkey
            WHERE digest = \(vault.digest(credential: credential)) AND account <> \(account) ORDER BY digest
            """
        ) { _ in true } ?? false
    }

    /// The passkeys of an account, oldest first.
    package func passkeys(of account: ID<Account>, _ vault: Vault) throws -> [Passkey] {
        try rows(
            """
            SELECT id, account, credential, public_key, algorithm, counter, label, made_at, used_at
            FROM passkey WHERE account = \(account) ORDER BY made_at, id
            """
        ) { try Passkey(row: $0, vault) }
        .compactMap(\.self)
    }

    package func countPasskeys(of account: ID<Account>) throws -> Int {
        try row("SELECT count(*) FROM passkey WHERE account = \(account)") { $0.int(0) } ?? 0
    }

    /// Writes down that a passkey signed somebody in.
    package func note(_ passkey: Passkey, counter: UInt32, used now: Moment) throws {
        try execute(
            """
            UPDATE passkey SET counter = \(Int(counter)), used_at = \(max(now, passkey.madeAt))
            WHERE id = \(passkey.id)
            """)
    }

    /// Calls a passkey otherwise; false when this account has no such one.
    package func rename(
        _ passkey: ID<Passkey>, of account: ID<Account>, _ label: String, _ vault: Vault
    ) throws -> Bool {
        guard let key = try vault.key(account.text) else { return false }
        return try execute(
            """
            UPDATE passkey SET label = \(key.seal(label, at: .label(of: passkey, account)))
            WHERE id = \(passkey) AND account = \(account)
            """) > 0
    }

    /// Removes a passkey; false when this account has no such one.
    @discardableResult
    package func remove(_ passkey: ID<Passkey>, of account: ID<Account>) throws -> Bool {
        try execute("DELETE FROM passkey WHERE id = \(passkey) AND account = \(account)") > 0
    }

    /// Removes all passkeys of an account, and tells how many.
    @discardableResult
    package func removePasskeys(of account: ID<Account>) throws -> Int {
        try execute("DELETE FROM passkey WHERE account = \(account)")
    }
}

extension Passkey {
    /// Reads a row in the order of the columns above; nil when the account's key was destroyed.
    fileprivate init?(row: borrowing Row, _ vault: Vault) throws {
        let (id, account): (ID<Passkey>, ID<Account>) = (row.id(0), row.id(1))
        guard let key = try vault.key(account.text) else { return nil }
        guard let algorithm = Algorithm(rawValue: row.int(4)),
            let credential = try key.open(row.bytes(2), at: .credential(of: id, account)).decoded,
            let publicKey = try key.open(row.bytes(3), at: .publicKey(of: id, account)).decoded
        else { throw DatabaseError.damaged("no passkey: \(id)") }
        self.init(
            id: id, account: account, credential: credential, publicKey: PublicKey(algorithm, publicKey),
            counter: UInt32(truncatingIfNeeded: row.int(5)),
            label: try key.open(row.bytes(6), at: .label(of: id, account)), madeAt: row.moment(7),
            usedAt: row.ifAny(8) { $0.moment($1) })
    }
}

extension SealedPlace {
    fileprivate static func credential(of passkey: ID<Passkey>, _ account: ID<Account>) -> Self {
        Self("passkey", "credential", row: passkey.text, owner: account.text)
    }

    fileprivate static func publicKey(of passkey: ID<Passkey>, _ account: ID<Account>) -> Self {
        Self("passkey", "public_key", row: passkey.text, owner: account.text)
    }

    fileprivate static func label(of passkey: ID<Passkey>, _ account: ID<Account>) -> Self {
        Self("passkey", "label", row: passkey.text, owner: account.text)
    }
}

extension [UInt8] {
    fileprivate var encoded: String { Data(self).base64EncodedString() }
}

extension String {
    fileprivate var decoded: [UInt8]? { Data(base64Encoded: self).map { [UInt8]($0) } }
}
