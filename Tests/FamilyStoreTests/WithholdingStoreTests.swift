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

@Suite struct `What is not told yet` {
    fileprivate static let family = "de-wit-yildiz"
    fileprivate static let now = FilledDatabase.now

    fileprivate func withhold(_ town: FilledDatabase) async throws -> ID<Withholding> {
        let id: ID<Withholding> = IDSource.unguessable.next(at: Self.now)
        let (sem, hanna) = (try town.filled.person("sem"), try town.filled.account("hanna"))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let withholding = try Withholding(
                id, from: sem, by: key.reading, review: FilledDatabase.today + 14, at: Self.now)
            try connection.withhold(
                withholding, try .line("De uitslag van de test"), because: try .line("Hij sliep drie nachten niet"),
                asking: .account(hanna), ids: .unguessable, key, vault)
        }
        return id
    }

    fileprivate func owed(_ id: ID<Withholding>, _ town: FilledDatabase) async throws -> [String] {
        let family = try town.filled.family(Self.family)
        return try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise).filter { $0.subject.id == id.text }
                .map { "\($0.kind.rawValue) \($0.due.day.iso)" }.sorted()
        }
    }

    fileprivate func sight(_ id: ID<Withholding>, by who: String, _ town: FilledDatabase) async throws
        -> WithholdingSight?
    {
        try await town.ask(as: who, in: Self.family) { key, connection in try connection.withholding(id, key) } ?? nil
    }

    @Test(arguments: Engine.all)
    func `is promised, decided with a colleague, and told`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await withhold(town)
        #expect(try await owed(id, town).count == 2)
        for who in ["sem", "aylin", "joost", "truus", "sanne"] {
            #expect(try await sight(id, by: who, town) == nil, "\(who)")
            #expect(try await town.decision(id, in: Self.family, by: who) == nil, "\(who)")
        }
        #expect(try await town.decision(id, in: Self.family, by: "hanna")?.reason == "Hij sliep drie nachten niet")
        #expect(try await town.decide(.yes, about: id, in: Self.family, by: "hanna"))
        #expect(try await sight(id, by: "marieke", town)?.state == .stands)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.review(
                id, until: FilledDatabase.today + 40, at: Self.now, ids: .unguessable, key, vault)
        }
        #expect(try await owed(id, town) == ["giveInformation \((FilledDatabase.today + 40).iso)"])
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.tell(id, at: Self.now, key, vault)
        }
        #expect(try await owed(id, town) == [])
        #expect(try await sight(id, by: "marieke", town)?.state == .given)
    }
}

extension `What is not told yet` {
    @Test(arguments: Engine.all)
    func `is owed within a day once a colleague does not agree`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await withhold(town)
        #expect(try await town.decide(.no, about: id, in: Self.family, by: "hanna"))
        #expect(try await sight(id, by: "marieke", town)?.state == .refused)
        #expect(try await owed(id, town) == ["giveInformation \((FilledDatabase.today + 1).iso)"])
    }
}

@Suite struct `What a colleague is asked` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    private func withhold(_ town: FilledDatabase) async throws -> ID<Withholding> {
        let id: ID<Withholding> = IDSource.unguessable.next(at: Self.now)
        let (sem, hanna) = (try town.filled.person("sem"), try town.filled.account("hanna"))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let withholding = try Withholding(
                id, from: sem, by: key.reading, review: FilledDatabase.today + 14, at: Self.now)
            try connection.withhold(
                withholding, try .line("De uitslag"), because: try .line("Hij sliep niet"), asking: .account(hanna),
                ids: .unguessable, key, vault)
        }
        return id
    }

    /// Hanna is there for both children.
    private func leave(_ persons: [String], _ town: FilledDatabase) async throws {
        let id = try town.filled.membership("\(Self.family)/hanna")
        let covered = Set(try persons.map { try town.filled.person($0) })
        let left = try await town.act(as: "hanna", in: Self.family) { key, connection, vault in
            let version = try connection.member(id, key)?.version ?? 0
            try connection.end(id, for: covered, version: version, at: Self.now, ids: .unguessable, key, vault)
        }
        #expect(left != nil)
    }

    @Test(arguments: Engine.all, [["sem"], ["sem", "noor"]])
    func `is read while they are there for the person, and answered by another after`(
        engine: Engine, left: [String]
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await withhold(town)
        #expect(try await town.decision(id, in: Self.family, by: "hanna")?.isAsked == true)
        try await leave(left, town)
        #expect((try await town.sight(of: "hanna", in: Self.family) != nil) == (left == ["sem"]))
        #expect(try await town.decision(id, in: Self.family, by: "hanna") == nil)
        #expect(try await !town.decide(.yes, about: id, in: Self.family, by: "hanna"))
        let hanna = try town.filled.account("hanna")
        let family = try town.filled.family(Self.family)
        let owners = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID(as: family)).map(\.promise)
                .filter { $0.kind == .confirmDecision && $0.subject.id == id.text }.map(\.owner)
        }
        #expect(owners.count == 1 && !owners.contains(.account(hanna)))
    }

    @Test(arguments: Engine.all)
    func `is read by the team leads who were asked, and by those of no other organisation`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await withhold(town)
        try await leave(["sem"], town)
        #expect(try await town.decision(id, in: Self.family, by: "ruud")?.isAsked == true)
        #expect(try await town.decide(.yes, about: id, in: Self.family, by: "ruud"))
        #expect(try await town.decision(id, in: Self.family, by: "ruud")?.second.given?.answer == .yes)
        for who in ["hanna", "priya", "aylin", "joost", "bart"] {
            #expect(try await town.decision(id, in: Self.family, by: who) == nil, "\(who)")
        }
    }
}

@Suite struct `Asking to look` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    private func seen(by who: String, _ town: FilledDatabase) async throws -> [InspectionSight] {
        try await town.ask(as: who, in: Self.family) { key, connection in
            try connection.inspections(nil, key)
        } ?? []
    }

    @Test(arguments: Engine.all)
    func `is between who asks and who plans with them, and answered once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let sem = try town.filled.person("sem")
        try await town.act(as: "sem", in: Self.family) { key, connection, vault in
            try connection.askToInspect(.copy, of: sem, at: Self.now, ids: .unguessable, key, vault)
        }
        let asked = try #require(try await seen(by: "sem", town).first)
        for who in ["aylin", "joost", "truus", "sanne"] {
            #expect(try await seen(by: who, town).isEmpty, "\(who)")
        }
        let twice: @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void = { key, connection, vault in
            try connection.askToInspect(.copy, of: sem, at: Self.now, ids: .unguessable, key, vault)
        }
        await #expect(throws: Inspection.Refusal.over) { try await town.act(as: "sem", in: Self.family, twice) }
        await #expect(throws: Inspection.Refusal.notYours) { try await town.act(as: "aylin", in: Self.family, twice) }
        let id = asked.inspection.id
        let answer: @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void = { key, connection, vault in
            try connection.answer(
                id, .part, leavingOut: try .line("Wat over zijn zusje gaat"), at: Self.now, key, vault)
        }
        await #expect(throws: Inspection.Refusal.notYours) { try await town.act(as: "joost", in: Self.family, answer) }
        try await town.act(as: "marieke", in: Self.family, answer)
        #expect(try await seen(by: "sem", town).first?.reason == "Wat over zijn zusje gaat")
        let family = try town.filled.family(Self.family)
        let open = try await town.dossiers.database.read {
            try $0.openPromises(in: ID(as: family)).contains { $0.promise.kind == .answerInspection }
        }
        #expect(!open)
    }
}
