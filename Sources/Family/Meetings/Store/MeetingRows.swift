// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A meeting as it is kept, with its text still sealed.
struct KeptMeeting {
    let meeting: Meeting
    let part: ID<Part>
    let body: [UInt8]?
    let changed: Moment
    let answers: [ID<Account>: [Int: Meeting.Answer]]

    func text(_ key: borrowing DossierKey) throws -> MeetingText? {
        try key.open(body, in: part, at: .meeting(meeting.id, in: key.family)).flatMap(MeetingText.init(text:))
    }
}

extension Connection {
    /// The meetings of a family, or one of them, whoever asks; first made first.
    func keptMeetings(of family: ID<Family>, only id: String? = nil) throws -> [KeptMeeting] {
        let which: SQL = id.map { "AND m.id = \($0)" } ?? ""
        let parts = try meetingParts(of: family, only: id)
        return try rows(
            """
            SELECT m.id, m.part_id, m.convener_id, m.made_at, m.changed_at, m.state, m.chosen, m.body, m.version
            FROM meeting m WHERE m.family_id = \(family) \(which) ORDER BY m.made_at, m.id
            """
        ) { row in
            let id = row.id(0, Meeting.self)
            return KeptMeeting(
                meeting: Meeting(
                    id: id, about: parts.persons[id] ?? [], goals: parts.goals[id] ?? [], convener: row.id(2),
                    invited: parts.invited[id] ?? [], made: row.moment(3), times: parts.times[id] ?? [],
                    state: Meeting.State(rawValue: row.text(5)) ?? .cancelled, chosen: row.ifAny(6) { $0.int($1) },
                    version: row.int(8)),
                part: row.id(1), body: row.bytesIfAny(7), changed: row.moment(4), answers: parts.answers[id] ?? [:])
        }
    }

    private func meetingParts(of family: ID<Family>, only id: String?) throws -> MeetingParts {
        var parts = MeetingParts()
        let which: SQL = id.map { "AND meeting_id = \($0)" } ?? ""
        _ = try rows(
            """
            SELECT meeting_id, 'person', person_id FROM meeting_person WHERE family_id = \(family) \(which)
            UNION ALL SELECT meeting_id, 'goal', goal_id FROM meeting_goal WHERE family_id = \(family) \(which)
            UNION ALL SELECT meeting_id, 'invited', account_id FROM meeting_invited
            WHERE family_id = \(family) \(which) ORDER BY 1, 2, 3
            """
        ) { row in
            let meeting = row.id(0, Meeting.self)
            switch row.text(1) {
            case "person": parts.persons[meeting, default: []].insert(row.id(2))
            case "goal": parts.goals[meeting, default: []].insert(row.id(2))
            default: parts.invited[meeting, default: []].insert(row.id(2))
            }
        }
        _ = try rows(
            """
            SELECT meeting_id, starts_at, minutes FROM meeting_time
            WHERE family_id = \(family) \(which) ORDER BY meeting_id, number
            """
        ) { parts.times[$0.id(0), default: []].append(Meeting.Time($0.moment(1), minutes: $0.int(2))) }
        _ = try rows(
            """
            SELECT meeting_id, account_id, number, answer FROM meeting_answer
            WHERE family_id = \(family) \(which) ORDER BY meeting_id, account_id, number
            """
        ) {
            parts.answers[$0.id(0), default: [:]][$0.id(1), default: [:]][$0.int(2)] =
                Meeting.Answer(rawValue: $0.text(3))
        }
        return parts
    }

    // MARK: Writing

    func insert(_ meeting: Meeting, _ text: MeetingText, _ key: borrowing DossierKey) throws {
        let (family, part) = (key.family, key.part(about: meeting.about))
        let body = try key.seal(text.text, in: part, at: .meeting(meeting.id, in: family))
        try execute(
            """
            INSERT INTO meeting (family_id, id, part_id, convener_id, made_at, changed_at, state, chosen, starts_at,
                ends_at, body)
            VALUES (\(family), \(meeting.id), \(part), \(meeting.convener), \(meeting.made), \(meeting.made),
                \(meeting.state.rawValue), \(meeting.chosen), \(meeting.time?.starts), \(meeting.time?.ends), \(body))
            """)
        for person in meeting.about.sorted() {
            try execute(
                """
                INSERT INTO meeting_person (family_id, meeting_id, person_id)
                VALUES (\(family), \(meeting.id), \(person))
                """)
        }
        for goal in meeting.goals.sorted() {
            try execute(
                "INSERT INTO meeting_goal (family_id, meeting_id, goal_id) VALUES (\(family), \(meeting.id), \(goal))")
        }
        try insertTimes(of: meeting, key)
    }

    /// Writes a meeting anew: whoever answered the times before is asked again.
    func insertTimes(of meeting: Meeting, _ key: borrowing DossierKey) throws {
        let (family, id) = (key.family, meeting.id)
        for table in ["meeting_answer", "meeting_time", "meeting_invited"] as [SQL] {
            try execute("DELETE FROM \(table) WHERE family_id = \(family) AND meeting_id = \(id)")
        }
        for (number, time) in meeting.times.enumerated() {
            try execute(
                """
                INSERT INTO meeting_time (family_id, meeting_id, number, starts_at, minutes)
                VALUES (\(family), \(id), \(number), \(time.starts), \(time.minutes))
                """)
        }
        for account in meeting.invited.sorted() {
            try execute(
                "INSERT INTO meeting_invited (family_id, meeting_id, account_id) VALUES (\(family), \(id), \(account))")
        }
    }

    /// Writes down what became of a meeting.
    ///
    /// - Throws: ``Meeting/Refusal/changedMeanwhile`` when somebody changed it since it was read.
    func save(
        _ meeting: Meeting, _ text: MeetingText?, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let body = try text.map {
            try key.seal($0.text, in: key.part(about: meeting.about), at: .meeting(meeting.id, in: key.family))
        }
        let changed = try execute(
            """
            UPDATE meeting SET state = \(meeting.state.rawValue), chosen = \(meeting.chosen),
                starts_at = \(meeting.time?.starts), ends_at = \(meeting.time?.ends),
                body = COALESCE(\(body), body), changed_at = \(now), version = version + 1
            WHERE family_id = \(key.family) AND id = \(meeting.id) AND version = \(meeting.version)
            """)
        guard changed == 1 else { throw Meeting.Refusal.changedMeanwhile }
    }
}

/// What lies in rows of its own, by meeting.
private struct MeetingParts {
    var persons: [ID<Meeting>: Set<ID<Person>>] = [:]
    var goals: [ID<Meeting>: Set<ID<Goal>>] = [:]
    var invited: [ID<Meeting>: Set<ID<Account>>] = [:]
    var times: [ID<Meeting>: [Meeting.Time]] = [:]
    var answers: [ID<Meeting>: [ID<Account>: [Int: Meeting.Answer]]] = [:]
}

extension SealedPlace {
    static func meeting(_ id: ID<Meeting>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("meeting", "body", row: id.text, owner: family.text)
    }
}
