// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Showing a hidden member again` {
    private static let family = "van-dongen"

    /// The page of Nadia, who is hidden from Robert, as Fatma opens it; where to ask for it.
    private func door(_ web: WebTown) async throws -> String {
        let fatma = try await web.browser(of: web.filled.account("fatma"))
        let circle = try await fatma.get(try web.circle(Self.family))
        for link in circle.links where link.contains("/members/") {
            let page = try await fatma.get(link)
            if page.shown.contains("Nadia Benali"), let door = page.links.first(where: { $0.hasSuffix("/hiding") }) {
                return door
            }
        }
        throw NotFound()
    }

    private struct NotFound: Error {}

    /// Fatma asks; the address of the hold, and who is asked.
    private func asked(_ web: WebTown, second: String) async throws -> String {
        let fatma = try await web.browser(of: web.filled.account("fatma"))
        let door = try await door(web)
        let open = try await OpenForm(fatma, door)
        #expect(open.page.shown.contains("Robert"))
        let bare = try await fatma.post(door, open.body(["reason": "Zij spraken elkaar."]))
        #expect(bare.status == .badRequest && bare.shown.contains("Kies aan wie"))
        #expect(bare.shown.contains("Zij spraken elkaar.") && bare.shown.contains("Kies wie mee beslist"))
        let done = try await fatma.post(
            door,
            open.body([
                "from": "account.\(try web.filled.account("robert"))", "reason": "Zij spraken elkaar.",
                "second": "account.\(try web.filled.account(second))",
            ]))
        #expect(done.status == .seeOther)
        return try #require(done.location)
    }

    private func answer(_ said: String, by second: String, at hold: String, _ web: WebTown) async throws {
        let browser = try await web.browser(of: second)
        #expect(try await browser.get("/today").links.contains(hold))
        let open = try await OpenForm(browser, hold)
        #expect(open.page.shown.contains("Zij spraken elkaar."))
        let done = try await browser.post(hold + "/answer", open.body(["said": said, "reason": "Te vroeg."]))
        #expect(done.status == .seeOther)
    }

    private func hidings(_ web: WebTown) async throws -> Int {
        try await web.database.read { try $0.row("SELECT COUNT(*) FROM hidden_member") { $0.int(0) } ?? 0 }
    }

    private func sees(_ web: WebTown) async throws -> Bool {
        let circle = try await web.browser(of: "robert").get(try web.circle(Self.family))
        #expect(circle.status == .ok)
        return circle.shown.contains("Nadia Benali")
    }

    @Test(arguments: Engine.all)
    func `takes the yes of a second professional`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let said = try await hidings(web)
        let hold = try await asked(web, second: "bart")
        #expect(try await !sees(web))
        // By whatever membership she is there: what was said at first stands until two say otherwise.
        #expect(try await hidings(web) == said)
        try await answer("yes", by: "bart", at: hold, web)
        #expect(try await hidings(web) == said - 1)
        #expect(try await sees(web))
        // From his sister she is hidden still.
        let left = try await web.browser(of: web.filled.account("fatma")).get(try await door(web))
        #expect(left.shown.contains("Wilma") && !left.shown.contains("Robert"))
    }

    @Test func `leaves it as it is after a no, to be looked at again within two weeks`() async throws {
        let web = try await WebTown()
        let hold = try await asked(web, second: "bart")
        try await answer("no", by: "bart", at: hold, web)
        #expect(try await !sees(web))
        #expect(
            try await !web.browser(of: web.filled.account("fatma")).get(try await door(web)).shown.contains("Robert"))
        let fatma = try await web.browser(of: web.filled.account("fatma"))
        #expect(try await fatma.get(hold).shown.contains("Opnieuw bekijken"))
        web.clock.wait(.days(15))
        #expect(try await !sees(web))
    }

    @Test func `is there for nobody else`() async throws {
        let web = try await WebTown()
        let door = try await door(web)
        for person in ["robert", "eline", "bart", "marieke", "hanna", "geert-jan", "thijs"] {
            #expect(try await web.browser(of: person).get(door).status == .notFound, "\(person)")
        }
    }
}
