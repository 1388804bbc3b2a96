// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

@Suite struct `A handover of direction` {
    private static let family = "de-wit-yildiz"
    private static let now = FilledDatabase.now

    /// Marieke directs; she proposes it to somebody, who agrees, and notes the talk.
    private func agreed(
        to receiver: String, leaves: Bool = true, talked: Bool = true, _ town: FilledDatabase
    ) async throws -> ID<Handover> {
        let id: ID<Handover> = IDSource.unguessable.next(at: Self.now)
        let (from, to) = (try town.filled.account("marieke"), try town.filled.account(receiver))
        let aylin = try town.filled.person("aylin")
        let reason = try PlainText.paragraphs("Marieke gaat met verlof.")
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let handover = Handover(
                id: id, .direction(.monitoring, review: FilledDatabase.today + 40), from: from, to: to, proposer: from,
                made: Self.now, leaves: leaves)
            try connection.propose(
                handover, because: reason, talk: nil, offersSupport: true, at: Self.now, ids: .unguessable, key, vault)
        }
        try await town.act(as: receiver, in: Self.family) { key, connection, vault in
            try connection.agree(to: id, at: Self.now, ids: .unguessable, key, vault)
        }
        guard talked else { return id }
        let talk = Handover.Talk(
            day: FilledDatabase.today, present: [aylin], agreed: [], storyConfirmed: true, introduced: true)
        try await town.act(as: receiver, in: Self.family) { key, connection, vault in
            try connection.note(talk, in: id, at: Self.now, key, vault)
        }
        return id
    }

    private func complete(_ id: ID<Handover>, by who: String, _ town: FilledDatabase) async throws -> String? {
        try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.complete(id, at: Self.now, ids: .unguessable, key, vault)
        }
    }

    private func open(_ town: FilledDatabase) async throws -> [Promise] {
        let id = try town.filled.family(Self.family)
        return try await town.dossiers.database.read { try $0.openPromises(in: ID(as: id)).map(\.promise) }
    }

    @Test(arguments: Engine.all)
    func `moves direction and all that was promised at once, and counts as warm`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (marieke, hanna) = (try town.filled.account("marieke"), try town.filled.account("hanna"))
        let owed = try await open(town).filter { $0.owner == .account(marieke) }.map(\.id)
        let id = try await agreed(to: "hanna", town)
        #expect(try await open(town).contains { $0.kind == .finishHandover && $0.owner == .account(marieke) })
        #expect(try await complete(id, by: "marieke", town) != nil)
        #expect(try await town.sight(of: "marieke", in: Self.family) == nil)
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
        #expect(circle.direction?.holder == hanna && circle.direction?.kind == .monitoring)
        let after = try await open(town)
        #expect(!after.contains { $0.owner == .account(marieke) || $0.subject == id.promised })
        #expect(owed.allSatisfy { id in after.contains { $0.id == id && $0.owner == .account(hanna) } })
        #expect(after.contains { $0.kind == .reviewDirection && $0.owner == .account(hanna) })
        let warm = try await town.dossiers.database.read {
            try $0.facts(.warmHandover, from: Month(of: FilledDatabase.today), through: Month(of: FilledDatabase.today))
        }
        #expect(warm.map(\.shape) == [.verdict(true)])
    }

    @Test(arguments: Engine.all)
    func `moves nothing without the talk or the reason why there was none`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let before = try await open(town).count
        let id = try await agreed(to: "hanna", talked: false, town)
        await #expect(throws: Handover.Refusal.notTalked) { try await complete(id, by: "marieke", town) }
        #expect(try await open(town).count == before + 1)
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
        #expect(circle.direction?.holder == (try town.filled.account("marieke")))
        let why = try PlainText.paragraphs("Een gesprek is nu niet veilig.")
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            try connection.note(.safety, because: why, in: id, at: Self.now, key, vault)
        }
        _ = try await complete(id, by: "hanna", town)
        let warm = try await town.dossiers.database.read {
            try $0.facts(.warmHandover, from: Month(of: FilledDatabase.today), through: Month(of: FilledDatabase.today))
        }
        #expect(warm.isEmpty)
    }

    @Test(arguments: Engine.all)
    func `is over when the one who would take it leaves`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await agreed(to: "hanna", town)
        try await end("hanna", by: "hanna", town)
        await #expect(throws: Handover.Refusal.over) { try await complete(id, by: "marieke", town) }
        #expect(try await !open(town).contains { $0.subject == id.promised })
    }

    /// Youssef stands in for Marieke, and the family has Marieke direct all the same.
    private func standIn(_ town: FilledDatabase) async throws -> ID<Absence> {
        let (ruud, marieke) = (try town.filled.account("ruud"), try town.filled.account("marieke"))
        let id: ID<Absence> = IDSource.unguessable.next(at: Self.now)
        let today = FilledDatabase.today
        let absence = Absence(
            id: id, organisation: try town.filled.organisation("gebiedsteam"), who: marieke,
            standIn: try town.filled.account("youssef"), by: ruud, from: today, until: today + 14)
        let look = Look(reader: ruud, at: Self.now, from: "", action: .update, item: ItemName(.family, ruud))
        _ = try await town.dossiers.arrange(absence, look)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let direction = Direction(kind: .careCoordination, holder: marieke, since: today)
            try connection.move(direction, .reassigned, by: marieke, at: Self.now, key, vault)
        }
        return id
    }

    @Test(arguments: Engine.all, ["hanna", "youssef"])
    func `lets out who stood in with who leaves, unless it is they who take it`(
        engine: Engine, receiver: String
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let absence = try await standIn(town)
        let id = try await agreed(to: receiver, town)
        #expect(try await town.sight(of: "youssef", in: Self.family) != nil)
        #expect(try await complete(id, by: "marieke", town) != nil)
        let marieke = try town.filled.account("marieke")
        let look = Look(reader: marieke, at: Self.now, from: "", action: .update, item: ItemName(.family, marieke))
        for isBack in [false, true] {
            if isBack { _ = try await town.dossiers.endAbsence(absence, look) }
            #expect(try await (town.sight(of: "youssef", in: Self.family) != nil) == (receiver == "youssef"))
            let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
            #expect(circle.direction?.holder == (try town.filled.account(receiver)))
        }
        #expect(try await !open(town).contains { $0.kind == .nameStandIn })
    }

    private func end(_ member: String, by who: String, _ town: FilledDatabase) async throws {
        let membership = try town.filled.membership("\(Self.family)/\(member)")
        try await town.act(as: who, in: Self.family) { key, connection, vault in
            guard let kept = try connection.member(membership, key) else { throw Ending.Refusal.changed }
            try connection.end(
                membership, for: kept.member.membership.covers, version: kept.version, at: Self.now,
                ids: .unguessable, key, vault)
        }
    }

    /// The director leaves at the same moment as the handover completes: whichever is first, one directs who is there.
    @Test(arguments: Engine.all, ["marieke", "hanna"])
    func `leaves one director while one of the two is ended at the same moment`(
        engine: Engine, leaver: String
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await agreed(to: "hanna", leaves: false, town)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await complete(id, by: "hanna", town) }
            group.addTask { try? await end(leaver, by: leaver, town) }
        }
        let gone = try town.filled.account(leaver)
        let family = try town.filled.family(Self.family)
        let directors = try await town.dossiers.database.read { connection in
            try connection.rows(
                "SELECT holder_id FROM direction WHERE family_id = \(family) AND until_day IS NULL ORDER BY number"
            ) { $0.id(0, Account.self) }
        }
        #expect(directors.count == 1 && !directors.contains(gone))
        #expect(try await !open(town).contains { $0.owner == .account(gone) })
        #expect(try await town.sight(of: leaver, in: Self.family) == nil)
        let circle = try #require(try await town.sight(of: "aylin", in: Self.family)).circle
        #expect(circle.direction != nil)
    }

    @Test(arguments: Engine.all)
    func `is not there for who is not concerned, and refuses who is not one of the two`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let id = try await agreed(to: "hanna", town)
        for (who, sees) in [("aylin", true), ("sem", true), ("sanne", true), ("truus", false), ("khadija", false)] {
            let seen = try await town.ask(as: who, in: Self.family) { key, connection in
                try connection.handover(id, key) != nil
            }
            #expect(seen == sees, "\(who)")
            await #expect(throws: Handover.Refusal.notYours, "\(who)") { try await complete(id, by: who, town) }
        }
        #expect(try await town.ask(as: "bart", in: Self.family) { _, _ in true } == nil)
    }
}
