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
        let late = try rows(
            """
            SELECT id FROM assignment WHERE state = 'waiting' AND until_day < \(now.day)
            ORDER BY until_day, id LIMIT 50
            """
        ) { $0.id(0, Assignment.self) }
        for assignment in try assignments(late, ledBy: []) {
            try save(assignment.lapsed(on: now.day), at: now)
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
}
