// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Who stands in is asked to the meetings of the term that who is away still owes something about, and owes it now.
    ///
    /// Not where the colleague may not read about all it is about, or must not meet somebody who was asked: then it stays.
    func takeOverMeetings(
        of away: ID<Account>, by colleague: ID<Account>, until end: Day, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let owed = try openPromises(in: ID(as: key.family)).filter {
            $0.promise.owner == .account(away) && $0.promise.isOfMeeting
        }
        guard !owed.isEmpty, let reading = try reading(of: key.family, by: colleague, on: key.today, vault) else {
            return
        }
        let mustNotMeet = try mustNotMeet(key)
        for (id, promises) in Dictionary(grouping: owed, by: \.promise.subject.id).sorted(by: { $0.key < $1.key }) {
            guard let meeting = try keptMeetings(of: key.family, only: id).first?.meeting,
                meeting.isStoodIn(for: away, by: reading, until: end, mustNotMeet, at: now)
            else { continue }
            try execute(
                """
                INSERT INTO meeting_invited (family_id, meeting_id, account_id)
                VALUES (\(key.family), \(id), \(colleague))
                """)
            for stored in promises { try save(try stored.promise.handedOver(to: .account(colleague)), of: stored) }
        }
    }

    /// What who stood in still owes about meetings goes back to who was away and was asked, too.
    func giveMeetingsBack(
        from colleague: ID<Account>, to back: ID<Account>, _ key: borrowing DossierKey
    ) throws {
        for stored in try openPromises(in: ID(as: key.family))
        where stored.promise.owner == .account(colleague) && stored.promise.isOfMeeting {
            let meeting = try keptMeetings(of: key.family, only: stored.promise.subject.id).first?.meeting
            guard let meeting, meeting.invited.contains(back) else { continue }
            try save(try stored.promise.handedOver(to: .account(back)), of: stored)
        }
    }

    /// Who takes over a helper's work is asked, in their place, to all meetings to come, owes what they owed about them,
    /// and calls together what they called together.
    ///
    /// Not where the colleague may not read about all it is about, or must not meet somebody who was asked.
    func moveMeetings(
        of left: ID<Account>, to next: ID<Account>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let reading = try reading(of: key.family, by: next, on: key.today, vault) else { return }
        let mustNotMeet = try mustNotMeet(key)
        for meeting in try keptMeetings(of: key.family).map(\.meeting)
        where meeting.isTakenOver(from: left, by: reading, mustNotMeet, at: now) {
            try replace(left, by: next, in: meeting, key)
            let owed = try openPromises(in: ID(as: key.family), about: meeting.id.promised)
                .filter { $0.promise.owner == .account(left) }
            for stored in owed { try save(try stored.promise.handedOver(to: .account(next)), of: stored) }
            guard owed.isEmpty, !meeting.invited.contains(next), meeting.convener != left else { continue }
            try ask(next, about: meeting, at: now, ids: ids, key, vault)
        }
    }

    private func replace(
        _ left: ID<Account>, by next: ID<Account>, in meeting: Meeting, _ key: borrowing DossierKey
    ) throws {
        let (family, id) = (key.family, meeting.id)
        for table in ["meeting_answer", "meeting_invited"] as [SQL] {
            try execute(
                """
                DELETE FROM \(table) WHERE family_id = \(family) AND meeting_id = \(id) AND account_id = \(left)
                """)
        }
        try execute(
            """
            INSERT INTO meeting_invited (family_id, meeting_id, account_id)
            VALUES (\(family), \(id), \(next)) ON CONFLICT DO NOTHING
            """)
        try execute(
            """
            UPDATE meeting SET version = version + 1,
                convener_id = CASE WHEN convener_id = \(left) THEN \(next) ELSE convener_id END
            WHERE family_id = \(family) AND id = \(id)
            """)
    }
}
