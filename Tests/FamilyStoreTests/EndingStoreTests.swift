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

@Suite struct `A membership that ends` {
    private static let family = "de-wit-yildiz"

    private func version(of member: String, for who: String, _ town: FilledDatabase) async throws -> Int {
        let id = try town.filled.membership("\(Self.family)/\(member)")
        return try #require(
            try await town.ask(as: who, in: Self.family) { key, connection in
                try connection.member(id, key)?.version
            } ?? nil)
    }

    private func end(
        _ member: String, for persons: [String], by who: String, version: Int, _ town: FilledDatabase
    ) async throws -> String? {
        let id = try town.filled.membership("\(Self.family)/\(member)")
        let covered = Set(try persons.map { try town.filled.person($0) })
        return try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.end(
                id, for: covered, version: version, at: FilledDatabase.now, ids: .unguessable, key, vault)
        }
    }

    private func covered(by who: String, _ town: FilledDatabase) async throws -> Set<String> {
        let sight = try await town.sight(of: who, in: Self.family)
        let ids = Set(sight?.circle.persons.filter(\.isCovered).map(\.person.id) ?? [])
        return Set(town.filled.persons.filter { ids.contains($0.value) }.keys)
    }

    @Test(arguments: Engine.all)
    func `for one child leaves the other`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        #expect(try await covered(by: "truus", town) == ["noor", "sem"])
        let seen = try await version(of: "truus", for: "joost", town)
        _ = try await end("truus", for: ["noor"], by: "joost", version: seen, town)
        #expect(try await covered(by: "truus", town) == ["sem"])
        let joosts = try #require(try await town.sight(of: "joost", in: Self.family)).circle
        #expect(joosts.members.contains { $0.face?.name == "Truus de Wit" })
    }

    @Test(arguments: Engine.all)
    func `ends by the member, and their promises are in their organisation's inbox or the director's`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let seen = try await version(of: "priya", for: "priya", town)
        _ = try await end("priya", for: ["sem"], by: "priya", version: seen, town)
        #expect(try await town.sight(of: "priya", in: Self.family) == nil)
        let family = try town.filled.family(Self.family)
        let priya = try town.filled.account("priya")
        let marieke = try town.filled.account("marieke")
        let open = try await town.dossiers.database.read { try $0.openPromises(in: ID(as: family)) }
        #expect(!open.contains { $0.promise.owner == .account(priya) })
        #expect(
            open.contains { $0.promise.owner == .account(marieke) && $0.promise.kind.rawValue == "answer" }
                || open.contains { $0.promise.owner == .account(marieke) })
    }

    @Test(arguments: Engine.all)
    func `of the director leaves another one`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let seen = try await version(of: "marieke", for: "marieke", town)
        _ = try await end(
            "marieke", for: ["aylin", "joost", "sem", "noor"], by: "marieke", version: seen, town)
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
        #expect(circle.direction?.holder == (try town.filled.account("sanne")))
    }

    @Test(arguments: Engine.all)
    func `that changed since the page was shown is looked at again`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let seen = try await version(of: "truus", for: "aylin", town)
        _ = try await end("truus", for: ["noor"], by: "joost", version: seen, town)
        await #expect(throws: Ending.Refusal.changed) {
            _ = try await end("truus", for: ["noor"], by: "aylin", version: seen, town)
        }
    }

    @Test(arguments: Engine.all, ["truus", "sanne", "khadija", "hanna"])
    func `is ended by nobody who has no say in it`(engine: Engine, who: String) async throws {
        let town = try await FilledDatabase.told(engine)
        let seen = try await version(of: "tom", for: who, town)
        await #expect(throws: Ending.Refusal.notYoursToEnd) {
            _ = try await end("tom", for: ["noor"], by: who, version: seen, town)
        }
        #expect(try await covered(by: "tom", town) == ["noor"])
    }

    @Test(arguments: Engine.all)
    func `is said anew by the member`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try town.filled.membership("\(Self.family)/truus")
        _ = try await town.act(as: "truus", in: Self.family) { key, connection, _ in
            try connection.describe(id, expectation: "Bakt pannenkoeken", notTheirTask: "Leest geen rapporten", key)
        }
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
        let face = circle.members.first { $0.membership.id == id }?.face
        #expect(face?.expectation == "Bakt pannenkoeken" && face?.notTheirTask == "Leest geen rapporten")
        #expect(face?.name == "Truus de Wit")
    }
}
