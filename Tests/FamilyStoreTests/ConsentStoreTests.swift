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

@Suite struct `A consent in the town` {
    private func person(_ slug: String, _ town: FilledDatabase) throws -> ID<Person> { try town.filled.person(slug) }

    @Test(arguments: Engine.all)
    func `is asked of both parents of a child, and stands once both said yes`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        #expect(try await asking.owing(.answerConsent) == ["aylin", "joost"])
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        #expect(try await asking.owing(.answerConsent) == ["joost"])
        #expect(try await asking.outcome(for: "noor", by: "marieke") == .waits(for: [person("joost", town)]))
        _ = try await asking.answer(["noor": .yes], by: "joost")
        #expect(try await asking.owing(.answerConsent) == [])
        #expect(try await asking.outcome(for: "noor", by: "aylin") == .agreed)
        #expect(try await asking.kept(by: "aylin")?.letter == Asking.letter)
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all)
    func `refused by one parent is a no, that can still become a yes`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "aylin", .help, about: ["noor"]))
        #expect(try await asking.owing(.answerConsent) == ["joost"])
        _ = try await asking.answer(["noor": .no], by: "joost")
        #expect(try await asking.outcome(for: "noor", by: "aylin") == .refused(by: [person("joost", town)]))
        _ = try await asking.answer(["noor": .yes], by: "joost")
        #expect(try await asking.outcome(for: "noor", by: "aylin") == .agreed)
    }

    @Test(arguments: Engine.all)
    func `of a young person is theirs, and no trace of it is a parent's`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "sem", about: ["sem"]))
        #expect(try await asking.outcome(for: "sem", by: "sem") == .agreed)
        #expect(try await asking.outcome(for: "sem", by: "marieke") == .agreed)
        for other in ["aylin", "joost", "truus", "sanne", "dave"] {
            #expect(try await asking.kept(by: other) == nil, "\(other)")
            let sight = try await town.sight(of: other, in: "de-wit-yildiz")
            #expect(sight?.text.contains(asking.id.text) != true, "\(other)")
        }
        await #expect(throws: Consent.Refusal.notYours) {
            _ = try await asking.withdraw(for: ["sem"], by: "aylin")
        }
        _ = try await asking.withdraw(for: ["sem"], by: "sem")
        #expect(try await asking.outcome(for: "sem", by: "sem") == .ended)
    }

    @Test(arguments: Engine.all)
    func `to help a young person is theirs and their parents'`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", .help, about: ["sem"]))
        #expect(try await asking.owing(.answerConsent) == ["aylin", "joost", "sem"])
        _ = try await asking.answer(["sem": .yes], by: "sem")
        _ = try await asking.answer(["sem": .yes], by: "aylin")
        _ = try await asking.answer(["sem": .no], by: "joost")
        let sem = try person("sem", town)
        _ = try await asking.act(as: "marieke") { kept, key, connection, vault in
            try connection.decide(
                .persists, in: kept, about: sem, because: try PlainText.line("Sem blijft dit willen."),
                at: Asking.now, key, vault)
        }
        #expect(try await asking.outcome(for: "sem", by: "sem") == .decided(.persists))
        #expect(try await asking.outcome(for: "sem", by: "joost") == .decided(.persists))
    }

    @Test(arguments: Engine.all)
    func `is written down for who was spoken, by a professional alone`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        let (noor, joost) = (try person("noor", town), try person("joost", town))
        let marieke = try town.filled.account("marieke")
        for answer in [Consent.Answer.notReached, .notReached, .yes] {
            let given = Consent.Given(about: noor, by: joost, answer, .spoken, at: Asking.now, notedBy: marieke)
            _ = try await asking.act(as: "marieke") { kept, key, connection, vault in
                try connection.note(given, in: kept, saying: nil, ids: .unguessable, key, vault)
            }
        }
        let kept = try #require(try await asking.kept(by: "joost"))
        #expect(kept.consent.attempts(of: joost, about: noor) == 2)
        #expect(kept.consent.latest(about: noor)[joost]?.how == .spoken)
        let aylin = try town.filled.account("aylin")
        let forged = Consent.Given(about: noor, by: joost, .no, .spoken, at: Asking.now, notedBy: aylin)
        await #expect(throws: Consent.Refusal.notYours) {
            _ = try await asking.act(as: "aylin") { kept, key, connection, vault in
                try connection.note(forged, in: kept, saying: nil, ids: .unguessable, key, vault)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `that changed since it was read is not answered`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        let seen = try #require(try await asking.kept(by: "joost"))
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        let noor = try person("noor", town)
        await #expect(throws: Consent.Refusal.over) {
            _ = try await town.act(as: "joost", in: "de-wit-yildiz") { key, connection, vault in
                try connection.answer(seen, [noor: .yes], at: Asking.now, ids: .unguessable, key, vault)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is asked no longer than four weeks`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        let late = Asking.now + Consent.term
        for moment in [late - .minutes(1), late, late] {
            try await town.dossiers.database.write { try $0.sweepConsents(at: moment) }
            #expect(try await asking.owing(.answerConsent).isEmpty == (moment >= late))
        }
        #expect(try await asking.outcome(for: "noor", by: "aylin", at: late) == .unanswered)
    }

    @Test(arguments: Engine.all) func `is sealed`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        _ = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        let letters = try await town.dossiers.database.read { connection in
            try connection.rows("SELECT letter FROM consent WHERE letter IS NOT NULL ORDER BY id") { $0.bytes(0) }
        }
        #expect(!letters.isEmpty)
        for letter in letters { #expect(!String(decoding: letter, as: UTF8.self).contains("Sanne")) }
    }
}
