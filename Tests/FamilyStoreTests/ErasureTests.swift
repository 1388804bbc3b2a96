// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import TestDatabases
import Testing
import Town

@Suite struct `An erased part` {
    private static let readers = [
        "aylin", "joost", "sem", "truus", "khadija", "dave", "marieke", "sanne", "priya", "hanna", "tom",
    ]

    @Test(arguments: Engine.all, [true, false])
    func `leaves every question answering, and every chain whole`(engine: Engine, emptied: Bool) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family("de-wit-yildiz")
        var before = try #require(try await town.sight(of: "marieke", in: "de-wit-yildiz"))
        for part in ["/aylin", "/joost", "/sem", "/noor", ""] {
            let id = try town.filled.part("de-wit-yildiz" + part)
            if emptied {
                let parts = try await town.dossiers.parts(of: family).filter { $0.id == id }
                _ = try await town.dossiers.erase(parts, of: family, at: FilledDatabase.now) { _, _ in }
            } else {
                try town.vault.erase([id.text])
            }
            for reader in Self.readers {
                let sight = try #require(try await town.sight(of: reader, in: "de-wit-yildiz"), "\(reader)")
                #expect(!sight.circle.persons.isEmpty)
                #expect(try await town.listed(for: reader).contains("de-wit-yildiz"))
            }
            let after = try #require(try await town.sight(of: "marieke", in: "de-wit-yildiz"))
            #expect(after.circle.persons.count == before.circle.persons.count)
            #expect(after.text.utf8.count < before.text.utf8.count, "\(part)")
            before = after
        }
        #expect(try await town.damage().isEmpty)
    }

    @Test(arguments: Engine.all)
    func `tells nothing any more, to anybody`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try town.vault.erase([try town.filled.part("de-wit-yildiz/aylin").text])
        for reader in ["aylin", "marieke"] {
            let text = try #require(try await town.sight(of: reader, in: "de-wit-yildiz")).text
            for word in ["Aylin Yildiz", "Ik slaap al weken slecht", "Even over mezelf", "06 00 00 01 41"] {
                #expect(!text.contains(word), "\(reader): \(word)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `of a parent leaves them their children`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try town.vault.erase([try town.filled.part("de-wit-yildiz/aylin").text])
        let sight = try #require(try await town.sight(of: "aylin", in: "de-wit-yildiz"))
        #expect(sight.talks.contains { $0.subject == "Noor op school" })
    }

    /// Erased, a child is a child still: else adults would never read each other's items, and a parent would lose what
    /// is about that child and a sibling.
    @Test(arguments: Engine.all)
    func `of a child leaves the parents what is about a sibling, too`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family("de-wit-yildiz")
        let talk: ID<Conversation> = IDSource.unguessable.next(at: FilledDatabase.now)
        let about: Set<ID<Person>> = [try town.filled.person("noor"), try town.filled.person("sem")]
        let start = ConversationStart(
            id: talk, recipients: [try town.filled.account("joost")], about: about,
            subject: try PlainText.line("Samen naar oma"),
            firstMessage: (IDSource.unguessable.next(at: FilledDatabase.now), try PlainText.line("Zaterdag?")))
        try await town.act(as: "aylin", in: "de-wit-yildiz") { key, connection, vault in
            _ = try connection.start(start, at: FilledDatabase.now, key, vault)
        }
        let part = try town.filled.part("de-wit-yildiz/noor")
        let parts = try await town.dossiers.parts(of: family).filter { $0.id == part }
        _ = try await town.dossiers.erase(parts, of: family, at: FilledDatabase.now) { _, _ in }
        for reader in ["aylin", "joost"] {
            let sight = try #require(try await town.sight(of: reader, in: "de-wit-yildiz"))
            #expect(sight.talks.contains { $0.subject == "Samen naar oma" }, "\(reader)")
            #expect(!sight.text.contains("Noor de Wit"))
        }
    }

    @Test(arguments: Engine.all)
    func `takes no new item`(engine: Engine) async throws {
        let town = try await FilledDatabase.told(engine)
        try town.vault.erase([try town.filled.part("de-wit-yildiz/sem").text])
        #expect(try await town.write("Hoi", as: "priya", in: "de-wit-yildiz/sem-met-priya") == nil)
    }
}
