// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A meeting as its reader may see it.
package struct MeetingSight: Hashable, Sendable {
    package let meeting: Meeting
    /// nil when it was erased; without where it is for who was not asked.
    package let text: MeetingText?
    /// What each said to each time; nothing for who was not asked.
    package let answers: [ID<Account>: [Int: Meeting.Answer]]
    package let isInvited: Bool
    package let changed: Moment
    /// The names of calendars tell by it which of two versions is the later one.
    package var sequence: Int { meeting.version }

    /// What somebody said to the time that was chosen, or to the only one there is.
    package func answer(of account: ID<Account>) -> Meeting.Answer? { answers[account]?[meeting.chosen ?? 0] }
}

extension Connection {
    /// The meetings of a family that the reader may know of: what comes first, first; what has no time yet before.
    package func meetings(_ key: borrowing DossierKey) throws -> [MeetingSight] {
        try seenMeetings(key).map { try sight($0, key) }.sorted { $0.order < $1.order }
    }

    /// One meeting; nil where the reader may not know of it.
    package func meeting(_ id: ID<Meeting>, _ key: borrowing DossierKey) throws -> MeetingSight? {
        try seenMeetings(key, only: id).first.map { try sight($0, key) }
    }

    /// What is held is looked for where nothing is, so that it costs what is absent costs.
    func seenMeetings(_ key: borrowing DossierKey, only id: ID<Meeting>? = nil) throws -> [KeptMeeting] {
        let isHeld = id.map { key.reading.held.items.contains(ItemName(.meeting, $0)) } ?? false
        let kept = try keptMeetings(of: key.family, only: isHeld ? "" : id?.text)
        let hidden = try accountsHidden(key)
        let directs = try directionNow(key)?.holder == key.reading.reader
        return kept.filter { key.reading.maySee($0.meeting, directs: directs, membersHidden: hidden) }
    }

    /// Those that the reader was asked for and may still come to, by their identifiers.
    func meetingsTakenPartIn(_ key: borrowing DossierKey) throws -> Set<String> {
        Set(try seenMeetings(key).map(\.meeting).filter(key.reading.isInvited).map(\.id.text))
    }

    /// Whether the reader chooses the time of a meeting, changes it and calls it off.
    package func runs(_ meeting: Meeting, _ key: borrowing DossierKey, _ vault: Vault) throws -> Bool {
        guard meeting.convener != key.reading.reader else { return key.reading.runs(meeting, isConvenerHere: true) }
        let convener = try reading(of: key.family, by: meeting.convener, on: key.today, vault)
        let isHere = try convener?.isInvited(to: meeting) == true && !isAway(meeting.convener, key)
        return key.reading.runs(meeting, isConvenerHere: isHere)
    }

    /// Whether somebody is away now, and a colleague does their work here.
    private func isAway(_ account: ID<Account>, _ key: borrowing DossierKey) throws -> Bool {
        try row(
            """
            SELECT 1 FROM stand_in s JOIN absence a ON a.id = s.absence_id
            WHERE s.family_id = \(key.family) AND a.account_id = \(account) AND a.ended_at IS NULL ORDER BY a.id
            """
        ) { _ in true } ?? false
    }

    private func sight(_ kept: KeptMeeting, _ key: borrowing DossierKey) throws -> MeetingSight {
        let isInvited = key.reading.isInvited(to: kept.meeting)
        let text = try kept.text(key)
        return MeetingSight(
            meeting: kept.meeting, text: isInvited ? text : text?.subjectAlone, answers: isInvited ? kept.answers : [:],
            isInvited: isInvited, changed: kept.changed)
    }
}

extension MeetingSight {
    fileprivate var order: (Moment, ID<Meeting>) {
        (meeting.time?.starts ?? meeting.times.map(\.starts).min() ?? meeting.made, meeting.id)
    }
}
