// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestDatabases
import Testing
import Town

@testable import FamilyStore

/// Sem is sixteen in 118 days.
@Suite struct `Letting somebody read along at 16` {
    private static let family = "de-wit-yildiz"
    private static let day = Moment(FilledDatabase.today + 118, hour: 9)

    private static func offered(_ town: FilledDatabase) async throws -> Set<ID<Person>>? {
        try await town.ask(as: "sem", in: family, at: day) { key, connection in
            (try connection.lettingRead(key)?.carers.map(\.person)).map(Set.init)
        } ?? nil
    }

    private static func choose(_ who: [String], _ town: FilledDatabase) async throws {
        let chosen = Set(try who.map { try town.filled.person($0) })
        _ = try await town.act(as: "sem", in: family, at: day) { key, connection, vault in
            _ = try connection.chooseReaders(chosen, at: day, key, vault)
        }
    }

    private static func reads(_ who: String, _ town: FilledDatabase) async throws -> Bool {
        let sem = try town.filled.person("sem")
        return try await town.ask(as: who, in: family, at: day) { key, _ in key.reading.covered[sem] != nil } == true
    }

    @Test(arguments: Engine.all)
    func `is theirs of each parent, at once and back`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let parents = Set([try town.filled.person("aylin"), try town.filled.person("joost")])
        #expect(try await Self.offered(town) == parents)
        for chosen in [["joost"], ["aylin", "joost"], ["aylin"], [], ["noor"]] {
            try await Self.choose(chosen, town)
            for parent in ["aylin", "joost"] {
                #expect(try await Self.reads(parent, town) == chosen.contains(parent), "\(parent) of \(chosen)")
            }
        }
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all)
    func `is not offered of whom two professionals refused it, chosen or not`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (sem, joost) = (try town.filled.person("sem"), try town.filled.person("joost"))
        let (now, hanna) = (FilledDatabase.now, try town.filled.account("hanna"))
        let id: ID<ReadingRefusal> = IDSource.unguessable.next(at: now)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let refusal = try ReadingRefusal(
                id, of: sem, to: joost, authority: try connection.authority(over: sem, key), by: key.reading, at: now)
            try connection.propose(
                refusal, because: try .line("Hij dreigt"), asking: .account(hanna), ids: .unguessable, key, vault)
        }
        #expect(try await town.decide(.yes, about: id, in: Self.family, by: "hanna"))
        #expect(try await Self.offered(town) == [try town.filled.person("aylin")])
        try await Self.choose(["aylin", "joost"], town)
        #expect(try await Self.reads("aylin", town))
        #expect(try await !Self.reads("joost", town))
    }
}
