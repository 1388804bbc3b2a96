// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import Testing

@Suite struct `The list of grounds` {
    private func administrator(_ web: WebTown) async throws -> TownBrowser {
        try await web.browser(of: try web.filled.account("ravi"))
    }

    private func post(
        _ browser: TownBrowser, at path: String = "/grounds", _ typed: KeyValuePairs<String, String>
    ) async throws -> Answer {
        try await browser.post(path, try await OpenForm(browser, "/grounds").body(typed))
    }

    @Test(arguments: Engine.all)
    func `is kept by who administers the installation, and changes nothing used before`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let beheer = try await administrator(web)
        let page = try await beheer.get("/grounds")
        #expect(page.shown.contains("Jeugdwet 7.3.11 lid 4") && page.shown.contains("Vanaf 1 januari 2015"))
        let last = (WebTown.today + 5).iso
        let ended = try await post(beheer, at: "/grounds/end", ["ended": "required.2015-01-01", "last": last])
        #expect(ended.location == "/grounds")
        let again = (WebTown.today + 9).iso
        #expect(try await post(beheer, ["ground": "required", "from": again, "until": ""]).location == "/grounds")
        let terms = try await web.database.read { try $0.groundTerms() }.filter { $0.ground == .required }
        #expect(
            terms.map(\.term) == [
                Period(from: "2015-01-01", until: WebTown.today + 5), Period(from: WebTown.today + 9),
            ])
        #expect(try await beheer.get("/organisations").links.contains("/grounds"))
    }

    @Test(arguments: [
        ("/grounds", ["ground": "", "from": "2027-01-01"], "ground"),
        ("/grounds", ["ground": "required", "from": "gisteren"], "from"),
        ("/grounds", ["ground": "required", "from": "2027-01-01"], "from"),
        ("/grounds/end", ["ended": "", "last": "2027-01-01"], "ended"),
        ("/grounds/end", ["ended": "required.2015-01-01", "last": "2026-11-23"], "last"),
        ("/grounds/end", ["ended": "required.2014-01-01", "last": "2027-01-01"], "ended"),
    ])
    func `says at each field what to mend`(path: String, typed: [String: String], field: String) async throws {
        let web = try await WebTown.toRead
        let beheer = try await administrator(web)
        let answer = try await beheer.post(path, try await OpenForm(beheer, "/grounds").body(of: typed))
        #expect(answer.status == .badRequest && answer.text.contains("id=\"\(field)-error\""))
    }

    @Test(arguments: ["marieke", "aylin", "ruud", "bart"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get("/grounds").status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000a1", "ground": "required", "from": "2027-01-01",
            "ended": "required.2015-01-01", "last": "2027-01-01",
        ])
        for path in ["/grounds", "/grounds/end"] {
            #expect(try await browser.post(path, body).status == .notFound, "\(path)")
        }
        let kept = try await web.database.read { try $0.groundTerms() }.filter { $0.ground == .required }
        #expect(kept == [GroundTerm(.required, Period(from: "2015-01-01"))])
    }
}
