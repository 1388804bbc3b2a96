// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `What is agreed and decided, for who has no part in it` {
    private static let family = "de-wit-yildiz"

    /// A consent about Noor that is asked, and what Hanna is asked about Sem; the addresses of all there is of both.
    private func addresses(_ web: WebTown) async throws -> (consent: String, decision: String, pages: [String]) {
        let circle = try web.circle(Self.family)
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        let list = circle + "/persons/\(try web.filled.person("sem"))/withholdings"
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, list)
        let sent = try await marieke.post(
            list,
            open.body([
                "what": "De uitslag", "reason": "Hij sliep niet", "review": (WebTown.today + 9).iso,
                "second": "account.\(try web.filled.account("hanna"))",
            ]))
        let withholding = try #require(sent.location)
        let decision = withholding.replacing("/withholdings/", with: "/decisions/")
        let pages =
            ["", "/paper", "/narrower", "/not-asked"].map { consent + $0 }
            + [list, withholding, decision, circle + "/inspections", circle + "/grounds/new", circle + "/consents"]
        return (consent, decision, pages)
    }

    private func statuses(_ pages: [String], of browser: TownBrowser) async throws -> [String: Int] {
        var found: [String: Int] = [:]
        for page in pages { found[page] = try await browser.get(page).status.code }
        return found
    }

    @Test(arguments: ["bart", "ravi", "robert", "ruud"])
    func `is not there for strangers`(who: String) async throws {
        let web = try await WebTown()
        let browser = try await web.browser(of: try web.filled.account(who))
        let all = try await addresses(web)
        let found = try await statuses(all.pages, of: browser)
        #expect(found.values.allSatisfy { $0 == 404 }, "\(found)")
        let withholding = all.decision.replacing("/decisions/", with: "/withholdings/")
        let acts =
            ["/answer", "/withdrawal", "/narrower", "/not-asked"].map { all.consent + $0 }
            + [all.decision + "/answer", withholding + "/telling", withholding + "/review"]
        for act in acts {
            let sent = try await web.send(
                act, ["said": "yes", "what": "x", "all": "yes", "review": (WebTown.today + 5).iso], by: browser)
            #expect(sent.status == .notFound, "\(act)")
        }
    }

    @Test(arguments: ["hanna", "sanne"])
    func `is not there any more for who left`(who: String) async throws {
        let web = try await WebTown()
        let (_, decision, pages) = try await addresses(web)
        let browser = try await web.browser(of: try web.filled.account(who))
        let before = try await statuses(pages, of: browser)
        #expect(before.values.contains(200) && (before[decision] == 200) == (who == "hanna"))
        try await web.end(who, in: Self.family, by: "marieke")
        let found = try await statuses(pages, of: browser)
        #expect(found.values.allSatisfy { $0 == 404 }, "\(found)")
        let token = try #require(try await browser.get("/account").token)
        let answer = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000b1", "said": "yes"])
        #expect(try await browser.post(decision + "/answer", answer).status == .notFound)
    }

    /// What is asked about one parent is theirs: the other neither reads nor narrows it.
    @Test func `is not there for the other parent`() async throws {
        let web = try await WebTown()
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["aylin"]).location)
        let joost = try await web.browser(of: "joost")
        let found = try await statuses(["", "/paper", "/narrower", "/not-asked"].map { consent + $0 }, of: joost)
        #expect(found.values.allSatisfy { $0 == 404 }, "\(found)")
        #expect(try await web.browser(of: "aylin").get(consent + "/narrower").status == .ok)
        let token = try #require(try await joost.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000b2", "what": "Niets", "all": "yes",
            "persons": try web.filled.person("aylin").text,
        ])
        for act in ["/narrower", "/answer", "/withdrawal", "/not-asked"] {
            let status = try await joost.post(consent + act, body).status
            #expect(status == .notFound, "\(act)")
        }
    }
}
