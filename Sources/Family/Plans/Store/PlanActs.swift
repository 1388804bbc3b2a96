// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A goal as somebody wants it, with the actions that belong to it.
package struct GoalToBegin: Sendable {
    package let id: ID<Goal>
    package let about: Set<ID<Person>>
    package let text: GoalText
    package let actions: [ActionText]

    package init(id: ID<Goal>, about: Set<ID<Person>>, text: GoalText, actions: [ActionText] = []) {
        self.id = id
        self.about = about
        self.text = text
        self.actions = actions
    }
}

extension Connection {
    /// The plan of the family, begun now where it has none: there is exactly one.
    func planNow(at now: Moment, ids: IDSource, _ key: borrowing DossierKey) throws -> ID<Plan> {
        if let kept = try keptPlan(of: key.family) { return kept.id }
        let id: ID<Plan> = ids.next(at: now)
        try execute(
            """
            INSERT INTO plan (family_id, id, begun_at, by_id) VALUES (\(key.family), \(id), \(now), \(key.reading.reader))
            """)
        return id
    }

    /// Begins a goal with its first actions.
    ///
    /// - Throws: ``PlanRefusal``
    package func begin(
        _ start: GoalToBegin, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard key.reading.mayPlan(about: start.about) else { throw PlanRefusal.notYours }
        let goal = Goal(id: start.id, about: start.about, begun: now)
        let plan = try planNow(at: now, ids: ids, key)
        try execute(
            """
            INSERT INTO goal (family_id, id, plan_id, part_id, state, begun_at, version)
            VALUES (\(key.family), \(goal.id), \(plan), \(key.part(about: goal.about)), \(goal.state.rawValue), \(now), 1)
            """)
        for person in goal.about.sorted() {
            try execute(
                "INSERT INTO goal_person (family_id, goal_id, person_id) VALUES (\(key.family), \(goal.id), \(person))")
        }
        try keepVersion(of: goal, start.text, at: now, key)
        try journalPlan(.planChanged, goal, at: now, key, vault)
        for text in start.actions { try add(text, for: goal, at: now, ids: ids, key, vault) }
    }

    /// Changes what a goal says.
    ///
    /// - Parameter version: of the text that was changed.
    /// - Throws: ``PlanRefusal``
    package func change(
        _ id: ID<Goal>, from version: Int, to text: GoalText, state: Goal.State, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try goal(id, key), key.reading.mayPlan(about: sight.goal.about) else {
            throw PlanRefusal.notYours
        }
        guard sight.goal.version == version else { throw PlanRefusal.changedMeanwhile }
        try keep(sight.goal, text, state, at: now, key)
        try journalPlan(.planChanged, sight.goal, at: now, key, vault)
        if state != .open { try stopActions(of: sight, at: now, key, vault) }
    }

    /// Keeps the next version of a goal.
    func keep(
        _ goal: Goal, _ text: GoalText, _ state: Goal.State, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let next = Goal(id: goal.id, about: goal.about, state: state, version: goal.version + 1, begun: goal.begun)
        let changed = try execute(
            """
            UPDATE goal SET state = \(state.rawValue), version = \(next.version)
            WHERE family_id = \(key.family) AND id = \(goal.id) AND version = \(goal.version)
            """)
        guard changed == 1 else { throw PlanRefusal.changedMeanwhile }
        try keepVersion(of: next, text, at: now, key)
    }

    private func keepVersion(
        of goal: Goal, _ text: GoalText, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let body = try key.seal(
            text.text, in: key.part(about: goal.about), at: .goal(goal.id, goal.version, in: key.family))
        try execute(
            """
            INSERT INTO goal_version (family_id, goal_id, number, at, by_id, state, body)
            VALUES (\(key.family), \(goal.id), \(goal.version), \(now), \(key.reading.reader), \(goal.state.rawValue),
                \(body))
            """)
    }

    /// What is not done of a goal that ends is not done any more.
    func stopActions(of goal: GoalSight, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault) throws {
        for sight in goal.actions where sight.action.state == .open {
            guard let text = sight.text else { continue }
            try keep(sight.action, text, .stopped, about: goal.goal.about, at: now, key)
            try closePromises(of: sight.action.id, at: now, key)
        }
    }

    /// - Parameter doers: who does what it tells of: nobody from whom one of them is hidden sees it.
    func journalPlan(
        _ kind: JournalEntry.Kind, _ goal: Goal, doers: Set<ID<Account>> = [], at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.goal, goal.id), persons: goal.about,
                detail: FieldText.joined(doers)), key, vault)
    }
}
