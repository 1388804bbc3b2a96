// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

@Suite struct `Something of the plan that is held` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    private func begin(_ town: FilledDatabase) async throws -> ID<Goal> {
        let id: ID<Goal> = IDSource.unguessable.next(at: Self.now)
        let text = GoalText(title: "Veilig naar school", domain: .school, meaning: "Ze durft weer.", voice: nil)
        let action = ActionText(
            what: "Meelopen", who: [.account(try town.filled.account("joost"))], when: .by("2026-12-03"))
        let start = GoalToBegin(id: id, about: [try town.filled.person("noor")], text: text, actions: [action])
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.begin(start, at: Self.now, ids: .unguessable, key, vault)
        }
        return id
    }

    private func plan(_ town: FilledDatabase, of who: String) async throws -> PlanSight? {
        try await town.ask(as: who, in: Self.family) { key, connection in try connection.plan(key) }
    }

    private func owed(_ town: FilledDatabase, to who: String) async throws -> Int {
        try await town.ask(as: who, in: Self.family) { key, connection in
            try connection.openPromises(key, among: try connection.circle(key)).count {
                $0.promise.kind == .takeAction
            }
        } ?? 0
    }

    @Test(arguments: Engine.all)
    func `goes with its actions and promises, and who does them finds no trace`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let goal = try await begin(town)
        let before = try await owed(town, to: "joost")
        let look = Look(
            reader: try town.filled.account("marieke"), at: Self.now, from: "", action: .create,
            item: ItemName(.goal, goal))
        let joost = try town.filled.account("joost")
        let second = Promise.Owner.account(try town.filled.account("hanna"))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let item = try #require(try connection.holdable(ItemName(.goal, goal), look, key))
            let hold = try Hold(
                IDSource.unguessable.next(at: Self.now), of: item.item, about: item.about, from: [joost],
                by: key.reading.reader, asking: second, at: Self.now, reviewBy: FilledDatabase.today + 10)
            try connection.hold(
                HoldToMake(hold, because: try .line("Hij wacht haar op"), asking: second), ids: .unguessable, key, vault
            )
        }
        let seen = try #require(try await plan(town, of: "joost"))
        #expect(!seen.goals.contains { $0.goal.id == goal } && !seen.actions.contains { $0.action.goal == goal })
        #expect(try await owed(town, to: "joost") == before - 1)
        for who in ["aylin", "marieke"] {
            #expect(try await plan(town, of: who)?.goals.contains { $0.goal.id == goal } == true, "\(who)")
        }
        for who in ["aylin", "joost", "truus"] {
            let may = try await town.ask(as: who, in: Self.family) { key, connection in
                try connection.holdable(ItemName(.goal, goal), look, key) != nil
            }
            #expect(may != true, "\(who)")
        }
    }
}
