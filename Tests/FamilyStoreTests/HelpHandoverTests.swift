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

@Suite struct `A handover of help` {
    @Test(arguments: Engine.all)
    func `moves rights, promises and meetings to a colleague, and lets who hands over go`(
        engine: Engine
    ) async throws {
        let helping = try await Helping(engine)
        let town = helping.town
        let meetings = Meetings(town: town)
        let meeting = try #require(try await meetings.propose(about: ["sem"], ["aylin", "daniel"]))
        try await helping.promise()
        let owed = try await helping.owed(by: "daniel")
        try await helping.propose()
        try await helping.agree()
        #expect(try await helping.complete() != nil)
        #expect(try await town.sight(of: "daniel", in: Helping.family) == nil)
        #expect(try await helping.inviting.covered(by: "priya") == ["noor", "sem"])
        let next = try await helping.owed(by: "priya")
        #expect(!owed.isEmpty && owed.isSubset(of: next))
        #expect(try await helping.owed(by: "daniel").isEmpty)
        #expect(try await meetings.owed(meeting, by: "priya") == [.answerMeeting])
        #expect(try await meetings.sight(meeting, of: "priya")?.isInvited == true)
        let warm = try await town.dossiers.database.read {
            try $0.facts(.warmHandover, from: Month(of: FilledDatabase.today), through: Month(of: FilledDatabase.today))
        }
        #expect(warm.map(\.shape) == [.verdict(true)])
    }

    @Test(arguments: Engine.all)
    func `stays the family's to take back: the consent carries who came after`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose()
        try await helping.agree()
        try await helping.complete()
        #expect(try await helping.consent.outcome(for: "noor", by: "joost") == .agreed)
        _ = try await helping.consent.withdraw(for: ["noor"], by: "joost")
        #expect(try await helping.inviting.covered(by: "priya") == ["sem"])
    }

    @Test(arguments: Engine.all)
    func `leaves no right that was taken back at the same moment`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose()
        try await helping.agree()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = try? await helping.complete(by: "priya") }
            group.addTask { _ = try? await helping.consent.withdraw(for: ["noor"], by: "joost") }
        }
        #expect(try await helping.consent.outcome(for: "noor", by: "joost") == .ended)
        #expect(try await helping.inviting.covered(by: "priya") == ["sem"])
        #expect(try await helping.town.sight(of: "daniel", in: Helping.family) == nil)
    }

    /// One identifier for all that is new can't be: with two meetings it fails halfway, without any at the last step.
    @Test(arguments: Engine.all, [0, 2])
    func `moves nothing at all where a step of it fails`(engine: Engine, meetings: Int) async throws {
        let helping = try await Helping(engine)
        let told = Meetings(town: helping.town)
        for _ in 0..<meetings {
            let id = try #require(try await told.propose(about: ["sem"], ["aylin", "daniel"]))
            try await told.answer(id, [0: .can], by: "daniel")
        }
        try await helping.promise()
        try await helping.propose()
        try await helping.agree()
        let before = try await helping.rows()
        await #expect(throws: (any Error).self) { try await helping.complete(ids: IDSource { (0, 7) }) }
        #expect(try await helping.rows() == before)
        #expect(try await helping.town.sight(of: "daniel", in: Helping.family) != nil)
        #expect(try await helping.complete() != nil)
        #expect(try await helping.rows() != before)
    }

    @Test(arguments: Engine.all)
    func `gives nobody of another organisation what was not agreed to them`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        let before = try await helping.inviting.covered(by: "tom")
        try await helping.propose(to: "tom")
        try await helping.agree(by: "tom", with: ["noor"])
        try await helping.complete(by: "tom")
        #expect(try await helping.inviting.covered(by: "tom") == before)
        #expect(try await helping.town.sight(of: "daniel", in: Helping.family) == nil)
        #expect(try await helping.consent.outcome(for: "noor", by: "joost") == .ended)
    }

    @Test(arguments: Engine.all)
    func `is known to those alone who know both, and refuses everybody else`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        let (id, town) = (helping.id, helping.town)
        try await helping.propose()
        for (who, sees) in [
            ("aylin", true), ("joost", true), ("sem", true), ("hanna", true), ("marieke", true), ("sanne", false),
            ("tom", false), ("truus", false), ("khadija", false),
        ] {
            let seen = try await town.ask(as: who, in: Helping.family) { key, connection in
                try connection.handover(id, key) != nil
            }
            #expect(seen == sees, "\(who)")
            await #expect(throws: Handover.Refusal.notYours, "\(who)") { try await helping.complete(by: who) }
        }
        #expect(try await town.ask(as: "bart", in: Helping.family) { _, _ in true } == nil)
    }

    @Test(arguments: Engine.all)
    func `is refused to who directs, and over where somebody comes to direct`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        await #expect(throws: Handover.Refusal.directs) {
            try await helping.propose(from: "marieke", to: "priya")
        }
        try await helping.propose()
        let daniel = try helping.town.filled.account("daniel")
        try await helping.town.act(as: "marieke", in: Helping.family) { key, connection, vault in
            let direction = Direction(kind: .monitoring, holder: daniel, since: FilledDatabase.today)
            try connection.move(direction, .reassigned, by: nil, at: Helping.now, key, vault)
        }
        await #expect(throws: Handover.Refusal.over) { try await helping.agree() }
    }
}

@Suite struct `A handover of the first contact` {
    @Test(arguments: Engine.all)
    func `moves whom to call first, and nothing else`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        let town = helping.town
        try await helping.propose(.contact, from: "sanne", to: "marieke")
        try await helping.agree(by: "marieke", with: ["noor"])
        let owed = try await helping.owed(by: "sanne").count
        #expect(try await helping.complete(by: "sanne") != nil)
        let circle = try #require(try await town.sight(of: "aylin", in: Helping.family)).circle
        #expect(circle.firstContact == (try town.filled.account("marieke")))
        #expect(circle.direction?.holder == (try town.filled.account("marieke")))
        // What Sanne owed before is hers still, but for the handover itself.
        #expect(try await helping.owed(by: "sanne").count == owed - 1)
        #expect(try await town.sight(of: "sanne", in: Helping.family) != nil)
    }

    @Test(arguments: Engine.all)
    func `is over when the family chooses somebody else meanwhile`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose(.contact, from: "sanne", to: "marieke")
        let hanna = try helping.town.filled.account("hanna")
        try await helping.town.act(as: "aylin", in: Helping.family) { key, connection, vault in
            try connection.chooseFirstContact(hanna, at: Helping.now, key, vault)
        }
        await #expect(throws: Handover.Refusal.over) { try await helping.agree(by: "marieke", with: ["noor"]) }
        #expect(try await !helping.owed(by: "marieke").contains { $0.text == helping.id.text })
    }
}

@Suite struct `A helper whose work ends with handovers open` {
    @Test(arguments: Engine.all)
    func `leaves no family without a director, and nothing owed by them`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        let (town, id) = (helping.town, helping.id)
        try await helping.propose(
            .direction(.monitoring, review: FilledDatabase.today + 40), from: "marieke", to: "hanna")
        let (work, marieke) = (try #require(town.filled.professionals["marieke"]), try town.filled.account("marieke"))
        let (place, vault) = (try town.filled.organisation("gebiedsteam"), town.vault)
        try await town.dossiers.database.write { connection in
            try connection.endWork(work, on: FilledDatabase.today)
            try connection.endMemberships(of: marieke, for: place, at: Helping.now, ids: .unguessable, vault)
        }
        let without = try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT COUNT(*) FROM family f WHERE 1 <> (
                    SELECT COUNT(*) FROM direction d WHERE d.family_id = f.id AND d.until_day IS NULL
                        AND d.holder_id <> \(marieke))
                """
            ) { $0.int(0) }
        }
        #expect(without == [0])
        let kept = try await town.ask(as: "hanna", in: Helping.family) { key, connection in
            try connection.handover(id, key)?.handover.state
        }
        #expect(kept == .lapsed)
        #expect(try await helping.owed(by: "marieke").isEmpty)
    }
}
