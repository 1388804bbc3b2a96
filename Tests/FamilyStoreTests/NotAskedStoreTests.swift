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

@Suite struct `Somebody who is not asked` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    /// Marieke asks about Noor, and not her father.
    private func ask(
        _ town: FilledDatabase, without who: String = "joost", asking second: String = "hanna"
    ) async throws -> Asking {
        let id: ID<Consent> = IDSource.unguessable.next(at: Self.now)
        let noor = try town.filled.person("noor")
        let draft = Consent(
            id: id, asked: .share, by: try town.filled.account("marieke"), persons: [noor], made: Self.now,
            until: FilledDatabase.today + 90)
        let leaving = LeavingOut(
            [try town.filled.person(who)], because: try .line("Hij sloeg haar."),
            asking: .account(try town.filled.account(second)))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.ask(draft, Asking.letter, without: leaving, ids: .unguessable, key, vault)
        }
        return Asking(town, in: Self.family, id: id)
    }

    private func owe(_ asking: Asking) async throws -> Set<ID<Account>> {
        let (id, family) = (asking.id, try asking.town.filled.family(Self.family))
        return try await asking.town.dossiers.database.read { connection in
            Set(
                try connection.openPromises(in: ID(as: family)).map(\.promise).filter {
                    $0.kind == .answerConsent && $0.subject.id == id.text
                }.compactMap(\.owner.account))
        }
    }

    @Test(arguments: Engine.all)
    func `hears nothing of it, and their yes is done without once a second professional agrees`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await ask(town)
        let (aylin, joost) = (try town.filled.account("aylin"), try town.filled.account("joost"))
        #expect(try await owe(asking) == [aylin])
        #expect(try await asking.kept(by: "joost") == nil)
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        // Until the second professional said so, his yes is missing.
        let person = try town.filled.person("joost")
        #expect(try await asking.outcome(for: "noor", by: "marieke") == .waits(for: [person]))
        let left = try #require(try await asking.kept(by: "marieke")?.notAsked.first)
        for who in ["joost", "aylin", "sem", "truus", "sanne"] {
            #expect(try await town.decision(left.id, in: Self.family, by: who) == nil, "\(who)")
        }
        #expect(try await town.decision(left.id, in: Self.family, by: "hanna")?.reason == "Hij sloeg haar.")
        #expect(try await town.decide(.yes, about: left.id, in: Self.family, by: "hanna"))
        #expect(try await asking.outcome(for: "noor", by: "marieke") == .agreed)
        #expect(try await asking.kept(by: "joost") == nil)
        #expect(try await !owe(asking).contains(joost))
    }

    @Test(arguments: Engine.all)
    func `is asked after all where the second professional says no`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await ask(town)
        let left = try #require(try await asking.kept(by: "marieke")?.notAsked.first)
        #expect(try await town.decide(.no, about: left.id, in: Self.family, by: "hanna"))
        #expect(try await asking.kept(by: "joost") != nil)
        #expect(try await owe(asking).contains(try town.filled.account("joost")))
    }

    @Test(arguments: Engine.all)
    func `can be left out later, and owes no answer then`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        let (joost, hanna) = (try town.filled.account("joost"), try town.filled.account("hanna"))
        #expect(try await owe(asking).contains(joost))
        let leaving = LeavingOut(
            [try town.filled.person("joost")], because: try .line("Hij dreigt."), asking: .account(hanna))
        let deed: @Sendable (KeptConsent, borrowing DossierKey, Connection, Vault) throws -> Void = {
            kept, key, connection, vault in
            try connection.leaveOut(
                leaving, of: kept.consent, kept.mustAgree, at: Self.now, ids: .unguessable, key, vault)
        }
        _ = try await asking.act(as: "marieke", deed)
        #expect(try await !owe(asking).contains(joost))
        #expect(try await asking.kept(by: "joost") == nil)
        await #expect(throws: NotAsked.Refusal.before) { try await asking.act(as: "marieke", deed) }
        await #expect(throws: NotAsked.Refusal.notYours) { try await asking.act(as: "aylin", deed) }
    }

    /// Agreed by everybody else or not: after twenty-eight days nobody need decide any more who is left out.
    @Test(arguments: Engine.all) func `are decided about no longer than it is asked`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await ask(town)
        let left = try #require(try await asking.kept(by: "marieke")?.notAsked.first)
        for (moment, isOpen) in [(Self.now, true), (Self.now + Consent.term, false)] {
            try await town.dossiers.database.write { try $0.sweepConsents(at: moment) }
            let open = try await town.dossiers.database.read { connection in
                try connection.rows(
                    "SELECT subject FROM promise WHERE kind = 'confirmDecision' AND settled_at IS NULL AND closed_at IS NULL"
                ) { $0.text(0) }
            }
            #expect(open.contains(left.id.text) == isOpen)
        }
        // Still nothing of it is his to read.
        #expect(try await asking.kept(by: "joost") == nil)
    }
}
