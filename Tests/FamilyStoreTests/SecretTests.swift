// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import TestDatabases
import Testing
import Town

@Suite struct `Where the secret address is` {
    /// What would tell it, or who helps there, or what is held: words, and the identifiers behind them.
    private func secrets(_ town: FilledDatabase) throws -> [String] {
        let filled = town.filled
        let talks = ["de-verhuizing", "veiligheid", "fleur-in-de-klas"].map { "van-dongen/\($0)" }
        let family = try #require(town.town.family("van-dongen"))
        let held = talks.compactMap { talk in family.conversation(String(talk.dropFirst("van-dongen/".count))) }
        return [
            "Lindehof", "Ondiep-Noord", "Schakel", "Luwte", "Nadia", "Benali", "Bart", "Verhoeven", "achterpoort",
            "achterkant", "Plantage", "02 36", "14.00 uur", "groep 6", "groep 3", "advocaat", "begeleider",
        ] + held.map(\.subject) + held.flatMap { $0.messages.map(\.text) }
            + [try filled.account("nadia").text, try filled.account("bart").text]
            + [try filled.membership("van-dongen/nadia").text, try filled.membership("van-dongen/bart").text]
            + (try talks.map { try filled.conversation($0).text })
            + [try filled.organisation("de-luwte").text, try filled.organisation("de-schakel").text]
            + (try [1, 2, 3].map { try filled.promise("van-dongen/\($0)").text })
    }

    @Test(arguments: Engine.all, ["robert", "wilma"])
    func `stands in nothing that the father or his sister can ask`(engine: Engine, reader: String) async throws {
        let town = try await FilledDatabase.shared(engine)
        let sight = try #require(try await town.sight(of: reader, in: "van-dongen"))
        let text = sight.text
        #expect(text.contains("Fleur"))
        for secret in try secrets(town) { #expect(!text.contains(secret), "\(secret)") }
        let account = try town.filled.account(reader)
        let look = Look(
            reader: account, at: FilledDatabase.now, from: "", action: .read, item: ItemName(.family, account))
        var list = ""
        dump(try await town.dossiers.families(look), to: &list)
        #expect(list.contains("Fleur"))
        for secret in try secrets(town) { #expect(!list.contains(secret), "\(secret)") }
    }

    @Test(arguments: Engine.all)
    func `is no secret to the mother and her helper`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        for reader in ["eline", "fatma", "nadia"] {
            let text = try #require(try await town.sight(of: reader, in: "van-dongen")).text
            for word in ["Lindehof", "Schakel", "Luwte", "Nadia", "Bart", "02 36"] {
                #expect(text.contains(word), "\(reader): \(word)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is not told to the teacher, who knows the school`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let text = try #require(try await town.sight(of: "bart", in: "van-dongen")).text
        #expect(text.contains("Schakel"))
        for secret in ["Lindehof", "Luwte", "02 36", "Plantage"] { #expect(!text.contains(secret), "\(secret)") }
        #expect(!text.contains(try town.filled.organisation("de-luwte").text))
    }

    @Test(arguments: Engine.all)
    func `does not keep the father from what is his`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let sight = try #require(try await town.sight(of: "robert", in: "van-dongen"))
        let robert = try town.filled.person("robert")
        #expect(Set(sight.details.map(\.person)) == [robert])
        #expect(Set(sight.details.map(\.kind)) == [.address, .phone])
    }

    @Test(arguments: Engine.all)
    func `can't be got at by writing to who is hidden`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let family = try town.filled.family("van-dongen")
        let (bart, fleur) = (try town.filled.account("bart"), try town.filled.person("fleur"))
        let (subject, text) = (try PlainText.line("Vraag"), try PlainText.line("Waar zijn ze?"))
        let look = Look(
            reader: try town.filled.account("robert"), at: FilledDatabase.now, from: "", action: .create,
            item: ItemName(.family, family))
        let ids = IDSource.unguessable
        let start = ConversationStart(
            id: ids.next(at: look.at), recipients: [bart], about: [fleur], subject: subject,
            firstMessage: (ids.next(at: look.at), text))
        let vault = town.vault
        await #expect(throws: Conversation.Refusal.recipientMayNotRead(bart)) {
            try await town.dossiers.act(family, look, form: ids.next(at: look.at)) { key, connection in
                let talk = try connection.start(start, at: look.at, key, vault)
                return Found("", about: talk.about)
            }
        }
    }
}

@Suite struct `A line of one's own` {
    @Test(
        arguments: Engine.all,
        [
            ("joost", ["aylin-met-marieke", "sem-met-priya"]), ("aylin", ["joost-met-marieke", "sem-met-priya"]),
            ("truus", ["aylin-met-marieke", "joost-met-marieke", "sem-met-priya"]),
            ("sanne", ["aylin-met-marieke", "joost-met-marieke", "sem-met-priya", "voetbal"]),
            ("marieke", ["sem-met-priya"]),
        ])
    func `leaves no word with anybody else`(engine: Engine, other: (who: String, lines: [String])) async throws {
        let town = try await FilledDatabase.shared(engine)
        let family = try #require(town.town.family("de-wit-yildiz"))
        let text = try #require(try await town.sight(of: other.who, in: family.slug)).text
        for line in other.lines {
            let talk = try #require(family.conversation(line))
            #expect(!text.contains(try town.filled.conversation("\(family.slug)/\(line)").text))
            for secret in [talk.subject] + talk.messages.map(\.text) { #expect(!text.contains(secret), "\(secret)") }
        }
    }

    @Test(arguments: Engine.all)
    func `of a parent tells the other nothing of home or telephone`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let joosts = try #require(try await town.sight(of: "joost", in: "de-wit-yildiz")).text
        let aylins = try #require(try await town.sight(of: "aylin", in: "de-wit-yildiz")).text
        #expect(!joosts.contains("06 00 00 01 41"))
        #expect(!aylins.contains("06 00 00 01 43") && !aylins.contains("Kade 3"))
    }

    @Test(arguments: Engine.all)
    func `of Mila is read by neither parent, and all of it by her father not at all`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let mothers = try #require(try await town.sight(of: "saskia", in: "van-leeuwen")).text
        let fathers = try #require(try await town.sight(of: "peter", in: "van-leeuwen")).text
        #expect(!mothers.contains("aula") && mothers.contains("Achttien worden"))
        #expect(!fathers.contains("aula") && !fathers.contains("Achttien worden") && !fathers.contains("04 17"))
    }

    @Test(arguments: Engine.all)
    func `is over for a parent on the eighteenth birthday, without anybody doing anything`(engine: Engine) async throws
    {
        let town = try await FilledDatabase.shared(engine)
        let birthday = FilledDatabase.today + 54
        let before = try await town.sight(of: "saskia", in: "van-leeuwen", at: Moment(birthday + -1, hour: 23))
        let after = try await town.sight(of: "saskia", in: "van-leeuwen", at: Moment(birthday))
        let mila = try town.filled.person("mila")
        #expect(before?.circle.persons.contains { $0.person.id == mila && $0.isCovered } == true)
        #expect(after?.circle.persons.contains { $0.person.id == mila && $0.isCovered } == false)
        #expect(after?.text.contains("Achttien worden") == false)
    }
}
