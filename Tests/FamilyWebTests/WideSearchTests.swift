// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Looking for words over all families` {
    /// A word that stands nowhere in the town.
    private static let word = "kwartelkoning"

    private func search(_ words: String, by browser: TownBrowser, page: Int = 1) async throws -> Answer {
        let token = try #require(try await browser.get("/search").token)
        return try await browser.post("/search", form(["token": token, "words": words, "page-number": "\(page)"]))
    }

    private func search(_ words: String, by person: String, _ web: WebTown) async throws -> Answer {
        try await search(words, by: web.browser(of: person))
    }

    @Test(arguments: Engine.all)
    func `finds what one may read in each, and says in which`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation("de-wit-yildiz/noor-op-school")
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.write("Er zat een \(Self.word) in de tuin.", in: path, by: aylin)
        let before = try await web.traces("de-wit-yildiz")
        let other = try await web.traces("van-dongen")
        let found = try await search(Self.word.uppercased(), by: "marieke", web)
        #expect(found.status == .ok && found.shown.contains("1 bericht gevonden"))
        #expect(found.shown.contains("Gezin De Wit-Yildiz") && found.shown.contains("Aylin Yildiz"))
        #expect(found.links.contains { $0.hasPrefix(path) })
        #expect(!found.text.contains("/search?"))
        // On record where something was found; not in the journal, and nowhere with the words.
        let after = try await web.traces("de-wit-yildiz")
        #expect(after.accessRecords == before.accessRecords + 1 && after.journal == before.journal)
        #expect(try await web.traces("van-dongen") == other)
        let log = try await aylin.get(web.circle("de-wit-yildiz") + "/access")
        #expect(log.shown.contains("Marieke Postma") && !log.text.contains(Self.word))
    }

    /// Who takes no part, from whom it is held or hidden, who left, and who never was there: the same page as when the
    /// word stood nowhere.
    @Test(arguments: Engine.all)
    func `finds no trace of what one may not read`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation("de-wit-yildiz/noor-op-school")
        let aylin = try await web.browser(of: "aylin")
        _ = try await web.write("Er zat een \(Self.word) in de tuin.", in: path, by: aylin)
        _ = try await web.write("De \(Self.word) was van mij alleen.", in: path, by: aylin)
        _ = try await web.press(path + "/messages/15/withdrawal", on: path, by: aylin)
        try await web.hold(
            ItemName(.conversation, try web.filled.conversation("de-wit-yildiz/noor-op-school")), from: "joost",
            in: try web.filled.family("de-wit-yildiz"))
        try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
        for person in ["joost", "sanne", "hanna", "truus", "sem", "thijs", "robert", "bart"] {
            let browser = try await web.browser(of: person)
            let heard = try await search(Self.word, by: browser)
            let nothing = try await search("zzzzqqq", by: browser)
            #expect(heard.shown.contains("Niets gevonden"), "\(person)")
            #expect(
                Heard(heard).text.replacing(Self.word, with: "") == Heard(nothing).text.replacing("zzzzqqq", with: ""),
                "\(person)")
        }
        #expect(try await search(Self.word, by: aylin).shown.contains("1 bericht gevonden"))
    }

    /// All messages of all conversations, asked for by somebody who takes part in none of some of them.
    @Test(arguments: ["joost", "aylin", "robert", "esmee", "bart"])
    func `finds nothing of conversations of others`(person: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person)
        for family in web.town.families {
            for talk in family.conversations where !talk.participants.contains(person) {
                let address = try web.conversation("\(family.slug)/\(talk.slug)")
                let words = try #require(talk.messages.first).text.split(separator: " ").prefix(3)
                let answer = try await search(words.joined(separator: " "), by: browser)
                #expect(!answer.text.contains(address), "\(talk.slug)")
            }
        }
    }

    @Test func `asks for words, and for somebody who can stand around a family`() async throws {
        let web = try await WebTown.toRead
        let aylin = try await web.browser(of: "aylin")
        #expect(try await search(" ", by: aylin).shown.contains("Typ eerst een woord."))
        #expect(try await search(String(repeating: "a", count: 101), by: aylin).status == .badRequest)
        #expect(try await aylin.get("/families").links.contains("/search"))
        #expect(try await web.browser().get("/search").location?.hasPrefix("/sign-in") == true)
        let ravi = try await web.browser(of: "ravi")
        let token = try #require(try await ravi.get("/account").token)
        #expect(try await ravi.get("/search").status == .notFound)
        #expect(try await ravi.post("/search", form(["token": token, "words": "x"])).status == .notFound)
    }

    @Test func `turns pages by the form`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await web.browser(of: "marieke")
        let first = try await search("de", by: marieke)
        #expect(first.text.contains("name=\"page-number\" value=\"2\""))
        let second = try await search("de", by: marieke, page: 2)
        #expect(second.text.contains("name=\"page-number\" value=\"1\"") && second.shown != first.shown)
    }
}
