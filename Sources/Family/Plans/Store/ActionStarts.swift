// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// When the help of each action of a family began, of those of which anything is known.
    func actionStarts(of family: ID<Family>) throws -> [ID<PlanAction>: ActionStart] {
        let rows = try rows(
            """
            SELECT action_id, contact_planned, contact_on, started_on FROM plan_action_start
            WHERE family_id = \(family) ORDER BY action_id
            """
        ) { row in
            let start = ActionStart(
                planned: try row.ifAny(1) { try $0.day($1) }, contact: try row.ifAny(2) { try $0.day($1) },
                started: try row.ifAny(3) { try $0.day($1) })
            return (row.id(0, PlanAction.self), start)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Notes, on the day it is, that there was first contact or that the help began.
    ///
    /// - Throws: ``PlanRefusal``
    package func note(
        _ step: ActionStart.Step, of id: ID<PlanAction>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try action(id, key),
            key.reading.mayTick(sight.text, owners: sight.owners, about: sight.about)
        else { throw PlanRefusal.notYours }
        guard sight.action.state == .open else { throw PlanRefusal.over }
        try keep(try sight.start.noted(step, on: now.day), of: id, at: now, key)
        let goal = Goal(id: sight.action.goal, about: sight.about, begun: now)
        try journalPlan(.planChanged, goal, doers: sight.text?.accounts ?? [], at: now, key, vault)
    }

    /// Plans by when there is first contact.
    ///
    /// - Throws: ``PlanRefusal/notYours``
    package func planContact(
        by day: Day?, of id: ID<PlanAction>, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        guard let sight = try action(id, key), key.reading.mayPlan(about: sight.about) else {
            throw PlanRefusal.notYours
        }
        guard sight.start.planned != day else { return }
        try keep(sight.start.planned(day), of: id, at: now, key)
    }

    private func keep(
        _ start: ActionStart, of id: ID<PlanAction>, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        guard start != ActionStart() else {
            try execute("DELETE FROM plan_action_start WHERE family_id = \(key.family) AND action_id = \(id)")
            return
        }
        try execute(
            """
            INSERT INTO plan_action_start (
                family_id, action_id, contact_planned, contact_on, started_on, at, by_id
            ) VALUES (
                \(key.family), \(id), \(start.planned), \(start.contact), \(start.started), \(now),
                \(key.reading.reader)
            )
            ON CONFLICT (family_id, action_id) DO UPDATE SET contact_planned = excluded.contact_planned,
                contact_on = excluded.contact_on, started_on = excluded.started_on, at = excluded.at,
                by_id = excluded.by_id
            """)
    }
}
