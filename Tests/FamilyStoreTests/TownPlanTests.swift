// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestDatabases
import Testing
import Town

@Suite struct `The plans of the town` {
    private func plan(_ town: FilledDatabase, _ family: String, by who: String) async throws -> PlanSight? {
        let look = Look(
            reader: try town.filled.account(who), at: FilledDatabase.now, from: "192.0.2.9", action: .read,
            item: ItemName(.plan, try town.filled.family(family)))
        return try await town.dossiers.read(try town.filled.family(family), look) { key, connection in
            Found(try connection.plan(key), about: Set(key.reading.covered.keys))
        }
    }

    @Test(arguments: Engine.all)
    func `are read by whom they are for, made by people of the circle`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await town.town.fillPlans(town.dossiers, town.filled, ids: .unguessable)
        let hers = try #require(try await plan(town, "de-wit-yildiz", by: "aylin"))
        #expect(hers.goals.count == 2 && hers.openActions.count == 7)
        #expect(hers.offer?.outcome == .declined && hers.evaluateOn == FilledDatabase.today + 49)
        #expect(hers.openActions.flatMap(\.doers).allSatisfy { $0.account != nil })
        #expect(hers.openActions.contains { ($0.text?.provisions.count ?? 0) > 1 })
        #expect(hers.agreements.count { $0.said?.isYes == true } == 3)
        #expect(hers.openActions.allSatisfy { !$0.owners.isEmpty })
        for who in ["robert", "bart", "ravi"] {
            #expect(try await plan(town, "de-wit-yildiz", by: who) == nil, "\(who)")
        }
        let school = try #require(try await plan(town, "de-wit-yildiz", by: "sanne"))
        #expect(school.goals.count == 1 && school.goals[0].evaluations.count == 1)
        #expect(try #require(try await plan(town, "de-wit-yildiz", by: "khadija")).goals.isEmpty)
        let other = try #require(try await plan(town, "jansen", by: "debby"))
        #expect(Set(other.goals.map(\.goal.state)) == [.open, .reached])
    }

    @Test func `have who does something in the circle of who it is about`() {
        let plans = TownPlans.all(today: FilledDatabase.today)
        #expect(Set(plans.keys) == ["de-wit-yildiz", "jansen"])
        for (slug, plan) in plans {
            let family = Town.zuilenOndiep(today: FilledDatabase.today, families: 6).family(slug)
            #expect(family != nil && !plan.goals.isEmpty && plan.goals.contains { !$0.actions.isEmpty }, "\(slug)")
            for goal in plan.goals {
                for who in goal.actions.flatMap(\.who) {
                    let covers = family?.membership(who)?.covers ?? []
                    #expect(family?.person(who) != nil || !Set(covers).isDisjoint(with: goal.about), "\(slug): \(who)")
                }
            }
        }
    }
}
