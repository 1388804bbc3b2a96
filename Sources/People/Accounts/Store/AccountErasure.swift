// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// An account in the administrator's list: whoever lists accounts need not read who they are.
package struct ListedAccount: Hashable, Sendable {
    package let id: ID<Account>
    package let kind: Account.Kind
    /// Whether its key was destroyed.
    package let isErased: Bool
    package let sessions: Int
}

extension Connection {
    /// The accounts after one, in the order of their ids.
    package func accounts(after id: String, limit: Int, _ vault: Vault) throws -> [ListedAccount] {
        let found = try rows(
            """
            SELECT a.id, a.kind, count(s.digest) FROM account a LEFT JOIN session s ON s.account = a.id
            WHERE a.id > \(id) GROUP BY a.id, a.kind ORDER BY a.id LIMIT \(limit)
            """
        ) { row in (id: row.id(0, Account.self), kind: try row.kept(1, Account.Kind.self), sessions: row.int(2)) }
        let keys = try vault.keys(found.map(\.id.text))
        return found.map {
            ListedAccount(id: $0.id, kind: $0.kind, isErased: keys[$0.id.text] == nil, sessions: $0.sessions)
        }
    }

    /// Whether there is such an account, erased or not.
    package func hasAccount(_ id: ID<Account>) throws -> Bool {
        try row("SELECT 1 FROM account WHERE id = \(id) ORDER BY id") { _ in true } ?? false
    }

    /// Those of the identifiers that are accounts' own.
    package func accountIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM account WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }

    /// Empties what was sealed under an account's key and takes what hangs on signing in; the id stays, for others'
    /// words and the access log name it.
    ///
    /// Its key was destroyed before, so nothing of it opens any more.
    ///
    /// - Returns: how many sessions ended.
    @discardableResult
    package func empty(_ account: ID<Account>) throws -> Int {
        try execute("DELETE FROM kept_text WHERE account = \(account)")
        try execute("DELETE FROM submission WHERE account = \(account)")
        try removeCredentials(of: account)
        try removeJoining(of: account)
        try execute("DELETE FROM begun_sign_in WHERE account = \(account)")
        try execute("DELETE FROM remembered_device WHERE account = \(account)")
        try execute("DELETE FROM sign_in_record WHERE account = \(account)")
        try forgetNotices(of: account)
        let nothing: [UInt8] = []
        try execute("UPDATE account SET name = \(nothing), language = \(nothing) WHERE id = \(account)")
        return try endSessions(of: account)
    }
}
