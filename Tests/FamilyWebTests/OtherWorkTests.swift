// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import Testing

@Suite struct `Who works for two organisations` {
    private static let family = "de-wit-yildiz"

    /// The town, where Marieke works for the school, too, and chose for whom.
    private func working(for chosen: String?) async throws -> (WebTown, TownBrowser) {
        let web = try await WebTown()
        try await web.employ("marieke", at: "de-schakel")
        let browser = try await web.browser(of: "marieke")
        if let chosen { try await web.choose(chosen, by: browser) }
        return (web, browser)
    }

    @Test func `reads what was entrusted to the one they chose`() async throws {
        let (web, browser) = try await working(for: "gebiedsteam")
        #expect(try await browser.get(try web.circle(Self.family)).status == .ok)
        #expect(try await browser.get("/families").text.contains("De Wit"))
    }

    @Test(arguments: ["de-schakel", nil])
    func `reads nothing of the other, nor before they chose`(chosen: String?) async throws {
        let (web, browser) = try await working(for: chosen)
        let circle = try web.circle(Self.family)
        let talk = try web.conversation(Self.family + "/noor-op-school")
        for path in [circle, talk, talk + "/events", talk + "/messages", circle + "/persons/x", circle + "/search"] {
            #expect(try await browser.get(path).status == .notFound, "\(path)")
        }
        for path in ["/today", "/families"] {
            let page = try await browser.get(path)
            #expect(!page.text.contains("Wit"), "\(path)")
        }
        let token = try #require(try await browser.get("/account").token)
        for act in ["/messages", "/draft"] {
            let sending = IDSource.unguessable.next(at: web.clock.now, Submission.self).text
            let answer = try await browser.post(talk + act, form(["token": token, "form": sending, "message": "Hoi"]))
            #expect(answer.status == .notFound, "\(act)")
        }
    }

    @Test func `is offered to change, the same where nothing is`() async throws {
        let (web, browser) = try await working(for: "de-schakel")
        let there = try await browser.get(try web.circle(Self.family))
        let nowhere = "/families/00000000-0000-4000-8000-000000000001"
        let absent = try await browser.get(nowhere)
        #expect(there.text.contains("Je werkt nu voor Basisschool De Schakel."))
        #expect(there.text.contains("Gebiedsteam Zuilen-Ondiep"))
        let path = try web.circle(Self.family)
        #expect(there.text.replacing(path, with: nowhere).withoutTokens == absent.text.withoutTokens)
        try await web.choose("gebiedsteam", by: browser, back: path)
        #expect(try await browser.get(path).status == .ok)
    }

    @Test func `chooses first where nothing was chosen`() async throws {
        let (_, browser) = try await working(for: nil)
        for (path, choice) in [("/today", "back=%2Ftoday"), ("/families", "back=%2Ffamilies")] {
            #expect(try await browser.get(path).location == "/account/organisation?" + choice)
        }
        #expect(try await browser.get("/families/new").status == .notFound)
    }

    @Test func `starts a family for the one they chose`() async throws {
        let (_, browser) = try await working(for: "de-schakel")
        #expect(try await browser.get("/families/new").status == .ok)
    }

    @Test func `who works for one is offered nothing`() async throws {
        let web = try await WebTown.toRead
        let bart = try await web.browser(of: "bart").get(try web.circle(Self.family))
        #expect(bart.status == .notFound)
        #expect(!bart.text.contains("organisatie"))
    }

    @Test func `leaves in the log on whose behalf they looked`() async throws {
        let (web, browser) = try await working(for: "gebiedsteam")
        _ = try await browser.get(try web.circle(Self.family))
        let officer = try await web.browser(of: "geert-jan").get("/access-log")
        #expect(officer.text.contains("Gebiedsteam Zuilen-Ondiep"))
        let looked = try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/access")
        #expect(looked.shown.contains("Gebiedsteam Zuilen-Ondiep"))
    }
}

extension WebTown {
    /// Lets a professional work for an organisation besides.
    func employ(_ person: String, at organisation: String, as function: Professional.Function = .familyWorker)
        async throws
    {
        let account = try filled.account(person)
        let work = Professional(
            id: IDSource.unguessable.next(at: clock.now), account: account,
            organisation: try filled.organisation(organisation), function: function, title: "Trainer",
            period: Period(from: Self.today + -30))
        try await database.write { try $0.add(work) }
    }

    /// Chooses on whose behalf somebody works from now on.
    func choose(_ organisation: String, by browser: TownBrowser, back: String = "/") async throws {
        let token = try #require(try await browser.get("/account/organisation").token)
        let id = try filled.organisation(organisation)
        let answer = try await browser.post(
            "/account/organisation", form(["token": token, "organisation": id.text, "back": back]))
        #expect(answer.location == back)
    }
}

extension String {
    /// The text without what is another in each page.
    fileprivate var withoutTokens: String { replacing(/name="(token|form)" value="[^"]*"/, with: "") }
}
