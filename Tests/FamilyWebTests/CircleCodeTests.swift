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

@Suite struct `Joining a circle by its code` {
    private static let family = "de-wit-yildiz"
    private static let wrong = "Deze code klopt niet"

    private func make(_ web: WebTown, by who: String = "aylin", for person: String = "noor") async throws -> Answer {
        let browser = try await web.browser(of: who)
        return try await web.send(
            try web.circle(Self.family) + "/codes",
            [
                "persons": try web.filled.person(person).text, "share": "2", "expectation": "Praat met Noor.",
            ], by: browser)
    }

    private func made(_ web: WebTown) async throws -> String {
        #expect(try await make(web).status == .seeOther)
        let page = try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/codes")
        let signs = "CDFGHJKMNPQRTVWX34679"
        let found = page.shown.split(whereSeparator: { !signs.contains($0) && $0 != "-" }).first { $0.count == 17 }
        return String(try #require(found))
    }

    private func use(_ code: String, _ web: WebTown, by browser: TownBrowser) async throws -> Answer {
        try await web.send("/circle-code", ["code": code], by: browser)
    }

    @Test(arguments: Engine.all)
    func `starts an invitation, to which all must say yes who must`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let code = try await made(web)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let circle = try web.circle(Self.family)
        #expect(try await use(code, web, by: daniel).location == "/invitations")
        #expect(try await daniel.get(circle).status == .notFound)
        let invited = try await daniel.get("/invitations")
        #expect(invited.shown.contains("Aylin Yildiz") && invited.shown.contains("Praat met Noor."))
        #expect(try await !web.browser(of: "aylin").get(circle + "/codes").shown.contains(code))
        let link = try #require(
            try await web.browser(of: "aylin").get(circle).links.last {
                $0.contains("/invitations/") && !$0.contains("new")
            })
        let page = try await web.browser(of: "aylin").get(link)
        #expect(page.shown.contains("Daniël Groen") && page.shown.contains("Het Anker"))
        _ = try await web.pressShown(link + "/acceptance", on: "/invitations", by: daniel)
        #expect(try await daniel.get(circle).status == .notFound)
        #expect(try await web.answer(link, ["noor": "yes"], by: "aylin").status == .seeOther)
        #expect(try await daniel.get(circle).status == .notFound)
        #expect(try await web.answer(link, ["noor": "yes"], by: "joost").status == .seeOther)
        #expect(try await daniel.get(circle).status == .ok)
        #expect(try await use(code, web, by: daniel).location == "/invitations")
        let priya = try await web.browser(of: try web.filled.account("esmee"))
        #expect(try await use(code, web, by: priya).shown.contains(Self.wrong))
    }

    @Test func `that is wrong, over or somebody else's answers the same, and ever slower`() async throws {
        let web = try await WebTown()
        let code = try await made(web)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let unknown = try await use("CDFGH-JKMNP-QRT34", web, by: daniel)
        #expect(unknown.status == .badRequest && unknown.shown.contains(Self.wrong))
        #expect(try await use("x", web, by: daniel).shown.contains(Self.wrong))
        web.clock.wait(.days(7))
        let later = try await web.browser(of: try web.filled.account("daniel"))
        let over = try await use(code, web, by: later)
        #expect(over.status == unknown.status && over.shown.contains(Self.wrong))
        for _ in 0..<4 { _ = try await use("CDFGH-JKMNP-QRT34", web, by: later) }
        let slowed = try await use("CDFGH-JKMNP-QRT34", web, by: later)
        #expect(slowed.status == .tooManyRequests)
    }

    @Test func `is used by no family member, nor by whom the family is kept from`() async throws {
        let web = try await WebTown()
        let code = try await made(web)
        for who in ["joost", "truus", "sem"] {
            #expect(try await use(code, web, by: web.browser(of: who)).status == .notFound, "\(who)")
        }
    }

    @Test func `is used by no helper from whom something is held, or whose work ended`() async throws {
        let web = try await WebTown()
        let code = try await made(web)
        let before = try await web.invitations()
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        let family = try web.filled.family(Self.family)
        try await web.hold(ItemName(.conversation, talk), from: "daniel", in: family)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        #expect(try await use(code, web, by: daniel).shown.contains(Self.wrong))
        let esmee = try await web.browser(of: try web.filled.account("esmee"))
        let open = try await OpenForm(esmee, "/circle-code")
        let work = try #require(web.filled.professionals["esmee"])
        try await web.database.write { try $0.endWork(work, on: WebTown.today) }
        let late = try await esmee.post("/circle-code", open.body(["code": code]))
        #expect(late.status != .seeOther || late.location?.contains("/invitations") == false)
        #expect(try await web.invitations() == before)
        let tom = try await web.browser(of: try web.filled.account("tom"))
        #expect(try await use(code, web, by: tom).location == "/invitations")
    }

    @Test(arguments: Engine.all)
    func `by two at once invites one of them`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let code = try await made(web)
        let before = try await web.invitations()
        var forms: [(TownBrowser, OpenForm)] = []
        for who in ["daniel", "esmee"] {
            let browser = try await web.browser(of: try web.filled.account(who))
            forms.append((browser, try await OpenForm(browser, "/circle-code")))
        }
        let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
            for (browser, open) in forms {
                group.addTask { try await browser.post("/circle-code", open.body(["code": code])) }
            }
            return try await group.reduce(into: [Answer]()) { $0.append($1) }
        }
        #expect(answers.count { $0.location == "/invitations" } == 1)
        #expect(answers.count { $0.shown.contains(Self.wrong) } == 1)
        #expect(try await web.invitations() == before + 1)
    }

    @Test func `is one of five at most: another one ends the oldest, which is said and kept`() async throws {
        let web = try await WebTown()
        let first = try await made(web)
        for _ in 0..<3 {
            web.clock.wait(.minutes(1))
            _ = try await make(web)
        }
        web.clock.wait(.minutes(1))
        let aylin = try await web.browser(of: "aylin")
        let fifth = try #require(try await make(web).location)
        #expect(try await !aylin.get(fifth).shown.contains("De oudste code is nu ongeldig"))
        web.clock.wait(.minutes(1))
        let sixth = try #require(try await make(web).location)
        let page = try await aylin.get(sixth)
        #expect(page.shown.contains("De oudste code is nu ongeldig") && !page.shown.contains(first))
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        #expect(try await use(first, web, by: daniel).shown.contains(Self.wrong))
        let family = try web.filled.family(Self.family)
        let kept = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT kind FROM journal WHERE family_id = \(family) AND kind IN ('codeMade', 'codeEnded') ORDER BY number
                """
            ) { $0.text(0) }
        }
        #expect(kept == Array(repeating: "codeMade", count: 5) + ["codeEnded", "codeMade"])
        for who in ["aylin", "joost", "marieke"] {
            let timeline = try await web.browser(of: who).get(try web.circle(Self.family) + "/timeline")
            #expect(timeline.status == .ok && !timeline.shown.contains(" code"), "\(who)")
        }
    }

    @Test(arguments: ["marieke", "truus", "robert", "thijs", "debby"])
    func `is made by the family alone`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try web.circle(Self.family) + "/codes").status == .notFound)
    }

    @Test func `is made void by who made it`() async throws {
        let web = try await WebTown()
        let code = try await made(web)
        let aylin = try await web.browser(of: "aylin")
        let end = try #require(
            try await aylin.get(try web.circle(Self.family) + "/codes").text.split(separator: "\"")
                .first { $0.hasSuffix("/end") && $0.contains("/codes/") })
        let joost = try await web.browser(of: "joost")
        #expect(try await web.send(String(end), [:], by: joost).status == .notFound)
        #expect(try await web.send(String(end), [:], by: aylin).status == .seeOther)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        #expect(try await use(code, web, by: daniel).shown.contains(Self.wrong))
    }
}

extension WebTown {
    fileprivate func invitations() async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) FROM invitation") { $0.int(0) } ?? 0 }
    }
}
