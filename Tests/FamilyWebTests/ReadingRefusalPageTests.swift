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
                "second": try web.filled.account(second).text,
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
        #expect(shown.shown.contains(Self.why) && !shown.text.contains("/confirmation"))
        let hanna = try await web.browser(of: "hanna")
        #expect(try await hanna.get("/today").text.contains(try path(web)))
        let open = try await hanna.get(try path(web))
        let id = try #require(open.text.between("id=\"refusal-", "\""))
        let act = try path(web) + "/\(id)/confirmation"
        #expect(try await web.pressShown(act, on: try path(web), by: hanna).status == .seeOther)
        #expect(try await !reads("aylin", web))
        #expect(try await reads("joost", web))
        let crawl = try await Crawl(aylin)
        for secret in ["Noor, 8", Self.why, "Meelezen weigeren"] {
            #expect(crawl.pages(with: secret) == [], "\(secret)")
        }
        let end = act.dropLast("confirmation".count) + "end"
        #expect(try await web.pressShown(String(end), on: try path(web), by: marieke).status == .seeOther)
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
        for act in ["/0192f3a0-0000-7000-8000-0000000000e2/confirmation", "/0192f3a0-0000-7000-8000-0000000000e2/end"] {
            #expect(try await browser.post(try path(web) + act, body).status == .notFound, "\(act)")
        }
        let proposed = try await browser.post(try path(web), body)
        #expect(proposed.status == .notFound)
    }
}
