// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A goal as it is kept, with its text still sealed.
struct SealedGoal {
    var goal: Goal
    let part: ID<Part>
    let body: [UInt8]?

    init(row: borrowing Row) {
        goal = Goal(
            id: row.id(0), about: [row.id(6)], state: Goal.State(rawValue: row.text(2)) ?? .open, version: row.int(3),
            begun: row.moment(4))
        part = row.id(1)
        body = row.bytesIfAny(5)
    }

    func text(_ key: borrowing DossierKey) throws -> GoalText? {
        try key.open(body, in: part, at: .goal(goal.id, goal.version, in: key.family)).flatMap(GoalText.init(text:))
    }

    /// One for each goal, with all persons it is about.
    static func grouped(_ rows: [Self]) -> [Self] {
        rows.reduce(into: []) { found, row in
            guard let last = found.last, last.goal.id == row.goal.id else { return found.append(row) }
            found[found.count - 1].goal = Goal(
                id: row.goal.id, about: last.goal.about.union(row.goal.about), state: row.goal.state,
                version: row.goal.version, begun: row.goal.begun)
        }
    }
}

/// An action as it is kept, with its text still sealed.
struct SealedAction {
    let action: PlanAction
    let body: [UInt8]?

    init(row: borrowing Row) {
        action = PlanAction(
            id: row.id(0), goal: row.id(1), state: PlanAction.State(rawValue: row.text(2)) ?? .open,
            version: row.int(3),
            begun: row.moment(4))
        body = row.bytesIfAny(5)
    }

    func text(in part: ID<Part>, _ key: borrowing DossierKey) throws -> ActionText? {
        try key.open(body, in: part, at: .action(action.id, action.version, in: key.family))
            .flatMap(ActionText.init(text:))
    }
}

extension Connection {
    /// The goals of a family as they are, or as they were at a moment.
    func sealedGoals(of family: ID<Family>, at moment: Moment? = nil) throws -> [SealedGoal] {
        let version: SQL =
            moment.map { moment in
                """
                (SELECT MAX(w.number) FROM goal_version w
                    WHERE w.family_id = g.family_id AND w.goal_id = g.id AND w.at <= \(moment))
                """
            } ?? "g.version"
        return SealedGoal.grouped(
            try rows(
                """
                SELECT g.id, g.part_id, v.state, v.number, g.begun_at, v.body, p.person_id FROM goal g
                JOIN goal_version v ON v.family_id = g.family_id AND v.goal_id = g.id AND v.number = \(version)
                JOIN goal_person p ON p.family_id = g.family_id AND p.goal_id = g.id
                WHERE g.family_id = \(family) ORDER BY g.id, p.person_id
                """, SealedGoal.init(row:)))
    }

    /// The actions of a family as they are, or as they were at a moment.
    func sealedActions(of family: ID<Family>, at moment: Moment? = nil) throws -> [SealedAction] {
        let version: SQL =
            moment.map { moment in
                """
                (SELECT MAX(w.number) FROM plan_action_version w
                    WHERE w.family_id = a.family_id AND w.action_id = a.id AND w.at <= \(moment))
                """
            } ?? "a.version"
        return try rows(
            """
            SELECT a.id, a.goal_id, v.state, v.number, a.begun_at, v.body FROM plan_action a
            JOIN plan_action_version v ON v.family_id = a.family_id AND v.action_id = a.id AND v.number = \(version)
            WHERE a.family_id = \(family) ORDER BY a.id
            """, SealedAction.init(row:))
    }

    /// The last tick of each action, and how many there are.
    func ticks(of family: ID<Family>, until day: Day) throws -> [ID<PlanAction>: (last: Day, count: Int)] {
        let rows = try rows(
            """
            SELECT action_id, MAX(day), COUNT(*) FROM plan_action_tick
            WHERE family_id = \(family) AND day <= \(day) GROUP BY action_id ORDER BY action_id
            """
        ) { ($0.id(0, PlanAction.self), (last: try $0.day(1), count: $0.int(2))) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

extension Connection {
    /// The actions that are held from the reader, or whose goal is: what was promised with them leaves no trace either.
    func actionsHeld(_ key: borrowing DossierKey) throws -> Set<String> {
        let items = key.reading.held.items
        let held = Set(items.filter { $0.kind == .action }.map(\.id))
        let goals = items.filter { $0.kind == .goal }.map(\.id).sorted()
        guard !goals.isEmpty else { return held }
        return held.union(
            try rows(
                """
                SELECT id FROM plan_action WHERE family_id = \(key.family) AND goal_id IN \(list: goals) ORDER BY id
                """
            ) { $0.text(0) })
    }
}

extension SealedPlace {
    static func goal(_ id: ID<Goal>, _ version: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("goal_version", "body", row: "\(id.text) \(version)", owner: family.text)
    }
    static func action(_ id: ID<PlanAction>, _ version: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("plan_action_version", "body", row: "\(id.text) \(version)", owner: family.text)
    }
    static func scores(of goal: ID<Goal>, _ evaluation: ID<PlanEvaluation>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("goal_evaluation", "scores", row: "\(evaluation.text) \(goal.text)", owner: family.text)
    }
    static func offer(_ plan: ID<Plan>, _ number: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("group_plan_offer", "reason", row: "\(plan.text) \(number)", owner: family.text)
    }
}
