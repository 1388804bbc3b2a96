// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `A young person's own line` {
    private static let text = "Ik durf dit thuis niet te zeggen."

    private func open(
        _ web: WebTown, by browser: TownBrowser, to hearer: String = "priya", told: String = "yes"
    ) async throws -> Answer {
        let path = try web.circle("de-wit-yildiz") + "/private-line"
        let open = try await OpenForm(browser, path)
        let to = try web.filled.account(hearer).text
        return try await browser.post(path, open.body(["to": to, "told": told, "message": Self.text]))
    }

    @Test(arguments: Engine.all)
    func `is read by two, and no page tells a parent of it`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await ["aylin", "joost"].asyncPages(web)
        let sem = try await web.browser(of: "sem")
        let opened = try await open(web, by: sem)
        let line = try #require(opened.location)
        #expect(try await sem.get(line).shown.contains(Self.text))
        let priya = try await web.browser(of: "priya")
        #expect(try await priya.get(line).shown.contains(Self.text))
        #expect(try await web.write("Goed dat je schrijft.", in: line, by: priya).status == .seeOther)
        #expect(try await ["aylin", "joost"].asyncPages(web) == before)
        for person in ["aylin", "joost", "truus", "marieke", "hanna", "sanne", "ravi", "thijs"] {
            let browser = try await web.browser(of: person)
            for address in [
                "", "/messages", "/events", "/copy", "/participants", "/messages/1/concern", "/messages/1/withdrawn",
            ] {
                #expect(try await browser.get(line + address).status == .notFound, "\(person) at \(address)")
            }
            let crawl = try await Crawl(browser)
            #expect(crawl.pages(with: Self.text) == [] && crawl.pages(with: line) == [], "\(person)")
            #expect(crawl.pages(with: "Tussen ons") == [], "\(person)")
        }
    }

    @Test func `begins with what can't be kept secret`() async throws {
        let web = try await WebTown()
        let sem = try await web.browser(of: "sem")
        let page = try await sem.get(web.circle("de-wit-yildiz") + "/private-line")
        #expect(page.shown.contains("Wat niet geheim kan blijven") && page.shown.contains("Kindertelefoon"))
        let refused = try await open(web, by: sem, told: "")
        #expect(refused.status == .badRequest && refused.shown.contains("zet dan het vinkje"))
        #expect(refused.text.contains(Self.text))
        for hearer in ["sanne", "aylin", "truus", "dave"] {
            #expect(try await open(web, by: sem, to: hearer).status == .notFound, "\(hearer)")
        }
    }
}

extension [String] {
    /// What these people find on the pages on which a trace could be: lists, counts, what happened, who looked.
    fileprivate func asyncPages(_ web: WebTown) async throws -> [String] {
        var pages: [String] = []
        for person in self {
            let browser = try await web.browser(of: person)
            let circle = try web.circle("de-wit-yildiz")
            for page in [circle, circle + "/conversations", circle + "/access"] {
                pages.append(try await browser.get(page).shown)
            }
        }
        return pages
    }
}

@Suite struct `Looking for words` {
    private func search(_ words: String, _ person: String, _ family: String, _ web: WebTown) async throws -> Answer {
        let browser = try await web.browser(of: person)
        let path = try web.circle(family) + "/search"
        let token = try #require(try await browser.get(path).token)
        return try await browser.post(path, form(["token": token, "words": words]))
    }

    @Test func `finds what one may read, whatever its case`() async throws {
        let web = try await WebTown.toRead
        let talks = try #require(web.town.family("de-wit-yildiz")).conversations
        let school = try #require(talks.first { $0.slug == "noor-op-school" })
        let words = school.messages[2].text.split(separator: " ").map(String.init)
        let word = try #require(words.max { $0.count < $1.count })
        let found = try await search(word.uppercased(), "aylin", "de-wit-yildiz", web)
        #expect(found.status == .ok && found.shown.contains("Noor op school"))
        #expect(found.links.contains { $0.hasPrefix((try? web.conversation("de-wit-yildiz/noor-op-school")) ?? "-") })
        #expect(try await search("zzzzqqq", "aylin", "de-wit-yildiz", web).shown.contains("Niets gevonden"))
        #expect(try await search("", "aylin", "de-wit-yildiz", web).status == .badRequest)
        #expect(
            try await search(String(repeating: "a", count: 200), "aylin", "de-wit-yildiz", web).status == .badRequest)
    }

    /// All words of all messages that somebody may not read, asked for one by one.
    @Test(arguments: [
        ("joost", "de-wit-yildiz", ["aylin-met-marieke", "sem-met-priya", "voetbal"]),
        ("aylin", "de-wit-yildiz", ["joost-met-marieke", "sem-met-priya"]),
        ("robert", "van-dongen", ["veiligheid", "fleur-in-de-klas", "de-verhuizing"]),
    ])
    func `finds nothing of what one may not read`(person: String, family: String, talks: [String]) async throws {
        let web = try await WebTown.toRead
        let told = try #require(web.town.family(family)).conversations.filter { talks.contains($0.slug) }
        for talk in told {
            let address = try web.conversation("\(family)/\(talk.slug)")
            for message in talk.messages.prefix(6) {
                let words = message.text.split(separator: " ").prefix(3).joined(separator: " ")
                let answer = try await search(words, person, family, web)
                #expect(!answer.text.contains(address) && !answer.shown.contains(talk.subject), "\(words)")
            }
        }
    }

    @Test func `is for who may read there`() async throws {
        let web = try await WebTown.toRead
        for person in ["thijs", "bart", "ravi", "robert"] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let path = try web.circle("de-wit-yildiz") + "/search"
            #expect(try await browser.post(path, form(["token": token, "words": "noor"])).status == .notFound)
        }
    }
}

@Suite struct `A copy of a conversation` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func copy(_ fields: KeyValuePairs<String, String>, _ person: String, _ web: WebTown) async throws -> Answer
    {
        let browser = try await web.browser(of: person)
        let token = try #require(try await browser.get("/account").token)
        return try await browser.post(
            try web.conversation(Self.talk) + "/copy", form(["token": token]) + "&" + form(fields))
    }

    @Test func `holds the messages of those days, for saving, and is on record`() async throws {
        let web = try await WebTown()
        let before = try await web.traces("de-wit-yildiz").accessRecords
        let talk = try #require(web.town.family("de-wit-yildiz")?.conversations.first)
        let all = try await copy(["from": "2025-01-01", "until": "2026-12-31"], "sanne", web)
        #expect(
            all["content-disposition"]
                == "attachment; filename=\"gesprek-2026-11-23.txt\"; filename*=UTF-8''gesprek-2026-11-23.txt")
        #expect(all["content-type"] == "text/plain; charset=utf-8")
        for message in talk.messages { #expect(all.text.onOneLine.contains(message.text.onOneLine)) }
        #expect(all.text.contains("gemaakt door Sanne Kuipers"))
        let day = talk.messages[0].at.day.iso
        let one = try await copy(["from": day, "until": day], "sanne", web)
        let count = talk.messages.count { $0.at.day.iso == day }
        #expect(one.text.contains(talk.messages[0].text.prefix(15)))
        #expect(count == talk.messages.count || !one.text.onOneLine.contains(talk.messages.last?.text.onOneLine ?? "-"))
        let single = try await copy(["number": "2"], "sanne", web)
        #expect(single.text.onOneLine.contains(talk.messages[1].text.onOneLine))
        #expect(!single.text.onOneLine.contains(talk.messages[2].text.onOneLine))
        #expect(try await web.traces("de-wit-yildiz").accessRecords == before + 3)
        let log = try await web.browser(of: "aylin").get(web.circle("de-wit-yildiz") + "/access")
        #expect(log.shown.contains("maakte een kopie van het gesprek “Noor op school”."))
    }

    @Test(arguments: [("", ""), ("2026-13-01", "2026-12-31"), ("2026-11-02", "2026-11-01"), ("gisteren", "vandaag")])
    func `asks for days that are days`(from: String, until: String) async throws {
        let web = try await WebTown.toRead
        #expect(try await copy(["from": from, "until": until], "aylin", web).status == .badRequest)
    }

    @Test func `is for who may read it`() async throws {
        let web = try await WebTown.toRead
        for person in ["hanna", "truus", "sem", "thijs", "ravi"] {
            let answer = try await copy(["from": "2025-01-01", "until": "2026-12-31"], person, web)
            #expect(answer.status == .notFound, "\(person)")
        }
    }
}
