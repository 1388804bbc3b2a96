// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `Deciding oneself` {
    private static let family = "de-wit-yildiz"
    private static let why = "Sem overziet dit nu niet; overlegd met de huisarts."

    private func path(_ web: WebTown, _ person: String = "sem") throws -> String {
        try web.circle(Self.family) + "/persons/\(try web.filled.person(person))/inability"
    }

    private func record(
        _ web: WebTown, by who: String = "marieke", reason: String = why, until: Day = WebTown.today + 90
    ) async throws -> Answer {
        let browser = try await web.browser(of: who)
        let open = try await OpenForm(browser, try path(web))
        return try await browser.post(try path(web), open.body(["reason": reason, "until": until.iso]))
    }

    @Test(arguments: Engine.all)
    func `is the parents' to answer while it is recorded, and the young person's again after`(engine: Engine)
        async throws
    {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let invitation = try #require(
            try await web.invite(Asked(persons: ["sem"]), by: marieke, in: Self.family).location)
        let sem = try await web.browser(of: "sem")
        #expect(try await sem.get(invitation).text.contains("person-"))
        #expect(try await record(web).status == .seeOther)
        for parent in ["aylin", "joost"] {
            let browser = try await web.browser(of: parent)
            #expect(try await browser.get(invitation).text.contains("person-"), "\(parent)")
            #expect(try await browser.get("/today").text.contains(invitation), "\(parent)")
        }
        #expect(try await !sem.get(invitation).text.contains("name=\"person-"))
        #expect(try await !sem.get("/today").text.contains(invitation))
        let read = try await sem.get(try path(web))
        #expect(read.shown.contains(Self.why) && read.shown.contains("Marieke Postma"))
        #expect(!read.text.contains("<textarea"))
        #expect(try await sem.get(try web.circle(Self.family)).shown.contains("dat je dit nu niet zelf beslist"))
        let page = try await marieke.get(try path(web))
        #expect(page.shown.contains("Hier telt het nu") && page.shown.contains("Henk Invented"))
        let open = try await OpenForm(marieke, try path(web))
        let missing = try await marieke.post(try path(web) + "/withdrawal", open.body(["withdrawal": " "]))
        #expect(missing.status == .badRequest)
        let done = try await marieke.post(try path(web) + "/withdrawal", open.body(["withdrawal": "Hij kan het weer."]))
        #expect(done.status == .seeOther)
        #expect(try await sem.get(invitation).text.contains("person-"))
        #expect(try await !web.browser(of: "aylin").get(invitation).text.contains("name=\"person-"))
        let after = try await marieke.get(try path(web))
        #expect(after.shown.contains(Self.why) && after.shown.contains("Hij kan het weer."))
    }

    @Test func `says at each field what to mend`() async throws {
        let web = try await WebTown()
        let nothing = try await record(web, reason: " ")
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"reason-error\""))
        let long = try await record(web, until: WebTown.today + 400)
        #expect(long.status == .badRequest && long.text.contains("id=\"until-error\""))
        #expect(long.shown.contains(Self.why))
    }

    @Test(arguments: ["aylin", "joost", "truus", "sanne", "khadija", "bart", "robert", "ravi", "thijs"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web)).status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "reason": "x",
            "until": (WebTown.today + 9).iso, "withdrawal": "x",
        ])
        for act in ["", "/withdrawal"] {
            #expect(try await browser.post(try path(web) + act, body).status == .notFound, "\(act)")
        }
    }

    @Test func `is sealed, and not recorded of a child under 12 nor by the young person`() async throws {
        let web = try await WebTown()
        #expect(try await web.browser(of: "marieke").get(try path(web, "noor")).status == .notFound)
        let sem = try await web.browser(of: "sem")
        let token = try #require(try await sem.get("/account").token)
        let own = try await sem.post(
            try path(web),
            form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f2", "reason": "x",
                "until": (WebTown.today + 9).iso,
            ]))
        #expect(own.status == .notFound)
        _ = try await record(web)
        let rows = try await web.database.read { connection in
            try connection.rows("SELECT reason FROM inability ORDER BY id") { $0.bytes(0) }
        }
        #expect(rows.count == 1)
        #expect(!String(decoding: rows[0], as: UTF8.self).contains("huisarts"))
    }
}
