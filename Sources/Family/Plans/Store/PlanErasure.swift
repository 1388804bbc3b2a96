// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties what the plan says in these parts; that there were so many goals and actions stays.
    func emptyPlans(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let goals: SQL = "SELECT id FROM goal WHERE family_id = \(family) AND part_id IN \(list: parts)"
        var count = try execute(
            """
            UPDATE goal_version SET body = NULL
            WHERE family_id = \(family) AND goal_id IN (\(goals)) AND body IS NOT NULL
            """)
        count += try execute(
            """
            UPDATE plan_action_version SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND action_id IN (
                SELECT id FROM plan_action WHERE family_id = \(family) AND goal_id IN (\(goals))
            )
            """)
        count += try execute(
            """
            UPDATE goal_evaluation SET scores = NULL
            WHERE family_id = \(family) AND goal_id IN (\(goals)) AND scores IS NOT NULL
            """)
        count += try execute(
            """
            UPDATE group_plan_offer SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
        return count
    }
}
