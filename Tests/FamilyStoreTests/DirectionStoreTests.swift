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

@Suite struct `Direction of a family` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    private func director(for who: String, _ town: FilledDatabase) async throws -> Direction? {
        try #require(try await town.sight(of: who, in: Self.family)).circle.direction
    }

    @Test(arguments: Engine.all)
    func `is taken back by a parent at once, and by nobody else`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let back: @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void = { key, connection, vault in
            try connection.takeBackDirection(because: nil, at: Self.now, ids: .unguessable, key, vault)
        }
        for who in ["sem", "truus", "sanne", "marieke"] {
            await #expect(throws: DirectionRefusal.self, "\(who)") {
                try await town.act(as: who, in: Self.family, back)
            }
        }
        try await town.act(as: "joost", in: Self.family, back)
        let now = try await director(for: "aylin", town)
        #expect(now?.holder == (try town.filled.account("joost")) && now?.kind == .contact)
        let joost = try town.filled.person("joost")
        let history = try #require(
            try await town.ask(as: "aylin", in: Self.family) { key, connection in try connection.directions(key) })
        #expect(history.count == 3 && history[0].agreedBy == [joost] && history[0].cause == .parents)
        #expect(history[1].until == FilledDatabase.today)
    }

    /// Nothing moves before a second professional said yes.
    @Test(arguments: Engine.all, [true, false])
    func `is taken without its holder by two professionals`(engine: Engine, isRight: Bool) async throws {
        let town = try await FilledDatabase.told(engine)
        let (sanne, hanna) = (try town.filled.account("sanne"), try town.filled.account("hanna"))
        let asked = DirectionToConfirm(
            id: IDSource.unguessable.next(at: Self.now), kind: .safetyCoordination, cause: .safety, by: sanne,
            asked: Self.now, review: FilledDatabase.today + 14, reason: nil)
        let why = try PlainText.paragraphs("Noor is nu thuis niet veilig.")
        try await town.act(as: "sanne", in: Self.family) { key, connection, vault in
            try connection.askSecond(
                asked, because: why, asking: .account(hanna), ids: .unguessable, key, vault)
        }
        let marieke = try town.filled.account("marieke")
        #expect(try await director(for: "aylin", town)?.holder == marieke)
        for who in ["sanne", "marieke", "aylin", "tom", "ruud"] {
            let sight = try await town.decision(asked.id, in: Self.family, by: who)
            #expect((sight != nil) == (who == "sanne") && sight?.isAsked != true, "\(who)")
            // Who asked reads it, and can't answer; for the others it is not there.
            if who == "sanne" {
                await #expect(throws: SecondProfessional.Refusal.secondIsFirst) {
                    try await town.decide(.yes, about: asked.id, in: Self.family, by: who)
                }
            } else {
                #expect(try await !town.decide(.yes, about: asked.id, in: Self.family, by: who), "\(who)")
            }
        }
        #expect(try await director(for: "aylin", town)?.holder == marieke)
        #expect(try await town.decide(isRight ? .yes : .no, about: asked.id, in: Self.family, by: "hanna"))
        let now = try #require(try await director(for: "aylin", town))
        #expect(now.holder == (isRight ? sanne : marieke))
        #expect(now.kind == (isRight ? .safetyCoordination : .careCoordination))
        await #expect(throws: SecondProfessional.Refusal.answeredBefore) {
            try await town.decide(.no, about: asked.id, in: Self.family, by: "hanna")
        }
    }

    @Test(arguments: Engine.all)
    func `is looked at again by promise, and the promise is kept by looking`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        for day in [30, 60] {
            try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
                try connection.reviewDirection(
                    until: FilledDatabase.today + day, offersSupport: true, at: Self.now, ids: .unguessable, key, vault)
            }
            let open = try await town.dossiers.database.read {
                try $0.openPromises(in: ID(as: family)).map(\.promise).filter { $0.kind == .reviewDirection }
            }
            #expect(open.map(\.due.day) == [FilledDatabase.today + day])
        }
        #expect(try await director(for: "aylin", town)?.review == FilledDatabase.today + 60)
    }
}
