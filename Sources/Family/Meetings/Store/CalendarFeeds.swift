// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// When somebody has an appointment: what their own calendar hears of it.
package struct FeedEntry: Hashable, Sendable {
    /// By what the calendar knows it again; neither which family nor which meeting it is can be told from it.
    package let name: String
    package let time: Meeting.Time
    package let changed: Moment
    package let sequence: Int
    package let isCancelled: Bool
}

extension Vault {
    /// The name by which calendars know a meeting again: no identifier leaves with it.
    package func calendarName(of meeting: ID<Meeting>) -> String { digest("meeting " + meeting.text, for: .calendar) }
}

extension Connection {
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
                    try connection.feedEntries(since: now - .days(31), key, vault)
                } ?? []
            }
            return (account, entries.sorted { ($0.time, $0.name) < ($1.time, $1.name) })
        }
    }
}

extension Connection {
    fileprivate func feedEntries(
        since: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> [FeedEntry] {
        try seenMeetings(key).compactMap { kept in
            let meeting = kept.meeting
            guard key.reading.isInvited(to: meeting), let time = meeting.time, since < time.ends else { return nil }
            return FeedEntry(
                name: vault.calendarName(of: meeting.id), time: time, changed: kept.changed,
                sequence: meeting.version, isCancelled: meeting.state == .cancelled)
        }
    }
}
