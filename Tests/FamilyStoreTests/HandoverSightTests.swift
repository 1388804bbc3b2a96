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

@Suite struct `A handover that is over` {
    private func told(_ helping: Helping, _ who: String) async throws -> Int {
        let happenings = try await helping.town.sight(of: who, in: Helping.family)?.happenings ?? []
        return happenings.count { $0.kind == .handoverCompleted }
    }

    @Test(arguments: Engine.all)
    func `of help is told to those alone who know both`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose()
        try await helping.agree()
        try await helping.complete()
        for (who, isTold) in [
            ("aylin", true), ("joost", true), ("sem", true), ("priya", true), ("hanna", true), ("marieke", true),
            ("khadija", false),
        ] {
            #expect(try await told(helping, who) == (isTold ? 1 : 0), "\(who)")
        }
    }

    /// Tom and Sanne are there for Noor alone, and Priya for Sem.
    @Test(arguments: Engine.all)
    func `of the first contact is not told to who knows one of the two`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose(.contact, from: "sanne", to: "priya")
        try await helping.agree(with: ["sem"])
        try await helping.complete(by: "sanne")
        for (who, isTold) in [("aylin", true), ("hanna", true), ("marieke", true), ("tom", false)] {
            #expect(try await told(helping, who) == (isTold ? 1 : 0), "\(who)")
        }
    }

    @Test(arguments: Engine.all, ["sanne", "marieke"])
    func `of the first contact is told to nobody from whom one of the two is hidden`(
        engine: Engine, hidden: String
    ) async throws {
        let helping = try await Helping(engine)
        try await helping.propose(.contact, from: "sanne", to: "marieke")
        try await helping.agree(by: "marieke", with: ["noor"])
        try await helping.complete(by: "sanne")
        #expect(try await told(helping, "tom") == 1)
        try await helping.hide(hidden, from: "tom")
        #expect(try await told(helping, "tom") == 0)
        #expect(try await told(helping, "hanna") == 1)
    }
}

@Suite struct `A handover that is not possible` {
    @Test(arguments: Engine.all, [("daniel", "priya"), ("priya", "daniel")])
    func `is one to somebody from whom the other is hidden`(engine: Engine, hidden: (String, String)) async throws {
        let helping = try await Helping(engine)
        let town = helping.town
        let look = Look(
            reader: try town.filled.account("daniel"), at: Helping.now, from: "", action: .read,
            item: ItemName(.family, try town.filled.account("daniel")))
        let (family, priya) = (try town.filled.family(Helping.family), try town.filled.account("priya"))
        let before = try await town.dossiers.held(look).first { $0.family == family }
        #expect(before?.next.contains(priya) == true)
        try await helping.hide(hidden.0, from: hidden.1)
        let after = try await town.dossiers.held(look).first { $0.family == family }
        #expect(after?.next.contains(priya) == false && after?.next.isEmpty == false)
        await #expect(throws: Handover.Refusal.notPossible) { try await helping.propose() }
    }

    @Test(arguments: Engine.all, [false, true])
    func `is one whose two were hidden from each other after it was proposed`(
        engine: Engine, isAgreed: Bool
    ) async throws {
        let helping = try await Helping(engine)
        try await helping.propose()
        if isAgreed { try await helping.agree() }
        try await helping.hide("priya", from: "daniel")
        if isAgreed {
            await #expect(throws: Handover.Refusal.notPossible) { try await helping.complete() }
        } else {
            await #expect(throws: Handover.Refusal.notPossible) { try await helping.agree() }
        }
    }

    @Test(arguments: Engine.all)
    func `is a talk with somebody of another family, or whom the writer does not know`(engine: Engine) async throws {
        let helping = try await Helping(engine)
        try await helping.propose()
        for persons in [["isa"], ["sem", "isa"], ["noor"]] {
            await #expect(throws: Handover.Refusal.noSuchTalk) { try await helping.agree(with: persons) }
        }
        try await helping.agree()
    }
}

@Suite struct `A yes for a helper who handed over` {
    @Test(arguments: Engine.all)
    func `lets nobody in, and keeps no consent`(engine: Engine) async throws {
        let helping = try await Helping(engine, isAgreed: false)
        let (town, family) = (helping.town, try helping.town.filled.family(Helping.family))
        try await helping.propose()
        try await helping.agree()
        try await helping.complete()
        let asked = Promise.Subject(kind: "invitation", id: helping.inviting.id.text)
        let owed = try await town.dossiers.database.read { try $0.openPromises(in: ID(as: family), about: asked) }
        #expect(owed.isEmpty)
        _ = try? await helping.inviting.answer(["sem": .yes], by: "sem")
        #expect(try await town.sight(of: "daniel", in: Helping.family) == nil)
        let sem = try town.filled.person("sem")
        let consent = ID<Consent>(as: helping.inviting.id)
        let kept = try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT person_id FROM consent_person
                WHERE family_id = \(family) AND consent_id = \(consent) ORDER BY person_id
                """
            ) { $0.id(0, Person.self) }
        }
        #expect(!kept.contains(sem) && kept.count == 1)
        #expect(try await !helping.inviting.isSeen(by: "sem"))
    }
}
