// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `The pages on which something is shared on a ground` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/grounds" }

    private func record(
        _ web: WebTown, _ ground: String = "reportToSafeHome", second: String = "hanna", told: String = "no",
        reason: String = "Noor is bang, en haar moeder zwijgt."
    ) async throws -> Answer {
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web) + "/new")
        return try await marieke.post(
            try path(web),
            open.body([
                "ground": ground, "persons": try web.filled.person("noor").text, "party": "Veilig Thuis",
                "what": "Wat Noor vertelde", "purpose": reason, "told": told,
                "second": second.isEmpty ? "" : "account.\(try web.filled.account(second))",
            ]))
    }

    @Test(arguments: Engine.all)
    func `show it in the table to who may see it, with how it stands`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let use = try #require(try await record(web).location)
        let table = try web.circle(Self.family) + "/consents"
        let (marieke, hanna) = (try await web.browser(of: "marieke"), try await web.browser(of: "hanna"))
        #expect(try await marieke.get(table).shown.contains("Wacht op een tweede professional"))
        let decision = use.replacing("/grounds/", with: "/decisions/")
        #expect(try await hanna.get("/today").text.contains(decision))
        let asked = try await OpenForm(hanna, decision)
        #expect(asked.page.shown.contains("Noor is bang, en haar moeder zwijgt."))
        #expect(asked.page.shown.contains("Wmo 2015 5.2.6"))
        #expect(try await hanna.post(decision + "/answer", asked.body(["said": "yes"])).status == .seeOther)
        #expect(try await marieke.get(table).shown.contains("besliste mee"))
        #expect(try await marieke.get(use).shown.contains("Telt."))
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(use).status == .notFound)
        #expect(try await Crawl(aylin).pages(with: "Wat Noor vertelde") == [])
        #expect(try await !aylin.get(table).shown.contains("Wat Noor vertelde"))
        #expect(try await web.pressShown(use + "/telling", on: use, by: marieke).status == .seeOther)
        #expect(try await aylin.get(table).shown.contains("Wat Noor vertelde"))
        #expect(try await !aylin.get(use).text.contains("/telling"))
    }

    @Test func `say at each field what to mend, and keep what was typed`() async throws {
        let web = try await WebTown()
        let nothing = try await record(web, "", second: "", told: "", reason: " ")
        #expect(nothing.status == .badRequest && nothing.shown.contains("Wat Noor vertelde"))
        for field in ["ground", "purpose", "told"] {
            #expect(nothing.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        let alone = try await record(web, second: "")
        #expect(alone.status == .badRequest && alone.text.contains("id=\"second-error\""))
        let mended = try await record(web, "consent")
        #expect(mended.status == .badRequest && mended.text.contains("id=\"ground-error\""))
        #expect(mended.shown.contains("maakt een ontbrekende grondslag niet goed"))
    }

    @Test(arguments: ["aylin", "joost", "sem", "truus", "khadija", "bart", "ravi"])
    func `are not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web) + "/new").status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000d1", "ground": "directlyInvolved",
            "persons": try web.filled.person("noor").text, "party": "x", "what": "x", "purpose": "x", "told": "no",
        ])
        #expect(try await browser.post(try path(web), body).status == .notFound)
        let no = try path(web) + "/0192f3a0-0000-7000-8000-0000000000d2"
        #expect(try await browser.get(no).status == .notFound)
        #expect(try await browser.post(no + "/telling", body).status == .notFound)
    }
}
