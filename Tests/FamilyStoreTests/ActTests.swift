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

@Suite struct `An act in a dossier` {
    private let talk = "osei/kofi-en-daniel"

    private func texts(_ town: FilledDatabase, _ reader: String = "lotte") async throws -> [String] {
        let sight = try await town.sight(of: reader, in: "osei")
        return sight?.messages[try town.filled.conversation(talk)]?.compactMap(\.text) ?? []
    }

    @Test(arguments: Engine.all)
    func `is carried out once for one form`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let form: ID<Submission> = IDSource.unguessable.next(at: FilledDatabase.now)
        let first = try await town.write("Tot morgen", as: "daniel", in: talk, form: form)
        let second = try await town.write("Tot morgen", as: "daniel", in: talk, form: form)
        #expect(first != nil && first == second)
        #expect(try await texts(town).count { $0 == "Tot morgen" } == 1)
    }

    @Test(arguments: Engine.all)
    func `by two with a form of the same number is carried out for both`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let form: ID<Submission> = IDSource.unguessable.next(at: FilledDatabase.now)
        let first = try await town.write("Van Daniël", as: "daniel", in: talk, form: form)
        let second = try await town.write("Van Lotte", as: "lotte", in: talk, form: form)
        #expect(first != second)
        #expect(try await texts(town).suffix(2) == ["Van Daniël", "Van Lotte"])
    }

    @Test(arguments: Engine.all, ["esmee", "thijs", "sanne", "efua", "annelies", "aylin", "bart"])
    func `is refused to who takes no part`(engine: Engine, who: String) async throws {
        let town = try await FilledDatabase.shared(engine)
        #expect(try await town.write("Hallo", as: who, in: talk) == nil)
        #expect(try await !texts(town).contains("Hallo"))
    }

    @Test(arguments: Engine.all)
    func `is refused to a member from the moment the membership ended`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        #expect(try await town.write("Eerste", as: "daniel", in: talk) != nil)
        try await end("osei/daniel", of: "daniel", town)
        #expect(try await town.write("Tweede", as: "daniel", in: talk) == nil)
        #expect(try await town.sight(of: "daniel", in: "osei") == nil)
        #expect(try await town.listed(for: "daniel").isEmpty)
        #expect(try await texts(town).last == "Eerste")
    }

    private func end(_ slug: String, of member: String, _ town: FilledDatabase) async throws {
        let (id, family) = (try town.filled.membership(slug), try town.filled.family("osei"))
        let look = Look(
            reader: try town.filled.account("lotte"), at: FilledDatabase.now, from: "", action: .update,
            item: ItemName(.circle, id))
        let vault = town.vault
        let form: ID<Submission> = IDSource.unguessable.next(at: look.at)
        _ = try await town.dossiers.act(family, look, form: form) { key, connection in
            guard let member = try connection.circle(key).members.first(where: { $0.membership.id == id })
            else { return nil }
            try connection.end(
                member.membership, heir: key.reading.reader, by: key.reading.reader, at: look.at, key, vault)
            return Found("", about: member.membership.covers)
        }
    }
}

@Suite struct `An identifier from elsewhere` {
    /// Marieke is in both circles, so that nothing but the item keeps her out.
    @Test(arguments: Engine.all, Question.allCases.filter { [.conversation, .messages].contains($0) })
    func `opens no conversation of another family`(engine: Engine, question: Question) async throws {
        let town = try await FilledDatabase.shared(engine)
        let marieke = try town.filled.account("marieke")
        let theirs = try town.filled.conversation("bakker/veilig-thuis")
        let here = try await question.isAnswered(marieke, try town.filled.family("bakker"), theirs, town)
        let there = try await question.isAnswered(marieke, try town.filled.family("de-wit-yildiz"), theirs, town)
        #expect(here && !there)
    }

    @Test(arguments: Engine.all)
    func `gets no messages with the key of another family`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let theirs = try #require(try await town.sight(of: "marieke", in: "bakker")).talks[0]
        let look = Look(
            reader: try town.filled.account("marieke"), at: FilledDatabase.now, from: "", action: .read,
            item: ItemName(.conversation, theirs.conversation.id))
        let found = try await town.dossiers.read(try town.filled.family("de-wit-yildiz"), look) { key, connection in
            Found(
                try connection.messages(of: theirs, before: nil, limit: 50, key).count
                    + connection.readMarks(of: theirs, key).count, about: [])
        }
        #expect(found == 0)
    }

    @Test(arguments: Engine.all)
    func `of a family that is not there is refused like any other`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let nowhere: ID<Family> = IDSource.unguessable.next(at: FilledDatabase.now)
        for question in Question.allCases {
            let talk = try town.filled.conversation("bakker/veilig-thuis")
            #expect(try await !question.isAnswered(try town.filled.account("marieke"), nowhere, talk, town))
        }
    }

    @Test(arguments: Engine.all)
    func `put on a message by who writes in the database opens nothing`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let from = try town.filled.conversation("de-wit-yildiz/aylin-met-marieke")
        let to = try town.filled.conversation("de-wit-yildiz/noor-op-school")
        try await town.dossiers.database.write { connection in
            try connection.execute("DELETE FROM message WHERE conversation_id = \(to) AND number = \(2)")
            try connection.execute(
                "UPDATE message SET conversation_id = \(to) WHERE conversation_id = \(from) AND number = \(2)")
        }
        await #expect(throws: VaultError.damaged) { try await town.sight(of: "joost", in: "de-wit-yildiz") }
    }
}
