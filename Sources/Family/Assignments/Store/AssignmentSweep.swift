// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Puts back to the team leads what somebody had in hand who no longer works there.
    package func leaveAssignments(
        of account: ID<Account>, at organisation: ID<Organisation>, now: Moment
    ) throws {
        let left = try rows(
            """
            SELECT id FROM assignment WHERE organisation = \(organisation) AND holder = \(account) ORDER BY id
            """
        ) { $0.id(0, Assignment.self) }
        for assignment in try assignments(left, ledBy: []) {
            var next = assignment
            next.holder = nil
            try save(next, at: now)
            try note(.passed, by: nil, at: now, of: next.id)
        }
    }

    /// Does what time asks of assignments; tells how many it was: those whose time was over before help began are over, and
    /// what was over a year ago is taken away.
    package func sweepAssignments(at now: Moment) throws -> Int {
        let late = try lapsing(on: now.day)
        for assignment in late {
            try save(assignment, at: now)
            try note(.lapsed, by: nil, at: now, of: assignment.id)
        }
        let old = try rows(
            """
            SELECT id FROM assignment WHERE over_at IS NOT NULL AND over_at <= \(now - Assignment.kept)
            ORDER BY over_at, id LIMIT 50
            """
        ) { $0.id(0, Assignment.self) }
        try execute("DELETE FROM assignment_entry WHERE assignment_id IN \(list: old)")
        try execute("DELETE FROM assignment WHERE id IN \(list: old)")
        return late.count + old.count
    }

    /// Some of those that are over by the day alone, as they are then.
    private func lapsing(on today: Day) throws -> [Assignment] {
        let found = try rows(
            """
            SELECT \(Assignment.columns) FROM assignment
            WHERE over_at IS NULL AND (state = 'waiting' AND (until_day < \(today)
                    OR until_day IS NULL AND heard_day < \(today + -Assignment.endless))
                OR state = 'asked' AND asked_day < \(today + -Assignment.unanswered)
                OR state = 'helping' AND (until_day < \(today + -Assignment.unstopped)
                    OR until_day IS NULL AND heard_day < \(today + -Assignment.endless)))
            ORDER BY heard_day, id
            """
        ) { try Assignment(row: $0, ledBy: []) }
        // What went on last may still hold it open: the rule decides.
        return found.map { $0.lapsed(on: today) }.filter(\.isLapsed).prefix(50).map(\.self)
    }
}
