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

@Suite struct `What was agreed in an invitation` {
    private static let family = "de-wit-yildiz"

    /// Daniël is let in for both children.
    private func letIn(_ town: FilledDatabase) async throws -> (Inviting, Asking) {
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor", "sem"], "daniel"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: "daniel")
        _ = try await inviting.answer(["sem": .yes], by: "sem")
        #expect(try await inviting.covered(by: "daniel") == ["noor", "sem"])
        return (inviting, Asking(town, in: Self.family, id: ID(as: inviting.id)))
    }

    @Test(arguments: Engine.all) func `is a consent, with what each said`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (_, asking) = try await letIn(town)
        let kept = try #require(try await asking.kept(by: "marieke"))
        let said = kept.consent.given.map { given in
            town.filled.persons.first { $0.value == given.by }?.key ?? ""
        }
        #expect(said.sorted() == ["aylin", "joost", "sem"])
        #expect(kept.consent.share == .plan && kept.consent.membership != nil)
        #expect(try await asking.outcome(for: "noor", by: "joost") == .agreed)
        #expect(try await asking.kept(by: "daniel") != nil)
    }

    @Test(arguments: Engine.all) func `is taken back for one child by one parent, that moment`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let (inviting, asking) = try await letIn(town)
        await #expect(throws: Consent.Refusal.notYours) { _ = try await asking.withdraw(for: ["sem"], by: "joost") }
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await inviting.covered(by: "daniel") == ["sem"])
        #expect(try await asking.outcome(for: "noor", by: "joost") == .ended)
        #expect(try await asking.outcome(for: "sem", by: "sem") == .agreed)
        _ = try await asking.withdraw(for: ["sem"], by: "sem")
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all) func `ends with the membership, however that ends`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (_, asking) = try await letIn(town)
        let kept = try #require(try await asking.kept(by: "daniel"))
        let membership = try #require(kept.consent.membership)
        _ = try await town.act(as: "daniel", in: Self.family) { key, connection, vault in
            let version = try connection.member(membership, key)?.version ?? 0
            try connection.end(
                membership, for: kept.consent.persons, version: version, at: Asking.now, ids: .unguessable, key, vault)
        }
        #expect(try await asking.outcome(for: "noor", by: "joost") == .ended)
        #expect(try await asking.outcome(for: "sem", by: "sem") == .ended)
    }

    @Test(arguments: Engine.all) func `for another child is another consent`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: "daniel")
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        _ = try await asking.answer(["noor": .yes], by: "joost")
        _ = try await Asking(town, in: Self.family, id: ID(as: inviting.id)).withdraw(for: ["noor"], by: "aylin")
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        // What rests on another consent stays.
        #expect(try await asking.outcome(for: "noor", by: "aylin") == .agreed)
    }
}

@Suite struct `A withdrawal where safety asks for a look` {
    private func agreed(_ town: FilledDatabase) async throws -> Asking {
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        _ = try await asking.answer(["noor": .yes], by: "joost")
        return asking
    }

    private func order(_ town: FilledDatabase) async throws {
        let noor = try town.filled.person("noor")
        _ = try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
            let order = try ProtectionOrder(
                IDSource.unguessable.next(at: Asking.now), of: noor, .supervision, from: FilledDatabase.today,
                until: FilledDatabase.today + 180, by: key.reading, at: Asking.now)
            try connection.record(order, by: try PlainText.line("Jeugdbescherming Invented"), key, vault)
        }
    }

    @Test(arguments: Engine.all)
    func `is weighed within a day by the professional in charge, and nobody else knows`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await order(town)
        let asking = try await agreed(town)
        let before = try await town.sight(of: "aylin", in: "de-wit-yildiz")
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await asking.owing(.weighWithdrawal) == ["marieke"])
        for other in ["aylin", "joost", "sanne", "truus"] {
            let sight = try #require(try await town.sight(of: other, in: "de-wit-yildiz"))
            #expect(!sight.promises.contains { $0.promise.kind == .weighWithdrawal }, "\(other)")
            #expect(!sight.text.contains("weighWithdrawal"), "\(other)")
        }
        let after = try await town.sight(of: "aylin", in: "de-wit-yildiz")
        #expect(after?.promises == before?.promises && after?.happenings == before?.happenings)
    }

    @Test(arguments: Engine.all) func `is settled by what was weighed, once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await order(town)
        let asking = try await agreed(town)
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        let family = try town.filled.family("de-wit-yildiz")
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID<PromiseSpace>(as: family)).map(\.promise)
                .first { $0.kind == .weighWithdrawal }
        }
        let id = try #require(owed).id
        #expect(owed?.due == Asking.now + .hours(24))
        for other in ["aylin", "joost", "sanne", "truus"] {
            let found = try await town.ask(as: other, in: "de-wit-yildiz") { try $1.weighing(id, $0) }
            #expect(found == .some(nil), "\(other)")
        }
        let weighing = try #require(
            try await town.ask(as: "marieke", in: "de-wit-yildiz") { try $1.weighing(id, $0) } ?? nil)
        let weigh = {
            try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
                try connection.weighed(
                    weighing, try PlainText.line("Overlegd; geen grond."), at: Asking.now, key, vault)
            }
        }
        _ = try await weigh()
        #expect(try await asking.owing(.weighWithdrawal).isEmpty)
        await #expect(throws: Weighing.Refusal.done) { _ = try await weigh() }
    }

    @Test(arguments: Engine.all) func `asks nothing where nothing is unsafe`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await agreed(town)
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await asking.owing(.weighWithdrawal).isEmpty)
    }

    @Test(arguments: Engine.all) func `follows where something is held`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "eline", in: "van-dongen", about: ["eline"]))
        _ = try await asking.withdraw(for: ["eline"], by: "eline")
        #expect(try await asking.owing(.weighWithdrawal) == ["fatma"])
    }
}
