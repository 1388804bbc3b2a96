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

@Suite struct `A hidden member` {
    /// A promise about Fleur, whom Robert reads about, made by one to the other.
    private func promise(
        _ owner: String, to receiver: String, _ text: String, about subject: Promise.Subject? = nil,
        _ town: FilledDatabase
    ) async throws {
        let family = try town.filled.family("van-dongen")
        let fleur = try town.filled.person("fleur")
        let ids = IDSource.unguessable
        let made = Promise(
            id: ids.next(at: FilledDatabase.now), kind: .takeAction, owner: .account(try town.filled.account(owner)),
            receiver: .account(try town.filled.account(receiver)),
            subject: subject ?? Promise.Subject(kind: "family", id: family.text), urgency: .week,
            made: FilledDatabase.now)
        let look = Look(
            reader: try town.filled.account("fatma"), at: FilledDatabase.now, from: "", action: .create,
            item: ItemName(.promise, made.id))
        let vault = town.vault
        _ = try await town.dossiers.act(family, look, form: ids.next(at: look.at)) { key, connection in
            guard case .account(let owner) = made.owner else { return nil }
            try connection.make(made, about: [fleur], saying: text, by: owner, key, vault)
            return Found("", about: [fleur])
        }
    }

    /// Each line: by whom, to whom, and whether Robert sees it.
    @Test(arguments: Engine.all)
    func `leaves no trace in what is promised by or to them`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let lines = [
            ("nadia", "eline", false), ("fatma", "nadia", false), ("bart", "robert", false), ("fatma", "eline", true),
            ("robert", "nadia", false), ("robert", "fatma", true),
        ]
        let before = try #require(try await town.sight(of: "robert", in: "van-dongen"))
        for (owner, receiver, _) in lines { try await promise(owner, to: receiver, "\(owner)→\(receiver)", town) }
        let sight = try #require(try await town.sight(of: "robert", in: "van-dongen"))
        for (owner, receiver, isSeen) in lines {
            #expect(sight.text.contains("\(owner)→\(receiver)") == isSeen, "\(owner) to \(receiver)")
        }
        #expect(sight.happenings.count == before.happenings.count + lines.count { $0.2 })
        let mothers = try #require(try await town.sight(of: "eline", in: "van-dongen"))
        #expect(mothers.promises.count == 3 + lines.count)
    }

    @Test(arguments: Engine.all)
    func `is not counted either among what somebody has to keep`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let robert = try town.filled.account("robert")
        let look = Look(
            reader: robert, at: FilledDatabase.now, from: "", action: .read, item: ItemName(.family, robert))
        let before = try #require(try await town.dossiers.families(look).first).openPromises
        try await promise("robert", to: "nadia", "Aan wie er niet is", town)
        try await promise("robert", to: "fatma", "Aan wie hij kent", town)
        #expect(try await town.dossiers.families(look).first?.openPromises == before + 1)
    }

    @Test(arguments: Engine.all)
    func `or a talk one takes no part in leaves no trace of what was promised there`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let talk = try town.filled.conversation("van-dongen/veiligheid")
        let subject = Promise.Subject(kind: ItemName.Kind.conversation.rawValue, id: talk.text)
        try await promise("fatma", to: "eline", "Uit het gesprek", about: subject, town)
        let seen = try await ["robert", "bart", "eline", "nadia"].asyncMap { reader in
            try await town.sight(of: reader, in: "van-dongen")?.text.contains("Uit het gesprek") == true
        }
        #expect(seen == [false, false, true, true])
    }

    @Test(arguments: Engine.all)
    func `who wrote before is no participant any more for those from whom they are hidden`(
        engine: Engine
    ) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family("de-wit-yildiz")
        let member = try town.filled.membership("de-wit-yildiz/sanne")
        let (joost, sanne) = (try town.filled.account("joost"), try town.filled.account("sanne"))
        let look = Look(
            reader: try town.filled.account("marieke"), at: FilledDatabase.now, from: "", action: .update,
            item: ItemName(.circle, member))
        let vault = town.vault
        let form: ID<Submission> = IDSource.unguessable.next(at: look.at)
        let noor = try town.filled.person("noor")
        _ = try await town.dossiers.act(family, look, form: form) { key, connection in
            try connection.hide(member, covering: [noor], from: joost, by: look.reader, at: look.at, key, vault)
            return Found("", about: [])
        }
        let sight = try #require(try await town.sight(of: "joost", in: "de-wit-yildiz"))
        #expect(!sight.text.contains("Sanne Kuipers"))
        #expect(!sight.talks.contains { $0.conversation.participants.contains(sanne) })
        #expect(!sight.marks.values.joined().contains { $0.account == sanne })
        #expect(sight.circle.firstContact == nil)
        #expect(!sight.happenings.contains { $0.who == sanne || $0.detail == sanne.text })
        #expect(!sight.looked.contains { $0.who == sanne })
    }
}

extension Array {
    /// One after another.
    func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
