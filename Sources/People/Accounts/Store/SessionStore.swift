// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// A session with the account it is of.
package struct SignedIn: Hashable, Sendable {
    package let session: Session
    package let account: Account
    /// The organisation on whose behalf somebody works, where they chose between several.
    package let organisation: Organisation?

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
            INSERT INTO session (
                digest, account, started, seen, ends, device, organisation, is_limited, remembered
            )
            VALUES (
                \(session.digest), \(session.account), \(session.started), \(session.seen), \(session.ends),
                \(session.device.code), \(session.organisation), \(session.isLimited), \(session.remembered)
            )
            """)
    }

    /// The session with a token, over or not, or nil when there is none or its account was erased.
    package func signedIn(_ token: SessionToken, _ vault: Vault) throws -> SignedIn? {
        let found = try row(
            """
            SELECT s.digest, s.account, s.started, s.seen, s.ends, s.device, s.organisation, s.is_limited, s.remembered,
                a.id, a.kind, a.name, a.language, o.id, o.kind, o.name
            FROM session s JOIN account a ON a.id = s.account LEFT JOIN organisation o ON o.id = s.organisation
            WHERE s.digest = \(vault.digest(of: token))
            ORDER BY s.digest
            """
        ) { row -> SignedIn? in
            guard let key = try vault.key(row.text(1)) else { return nil }
            return SignedIn(
                session: Session(row: row), account: try Account(row: row, from: 9, key),
                organisation: try row.ifAny(13) { try Organisation(row: $0, from: $1) })
        }
        return found ?? nil
    }

    /// A session by its digest, over or not; nil when it was ended by signing out.
    package func session(_ digest: String) throws -> Session? {
        try row(
            """
            SELECT digest, account, started, seen, ends, device, organisation, is_limited, remembered
            FROM session WHERE digest = \(digest) ORDER BY digest
            """
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

    /// The sessions of an account that are not over, the latest first.
    package func sessions(of account: Account, at now: Moment) throws -> [Session] {
        try rows(
            """
            SELECT digest, account, started, seen, ends, device, organisation, is_limited, remembered
            FROM session WHERE account = \(account.id) ORDER BY started DESC, digest
            """
        ) { Session(row: $0) }
        .filter { !$0.isOver(at: now, for: account.kind) }
    }

    /// Chooses on whose behalf the rest of a session is.
    package func setOrganisation(_ organisation: ID<Organisation>, of session: Session) throws {
        try execute("UPDATE session SET organisation = \(organisation) WHERE digest = \(session.digest)")
    }

    /// Lets a session serve for everything, now that its owner has a second factor.
    package func lift(_ session: Session) throws {
        try execute("UPDATE session SET is_limited = \(false) WHERE digest = \(session.digest)")
    }

    /// Signs an account out on every device, forgets these, and tells how many sessions ended.
    @discardableResult
    package func endSessions(of account: ID<Account>) throws -> Int {
        try endSessions(of: account, but: nil).count
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
            digest: row.text(0), account: row.id(1), started: row.moment(2), seen: row.moment(3), ends: row.moment(4),
            device: Device(code: row.text(5)), organisation: row.ifAny(6) { $0.id($1) }, isLimited: row.bool(7),
            remembered: row.ifAny(8) { $0.id($1) })
    }
}
