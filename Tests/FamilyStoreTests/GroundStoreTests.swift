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

@Suite struct `A ground that was used` {
    private static let family = "de-wit-yildiz"
    private static let letter = ConsentLetter(party: "Veilig Thuis", what: "Wat Noor vertelde", purpose: "Ze is bang.")

    private func record(
        _ ground: Ground, asking second: String?, isTold: Bool = false, _ town: FilledDatabase
    ) async throws -> ID<GroundUse> {
        let id: ID<GroundUse> = IDSource.unguessable.next(at: FilledDatabase.now)
        let noor = try town.filled.person("noor")
        let asked = try second.map { Promise.Owner.account(try town.filled.account($0)) }
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let use = try GroundUse(
                id, of: ground, about: [noor], by: key.reading, for: .areaTeam, among: try connection.groundTerms(),
                isTold: isTold, at: FilledDatabase.now)
            try connection.record(use, Self.letter, asking: asked, ids: .unguessable, key, vault)
        }
        return id
    }

    private func sight(_ id: ID<GroundUse>, by who: String, _ town: FilledDatabase) async throws -> GroundUseSight? {
        try await town.ask(as: who, in: Self.family) { key, connection in try connection.groundUse(id, key) } ?? nil
    }

    @Test(arguments: Engine.all)
    func `without consent is confirmed by a second professional, and nobody else sees it`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await record(.reportToSafeHome, asking: "hanna", town)
        #expect(try await sight(id, by: "marieke", town)?.state == .waits)
        for who in ["aylin", "joost", "sem", "truus", "khadija"] {
            #expect(try await sight(id, by: who, town) == nil, "\(who)")
            #expect(try await town.decision(id, in: Self.family, by: who) == nil, "\(who)")
            #expect(try await !town.decide(.yes, about: id, in: Self.family, by: who), "\(who)")
        }
        let asked = try #require(try await town.decision(id, in: Self.family, by: "hanna"))
        #expect(asked.isAsked && asked.reason == Self.letter.purpose)
        #expect(try await town.decide(.yes, about: id, in: Self.family, by: "hanna"))
        let now = try #require(try await sight(id, by: "marieke", town))
        #expect(now.state == .counts && now.letter == Self.letter)
        await #expect(throws: SecondProfessional.Refusal.answeredBefore) {
            try await town.decide(.no, about: id, in: Self.family, by: "hanna")
        }
    }

    @Test(arguments: Engine.all)
    func `is decided by a team lead where the organisation is asked`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id: ID<GroundUse> = IDSource.unguessable.next(at: FilledDatabase.now)
        let (noor, team) = (try town.filled.person("noor"), try town.filled.organisation("gebiedsteam"))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let use = try GroundUse(
                id, of: .conflictOfDuties, about: [noor], by: key.reading, for: .areaTeam,
                among: try connection.groundTerms(), isTold: false, at: FilledDatabase.now)
            try connection.record(use, Self.letter, asking: .organisation(team), ids: .unguessable, key, vault)
        }
        #expect(try await town.decision(id, in: Self.family, by: "hanna") == nil)
        #expect(try await town.decision(id, in: Self.family, by: "ruud")?.reason == Self.letter.purpose)
        #expect(try await town.decide(.no, about: id, in: Self.family, by: "ruud"))
        #expect(try await sight(id, by: "marieke", town)?.state == .refused)
    }

    @Test(arguments: Engine.all)
    func `is read by who it concerns from the moment they were told`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await record(.directlyInvolved, asking: nil, town)
        #expect(try await sight(id, by: "aylin", town) == nil)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.tell(of: id, at: FilledDatabase.now, key, vault)
        }
        #expect(try await sight(id, by: "aylin", town)?.letter == Self.letter)
        #expect(try await sight(id, by: "joost", town) != nil)
        #expect(try await sight(id, by: "truus", town) == nil)
        await #expect(throws: GroundUse.Refusal.notYours) {
            try await town.act(as: "aylin", in: Self.family) { key, connection, vault in
                try connection.tell(of: id, at: FilledDatabase.now, key, vault)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `needs who is asked, and a ground that counts`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        await #expect(throws: GroundUse.Refusal.secondMissing) {
            try await record(.publicTask, asking: nil, town)
        }
        await #expect(throws: SecondProfessional.Refusal.notPossible) {
            try await record(.publicTask, asking: "truus", town)
        }
        await #expect(throws: SecondProfessional.Refusal.secondIsFirst) {
            try await record(.publicTask, asking: "marieke", town)
        }
        let over = GroundTerm(.publicTask, Period(from: "2018-05-25", until: FilledDatabase.today))
        try await town.dossiers.database.write { try $0.keep(over) }
        await #expect(throws: GroundUse.Refusal.notCounting) {
            try await record(.publicTask, asking: "hanna", town)
        }
    }
}
