// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

@Suite struct `The plan in the dossier` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now
    private static let text = GoalText(
        title: "Noor gaat elke dag naar school", domain: .school, meaning: "Ze leert met anderen.",
        voice: nil)

    /// Begins a goal about somebody with actions, as somebody of the town; nil where they may not.
    private func begin(
        _ town: FilledDatabase, as who: String = "marieke", about: [String] = ["noor"], _ actions: [ActionText] = []
    ) async throws -> ID<Goal>? {
        let id: ID<Goal> = IDSource.unguessable.next(at: Self.now)
        let start = GoalToBegin(
            id: id, about: Set(try about.map { try town.filled.person($0) }), text: Self.text, actions: actions)
        do {
            let done = try await town.act(as: who, in: Self.family) { key, connection, vault in
                try connection.begin(start, at: Self.now, ids: .unguessable, key, vault)
            }
            return done == nil ? nil : id
        } catch PlanRefusal.notYours { return nil }
    }

    private func plan(
        _ town: FilledDatabase, of who: String, at moment: Moment? = nil
    ) async throws -> PlanSight? {
        try await town.ask(as: who, in: Self.family) { key, connection in try connection.plan(key, at: moment) }
    }

    private func action(_ town: FilledDatabase, _ who: String, what: String = "Bril regelen") throws -> ActionText {
        ActionText(what: what, who: [.account(try town.filled.account(who))], when: .by("2026-12-03"))
    }

    @Test(arguments: Engine.all)
    func `is one, and is read by who plans with all a goal is about`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let goal = try #require(try await begin(town, [try action(town, "truus")]))
        for (who, reads) in [
            ("aylin", true), ("joost", true), ("marieke", true), ("sanne", true), ("truus", true), ("khadija", false),
            ("dave", false), ("priya", false), ("sem", false),
        ] {
            let sees = try await plan(town, of: who)?.goals.contains { $0.goal.id == goal } ?? false
            #expect(sees == reads, "\(who)")
        }
        #expect(try await plan(town, of: "robert") == nil)
        await #expect(throws: (any Error).self) {
            try await town.dossiers.database.write { connection in
                try connection.execute(
                    """
                    INSERT INTO plan (family_id, id, begun_at, by_id)
                    SELECT family_id, 'another', begun_at, by_id FROM plan
                    """)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is changed by nobody who may not`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        for (who, about) in [("truus", ["noor"]), ("khadija", ["noor"]), ("priya", ["noor"]), ("aylin", ["joost"])] {
            #expect(try await begin(town, as: who, about: about) == nil, "\(who)")
        }
    }

    @Test(arguments: Engine.all)
    func `has actions that are promises, for who has share contact, too, and is ticked once a day`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let weekly = ActionText(
            what: "Noor ophalen", who: [.account(try town.filled.account("khadija"))],
            when: .each(.weekly([.monday]), from: "2026-11-23"))
        _ = try #require(try await begin(town, [weekly, try action(town, "truus")]))
        let own = try #require(try await plan(town, of: "khadija"))
        #expect(own.goals.isEmpty && own.own.map { $0.text?.what } == ["Noor ophalen"])
        let id = try #require(own.own.first?.action.id)
        try await town.act(as: "khadija", in: Self.family) { key, connection, vault in
            try connection.tick(id, at: Self.now, ids: .unguessable, key, vault)
        }
        await #expect(throws: PlanRefusal.over) {
            try await town.act(as: "khadija", in: Self.family) { key, connection, vault in
                try connection.tick(id, at: Self.now, ids: .unguessable, key, vault)
            }
        }
        let dues = try await town.dossiers.database.read { [family = try town.filled.family(Self.family)] connection in
            try connection.openPromises(in: ID<PromiseSpace>(as: family))
                .filter { $0.promise.subject.id == id.text }.map(\.promise.due.day)
        }
        #expect(dues == ["2026-11-30"])
        await #expect(throws: PlanRefusal.notYours) {
            try await town.act(as: "dave", in: Self.family) { key, connection, vault in
                try connection.tick(id, at: Self.now, ids: .unguessable, key, vault)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `keeps each version, and loses nothing when two change it at once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let goal = try #require(try await begin(town))
        let later = Self.now + .hours(1)
        let next = GoalText(title: "Noor gaat graag", domain: .school, meaning: "Ze lacht weer.")
        try await town.act(as: "aylin", in: Self.family, at: later) { key, connection, vault in
            try connection.change(goal, from: 1, to: next, state: .open, at: later, key, vault)
        }
        await #expect(throws: PlanRefusal.changedMeanwhile) {
            try await town.act(as: "joost", in: Self.family, at: later) { key, connection, vault in
                try connection.change(goal, from: 1, to: Self.text, state: .open, at: later, key, vault)
            }
        }
        #expect(try await plan(town, of: "aylin")?.goals.first?.text == next)
        let before = try await plan(town, of: "aylin", at: Self.now + .minutes(1))
        #expect(before?.goals.first?.text == Self.text)
        let changes = try await town.ask(as: "joost", in: Self.family) { key, connection in
            try connection.planChanges(key, limit: 10)
        }
        #expect(changes?.count == 2)
    }

    @Test(arguments: Engine.all)
    func `is agreed by who must, after which nobody owes to fix it`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.record(
                .declined, because: try? PlainText.line("Liever samen"), saying: "Het plan vaststellen", at: Self.now,
                ids: .unguessable, key, vault)
        }
        _ = try #require(try await begin(town))
        let fixing = { @Sendable (connection: Connection) throws -> [Day] in
            try connection.openPromises(in: ID<PromiseSpace>(as: try town.filled.family(Self.family)))
                .filter { $0.promise.kind == .fixPlan }.map(\.promise.due.day)
        }
        #expect(try await town.dossiers.database.read(fixing) == ["2027-01-04"])
        for who in ["aylin", "joost", "marieke"] {
            let person: PlanAgreement.Party =
                try who == "marieke"
                ? .director(town.filled.account(who)) : .person(town.filled.person(who))
            try await town.act(as: who, in: Self.family) { key, connection, vault in
                try connection.record(
                    person, agrees: true, how: .here, at: Self.now, ids: .unguessable, key, vault)
            }
        }
        #expect(try await plan(town, of: "marieke")?.agreements.allSatisfy { $0.said?.isYes == true } == true)
        #expect(try await town.dossiers.database.read(fixing) == [])
    }

    @Test(arguments: Engine.all)
    func `is looked back on, which ends goals, keeps scores and counts a fact`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let goal = try #require(try await begin(town, [try action(town, "truus")]))
        let score = GoalEvaluation.Score(.person(try town.filled.person("noor")), 8)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.evaluate(
                IDSource.unguessable.next(at: Self.now), [GoalEvaluation(goal, .reached, scores: [score])], next: nil,
                saying: "Terugkijken", at: Self.now, ids: .unguessable, key, vault)
        }
        let sight = try #require(try await plan(town, of: "aylin")?.goals.first)
        #expect(sight.goal.state == .reached && sight.evaluations.first?.evaluation.scores == [score])
        #expect(sight.actions.map(\.action.state) == [.stopped])
        let facts = try await town.dossiers.database.read {
            try $0.rows("SELECT value FROM fact WHERE kind = 'goalReached' ORDER BY id") { $0.int(0) }
        }
        #expect(facts == [1])
    }

    @Test(arguments: Engine.all)
    func `is sealed, and says nothing once its part was erased`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try #require(try await begin(town, [try action(town, "truus")]))
        let family = try town.filled.family(Self.family)
        let bodies = try await town.dossiers.database.read { connection in
            try connection.rows(
                "SELECT body FROM goal_version UNION ALL SELECT body FROM plan_action_version ORDER BY 1"
            ) { String(decoding: $0.bytes(0), as: UTF8.self) }
        }
        #expect(bodies.count == 2 && !bodies.contains { $0.contains("Noor") || $0.contains("Bril") })
        let part = try town.filled.part("de-wit-yildiz/noor")
        let parts = try await town.dossiers.parts(of: family).filter { $0.id == part }
        _ = try await town.dossiers.erase(parts, of: family, at: Self.now) { _, _ in }
        let sight = try #require(try await plan(town, of: "marieke"))
        #expect(sight.goals.count == 1 && sight.goals[0].text == nil)
    }
}
