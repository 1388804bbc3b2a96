// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestClient
import Testing
import Town

@Suite struct `Each page in English` {
    /// Words that every Dutch sentence has some of, and that no English one has.
    private static let dutch: Set<String> = [
        "aan", "alle", "alleen", "bent", "bij", "dan", "dat", "deze", "dit", "een", "eerst", "ga", "geen", "gezin",
        "gesprek", "gesprekken", "het", "hier", "hulpverlener", "hulpverleners", "iedereen", "iemand", "jaar",
        "je", "jij", "jouw", "jullie", "kring", "lees", "maar", "maandag", "dinsdag", "woensdag", "donderdag",
        "vrijdag", "mag", "met", "naar", "niemand", "niet", "nieuw", "nog", "om", "ook", "ouder", "regisseur",
        "schreef", "sinds", "snel", "staat", "terug", "toon", "uit", "uur", "van", "vandaag", "gisteren", "voor",
        "weg", "wel", "wie", "wordt", "zaterdag", "ziet", "zijn", "zit", "zondag", "januari", "februari", "maart",
        "juni", "juli", "augustus", "oktober",
    ]

    /// The page's own words: what people wrote or are called stays as it is.
    private func chrome(_ answer: Answer, _ written: [String]) -> [Substring] {
        let other = answer.text.replacing(/<(span|button)[^>]* lang="nl"[^>]*>[^<]*/, with: " ")
        var shown = Answer.shown(other).onOneLine
        for text in written { shown = shown.replacing(text, with: " ") }
        return shown.lowercased().split { !$0.isLetter }
    }

    @Test(arguments: Town.demoPeople)
    func `has no Dutch of its own left`(person: DemoPerson) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: person.slug)
        await browser.set("language", "en")
        let written = web.town.written
        for page in try await Crawl(browser).pages where page.answer.text.hasPrefix("<!doctype html>") {
            #expect(page.answer.text.contains("<html lang=\"en\">"), "\(page.path)")
            let left = Set(chrome(page.answer, written).map(String.init)).intersection(Self.dutch)
            #expect(left == [], "\(person.slug): \(page.path)")
        }
    }

    @Test(
        arguments: [
            (nil, nil, "nl"), (nil, "en-GB,en;q=0.9,nl;q=0.5", "en"), ("nl", "en", "nl"), ("en", "nl", "en"),
            ("<script>", "en", "en"), (nil, "fr", "nl"), (nil, "\u{1F600};q=x", "nl"),
        ] as [(String?, String?, String)])
    func `is chosen by cookie, else by the browser`(cookie: String?, accepted: String?, language: String) async throws {
        let browser = try await WebTown.toRead.browser(of: "aylin")
        await browser.set("language", cookie)
        let headers = accepted.map { ["Accept-Language": $0] } ?? [:]
        #expect(try await browser.get("/families", headers: headers).text.contains("<html lang=\"\(language)\">"))
        #expect(try await browser.get("/nowhere", headers: headers).text.contains("<html lang=\"\(language)\">"))
    }

    @Test func `stays where it was when another language is chosen`() async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "aylin")
        let path = try web.conversation("de-wit-yildiz/noor-op-school")
        let page = try await browser.get(path)
        let token = try #require(page.token)
        let chosen = try await browser.post("/language", form(["token": token, "back": path, "language": "en"]))
        #expect(chosen.location == path)
        #expect(try await browser.get(path).text.contains("<html lang=\"en\">"))
    }
}
