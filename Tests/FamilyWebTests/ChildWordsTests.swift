// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `A child's own words` {
    private static let family = "de-wit-yildiz"

    private func ask(about child: String, by browser: TownBrowser, _ web: WebTown) async throws -> Answer {
        try await web.send(
            try web.circle(Self.family) + "/own-words", ["person": try web.filled.person(child).text], by: browser)
    }

    private func asked(_ who: String, _ web: WebTown) async throws -> (TownBrowser, String?) {
        let browser = try await web.browser(of: who)
        return (browser, try await browser.get("/today").links.first { $0.contains("/own-words/") })
    }

    /// What a son of 14 wrote to his mother, as a file for machines has it.
    private func ownTexts(_ web: WebTown) throws -> [String] {
        let talks = try #require(web.town.family(Self.family)).conversations
        let talk = try #require(talks.first { $0.slug == "voetbal" })
        return talk.messages.filter { $0.author == "sem" }.map { $0.text.replacing("\n", with: "\\n") }
    }

    @Test(arguments: Engine.all)
    func `leave with a parent by the child's yes, and with that parent alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let texts = try ownTexts(web)
        #expect(!texts.isEmpty)
        let before = try await web.copied("sem", for: aylin)
        for text in texts { #expect(!before.contains(text)) }
        #expect(before.contains("\"ownWordsLeftOut\": true") && before.contains("Voetbal op zaterdag"))
        #expect(try await ask(about: "sem", by: aylin, web).status == .seeOther)
        let page = try await aylin.get(web.circle(Self.family) + "/take-along").shown
        #expect(page.contains("Gevraagd op 23 november 2026. Er is nog geen antwoord."))
        let (sem, link) = try await asked("sem", web)
        let path = try #require(link)
        for other in [aylin, joost] { #expect(try await other.get(path).status == .notFound) }
        #expect(try await sem.get(path).shown.contains("Mag Aylin jouw woorden meenemen?"))
        #expect(try await web.send(path + "/answer", ["answer": "yes"], by: joost).status == .notFound)
        #expect(try await web.send(path + "/answer", ["answer": "yes"], by: sem).location == "/today")
        #expect(try await web.send(path + "/answer", ["answer": "no"], by: sem).status == .notFound)
        let after = try await web.copied("sem", for: aylin)
        for text in texts { #expect(after.contains(text), "\(text)") }
        let his = try await web.copied("sem", for: joost)
        for text in texts { #expect(!his.contains(text)) }
        // His own copy has them without asking.
        let own = try await web.copied("sem", for: sem)
        for text in texts { #expect(own.contains(text)) }
    }

    /// What her brother wrote in a talk about her sister stays as what he wrote about himself.
    @Test func `stay in a copy about another child, too`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let (mother, brother) = (try web.filled.account("aylin"), try web.filled.account("sem"))
        let (vault, now, ids) = (web.vault, web.clock.now, IDSource.unguessable)
        let talk = Conversation(
            id: ids.next(at: now), about: [try web.filled.person("noor")], participants: [mother, brother],
            isPrivateLine: false)
        try await web.deed("aylin", ItemName(.conversation, talk.id)) { key, connection in
            try connection.start(talk, subject: try .line("Over Noor"), by: mother, at: now, key, vault)
            for (who, text) in [(mother, "Dit is van Aylin."), (brother, "Dit is van Sem.")] {
                try connection.write(
                    try .line(text), as: ids.next(at: now), in: talk, by: who, at: now, key, vault)
            }
        }
        let copy = try await web.copied("noor", for: aylin)
        #expect(copy.contains("Dit is van Aylin.") && !copy.contains("Dit is van Sem."))
    }

    /// A parent who does not know that their child signs in is answered as where the child does not.
    @Test func `tell nothing of an account of which the parent does not know`() async throws {
        var pages: [String] = []
        for hasAccount in [true, false] {
            let web = try await WebTown()
            try await web.makeOwn("sem", isThere: hasAccount)
            let joost = try await web.browser(of: "joost")
            #expect(try await web.copied("sem", for: joost).contains("\"ownWordsLeftOut\": true"))
            #expect(try await ask(about: "sem", by: joost, web).status == .seeOther)
            pages.append(try await joost.get(web.circle(Self.family) + "/take-along").shown)
            let (marieke, link) = try await asked("marieke", web)
            #expect(try await marieke.get(try #require(link)).shown.contains("Sem beslist dit zelf."))
            _ = try await web.send(try #require(link) + "/answer", ["answer": "yes"], by: marieke)
            #expect(try await web.copied("sem", for: joost).contains("\"ownWordsLeftOut\": false"))
        }
        #expect(pages[0] == pages[1] && pages[0].contains("Er is nog geen antwoord."))
    }

    @Test func `are on no page of others while it is asked, and in no log of the family`() async throws {
        let web = try await WebTown()
        let (_, nothing) = try await asked("marieke", web)
        #expect(nothing == nil)
        var before: [String: String] = [:]
        for who in ["joost", "sem", "truus"] { before[who] = try await pages(of: who, web) }
        #expect(try await ask(about: "noor", by: web.browser(of: "aylin"), web).status == .seeOther)
        let (marieke, link) = try await asked("marieke", web)
        _ = try await marieke.get(try #require(link))
        for who in ["joost", "sem", "truus"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
    }

    private func pages(of who: String, _ web: WebTown) async throws -> String {
        let browser = try await web.browser(of: who)
        let circle = try web.circle(Self.family)
        var said: [String] = []
        for page in ["/today", circle, circle + "/timeline", circle + "/access"] {
            said.append(try await browser.get(page).shown)
        }
        return said.joined(separator: "\n")
    }

    @Test func `stay after a no`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await ask(about: "sem", by: aylin, web)
        let (sem, link) = try await asked("sem", web)
        _ = try await web.send(try #require(link) + "/answer", ["answer": "no"], by: sem)
        let copy = try await web.copied("sem", for: aylin)
        for text in try ownTexts(web) { #expect(!copy.contains(text)) }
        #expect(copy.contains("\"ownWordsLeftOut\": true") && copy.contains("Voetbal op zaterdag"))
        #expect(try await aylin.get(web.circle(Self.family) + "/take-along").shown.contains("Het antwoord was nee."))
    }

    @Test func `of a child under 12 are looked at by who is in charge`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        _ = try await ask(about: "noor", by: aylin, web)
        let (sem, nothing) = try await asked("sem", web)
        #expect(nothing == nil)
        let (marieke, link) = try await asked("marieke", web)
        let path = try #require(link)
        #expect(try await sem.get(path).status == .notFound)
        #expect(try await marieke.get(path).shown.contains("Mogen de woorden van Noor mee met Aylin?"))
        #expect(try await web.send(path + "/answer", ["answer": "yes"], by: marieke).location == "/today")
        #expect(try await web.copied("noor", for: aylin).contains("\"ownWordsLeftOut\": false"))
    }

    @Test(arguments: ["marieke", "truus", "sanne", "bart", "thijs", "sem"])
    func `are asked for by a parent alone`(who: String) async throws {
        let web = try await WebTown()
        let browser = try await web.browser(of: who)
        #expect(try await ask(about: "noor", by: browser, web).status == .notFound)
        let (_, nothing) = try await asked("marieke", web)
        #expect(nothing == nil)
        #expect(try await ask(about: "noor", by: web.browser(of: "aylin"), web).status == .seeOther)
        #expect(try await asked("marieke", web).1 != nil)
    }
}

extension WebTown {
    /// A young person's account becomes their own, of which nobody was told; or they have none.
    fileprivate func makeOwn(_ child: String, isThere: Bool) async throws {
        let (family, person) = (try filled.family("de-wit-yildiz"), try filled.person(child))
        let (account, now) = (try filled.account(child), clock.now)
        _ = try await database.write { connection in
            if isThere {
                try connection.execute(
                    """
                    INSERT INTO own_account (family_id, person_id, account_id, given_by, given_at)
                    VALUES (\(family), \(person), \(account), \(account), \(now))
                    """)
            } else {
                try connection.execute(
                    "UPDATE person SET account_id = NULL WHERE family_id = \(family) AND id = \(person)")
            }
        }
    }
}
