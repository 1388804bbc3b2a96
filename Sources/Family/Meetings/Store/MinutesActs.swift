// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// What was decided, and as which action it goes into the plan, where it does.
package struct DecisionToKeep: Sendable {
    package let text: PlainText
    package let action: ActionText?

    package init(text: PlainText, action: ActionText?) {
        self.text = text
        self.action = action
    }
}

/// Minutes as somebody wants to keep them.
package struct MinutesToKeep: Sendable {
    package let minutes: Minutes
    package let decisions: [DecisionToKeep]
    /// The goal for which the decisions become actions.
    package let goal: ID<Goal>?
    /// Of which version this is the next; 0 for the first.
    package let version: Int

    package init(_ minutes: Minutes, decisions: [DecisionToKeep] = [], for goal: ID<Goal>? = nil, after version: Int) {
        self.minutes = minutes
        self.decisions = decisions
        self.goal = goal
        self.version = version
    }
}

extension Connection {
    /// Keeps the minutes of a meeting, and with them what was decided as actions of the plan: all of it or nothing.
    ///
    /// With the first version it counts who came and who did not, without their names; with a later one it corrects that.
    ///
    /// - Throws: ``Meeting/Refusal``, and ``PlanRefusal`` of what should become an action.
    package func keep(
        _ asked: MinutesToKeep, of id: ID<Meeting>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let sight = try meeting(id, key), key.reading.mayWriteMinutes(of: sight.meeting) else {
            throw Meeting.Refusal.notYours
        }
        let meeting = try sight.meeting.held(at: now)
        guard try lastVersion(of: id, in: key.family) == asked.version else { throw Meeting.Refusal.changedMeanwhile }
        let came = asked.minutes.came.intersection(meeting.invited)
        let before = try papers(of: sight, key)?.versions.last?.minutes?.came
        try keep(
            Minutes(came: came, notes: asked.minutes.notes), asked.version + 1, of: meeting, by: key.reading.reader,
            at: now, key, vault)
        for (place, decision) in asked.decisions.enumerated() {
            try keep(decision, at: place, asked, of: meeting, at: now, ids: ids, key, vault)
        }
        guard asked.version == 0 else { return try correctCount(from: before, to: came, of: meeting, key) }
        try endPromises(about: meeting, at: now, key, vault)
        try count(came, of: meeting, ids: ids, key)
    }

    /// Keeps a version of the minutes of a meeting that was held; with the first one the meeting is over.
    package func keep(
        _ minutes: Minutes, _ number: Int, of meeting: Meeting, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try keepVersion(minutes, number, of: meeting, by: who, at: now, key)
        try journal(.meetingHeld, meeting, by: who, at: now, key, vault)
        if number == 1 { try save(meeting, nil, at: now, key) }
    }

    /// Says something about the minutes, beside them.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func remark(
        _ text: PlainText, as remark: ID<MinutesRemark>, on id: ID<Meeting>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try meeting(id, key), sight.isInvited, sight.meeting.state == .held else {
            throw Meeting.Refusal.notYours
        }
        let reader = key.reading.reader
        let place = SealedPlace.remark(remark.text, by: reader, at: now, in: key.family)
        let body = try key.seal(text.text, in: key.part(about: sight.meeting.about), at: place)
        try execute(
            """
            INSERT INTO meeting_remark (family_id, meeting_id, id, account_id, at, body)
            VALUES (\(key.family), \(id), \(remark), \(reader), \(now), \(body))
            """)
        try journal(.meetingChanged, sight.meeting, at: now, key, vault)
    }

    /// Adds what the reader wants to talk about.
    ///
    /// - Throws: ``Meeting/Refusal``
    package func add(
        _ text: PlainText, as point: ID<AgendaPoint>, to id: ID<Meeting>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try meeting(id, key), sight.isInvited else { throw Meeting.Refusal.notYours }
        guard sight.meeting.state == .proposed || sight.meeting.state == .planned else { throw Meeting.Refusal.over }
        let reader = key.reading.reader
        let place = SealedPlace.point(point.text, by: reader, at: now, in: key.family)
        let body = try key.seal(text.text, in: key.part(about: sight.meeting.about), at: place)
        try execute(
            """
            INSERT INTO meeting_point (family_id, meeting_id, id, account_id, at, body)
            VALUES (\(key.family), \(id), \(point), \(reader), \(now), \(body))
            """)
        try journal(.meetingChanged, sight.meeting, at: now, key, vault)
    }

    func lastVersion(of id: ID<Meeting>, in family: ID<Family>) throws -> Int {
        try row(
            """
            SELECT number FROM meeting_minutes WHERE family_id = \(family) AND meeting_id = \(id)
            ORDER BY number DESC LIMIT 1
            """
        ) { $0.int(0) } ?? 0
    }

    private func keepVersion(
        _ minutes: Minutes, _ number: Int, of meeting: Meeting, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        let place = SealedPlace.minutes(meeting.id, number, by: who, at: now, in: key.family)
        let body = try key.seal(minutes.text, in: key.part(about: meeting.about), at: place)
        try execute(
            """
            INSERT INTO meeting_minutes (family_id, meeting_id, number, at, by_id, body)
            VALUES (\(key.family), \(meeting.id), \(number), \(now), \(who), \(body))
            """)
    }

    private func keep(
        _ decision: DecisionToKeep, at place: Int, _ asked: MinutesToKeep, of meeting: Meeting, at now: Moment,
        ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        var action: ID<PlanAction>?
        if let text = decision.action {
            guard let goal = asked.goal else { throw PlanRefusal.notYours }
            action = try add([text], for: goal, at: now, ids: ids, key, vault).first
        }
        let id: ID<MeetingDecided> = ids.next(at: now)
        let body = try key.seal(
            decision.text.text, in: key.part(about: meeting.about), at: .decision(id, in: key.family))
        try execute(
            """
            INSERT INTO meeting_decision (family_id, meeting_id, id, version, place, body, action_id)
            VALUES (\(key.family), \(meeting.id), \(id), \(asked.version + 1), \(place), \(body), \(action))
            """)
    }

    /// One fact for each who was asked: whether they came, of which organisation, and nothing of whom.
    private func count(
        _ came: Set<ID<Account>>, of meeting: Meeting, ids: IDSource, _ key: borrowing DossierKey
    ) throws {
        for account in meeting.invited.sorted() {
            try record(
                try Fact(
                    kind: .cameToMeeting, organisation: try organisations(of: account, key).first,
                    month: meeting.month(key), shape: .verdict(came.contains(account)), ids: ids))
        }
    }

    /// Of who was written down wrong the fact becomes the other one; nothing is counted twice.
    private func correctCount(
        from before: Set<ID<Account>>?, to came: Set<ID<Account>>, of meeting: Meeting, _ key: borrowing DossierKey
    ) throws {
        guard let before else { return }
        for account in before.symmetricDifference(came).sorted() {
            // Who left since was counted for the organisation they then worked for.
            let counted = try organisations(of: account, key).map { Optional($0) } + [nil]
            for organisation in counted
            where try correct(.cameToMeeting, of: organisation, in: meeting.month(key), to: came.contains(account)) {
                break
            }
        }
    }

    /// For which organisations somebody is or was in the circle, those of today first.
    private func organisations(of account: ID<Account>, _ key: borrowing DossierKey) throws -> [ID<Organisation>] {
        let all = try memberships(of: account, in: [key.family]).map(\.membership).filter { $0.kind == .professional }
        let today = all.filter { $0.isActive(on: key.today) }
        return (today + all.filter { !$0.isActive(on: key.today) }).compactMap(\.organisation)
    }
}

extension Meeting {
    /// In which month it counts.
    fileprivate func month(_ key: borrowing DossierKey) -> Month { Month(of: time?.starts.day ?? key.today) }
}

extension SealedPlace {
    /// Bound to its author and moment, too: nobody's words can be put in another's mouth.
    static func minutes(
        _ id: ID<Meeting>, _ number: Int, by account: ID<Account>, at: Moment, in family: ID<Family>
    ) -> SealedPlace {
        let row = "\(id):\(number):\(account):\(at.milliseconds)"
        return SealedPlace("meeting_minutes", "body", row: row, owner: family.text)
    }
    static func decision(_ id: ID<MeetingDecided>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("meeting_decision", "body", row: id.text, owner: family.text)
    }
    static func point(_ id: String, by account: ID<Account>, at: Moment, in family: ID<Family>) -> SealedPlace {
        SealedPlace("meeting_point", "body", row: "\(id):\(account):\(at.milliseconds)", owner: family.text)
    }
    static func remark(_ id: String, by account: ID<Account>, at: Moment, in family: ID<Family>) -> SealedPlace {
        SealedPlace("meeting_remark", "body", row: "\(id):\(account):\(at.milliseconds)", owner: family.text)
    }
}
