// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// The plan as the reader may see it, as it is or as it was at a moment.
    package func plan(_ key: borrowing DossierKey, at moment: Moment? = nil) throws -> PlanSight {
        let goals = try sealedGoals(of: key.family, at: moment)
        let hidden = try accountsHidden(key)
        let actions = try actions(of: goals, hidden, at: moment, key)
        let outcomes = try goalOutcomes(of: key.family, at: moment)
        let seen = try goals.filter { key.reading.maySee($0.goal) }.map { sealed in
            let id = sealed.goal.id
            return GoalSight(
                goal: sealed.goal, text: try sealed.text(key), actions: actions.filter { $0.action.goal == id },
                evaluations: try (outcomes[id] ?? []).map { try $0.opened(in: sealed.part, key) })
        }
        let ids = Set(seen.map(\.goal.id))
        let sorted = seen.filter { $0.goal.state == .open } + seen.filter { $0.goal.state != .open }
        let kept = try keptPlan(of: key.family)
        return PlanSight(
            begun: kept?.begun, evaluateOn: kept?.evaluateOn, goals: sorted,
            own: actions.filter { !ids.contains($0.action.goal) && $0.action.state == .open },
            offer: try kept.flatMap { try offer(of: $0.id, key) },
            agreements: try agreements(
                for: seen.reduce(into: []) { $0.formUnion($1.goal.about) }, until: moment, kept?.id, key),
            changes: try planMoments(goals.filter { key.reading.maySee($0.goal) }, hidden, key))
    }

    /// One goal with what belongs to it; nil when the reader may not see it.
    package func goal(_ id: ID<Goal>, _ key: borrowing DossierKey) throws -> GoalSight? {
        try plan(key).goals.first { $0.goal.id == id }
    }

    /// One action; nil when the reader may not see it.
    package func action(_ id: ID<PlanAction>, _ key: borrowing DossierKey) throws -> ActionSight? {
        try plan(key).actions.first { $0.action.id == id }
    }

    /// Those of a goal that the reader sees, and all that are their own: an action is its doer's to see, always.
    private func actions(
        of goals: [SealedGoal], _ hidden: Set<ID<Account>>, at moment: Moment?, _ key: borrowing DossierKey
    ) throws -> [ActionSight] {
        let goals = Dictionary(uniqueKeysWithValues: goals.map { ($0.goal.id, $0) })
        let ticks = try ticks(of: key.family, until: moment?.day ?? key.today + 366)
        let starts = try actionStarts(of: key.family)
        let owed = moment == nil ? try ownersOfActions(in: key.family) : [:]
        return try sealedActions(of: key.family, at: moment).compactMap { sealed in
            guard let goal = goals[sealed.action.goal] else { return nil }
            let owners = owed[sealed.action.id] ?? []
            let text = try sealed.text(in: goal.part, key)
            let isOwn = owners.contains(key.reading.reader) || text?.accounts.contains(key.reading.reader) == true
            guard isOwn || key.reading.maySee(goal.goal), hidden.isDisjoint(with: owners),
                !key.reading.isHidden(sealed.action, text, membersHidden: hidden)
            else { return nil }
            return ActionSight(
                action: sealed.action, about: goal.goal.about, text: text, owners: owners,
                ticked: ticks[sealed.action.id]?.last, ticks: ticks[sealed.action.id]?.count ?? 0,
                start: starts[sealed.action.id] ?? ActionStart())
        }
    }

    private func ownersOfActions(in family: ID<Family>) throws -> [ID<PlanAction>: Set<ID<Account>>] {
        try rows(
            """
            SELECT subject, owner_account FROM promise
            WHERE space = \(family) AND settled_at IS NULL AND closed_at IS NULL AND owner_account IS NOT NULL
                AND kind = \(PromiseKind.takeAction.rawValue) AND subject_kind = \(ItemName.Kind.action.rawValue)
            ORDER BY due_at
            """
        ) { ($0.id(0, PlanAction.self), $0.id(1, Account.self)) }
        .reduce(into: [:]) { found, owed in found[owed.0, default: []].insert(owed.1) }
    }

    func keptPlan(of family: ID<Family>) throws -> KeptPlan? {
        try row(
            "SELECT id, begun_at, evaluate_on FROM plan WHERE family_id = \(family) AND ended_at IS NULL ORDER BY id"
        ) { KeptPlan(id: $0.id(0), begun: $0.moment(1), evaluateOn: try $0.ifAny(2) { try $0.day($1) }) }
    }

    /// What changed in the plan as far as the reader sees it, latest first: each is a version of it.
    package func planChanges(_ key: borrowing DossierKey, limit: Int) throws -> [PlanChange] {
        let hidden = try accountsHidden(key)
        let goals = Dictionary(
            uniqueKeysWithValues: try sealedGoals(of: key.family).filter { key.reading.maySee($0.goal) }
                .map { ($0.goal.id, $0) })
        var found: [PlanChange] = []
        for row in try versionRows(of: key.family, among: goals.keys.sorted()) where found.count < limit {
            guard let goal = goals[row.goal], !hidden.contains(row.by),
                let change = try row.opened(goal, membersHidden: hidden, key)
            else { continue }
            found.append(change)
        }
        return found
    }

    /// When it changed as far as the reader sees it, latest first: by what is in the clear, unless somebody is hidden.
    private func planMoments(
        _ seen: [SealedGoal], _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey
    ) throws -> [Moment] {
        guard hidden.isEmpty else { return try planChanges(key, limit: Int.max).map(\.at) }
        let goals = seen.map(\.goal.id).sorted()
        let rows = try rows(
            """
            SELECT v.at, NULL, v.goal_id FROM goal_version v
            WHERE v.family_id = \(key.family) AND v.goal_id IN \(list: goals)
            UNION ALL
            SELECT v.at, a.id, a.goal_id FROM plan_action_version v
            JOIN plan_action a ON a.family_id = v.family_id AND a.id = v.action_id
            WHERE v.family_id = \(key.family) AND a.goal_id IN \(list: goals)
            ORDER BY 1 DESC, 2
            """
        ) { ($0.moment(0), $0.idIfAny(1, PlanAction.self), $0.id(2, Goal.self)) }
        return rows.filter { at, action, goal in
            action.map { PlanAction(id: $0, goal: goal, begun: at) }
                .map { !key.reading.isHidden($0, nil, membersHidden: []) } ?? true
        }.map(\.0)
    }

    private func versionRows(of family: ID<Family>, among goals: [ID<Goal>]) throws -> [VersionRow] {
        try rows(
            """
            SELECT v.goal_id, NULL, v.number, v.at, v.by_id, v.state, v.body FROM goal_version v
            WHERE v.family_id = \(family) AND v.goal_id IN \(list: goals)
            UNION ALL
            SELECT a.goal_id, a.id, v.number, v.at, v.by_id, v.state, v.body FROM plan_action_version v
            JOIN plan_action a ON a.family_id = v.family_id AND a.id = v.action_id
            WHERE v.family_id = \(family) AND a.goal_id IN \(list: goals)
            ORDER BY 4 DESC, 1, 2, 3 DESC
            """, VersionRow.init(row:))
    }
}

/// The one plan a family has now.
struct KeptPlan {
    let id: ID<Plan>
    let begun: Moment
    let evaluateOn: Day?
}

/// A version of a goal, or of an action for it, as it is kept.
private struct VersionRow {
    let goal: ID<Goal>
    let action: ID<PlanAction>?
    let number: Int
    let at: Moment
    let by: ID<Account>
    let state: String
    let body: [UInt8]?

    init(row: borrowing Row) {
        goal = row.id(0)
        action = row.idIfAny(1)
        number = row.int(2)
        at = row.moment(3)
        by = row.id(4)
        state = row.text(5)
        body = row.bytesIfAny(6)
    }

    func opened(
        _ goal: SealedGoal, membersHidden: Set<ID<Account>>, _ key: borrowing DossierKey
    ) throws -> PlanChange? {
        guard let action else {
            let text = try key.open(body, in: goal.part, at: .goal(goal.goal.id, number, in: key.family))
                .flatMap(GoalText.init(text:))
            return PlanChange(
                at: at, by: by, isNew: number == 1, subject: .goal(text, Goal.State(rawValue: state) ?? .open))
        }
        let text = try key.open(body, in: goal.part, at: .action(action, number, in: key.family))
            .flatMap(ActionText.init(text:))
        let seen = PlanAction(id: action, goal: goal.goal.id, begun: at)
        guard !key.reading.isHidden(seen, text, membersHidden: membersHidden) else { return nil }
        return PlanChange(
            at: at, by: by, isNew: number == 1, subject: .action(text, PlanAction.State(rawValue: state) ?? .open))
    }
}
