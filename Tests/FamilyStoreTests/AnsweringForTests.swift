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

/// Sem is fifteen, and sixteen in 118 days.
@Suite struct `Answering for a young person` {
    private static let family = "de-wit-yildiz"
    private static let later = Moment(FilledDatabase.today + 130, hour: 9)

    private func ask(_ town: FilledDatabase, about person: String, at moment: Moment) async throws -> Asking {
        let id: ID<Consent> = IDSource.unguessable.next(at: moment)
        let draft = Consent(
            id: id, asked: .share, by: try town.filled.account("marieke"), persons: [try town.filled.person(person)],
            made: moment, until: moment.day + 90)
        try await town.act(as: "marieke", in: Self.family, at: moment) { key, connection, vault in
            try connection.ask(draft, Asking.letter, ids: .unguessable, key, vault)
        }
        return Asking(town, in: Self.family, id: id)
    }

    private func owe(_ asking: Asking, _ kind: PromiseKind) async throws -> Set<ID<Account>> {
        let (id, family) = (asking.id, try asking.town.filled.family(Self.family))
        return try await asking.town.dossiers.database.read { connection in
            Set(
                try connection.openPromises(in: ID(as: family)).map(\.promise).filter {
                    $0.kind == kind && $0.subject.id == id.text
                }.compactMap(\.owner.account))
        }
    }

    @Test(arguments: Engine.all)
    func `of sixteen who can't judge opens the question to the parents, and nothing else`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let (sem, moment) = (try town.filled.person("sem"), Self.later)
        try await town.act(as: "marieke", in: Self.family, at: moment) { key, connection, vault in
            let inability = try Inability(
                IDSource.unguessable.next(at: moment), of: sem, by: key.reading, at: moment, until: moment.day + 60)
            try connection.record(inability, because: try .line("Een psychose"), ids: .unguessable, key, vault)
        }
        let asking = try await ask(town, about: "sem", at: moment)
        #expect(
            try await owe(asking, .answerConsent) == [town.filled.account("aylin"), town.filled.account("joost")])
        for parent in ["aylin", "joost"] {
            let kept = try #require(try await asking.kept(by: parent, at: moment))
            #expect(kept.letter == Asking.letter)
            let covers = try await town.ask(as: parent, in: Self.family, at: moment) { key, _ in
                key.reading.covered[sem] != nil
            }
            #expect(covers == false)
            _ = try await asking.answer(["sem": .yes], by: parent, at: moment)
        }
        #expect(try await asking.outcome(for: "sem", by: "marieke", at: moment) == .agreed)
        _ = try await asking.withdraw(for: ["sem"], by: "joost", at: moment)
        #expect(try await asking.outcome(for: "sem", by: "marieke", at: moment) == .ended)
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all)
    func `of sixteen who can judge is nothing of the parents`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await ask(town, about: "sem", at: Self.later)
        for parent in ["aylin", "joost"] {
            #expect(try await asking.kept(by: parent, at: Self.later) == nil, "\(parent)")
        }
    }

    @Test(arguments: Engine.all)
    func `is asked outside of a parent whose reading is refused`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let now = FilledDatabase.now
        let asking = try await ask(town, about: "noor", at: now)
        let (noor, joost) = (try town.filled.person("noor"), try town.filled.person("joost"))
        let hanna = try town.filled.account("hanna")
        let id: ID<ReadingRefusal> = IDSource.unguessable.next(at: now)
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            let refusal = try ReadingRefusal(
                id, of: noor, to: joost, authority: try connection.authority(over: noor, key), by: key.reading, at: now)
            try connection.propose(
                refusal, because: try .line("Hij dreigt"), asking: .account(hanna), ids: .unguessable, key, vault)
        }
        let marieke = try town.filled.account("marieke")
        let (father, mother) = (try town.filled.account("joost"), try town.filled.account("aylin"))
        #expect(try await owe(asking, .answerConsent) == [father, mother])
        #expect(try await town.decide(.yes, about: id, in: Self.family, by: "hanna"))
        #expect(try await owe(asking, .answerConsent) == [mother])
        #expect(try await owe(asking, .askInPerson) == [marieke])
        let next = try await ask(town, about: "noor", at: now)
        #expect(try await owe(next, .answerConsent) == [mother])
        #expect(try await owe(next, .askInPerson) == [marieke])
        _ = try await asking.answer(["noor": .yes], by: "aylin")
        #expect(try await owe(asking, .askInPerson) == [marieke])
        let no = Consent.Given(about: noor, by: joost, .no, .spoken, at: now, notedBy: marieke)
        _ = try await asking.act(as: "marieke") { kept, key, connection, vault in
            try connection.note(no, in: kept, saying: nil, ids: .unguessable, key, vault)
        }
        #expect(try await owe(asking, .askInPerson) == [])
    }

    @Test(arguments: Engine.all)
    func `with less is a no to what was asked, and asks the narrower of the others`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let asking = try await ask(town, about: "noor", at: FilledDatabase.now)
        let id: ID<Consent> = IDSource.unguessable.next(at: FilledDatabase.now)
        _ = try await asking.act(as: "aylin") { kept, key, connection, vault in
            try connection.narrow(
                kept, to: try .line("alleen of ze moe is"), until: FilledDatabase.today + 30, as: id,
                at: FilledDatabase.now, ids: .unguessable, key, vault)
        }
        let less = Asking(town, in: Self.family, id: id)
        let (aylin, joost) = (try town.filled.person("aylin"), try town.filled.person("joost"))
        #expect(try await asking.outcome(for: "noor", by: "marieke") == .refused(by: [aylin]))
        #expect(try await less.outcome(for: "noor", by: "marieke") == .waits(for: [joost]))
        #expect(try await less.kept(by: "joost")?.letter?.what == "alleen of ze moe is")
        await #expect(throws: Consent.Refusal.self) {
            try await asking.act(as: "truus") { kept, key, connection, vault in
                try connection.narrow(
                    kept, to: try .line("x"), until: nil, as: id, at: FilledDatabase.now, ids: .unguessable, key, vault)
            }
        }
    }
}
