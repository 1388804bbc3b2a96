// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// When somebody has an appointment: what their own calendar hears of it.
package struct FeedEntry: Hashable, Sendable {
    package let family: ID<Family>
    package let meeting: ID<Meeting>
    package let time: Meeting.Time
    package let changed: Moment
    package let sequence: Int
    package let isCancelled: Bool
}

extension Vault {
    /// What the database knows a secret address by.
    fileprivate func digest(ofFeed token: SessionToken) -> String { digest(token.cookie, for: .calendar) }
}

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

    fileprivate func owner(ofFeed token: SessionToken, _ vault: Vault) throws -> ID<Account>? {
        try row("SELECT account_id FROM calendar_feed WHERE digest = \(vault.digest(ofFeed: token))") { $0.id(0) }
    }

    fileprivate func familiesMeeting(with account: ID<Account>) throws -> [ID<Family>] {
        try rows(
            """
            SELECT DISTINCT family_id FROM meeting_invited WHERE account_id = \(account) ORDER BY family_id
            """
        ) { $0.id(0) }
    }
}

extension Dossiers {
    /// What the calendar behind a secret address hears, with whose it is; nil where there is no such address.
    ///
    /// The receiver's own key decides, as for a page: what was held, hidden or ended is not there. Nothing leaves but
    /// when there is something, and only to who may read it, so nothing is recorded (decision 13).
    package func feed(_ token: SessionToken, at now: Moment) async throws -> (account: Account, entries: [FeedEntry])? {
        let vault = vault
        return try await database.read { connection in
            try vault.refresh()
            guard let owner = try connection.owner(ofFeed: token, vault),
                let account = try connection.account(owner, vault)
            else { return nil }
            let entries = try connection.familiesMeeting(with: owner).flatMap { family in
                try connection.withKey(of: family, for: owner, .all, on: now.day, by: nil, vault) { key in
                    try connection.feedEntries(since: now - .days(31), key)
                } ?? []
            }
            return (account, entries.sorted { ($0.time, $0.meeting) < ($1.time, $1.meeting) })
        }
    }
}

extension Connection {
    fileprivate func feedEntries(since: Moment, _ key: borrowing DossierKey) throws -> [FeedEntry] {
        try seenMeetings(key).compactMap { kept in
            let meeting = kept.meeting
            guard key.reading.isInvited(to: meeting), let time = meeting.time, since < time.ends else { return nil }
            return FeedEntry(
                family: key.family, meeting: meeting.id, time: time, changed: kept.changed, sequence: meeting.version,
                isCancelled: meeting.state == .cancelled)
        }
    }
}
