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

/// A consent in the town, and what its people do with it.
struct Asking: Sendable {
    let town: FilledDatabase
    let family: String
    let id: ID<Consent>

    static let now = FilledDatabase.now
    static let letter = ConsentLetter(party: "juf Sanne", what: "hoe slapen gaat", purpose: "rust in de klas")

    /// Somebody asks; nil where they may not know the family.
    init?(
        _ town: FilledDatabase, by who: String, in family: String = "de-wit-yildiz", _ asked: Asked = .share,
        about persons: [String]
    ) async throws {
        let id: ID<Consent> = IDSource.unguessable.next(at: Self.now)
        let draft = Consent(
            id: id, asked: asked, by: try town.filled.account(who),
            persons: Set(try persons.map { try town.filled.person($0) }), made: Self.now,
            until: FilledDatabase.today + 90)
        let done = try await town.act(as: who, in: family) { key, connection, vault in
            try connection.ask(draft, Self.letter, ids: .unguessable, key, vault)
        }
        guard done != nil else { return nil }
        (self.town, self.family, self.id) = (town, family, id)
    }

    /// One that came of something else.
    init(_ town: FilledDatabase, in family: String, id: ID<Consent>) {
        (self.town, self.family, self.id) = (town, family, id)
    }

    func kept(by who: String, at moment: Moment = now) async throws -> KeptConsent? {
        let id = id
        return try await town.ask(as: who, in: family, at: moment) { key, connection in
            try connection.consent(id, key)
        } ?? nil
    }

    func outcome(for person: String, by who: String, at moment: Moment = now) async throws -> Consent.Outcome? {
        let person = try town.filled.person(person)
        return try await kept(by: who, at: moment)?.outcome(for: person, at: moment)
    }

    func answer(
        _ said: [String: Consent.Answer], by who: String, at moment: Moment = now
    ) async throws -> String? {
        let answers = Dictionary(uniqueKeysWithValues: try said.map { (try town.filled.person($0.key), $0.value) })
        return try await act(as: who, at: moment) { kept, key, connection, vault in
            try connection.answer(kept, answers, at: moment, ids: .unguessable, key, vault)
        }
    }

    func withdraw(for persons: [String], by who: String, at moment: Moment = now) async throws -> String? {
        let persons = Set(try persons.map { try town.filled.person($0) })
        return try await act(as: who, at: moment) { kept, key, connection, vault in
            try connection.withdraw(kept, for: persons, at: moment, ids: .unguessable, key, vault)
        }
    }

    func act(
        as who: String, at moment: Moment = now,
        _ deed: @escaping @Sendable (KeptConsent, borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws -> String? {
        let id = id
        return try await town.act(as: who, in: family, at: moment) { key, connection, vault in
            guard let kept = try connection.consent(id, key) else { throw Consent.Refusal.notYours }
            try deed(kept, key, connection, vault)
        }
    }

    /// Who owes something of a kind around the family now.
    func owing(_ kind: PromiseKind) async throws -> Set<String> {
        let family = try town.filled.family(family)
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID<PromiseSpace>(as: family)).map(\.promise).filter { $0.kind == kind }
        }
        let owners = owed.compactMap { promise -> ID<Account>? in
            if case .account(let account) = promise.owner { account } else { nil }
        }
        return Set(town.filled.accounts.filter { owners.contains($0.value) }.keys)
    }
}

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

@Suite struct `What was agreed in an invitation` {
    private static let family = "de-wit-yildiz"

    /// Daniël is let in for both children.
    private func letIn(_ town: FilledDatabase) async throws -> (Inviting, Asking) {
        let inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor", "sem"], "daniel"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: "daniel")
        _ = try await inviting.answer(["sem": .yes], by: "sem")
        #expect(try await inviting.covered(by: "daniel") == ["noor", "sem"])
        return (inviting, Asking(town, in: Self.family, id: ID(as: inviting.id)))
    }

    @Test(arguments: Engine.all) func `is a consent, with what each said`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (_, asking) = try await letIn(town)
        let kept = try #require(try await asking.kept(by: "marieke"))
        let said = kept.consent.given.map { given in
            town.filled.persons.first { $0.value == given.by }?.key ?? ""
        }
        #expect(said.sorted() == ["aylin", "joost", "sem"])
        #expect(kept.consent.share == .plan && kept.consent.membership != nil)
        #expect(try await asking.outcome(for: "noor", by: "joost") == .agreed)
        #expect(try await asking.kept(by: "daniel") != nil)
    }

    @Test(arguments: Engine.all) func `is taken back for one child by one parent, that moment`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let (inviting, asking) = try await letIn(town)
        await #expect(throws: Consent.Refusal.notYours) { _ = try await asking.withdraw(for: ["sem"], by: "joost") }
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await inviting.covered(by: "daniel") == ["sem"])
        #expect(try await asking.outcome(for: "noor", by: "joost") == .ended)
        #expect(try await asking.outcome(for: "sem", by: "sem") == .agreed)
        _ = try await asking.withdraw(for: ["sem"], by: "sem")
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all) func `ends with the membership, however that ends`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (_, asking) = try await letIn(town)
        let kept = try #require(try await asking.kept(by: "daniel"))
        let membership = try #require(kept.consent.membership)
        _ = try await town.act(as: "daniel", in: Self.family) { key, connection, vault in
            let version = try connection.member(membership, key)?.version ?? 0
            try connection.end(
                membership, for: kept.consent.persons, version: version, at: Asking.now, ids: .unguessable, key, vault)
        }
        #expect(try await asking.outcome(for: "noor", by: "joost") == .ended)
        #expect(try await asking.outcome(for: "sem", by: "sem") == .ended)
    }

    @Test(arguments: Engine.all) func `for another child is another consent`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let inviting = try #require(try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], "daniel"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: "daniel")
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        _ = try await asking.answer(["noor": .yes], by: "joost")
        _ = try await Asking(town, in: Self.family, id: ID(as: inviting.id)).withdraw(for: ["noor"], by: "aylin")
        #expect(try await town.sight(of: "daniel", in: Self.family) == nil)
        // What rests on another consent stays.
        #expect(try await asking.outcome(for: "noor", by: "aylin") == .agreed)
    }
}

@Suite struct `A withdrawal where safety asks for a look` {
    private func agreed(_ town: FilledDatabase) async throws -> Asking {
        let asking = try #require(try await Asking(town, by: "marieke", about: ["noor"]))
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        _ = try await asking.answer(["noor": .yes], by: "joost")
        return asking
    }

    private func order(_ town: FilledDatabase) async throws {
        let noor = try town.filled.person("noor")
        _ = try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
            let order = try ProtectionOrder(
                IDSource.unguessable.next(at: Asking.now), of: noor, .supervision, from: FilledDatabase.today,
                until: FilledDatabase.today + 180, by: key.reading, at: Asking.now)
            try connection.record(order, by: try PlainText.line("Jeugdbescherming Invented"), key, vault)
        }
    }

    @Test(arguments: Engine.all)
    func `is weighed within a day by the professional in charge, and nobody else knows`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await order(town)
        let asking = try await agreed(town)
        let before = try await town.sight(of: "aylin", in: "de-wit-yildiz")
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await asking.owing(.weighWithdrawal) == ["marieke"])
        for other in ["aylin", "joost", "sanne", "truus"] {
            let sight = try #require(try await town.sight(of: other, in: "de-wit-yildiz"))
            #expect(!sight.promises.contains { $0.promise.kind == .weighWithdrawal }, "\(other)")
            #expect(!sight.text.contains("weighWithdrawal"), "\(other)")
        }
        let after = try await town.sight(of: "aylin", in: "de-wit-yildiz")
        #expect(after?.promises == before?.promises && after?.happenings == before?.happenings)
    }

    @Test(arguments: Engine.all) func `is settled by what was weighed, once`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try await order(town)
        let asking = try await agreed(town)
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        let family = try town.filled.family("de-wit-yildiz")
        let owed = try await town.dossiers.database.read { connection in
            try connection.openPromises(in: ID<PromiseSpace>(as: family)).map(\.promise)
                .first { $0.kind == .weighWithdrawal }
        }
        let id = try #require(owed).id
        #expect(owed?.due == Asking.now + .hours(24))
        for other in ["aylin", "joost", "sanne", "truus"] {
            let found = try await town.ask(as: other, in: "de-wit-yildiz") { try $1.weighing(id, $0) }
            #expect(found == .some(nil), "\(other)")
        }
        let weighing = try #require(
            try await town.ask(as: "marieke", in: "de-wit-yildiz") { try $1.weighing(id, $0) } ?? nil)
        let weigh = {
            try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, vault in
                try connection.weighed(
                    weighing, try PlainText.line("Overlegd; geen grond."), at: Asking.now, key, vault)
            }
        }
        _ = try await weigh()
        #expect(try await asking.owing(.weighWithdrawal).isEmpty)
        await #expect(throws: Weighing.Refusal.done) { _ = try await weigh() }
    }

    @Test(arguments: Engine.all) func `asks nothing where nothing is unsafe`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await agreed(town)
        _ = try await asking.withdraw(for: ["noor"], by: "joost")
        #expect(try await asking.owing(.weighWithdrawal).isEmpty)
    }

    @Test(arguments: Engine.all) func `follows where something is held`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try #require(try await Asking(town, by: "eline", in: "van-dongen", about: ["eline"]))
        _ = try await asking.withdraw(for: ["eline"], by: "eline")
        #expect(try await asking.owing(.weighWithdrawal) == ["fatma"])
    }
}
