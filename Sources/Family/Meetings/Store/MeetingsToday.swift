// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A meeting of today, or one that comes next, of one of a reader's families.
package struct MeetingToday: Hashable, Sendable {
    package let family: ID<Family>
    package let meeting: ID<Meeting>
    package let time: Meeting.Time
    /// nil when it was erased.
    package let subject: String?
    package let familyName: String?

    /// So many days ahead a family sees at home which meeting comes next.
    static let ahead = 31
}

/// A meeting that was found for a reader, still sealed.
struct SealedMeetingToday: Sendable {
    let family: ID<Family>
    let part: ID<Part>
    let body: [UInt8]?
    let starts: Moment
    let ends: Moment
    fileprivate(set) var meeting: Meeting

    /// What the reader may see of it.
    func opened(
        _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> MeetingToday? {
        guard key.reading.maySee(meeting, directs: false, membersHidden: []) else { return nil }
        // Who else was asked is looked for where somebody is hidden from the reader alone.
        guard try hidden.isEmpty || connection.meeting(meeting.id, key) != nil else { return nil }
        let text = try key.open(body, in: part, at: .meeting(meeting.id, in: family)).flatMap(MeetingText.init(text:))
        let minutes = Int((ends - starts).inMilliseconds / 60_000)
        return MeetingToday(
            family: family, meeting: meeting.id, time: Meeting.Time(starts, minutes: minutes), subject: text?.subject,
            familyName: try key.familyName())
    }
}

extension Connection {
    /// The meetings that begin between two moments in all families of an account, first things first: one question.
    func meetings(of account: ID<Account>, from: Moment, until: Moment) throws -> [SealedMeetingToday] {
        let rows = try rows(
            """
            SELECT m.family_id, m.id, m.part_id, m.body, m.starts_at, m.ends_at, m.convener_id, m.made_at, p.person_id
            FROM meeting_invited i
            JOIN meeting m ON m.family_id = i.family_id AND m.id = i.meeting_id
            JOIN meeting_person p ON p.family_id = m.family_id AND p.meeting_id = m.id
            WHERE i.account_id = \(account) AND m.state IN ('planned', 'held')
                AND m.starts_at >= \(from) AND m.starts_at < \(until)
            ORDER BY m.starts_at, m.id, p.person_id
            """
        ) { row in
            SealedMeetingToday(
                family: row.id(0), part: row.id(2), body: row.bytesIfAny(3), starts: row.moment(4), ends: row.moment(5),
                meeting: Meeting(
                    id: row.id(1), about: [row.id(8)], convener: row.id(6), invited: [account], made: row.moment(7),
                    times: []))
        }
        return rows.reduce(into: []) { found, row in
            guard let last = found.last, last.meeting.id == row.meeting.id else { return found.append(row) }
            found[found.count - 1].meeting = Meeting(
                id: row.meeting.id, about: last.meeting.about.union(row.meeting.about), convener: row.meeting.convener,
                invited: row.meeting.invited, made: row.meeting.made, times: [])
        }
    }
}
