// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// The secret address at which somebody's own calendar finds their appointments: a way in that reads and no more, so it
/// ends with the others.
extension Connection {
    /// When the secret address of somebody's calendar was made; nil where there is none.
    package func feedMade(for account: ID<Account>) throws -> Moment? {
        try row("SELECT made_at FROM calendar_feed WHERE account_id = \(account)") { $0.moment(0) }
    }

    /// Gives somebody a secret address; the one before is none any more.
    package func makeFeed(_ token: SessionToken, for account: ID<Account>, at now: Moment, _ vault: Vault) throws {
        try removeFeed(of: account)
        try execute(
            """
            INSERT INTO calendar_feed (account_id, digest, made_at)
            VALUES (\(account), \(vault.digest(ofFeed: token)), \(now))
            """)
    }

    package func removeFeed(of account: ID<Account>) throws {
        try execute("DELETE FROM calendar_feed WHERE account_id = \(account)")
    }

    /// Whose calendar reads at a secret address; nil where there is no such address.
    package func owner(ofFeed token: SessionToken, _ vault: Vault) throws -> ID<Account>? {
        try row("SELECT account_id FROM calendar_feed WHERE digest = \(vault.digest(ofFeed: token))") { $0.id(0) }
    }
}

extension Vault {
    /// What the database knows a secret address by.
    fileprivate func digest(ofFeed token: SessionToken) -> String { digest(token.cookie, for: .calendar) }
}
