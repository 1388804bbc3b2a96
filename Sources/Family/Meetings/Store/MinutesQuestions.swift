// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Something that somebody said of a meeting: a point to talk about, or a remark on its minutes.
package struct SaidOfMeeting: Hashable, Sendable {
    package let account: ID<Account>
    package let at: Moment
    /// nil when it was erased.
    package let text: String?
}

/// A version of the minutes.
package struct MinutesVersion: Hashable, Sendable {
    package let number: Int
    package let at: Moment
    package let by: ID<Account>
    /// nil when it was erased.
    package let minutes: Minutes?
}

/// What was decided, as its reader finds it.
package struct MeetingDecision: Hashable, Sendable {
    /// nil when it was erased.
    package let text: String?
    /// The action that it became, where the reader may see that.
    package let action: ActionSight?
    package let becameAction: Bool
}

/// What there is to read of one meeting besides itself, for who was asked.
package struct MeetingPapers: Hashable, Sendable {
    package let points: [SaidOfMeeting]
    /// All versions, the last one last.
    package let versions: [MinutesVersion]
    package let decisions: [MeetingDecision]
    package let remarks: [SaidOfMeeting]
}

/// What there is to talk about, drawn from what one reader may read: nobody sees more here than elsewhere.
package struct MeetingAgenda: Hashable, Sendable {
    /// Actions that are open, those late first.
    package let actions: [ActionSight]
    /// Goals to look back on by the day of the meeting.
    package let goals: [GoalSight]
    /// Whatever else is promised and open.
    package let promises: [FamilyPromise]
}

extension Connection {
    /// What was said and written of a meeting; nil for who was not asked.
    package func papers(of sight: MeetingSight, _ key: borrowing DossierKey) throws -> MeetingPapers? {
        guard sight.isInvited else { return nil }
        let (id, part) = (sight.meeting.id, key.part(about: sight.meeting.about))
        let points = try said(in: "meeting_point", of: id, key) { row, account, at in
            try key.open(row.bytesIfAny(3), in: part, at: .point(row.text(0), by: account, at: at, in: key.family))
        }
        let remarks = try said(in: "meeting_remark", of: id, key) { row, account, at in
            try key.open(row.bytesIfAny(3), in: part, at: .remark(row.text(0), by: account, at: at, in: key.family))
        }
        return MeetingPapers(
            points: points, versions: try versions(of: id, in: part, key),
            decisions: try decisions(of: id, in: part, key), remarks: remarks)
    }

    private func said(
        in table: SQL, of id: ID<Meeting>, _ key: borrowing DossierKey,
        _ opened: (borrowing Row, ID<Account>, Moment) throws -> String?
    ) throws -> [SaidOfMeeting] {
        try rows(
            """
            SELECT id, account_id, at, body FROM \(table)
            WHERE family_id = \(key.family) AND meeting_id = \(id) ORDER BY at, id
            """
        ) { row in
            let (account, at) = (row.id(1, Account.self), row.moment(2))
            return SaidOfMeeting(account: account, at: at, text: try opened(row, account, at))
        }
    }

    private func versions(
        of id: ID<Meeting>, in part: ID<Part>, _ key: borrowing DossierKey
    ) throws -> [MinutesVersion] {
        try rows(
            """
            SELECT number, at, by_id, body FROM meeting_minutes
            WHERE family_id = \(key.family) AND meeting_id = \(id) ORDER BY number
            """
        ) { row in
            let (number, at, by) = (row.int(0), row.moment(1), row.id(2, Account.self))
            let text = try key.open(
                row.bytesIfAny(3), in: part, at: .minutes(id, number, by: by, at: at, in: key.family))
            return MinutesVersion(number: number, at: at, by: by, minutes: text.flatMap(Minutes.init(text:)))
        }
    }

    private func decisions(
        of id: ID<Meeting>, in part: ID<Part>, _ key: borrowing DossierKey
    ) throws -> [MeetingDecision] {
        let found = try rows(
            """
            SELECT id, body, action_id FROM meeting_decision
            WHERE family_id = \(key.family) AND meeting_id = \(id) ORDER BY version, place, id
            """
        ) { row in
            let text = try key.open(row.bytesIfAny(1), in: part, at: .decision(row.id(0), in: key.family))
            return (text: text, action: row.idIfAny(2, PlanAction.self))
        }
        let actions = found.contains { $0.action != nil } ? try plan(key).actions : []
        return found.map { decision in
            MeetingDecision(
                text: decision.text, action: actions.first { $0.action.id == decision.action },
                becameAction: decision.action != nil)
        }
    }

    /// What is open around those a meeting is about, as the reader may see it.
    package func agenda(
        of meeting: Meeting, among circle: CircleSight, _ key: borrowing DossierKey
    ) throws -> MeetingAgenda {
        let plan = try plan(key)
        let day = meeting.time?.starts.day ?? meeting.times.map(\.starts.day).min() ?? key.today
        let isDue = plan.evaluateOn.map { $0 <= day } ?? false
        let concerned = plan.open.filter { !$0.goal.about.isDisjoint(with: meeting.about) }
        let promises = try openPromises(key, among: circle).filter {
            !$0.promise.isOfMeeting && !$0.promise.isOfAction && !$0.about.isDisjoint(with: meeting.about)
        }
        return MeetingAgenda(
            actions: concerned.flatMap(\.actions).filter { $0.action.state == .open },
            goals: concerned.filter { meeting.goals.contains($0.goal.id) || isDue }, promises: promises)
    }
}
