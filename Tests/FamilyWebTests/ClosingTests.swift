// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `Ending a circle` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown, _ rest: String = "") throws -> String {
        try web.circle(Self.family) + "/closing" + rest
    }

    private func press(_ act: String, by who: String, _ web: WebTown, _ typed: KeyValuePairs<String, String> = [:])
        async throws -> Answer
    {
        let browser = try await web.browser(of: who)
        let open = try await OpenForm(browser, try path(web))
        return try await browser.post(try path(web, act), open.body(typed))
    }

    private func verdicts(_ kind: FactKind, _ web: WebTown) async throws -> [Fact.Shape] {
        let month = Month(of: WebTown.today)
        return try await web.database.read { try $0.facts(kind, from: month, through: month).map(\.shape) }
    }

    @Test(arguments: Engine.all)
    func `asks everybody two questions, which are kept without a name, and then lets the helpers go`(engine: Engine)
        async throws
    {
        let web = try await WebTown(engine)
        #expect(try await press("", by: "marieke", web).status == .seeOther)
        for who in ["aylin", "joost", "sem", "sanne", "marieke"] {
            #expect(try await web.browser(of: who).get("/today").text.contains(try path(web)), "\(who)")
        }
        #expect(try await !web.browser(of: "truus").get("/today").text.contains(try path(web)))
        let wrong = try await press("/answer", by: "aylin", web, ["further": "mostly", "grade": "11"])
        #expect(wrong.status == .badRequest && wrong.text.contains("id=\"grade-error\""))
        #expect(try await press("/answer", by: "aylin", web, ["further": "mostly", "grade": "8"]).status == .seeOther)
        #expect(try await press("/answer", by: "sanne", web, ["further": "not", "grade": "6"]).status == .seeOther)
        #expect(try await verdicts(.furtherWithoutHelp, web) == [.verdict(true)])
        #expect(try await verdicts(.furtherWithoutHelpAsHelpersSee, web) == [.verdict(false)])
        #expect(try await verdicts(.familyExperience, web) == [.grade(8)])
        #expect(try await verdicts(.collaboration, web) == [.grade(6)])
        let again = try await web.browser(of: "aylin").get(try path(web))
        #expect(!again.text.contains("name=\"grade\"") && again.shown.contains("Dank je wel"))
        // Nobody closes it before all answered, or the month is over.
        _ = try await press("/completion", by: "marieke", web)
        #expect(try await web.browser(of: "marieke").get(try path(web)).status == .ok)
        web.clock.now = web.clock.now + .days(31)
        let done = try await press("/completion", by: "marieke", web)
        #expect(done.status == .seeOther && done.location == "/families")
        for who in ["marieke", "sanne", "truus"] {
            #expect(try await web.browser(of: who).get(try web.circle(Self.family)).status == .notFound, "\(who)")
        }
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(try web.circle(Self.family)).status == .ok)
        #expect(try await aylin.get(try path(web)).shown.contains("De kring is gesloten op"))
        let family = try web.filled.family(Self.family)
        let open = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT COUNT(*) FROM circle_closing WHERE family_id = \(family) AND closed_at IS NOT NULL
                UNION ALL SELECT COUNT(*) FROM direction WHERE family_id = \(family) AND until_day IS NULL
                """
            ) { $0.int(0) }
        }
        #expect(open == [1, 1])
    }

    @Test(arguments: ["aylin", "sem", "truus", "sanne", "bart", "robert", "ravi"])
    func `is not there for who does not direct, before it began`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web)).status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000d1", "further": "not", "grade": "5",
        ])
        for act in ["", "/completion", "/stop"] {
            let answer = try await browser.post(try path(web, act), body)
            #expect(answer.status == .notFound || answer.location?.hasSuffix("/closing") == true, "\(act)")
        }
    }

    @Test func `is stopped by who began it, and nobody owes an answer then`() async throws {
        let web = try await WebTown()
        _ = try await press("", by: "marieke", web)
        #expect(try await press("/stop", by: "marieke", web).status == .seeOther)
        #expect(try await !web.browser(of: "aylin").get("/today").text.contains(try path(web)))
        #expect(try await web.browser(of: "aylin").get(try path(web)).status == .notFound)
    }
}
