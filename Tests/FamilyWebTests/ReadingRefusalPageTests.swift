// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `A parent's reading that is refused` {
    private static let family = "de-wit-yildiz"
    private static let why = "Aylin dreigt Noor weg te halen."

    private func path(_ web: WebTown) throws -> String {
        try web.circle(Self.family) + "/persons/\(try web.filled.person("noor"))/reading-refusals"
    }

    private func propose(_ web: WebTown, reason: String = why, second: String = "hanna") async throws -> Answer {
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web))
        return try await marieke.post(
            try path(web),
            open.body([
                "parent": try web.filled.person("aylin").text, "reason": reason,
                "second": "account.\(try web.filled.account(second))",
            ]))
    }

    private func reads(_ who: String, _ web: WebTown) async throws -> Bool {
        try await web.browser(of: who).get(try web.conversation("de-wit-yildiz/noor-op-school")).status == .ok
    }

    @Test(arguments: Engine.all)
    func `ends when a second professional confirms it, while her page is open, and comes back`(engine: Engine)
        async throws
    {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await reads("aylin", web))
        #expect(try await propose(web).status == .seeOther)
        // Nobody alone takes it.
        #expect(try await reads("aylin", web))
        let marieke = try await web.browser(of: "marieke")
        let shown = try await marieke.get(try path(web))
        #expect(shown.shown.contains(Self.why) && shown.shown.contains("Wacht op"))
        let hanna = try await web.browser(of: "hanna")
        let open = try await marieke.get(try path(web))
        let id = try #require(open.text.between("id=\"refusal-", "\""))
        let decision = try web.circle(Self.family) + "/decisions/\(id)"
        #expect(try await hanna.get("/today").text.contains(decision))
        #expect(try await marieke.get(decision).shown.contains("Dit wacht op Hanna"))
        let asked = try await OpenForm(hanna, decision)
        #expect(asked.page.shown.contains(Self.why))
        let silent = try await hanna.post(decision + "/answer", asked.body(["said": "no", "reason": " "]))
        #expect(silent.status == .badRequest && silent.text.contains("id=\"reason-error\""))
        #expect(try await hanna.post(decision + "/answer", asked.body(["said": "yes"])).status == .seeOther)
        #expect(try await !hanna.get("/today").text.contains(decision))
        #expect(try await !reads("aylin", web))
        #expect(try await reads("joost", web))
        let crawl = try await Crawl(aylin)
        for secret in ["Noor, 8", Self.why, "Meelezen weigeren"] {
            #expect(crawl.pages(with: secret) == [], "\(secret)")
        }
        for other in ["aylin", "joost", "sem", "truus", "sanne", "bart", "ravi", "ruud"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(decision).status == .notFound, "\(other)")
            let token = try #require(try await browser.get("/account").token)
            let body = form(["token": token, "said": "no", "reason": "x"])
            #expect(try await browser.post(decision + "/answer", body).status == .notFound, "\(other)")
        }
        let end = try path(web) + "/\(id)/end"
        #expect(try await web.pressShown(end, on: try path(web), by: marieke).status == .seeOther)
        #expect(try await reads("aylin", web))
    }

    @Test func `says at each field what to mend`() async throws {
        let web = try await WebTown()
        let nothing = try await propose(web, reason: " ")
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"reason-error\""))
        let oneself = try await propose(web, second: "marieke")
        #expect(oneself.status == .badRequest && oneself.text.contains("id=\"second-error\""))
        #expect(oneself.shown.contains(Self.why))
    }

    @Test(arguments: ["aylin", "joost", "sem", "truus", "khadija", "priya", "bart", "ravi"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web)).status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000e1", "reason": "x",
            "parent": try web.filled.person("joost").text, "second": try web.filled.account("hanna").text,
        ])
        let end = try path(web) + "/0192f3a0-0000-7000-8000-0000000000e2/end"
        #expect(try await browser.post(end, body).status == .notFound)
        let proposed = try await browser.post(try path(web), body)
        #expect(proposed.status == .notFound)
    }
}
