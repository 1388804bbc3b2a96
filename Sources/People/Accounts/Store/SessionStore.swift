// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// A session with the account it is of.
package struct SignedIn: Hashable, Sendable {
    package let session: Session
    package let account: Account

    /// Whether it may still be used.
    package func isOver(at now: Moment) -> Bool { session.isOver(at: now, for: account.kind) }
}

extension Vault {
    /// What the database knows a session by.
    package func digest(of token: SessionToken) -> String { digest(token.cookie, for: .session) }
}

extension Connection {
    package func start(_ session: Session) throws {
        try execute(
            """
            INSERT INTO session (digest, account, started, seen, ends)
            VALUES (\(session.digest), \(session.account), \(session.started), \(session.seen), \(session.ends))
            """)
    }

    /// The session with a token, over or not, or nil when there is none or its account was erased.
    package func signedIn(_ token: SessionToken, _ vault: Vault) throws -> SignedIn? {
        let found = try row(
            """
            SELECT s.digest, s.account, s.started, s.seen, s.ends, a.id, a.kind, a.name, a.language
            FROM session s JOIN account a ON a.id = s.account
            WHERE s.digest = \(vault.digest(of: token))
            ORDER BY s.digest
            """
        ) { row -> SignedIn? in
            guard let key = try vault.key(row.text(1)) else { return nil }
            return SignedIn(session: Session(row: row), account: try Account(row: row, from: 5, key))
        }
        return found ?? nil
    }

    /// A session by its digest, over or not; nil when it was ended by signing out.
    package func session(_ digest: String) throws -> Session? {
        try row(
            "SELECT digest, account, started, seen, ends FROM session WHERE digest = \(digest) ORDER BY digest"
        ) { Session(row: $0) }
    }

    /// Whose session it is or was, until it is swept; nil when it was ended by signing out.
    package func accountOfSession(_ digest: String) throws -> ID<Account>? {
        try row("SELECT account FROM session WHERE digest = \(digest) ORDER BY digest") { $0.id(0) }
    }

    /// Writes down that a session was used; a clock that was set back changes nothing.
    package func note(_ session: Session, seen now: Moment) throws {
        try execute("UPDATE session SET seen = \(now) WHERE digest = \(session.digest) AND seen < \(now)")
    }

    /// Takes a session that was found over its length, unless it was used meanwhile.
    ///
    /// Its row stays a while: it tells whose the text was that was typed too late.
    package func close(_ session: Session) throws {
        try execute("UPDATE session SET ends = started WHERE digest = \(session.digest) AND seen = \(session.seen)")
    }

    package func end(_ session: Session) throws {
        try execute("DELETE FROM session WHERE digest = \(session.digest)")
    }

    /// Signs an account out on every device, and tells on how many.
    @discardableResult
    package func endSessions(of account: ID<Account>) throws -> Int {
        try execute("DELETE FROM session WHERE account = \(account)")
    }

    /// Removes sessions that ended a day ago: until then they tell whose the text was that was typed too late.
    @discardableResult
    package func sweepSessions(at now: Moment) throws -> Int {
        try execute("DELETE FROM session WHERE ends < \(now - .days(1))")
    }
}

extension Session {
    fileprivate init(row: borrowing Row) {
        self.init(
            digest: row.text(0), account: row.id(1), started: row.moment(2), seen: row.moment(3), ends: row.moment(4))
    }
}
