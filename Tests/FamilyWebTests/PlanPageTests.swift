// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `The page of a plan` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/plan" }

    /// Begins a goal about Noor with lines of actions; the plan's page after it.
    private func begin(
        _ web: WebTown, by who: String = "aylin", lines: String = "Noor ophalen · Oma · elke dinsdag"
    ) async throws -> Answer {
        let browser = try await web.browser(of: who)
        let open = try await OpenForm(browser, try path(web) + "/goals/new")
        let goal: KeyValuePairs = [
            "title": "Noor gaat elke dag naar school", "meaning": "Ze leert met anderen.",
            "about": try web.filled.person("noor").text, "voice": "Niet zo hard graag",
            "voiceOf": try web.filled.person("noor").text, "domain": "school", "lines": lines,
        ]
        let read = try await browser.post(try path(web) + "/goals", open.body(goal))
        #expect(read.status == .ok && read.shown.contains("Klopt dit?"))
        #expect(read.text.contains("value=\"Oma\"") && read.shown.contains("Truus de Wit. Elke dinsdag"))
        let rows = form([
            "what-0": "Noor ophalen", "who-0": "Oma", "when-0": "elke dinsdag", "rows": "1", "go": "keep",
        ])
        let kept = try await browser.post(try path(web) + "/goals", open.body(goal) + "&" + rows)
        let plan = try path(web)
        #expect(kept.status == .seeOther && kept.location == plan)
        return try await browser.get(try path(web))
    }

    @Test(arguments: Engine.all)
    func `takes a goal with an action in one line, shown as it was read before it counts`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try await begin(web)
        for words in [
            "Ons plan", "Noor gaat elke dag naar school", "Wat betekent dit voor Noor?", "Niet zo hard graag",
            "Dit zegt Noor.", "Truus", "Elke dinsdag", "doen het gezin en de eigen mensen er 1",
        ] { #expect(page.shown.contains(words), "\(words)") }
        let truus = try await web.browser(of: "truus").get("/today")
        #expect(truus.shown.contains("Noor ophalen"))
        for who in ["joost", "marieke", "sanne", "truus"] {
            #expect(try await web.browser(of: who).get(try path(web)).shown.contains("Noor gaat elke dag"), "\(who)")
        }
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let web = try await WebTown()
        let browser = try await web.browser(of: "aylin")
        let open = try await OpenForm(browser, try path(web) + "/goals/new")
        let answer = try await browser.post(
            try path(web) + "/goals", open.body(["title": "Noor slaapt goed", "meaning": " "]))
        #expect(answer.status == .badRequest && answer.shown.contains("Noor slaapt goed"))
        for field in ["about", "meaning"] { #expect(answer.text.contains("id=\"\(field)-error\""), "\(field)") }
        let unread = try await browser.post(
            try path(web) + "/goals",
            open.body([
                "title": "Noor slaapt goed", "meaning": "Ze is uitgerust.", "about": try web.filled.person("noor").text,
                "rows": "1", "what-0": "Voorlezen", "who-0": "", "when-0": "ooit", "go": "keep",
            ]))
        #expect(unread.status == .badRequest && unread.text.contains("Voorlezen"))
        for field in ["who-0", "when-0"] { #expect(unread.text.contains("id=\"\(field)-error\""), "\(field)") }
    }

    @Test func `shows the second who changes a goal both texts, and loses nothing`() async throws {
        let web = try await WebTown()
        let page = try await begin(web)
        let goal = try #require(page.text.firstMatch(of: /plan\/goals\/[0-9a-f-]{36}(?=")/)).output
        let address = try web.circle(Self.family) + "/" + goal
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let (hers, his) = (try await OpenForm(aylin, address), try await OpenForm(joost, address))
        let first = try await aylin.post(
            address, hers.body(["title": "Van Aylin", "meaning": "Fijn.", "version": "1", "domain": "school"]))
        #expect(first.status == .seeOther)
        let second = try await joost.post(
            address, his.body(["title": "Van Joost", "meaning": "Goed.", "version": "1", "domain": "school"]))
        #expect(second.status == .conflict)
        #expect(second.shown.contains("Van Aylin") && second.shown.contains("Van Joost"))
        #expect(second.field("version") == "2")
        let read = try await joost.get(try path(web) + "/versions")
        #expect(read.shown.contains("Van Aylin") && read.shown.contains("Noor gaat elke dag naar school"))
    }

    @Test(arguments: ["khadija", "priya", "dave", "bart", "robert", "ravi"])
    func `is not there for who plans with nobody of the goal`(who: String) async throws {
        let web = try await WebTown()
        let page = try await begin(web)
        let goal = try #require(page.text.firstMatch(of: /plan\/goals\/[0-9a-f-]{36}(?=")/)).output
        let action = try #require(page.text.firstMatch(of: /plan\/actions\/[0-9a-f-]{36}(?=")/)).output
        let browser = try await web.browser(of: try web.filled.account(who))
        let circle = try web.circle(Self.family)
        let plan = try await browser.get(circle + "/plan")
        #expect(!plan.shown.contains("Noor gaat elke dag") && !plan.shown.contains("Noor ophalen"))
        for address in [goal, action] {
            #expect(try await browser.get("\(circle)/\(address)").status == .notFound, "\(address)")
        }
        let token = try #require(try await browser.get("/account").token)
        let body = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "rows": "0", "step": "start"])
        for address in ["\(goal)", "\(goal)/actions", "\(action)", "\(action)/ticks", "\(action)/start"] {
            #expect(try await browser.post("\(circle)/\(address)", body).status == .notFound, "\(address)")
        }
    }

    @Test(arguments: Engine.all)
    func `is ticked by who does it, from what waits for them today`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try await begin(web)
        let goal = try #require(page.text.firstMatch(of: /plan\/goals\/[0-9a-f-]{36}(?=")/)).output
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, try path(web))
        let added = try await aylin.post(
            try web.circle(Self.family) + "/\(goal)/actions",
            open.body([
                "rows": "2", "what-0": "Samen lezen", "who-0": "Joost", "when-0": "vandaag",
                "what-1": "Fietsband plakken",
                "who-1": "Joost", "when-1": "elke dag", "go": "keep",
            ]))
        #expect(added.status == .seeOther)
        let joost = try await web.browser(of: "joost")
        for what in ["Samen lezen", "Fietsband plakken"] {
            let today = try await OpenForm(joost, "/today")
            let row = try #require(today.page.between(what, "</li>"))
            let form = try #require(row.firstMatch(of: /action="([^"]+settlement)"/)).output.1
            let own = try #require(row.firstMatch(of: /name="form" value="([^"]+)"/)).output.1
            let body = TestClient.form(["token": today.token, "form": String(own), "back": "today"])
            let done = try await joost.post(String(form), body)
            #expect(done.status == .seeOther && done.location == "/today")
        }
        let plan = try await joost.get(try path(web)).shown.onOneLine
        #expect(plan.contains(/Samen lezen.{0,80}Klaar/) && plan.contains("1 keer gedaan"))
        #expect(
            try #require(try await joost.get("/today").between("id=\"done\"", "</section>")).contains("Samen lezen"))
    }

    /// Marieke helps at home from today on, as the plan says; the address at which it is noted that she began.
    private func planHelp(_ web: WebTown) async throws -> Substring {
        let page = try await begin(web)
        let goal = try #require(page.text.firstMatch(of: /plan\/goals\/[0-9a-f-]{36}(?=")/)).output
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, try path(web))
        let circle = try web.circle(Self.family)
        let lines: KeyValuePairs = [
            "rows": "1", "what-0": "Begeleiding thuis", "who-0": "Marieke", "when-0": "elke dag", "go": "keep",
        ]
        #expect(try await aylin.post("\(circle)/\(goal)/actions", open.body(lines)).status == .seeOther)
        let plan = try await aylin.get(try path(web))
        let start = try #require(plan.text.firstMatch(of: /plan\/actions\/[0-9a-f-]{36}\/start/)).output
        let action = "\(circle)/\(start.dropLast("/start".count))"
        let change = try await OpenForm(aylin, action)
        let typed: KeyValuePairs = [
            "rows": "1", "what-0": "Begeleiding thuis", "who-0": "Marieke Postma", "when-0": "elke dag",
            "version": "1", "contact": web.clock.now.day.iso,
        ]
        #expect(try await aylin.post(action, change.body(typed)).status == .seeOther)
        #expect(try await aylin.get(try path(web)).shown.contains("Eerste contact: uiterlijk"))
        return start
    }

    /// A late colleague is between that colleague and the family.
    @Test func `tells the family and who should have come that first contact is late, and nobody else`() async throws {
        let web = try await WebTown()
        _ = try await planHelp(web)
        for who in ["sanne", "hanna", "truus"] {
            let plan = try await web.browser(of: who).get(try path(web)).shown
            #expect(plan.contains("Eerste contact: uiterlijk"), "\(who)")
        }
        web.clock.wait(.days(2))
        for who in ["aylin", "joost", "marieke"] {
            let plan = try await web.browser(of: who).get(try path(web)).shown
            #expect(plan.contains("Het eerste contact zou"), "\(who)")
        }
        for who in ["sanne", "hanna", "truus"] {
            let plan = try await web.browser(of: who).get(try path(web)).shown
            #expect(plan.contains("Begeleiding thuis") && !plan.lowercased().contains("eerste contact"), "\(who)")
        }
    }

    @Test(arguments: Engine.all)
    func `says when help began: planned, then noted with one tap by who does it`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (start, circle) = (try await planHelp(web), try web.circle(Self.family))
        let aylin = try await web.browser(of: "aylin")
        let marieke = try await web.browser(of: "marieke")
        for (step, said) in [("contact", "Eerste contact: vandaag."), ("start", "Begonnen: vandaag.")] {
            let form = try await OpenForm(marieke, try path(web))
            let body = form.body(["step": step])
            for _ in 1...2 { #expect(try await marieke.post("\(circle)/\(start)", body).status == .seeOther) }
            #expect(try await aylin.get(try path(web)).shown.contains(said), "\(said)")
        }
        for who in ["truus", "khadija", "robert", "ravi"] {
            let other = try await web.browser(of: try web.filled.account(who))
            let token = try #require(try await other.get("/account").token)
            let body = TestClient.form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f3", "step": "start",
            ])
            #expect(try await other.post("\(circle)/\(start)", body).status == .notFound, "\(who)")
        }
    }

    @Test func `offers a plan of the family's own first, looks back, and is agreed with`() async throws {
        let web = try await WebTown()
        _ = try await begin(web)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(try path(web)).shown.contains("Eerst een eigen plan"))
        let offer = try await OpenForm(marieke, try path(web) + "/offer")
        let missing = try await marieke.post(try path(web) + "/offer", offer.body(["outcome": "harm", "reason": ""]))
        #expect(missing.status == .badRequest && missing.text.contains("id=\"reason-error\""))
        let given = try await marieke.post(
            try path(web) + "/offer", offer.body(["outcome": "declined", "reason": "Liever samen"]))
        #expect(given.status == .seeOther)
        let page = try await marieke.get(try path(web))
        #expect(page.shown.contains("Dan staat het plan uiterlijk op 4 januari 2027 vast"))
        let look = try await OpenForm(marieke, try path(web) + "/evaluation")
        let score = try #require(look.page.text.firstMatch(of: /score-[0-9a-f-]{36}(?=")/)).output
        let kept = try await marieke.post(
            try path(web) + "/evaluation", look.body(["\(score)": "7", "next": "2027-01-11"]))
        #expect(kept.status == .seeOther)
        let after = try await web.browser(of: "joost").get(try path(web))
        #expect(after.shown.contains("Nu een 7") && after.shown.contains("11 januari 2027"))
        let agreeing = try #require(after.text.firstMatch(of: /name="party" value="([^"]+)"/)).output.1
        let joost = try await web.browser(of: "joost")
        let open = try await OpenForm(joost, try path(web))
        let agreed = try await joost.post(
            try path(web) + "/agreements", open.body(["party": "\(agreeing)", "said": "here 1"]))
        #expect(agreed.status == .seeOther)
        #expect(try await joost.get(try path(web)).shown.contains("Ja, 23 november 2026"))
    }

    @Test func `is begun by nobody who left`() async throws {
        let web = try await WebTown()
        let (start, circle) = (try await planHelp(web), try web.circle(Self.family))
        let marieke = try await web.browser(of: "marieke")
        try await web.end("marieke", in: Self.family, by: "aylin")
        for step in ["contact", "start"] {
            let sent = try await web.send("\(circle)/\(start)", ["step": step], by: marieke)
            #expect(sent.status == .notFound, "\(step)")
        }
        let action = "\(circle)/\(start.dropLast(6))"
        #expect(try await marieke.get(action).status == .notFound)
        #expect(try await web.send(action + "/ticks", [:], by: marieke).status == .notFound)
    }
}
