// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension FactKind {
    /// Whether a goal that ended was reached (NJi 3.4: *doelrealisatie*).
    package static let goalReached = FactKind(rawValue: "goalReached")
}

extension Connection {
    /// Keeps how each goal goes, what becomes of it, and when all look again; who directs owes the next one.
    ///
    /// - Parameter what: what is promised, in words.
    /// - Throws: ``PlanRefusal``, ``PlanEvaluation/Refusal``
    package func evaluate(
        _ id: ID<PlanEvaluation>, _ goals: [GoalEvaluation], next: Day?, saying what: String, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let sight = try plan(key)
        let seen = sight.open.filter { key.reading.mayPlan(about: $0.goal.about) }
        guard !goals.isEmpty, goals.allSatisfy({ said in seen.contains { $0.goal.id == said.goal } }) else {
            throw PlanRefusal.notYours
        }
        let evaluation = try PlanEvaluation(id, on: now.day, next: next, goals: goals, openGoals: seen.count)
        let plan = try planNow(at: now, ids: ids, key)
        try execute(
            """
            INSERT INTO plan_evaluation (family_id, id, plan_id, on_day, next_day, at, by_id)
            VALUES (\(key.family), \(id), \(plan), \(evaluation.on), \(next), \(now), \(key.reading.reader))
            """)
        try execute(
            "UPDATE plan SET evaluate_on = \(next) WHERE family_id = \(key.family) AND id = \(plan)")
        for said in goals {
            guard let goal = seen.first(where: { $0.goal.id == said.goal }) else { continue }
            try keep(said, of: goal, in: evaluation, at: now, ids: ids, key, vault)
        }
        try promiseNext(evaluation, of: plan, about: sight.about, saying: what, at: now, ids: ids, key, vault)
    }

    private func keep(
        _ said: GoalEvaluation, of goal: GoalSight, in evaluation: PlanEvaluation, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let scores = try key.seal(
            said.text, in: key.part(about: goal.goal.about),
            at: .scores(of: said.goal, evaluation.id, in: key.family))
        try execute(
            """
            INSERT INTO goal_evaluation (family_id, goal_id, evaluation_id, outcome, scores)
            VALUES (\(key.family), \(said.goal), \(evaluation.id), \(said.outcome.rawValue), \(scores))
            """)
        try journalPlan(.planEvaluated, goal.goal, at: now, key, vault)
        guard said.outcome.state != .open, let text = goal.text else { return }
        try keep(goal.goal, text, said.outcome.state, at: now, key)
        try stopActions(of: goal, at: now, key, vault)
        try record(
            Fact(
                kind: .goalReached, organisation: key.reading.onBehalfOf, month: Month(of: now.day),
                shape: .verdict(said.outcome == .reached), ids: ids))
    }

    private func promiseNext(
        _ evaluation: PlanEvaluation, of plan: ID<Plan>, about persons: Set<ID<Person>>, saying what: String,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: .plan(plan))
        where stored.promise.kind == .evaluate {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        guard let next = evaluation.next,
            let receiver = persons.subtracting(key.reading.adults).min() ?? persons.min()
        else { return }
        let owner = try directionNow(key)?.holder ?? key.reading.reader
        let promise = Promise(
            id: ids.next(at: now), kind: .evaluate, owner: .account(owner), receiver: .person(ID(as: receiver)),
            subject: .plan(plan), urgency: .agreed(Moment(next, hour: 17)), made: now)
        try make(promise, about: persons, saying: what, by: key.reading.reader, key, vault)
    }

    /// How each goal came out of its evaluations, the last first; sealed.
    func goalOutcomes(of family: ID<Family>, at moment: Moment?) throws -> [ID<Goal>: [SealedOutcome]] {
        let rows = try rows(
            """
            SELECT o.goal_id, o.evaluation_id, e.on_day, o.outcome, o.scores, e.at FROM goal_evaluation o
            JOIN plan_evaluation e ON e.family_id = o.family_id AND e.id = o.evaluation_id
            WHERE o.family_id = \(family) ORDER BY e.at DESC, o.goal_id
            """, SealedOutcome.init(row:))
        return Dictionary(grouping: rows.filter { row in moment.map { row.at <= $0 } ?? true }, by: \.goal)
    }
}

/// How a goal came out of an evaluation, as it is kept.
struct SealedOutcome {
    let goal: ID<Goal>
    let evaluation: ID<PlanEvaluation>
    let on: Day
    let outcome: PlanEvaluation.Outcome
    let scores: [UInt8]?
    let at: Moment

    init(row: borrowing Row) throws {
        goal = row.id(0)
        evaluation = row.id(1)
        on = try row.day(2)
        outcome = PlanEvaluation.Outcome(rawValue: row.text(3)) ?? .goOn
        scores = row.bytesIfAny(4)
        at = row.moment(5)
    }

    func opened(in part: ID<Part>, _ key: borrowing DossierKey) throws -> GoalOutcome {
        let text = try key.open(scores, in: part, at: .scores(of: goal, evaluation, in: key.family))
        return GoalOutcome(
            on: on,
            evaluation: GoalEvaluation(goal, outcome, scores: text.map(GoalEvaluation.scores(in:)) ?? []))
    }
}
