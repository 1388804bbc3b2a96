// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestDatabases
import Testing
import Town

@Suite struct `Helpers so far` {
    private func names(of person: String, in family: String, for who: String, _ town: FilledDatabase) async throws
        -> [String]?
    {
        let id = try town.filled.person(person)
        return try await town.ask(as: who, in: family) { key, connection in
            try connection.helpersSoFar(of: id, key).map { $0.face?.name ?? "" }.sorted()
        }
    }

    @Test(arguments: Engine.all)
    func `are counted also after they left, for all or for one`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = "de-wit-yildiz"
        let before = ["Hanna Bos", "Marieke Postma", "Priya Ramdin"]
        #expect(try await names(of: "sem", in: family, for: "aylin", town) == before)
        for (member, persons) in [("priya", ["sem"]), ("hanna", ["sem"])] {
            let id = try town.filled.membership("\(family)/\(member)")
            let covered = Set(try persons.map { try town.filled.person($0) })
            try await town.act(as: "marieke", in: family) { key, connection, vault in
                let version = try connection.member(id, key)?.version ?? 0
                try connection.end(
                    id, for: covered, version: version, at: FilledDatabase.now, ids: .unguessable, key, vault)
            }
        }
        #expect(try await names(of: "sem", in: family, for: "aylin", town) == before)
        let sem = try town.filled.person("sem")
        let left = try await town.ask(as: "aylin", in: family) { key, connection in
            try connection.helpersSoFar(of: sem, key).filter { $0.until != nil }.count
        }
        #expect(left == 2)
    }

    /// Robert may not know of who helps his daughter against him.
    @Test(arguments: Engine.all)
    func `leave out who is hidden from the reader, and those of whom nothing is read`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let all = try #require(try await names(of: "fleur", in: "van-dongen", for: "eline", town))
        let his = try #require(try await names(of: "fleur", in: "van-dongen", for: "robert", town))
        #expect(his.count < all.count && Set(his).isSubset(of: all))
        #expect(try await names(of: "joost", in: "de-wit-yildiz", for: "aylin", town) == [])
        #expect(try await names(of: "sem", in: "de-wit-yildiz", for: "bart", town) == nil)
    }
}
