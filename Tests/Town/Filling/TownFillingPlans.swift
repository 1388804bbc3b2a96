// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension Town {
    /// Writes the plans of the families that are told by hand, each act by who does it.
    ///
    /// After all else: a plan is made by people who stand in the circle already, and the journal keeps its order.
    package func fillPlans(_ dossiers: Dossiers, _ filled: FilledTown, ids: IDSource) async throws {
        for (slug, plan) in TownPlans.all(today: today).sorted(by: { $0.key < $1.key }) where family(slug) != nil {
            try await plan.fill(in: slug, filled, dossiers, ids: ids)
        }
    }
}

extension TownPlan {
    /// Writes the plan of one family.
    package func fill(in family: String, _ filled: FilledTown, _ dossiers: Dossiers, ids: IDSource) async throws {
        try await PlanFilling(self, family, filled, dossiers, ids).fill()
    }
}

/// One plan on its way into a family.
private struct PlanFilling {
    let plan: TownPlan
    let slug: String
    let filled: FilledTown
    let dossiers: Dossiers
    let ids: IDSource

    init(_ plan: TownPlan, _ slug: String, _ filled: FilledTown, _ dossiers: Dossiers, _ ids: IDSource) {
        self.plan = plan
        self.slug = slug
        self.filled = filled
        self.dossiers = dossiers
        self.ids = ids
    }

    /// The evening before today, when everybody is at home; nothing else in the town happens later.
    private func evening(_ minutes: Int) -> Moment { Moment(filled.today + -1, hour: 21) + .minutes(minutes) }

    func fill() async throws {
        let goals = try plan.goals.enumerated().map { try goal($0.element, number: $0.offset) }
        let reason = try PlainText.paragraphs(plan.offered)
        let (ids, vault) = (ids, dossiers.vault)
        try await act(plan.by, at: evening(0)) { key, connection, now in
            try connection.record(
                .declined, because: reason, saying: "Het plan vaststellen", at: now, ids: ids, key, vault)
        }
        for (number, goal) in goals.enumerated() {
            try await act(plan.by, at: evening(2 + number)) { key, connection, now in
                try connection.begin(goal, at: now, ids: ids, key, vault)
            }
        }
        let (said, next) = (try plan.goals.enumerated().map { try score($0.element, goals[$0.offset].id) }, plan.next)
        try await act(plan.by, at: evening(20)) { key, connection, now in
            try connection.evaluate(
                ids.next(at: now), said, next: next, saying: "Samen terugkijken op het plan", at: now, ids: ids, key,
                vault)
        }
        for (number, who) in plan.agreed.enumerated() {
            let person = try person(who)
            try await act(who, at: evening(30 + number)) { key, connection, now in
                try connection.record(.person(person), agrees: true, how: .here, at: now, ids: ids, key, vault)
            }
        }
    }

    private func goal(_ told: TownGoal, number: Int) throws -> GoalToBegin {
        GoalToBegin(
            id: ids.next(at: evening(2 + number)), about: Set(try told.about.map(person)),
            text: GoalText(
                title: told.title, domain: told.domain, meaning: told.meaning,
                voice: try told.voice.map { GoalText.Voice($0.words, of: try person($0.of)) }),
            actions: told.actions.map { action in
                ActionText(
                    what: action.what, who: action.who.map(doer), when: action.when, provisions: action.provisions)
            })
    }

    private func score(_ told: TownGoal, _ goal: ID<Goal>) throws -> GoalEvaluation {
        let scores = try told.scores.sorted { $0.key < $1.key }.map { slug, score in
            guard let person = filled.persons[slug] else {
                return GoalEvaluation.Score(.professional(try filled.account(slug)), score)
            }
            return GoalEvaluation.Score(.person(person), score)
        }
        return GoalEvaluation(goal, told.outcome, scores: scores)
    }

    private func doer(_ slug: String) -> Doer { filled.accounts[slug].map { .account($0) } ?? .named(slug) }

    private func person(_ slug: String) throws -> ID<Person> { try filled.person(slug) }

    private func act(
        _ who: String, at: Moment,
        _ body: @escaping @Sendable (borrowing DossierKey, Connection, Moment) throws -> Void
    ) async throws {
        let family = try filled.family(slug)
        let look = Look(
            reader: try filled.account(who), at: at, from: "192.0.2.1", action: .update, item: ItemName(.plan, family))
        _ = try await dossiers.act(family, look, form: ids.next(at: at)) { key, connection in
            try body(key, connection, at)
            return Found("", about: Set(key.reading.covered.keys))
        }
    }
}
