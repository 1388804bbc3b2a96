// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Starting a family` {
    private static let persons = form([
        "count": "4", "step": "persons", "name-0": "Ada 王 Žižek", "role-0": "parent", "day-0": "", "month-0": "",
        "year-0": "1988", "name-1": "Kind Voorbeeld", "role-1": "child", "day-1": "3", "month-1": "6",
        "year-1": "2019", "name-2": "", "role-2": "", "name-3": "Nog ongeboren", "role-3": "child",
    ])

    private func token(_ browser: TownBrowser) async throws -> String {
        let page = try await OpenForm(browser, "/families/new")
        return page.body([:]) + "&"
    }

    private func fields(of page: Answer) -> String {
        let inputs = page.text.matches(of: /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/)
        return inputs.map { form([String($0.1): Answer.shown(String($0.2))]) }.joined(separator: "&")
    }

    /// Through the three steps, as somebody without script does; the address of the family.
    private func started(_ web: WebTown, by browser: TownBrowser) async throws -> (path: String, last: String) {
        let ties = try await browser.post(
            "/families", try await token(browser) + Self.persons + "&" + form(["go": "ties"]))
        #expect(ties.status == .ok && ties.shown.contains("Hoe is het gezag over Kind Voorbeeld?"))
        let told = form([
            "children-0": "1", "children-0": "2", "authority-1": "byOneParent", "holders-1": "0",
            "authority-2": "byOneParent", "holders-2": "0",
        ])
        let rest = try await browser.post("/families", fields(of: ties) + "&" + told + "&" + form(["go": "rest"]))
        #expect(rest.status == .ok && rest.shown.contains("Adres van Ada 王 Žižek"))
        let last =
            fields(of: rest) + "&"
            + form([
                "family": "Voorbeeld", "address-0": "Verzonnen Pad 1", "secret-0": "yes", "function": "gezinswerker",
                "organisation": try web.filled.organisation("gebiedsteam").text, "expectation": "Belt op maandag",
                "parents": "yes", "knows": "no", "go": "start",
            ])
        let done = try await browser.post("/families", last)
        #expect(done.status == .seeOther, "\(done.shown)")
        return (try #require(done.location), last)
    }

    @Test(arguments: Engine.all)
    func `takes three steps without script, and nothing typed is lost`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let browser = try await web.browser(of: "marieke")
        let (path, last) = try await started(web, by: browser)
        #expect(try await browser.post("/families", last).location == path)
        let circle = try await browser.get(path)
        #expect(circle.shown.contains("Ada 王 Žižek") && circle.shown.contains("leeftijd niet bekend"))
        #expect(circle.shown.contains("Verzonnen Pad 1"))
        for other in ["aylin", "sanne", "thijs", "ravi"] {
            #expect(try await web.browser(of: other).get(path).status == .notFound, "\(other)")
        }
    }

    @Test func `is for professionals`() async throws {
        let web = try await WebTown.toRead
        for person in ["aylin", "truus", "annelies", "ravi", "geert-jan"] {
            #expect(try await web.browser(of: person).get("/families/new").status == .notFound, "\(person)")
        }
    }

    @Test func `adds a person and says what to mend`() async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: "marieke")
        let more = try await browser.post("/families", try await token(browser) + Self.persons + "&go=add")
        #expect(
            more.status == .ok && more.text.contains("id=\"name-4\"") && more.text.contains("value=\"Ada 王 Žižek\""))
        let wrong = Self.persons.replacing("2019", with: "20")
        let answer = try await browser.post("/families", try await token(browser) + wrong + "&go=ties")
        #expect(answer.status == .badRequest && answer.text.contains("id=\"year-1-error\""))
        let childless = Self.persons.replacing("=child", with: "=parent")
        let none = try await browser.post("/families", try await token(browser) + childless + "&go=ties")
        #expect(none.status == .badRequest && none.text.contains("id=\"role-0-error\""))
    }

    /// A parent of a child who is older, and one who belongs to themself, as no form sends it.
    @Test(arguments: [("2020", "1"), ("1988", "0")])
    func `says at the ties that nobody is the parent of who can't be their child`(
        born: String, child: String
    ) async throws {
        let web = try await WebTown()
        let browser = try await web.browser(of: "marieke")
        let persons = Self.persons.replacing("=1988", with: "=" + born)
        let ties = try await browser.post("/families", try await token(browser) + persons + "&" + form(["go": "ties"]))
        let told = form([
            "children-0": child, "authority-1": "byOneParent", "holders-1": "0", "authority-2": "byOneParent",
            "holders-2": "0",
        ])
        let answer = try await browser.post("/families", fields(of: ties) + "&" + told + "&" + form(["go": "rest"]))
        #expect(answer.status == .badRequest && answer.text.contains("id=\"children-0-error\""))
    }

    @Test func `is confirmed by a parent who joins with a card, and directs from then on`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let (path, _) = try await started(web, by: marieke)
        let circle = try await marieke.get(path)
        let person = try #require(circle.links.first { $0.contains("/persons/") })
        let card = try await web.pressShown(person + "/card", on: person, by: marieke)
        #expect(card.status == .ok && card.text.contains("handed__code"))
        let id = person.split(separator: "/").last.map(String.init) ?? ""
        let found = try await web.database.read { connection in
            try connection.row("SELECT account_id FROM person WHERE id = \(id) ORDER BY id") { row in
                row.ifAny(0) { $0.id($1, Account.self) }
            } ?? nil
        }
        let ada = try await web.browser(of: try #require(found))
        let home = try await ada.get(path)
        #expect(home.shown.contains("Klopt dit?"))
        let open = try await OpenForm(ada, path + "/confirmation")
        let rights = open.page.text.matches(of: /name="(right-[0-9a-f-]+)"/).map { String($0.1) }
        let unsure = try await ada.post(path + "/confirmation", open.body([:]))
        #expect(unsure.status == .badRequest)
        let all = Set(rights).sorted()
        let wrong = "remark-" + all[0].dropFirst(6)
        let said = all.enumerated().map { form([$1: $0 == 0 ? "no" : "yes"]) }.joined(separator: "&")
        let done = try await ada.post(
            path + "/confirmation", open.body([:]) + "&" + said + "&" + form([wrong: "De naam is anders"]))
        #expect(done.location == path)
        let after = try await ada.get(path)
        #expect(!after.shown.contains("Klopt dit?") && after.shown.contains("De naam is anders"))
        #expect(after.shown.contains("Regisseur: vast aanspreekpunt"))
        #expect(try await marieke.get(path).shown.contains("De naam is anders"))
    }
}

@Suite struct `A child's own card` {
    @Test(arguments: Engine.all)
    func `leaves no trace on any page of the parents`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let parents = try await [web.browser(of: "aylin"), web.browser(of: "joost"), web.browser(of: "truus")]
        let marieke = try await web.browser(of: "marieke")
        let noor = try web.circle("de-wit-yildiz") + "/persons/\(try web.filled.person("noor"))"
        // What Marieke does besides is seen as ever: she looked at the circle.
        _ = try await marieke.get(noor)
        var before: [[String: String]] = []
        // What is read for the first time is new no more, and others see that it was read.
        for browser in parents { _ = try await said(to: browser) }
        for browser in parents { before.append(try await said(to: browser)) }
        let card = try await web.pressShown(noor + "/card", on: noor, by: marieke)
        #expect(card.status == .ok)
        for (browser, known) in zip(parents, before) {
            let now = try await said(to: browser)
            let changed = now.filter { known[$0.key] != $0.value }.map { ($0.key, known[$0.key] ?? "", $0.value) }
            #expect(changed.map { "\($0): \(Self.news($1, $2))" } == [])
            #expect(now.count == known.count)
        }
        for person in ["aylin", "joost", "sem", "truus", "robert", "esmee", "thijs"] {
            #expect(try await web.browser(of: person).get(noor).status == .notFound, "\(person)")
        }
    }

    /// The words on a page that did not stand there before.
    private static func news(_ before: String, _ now: String) -> [Substring] {
        now.split(separator: " ").difference(from: before.split(separator: " ")).insertions.map { change in
            if case .insert(_, let word, _) = change { word } else { "" }
        }
    }

    private func said(to browser: TownBrowser) async throws -> [String: String] {
        let crawl = try await Crawl(browser)
        return Dictionary(uniqueKeysWithValues: crawl.pages.map { ($0.path, $0.answer.shown.onOneLine) })
    }
}
