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

@Suite struct `A new card for who lost their way in` {
    private static let family = "de-wit-yildiz"

    private func member(_ slug: String, _ web: WebTown) throws -> String {
        try web.circle(Self.family) + "/members/\(try web.filled.membership("\(Self.family)/\(slug)"))"
    }

    /// Code and figures on a page with a card.
    private func handed(_ page: Answer) throws -> (CardCode, CardPin) {
        let code = page.text.firstMatch(of: /[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/).flatMap {
            CardCode(typed: String($0.0))
        }
        let pin = page.text.firstMatch(of: />([0-9]{4})</).flatMap { CardPin(typed: String($0.1)) }
        return (try #require(code), try #require(pin))
    }

    @Test func `is made by a professional who plans, told to its owner, and ends what was before once it is used`()
        async throws
    {
        let web = try await WebTown()
        let (marieke, truus) = (try await web.browser(of: "marieke"), try await web.browser(of: "truus"))
        let page = try member("truus", web)
        #expect(try await marieke.get(page).shown.contains("Nieuw kaartje maken"))
        #expect(try await !truus.get("/today").shown.contains("Er is een nieuw kaartje voor je gemaakt"))
        let token = try #require(try await marieke.get(page).token)
        let made = try await marieke.post(page + "/card", form(["token": token]))
        let (code, pin) = try handed(made)
        // Until it is used nothing changes, and its owner is asked.
        for address in ["/today", "/account"] {
            #expect(try await truus.get(address).shown.contains("Er is een nieuw kaartje voor je gemaakt"))
        }
        #expect(try await !web.browser(of: "aylin").get("/today").shown.contains("nieuw kaartje"))
        let (vault, now) = (web.vault, web.clock.now)
        let begun = SessionToken(from: .unguessable)
        let used = try await web.database.write { connection in
            guard try connection.beginJoining(code, pin, token: begun, at: now, vault) else {
                return nil as ID<Account>?
            }
            return try connection.useCard(begun, at: now, vault)?.account.id
        }
        #expect(used == (try web.filled.account("truus")))
        #expect(try await truus.get("/today").status == .seeOther)
    }

    @Test func `is ended by its owner who did not ask for it`() async throws {
        let web = try await WebTown()
        let (marieke, truus) = (try await web.browser(of: "marieke"), try await web.browser(of: "truus"))
        let page = try member("truus", web)
        let token = try #require(try await marieke.get(page).token)
        let (code, pin) = try handed(try await marieke.post(page + "/card", form(["token": token])))
        let own = try #require(try await truus.get("/account").token)
        #expect(try await truus.post("/account/cards/end", form(["token": own])).status == .seeOther)
        #expect(try await truus.get("/account?done=card").shown.contains("Het kaartje werkt niet meer."))
        let (vault, now) = (web.vault, web.clock.now)
        let begins = try await web.database.write {
            try $0.beginJoining(code, pin, token: SessionToken(from: .unguessable), at: now, vault)
        }
        #expect(!begins)
        #expect(try await truus.get("/today").status == .ok)
    }

    @Test(arguments: ["aylin", "joost", "sem", "khadija", "bart", "ravi", "thijs", "robert"])
    func `is not there for who may not hand it over`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        let page = try member("truus", web)
        #expect(try await !browser.get(page).text.contains("/card\""))
        let token = try #require(try await browser.get("/account").token)
        #expect(try await browser.post(page + "/card", form(["token": token])).status == .notFound)
    }

    @Test func `is not for professionals, whose administrator does that, nor for who left`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let token = try #require(try await marieke.get("/account").token)
        #expect(try await marieke.post(member("priya", web) + "/card", form(["token": token])).status == .notFound)
        try await web.end("truus", in: Self.family, by: "marieke")
        #expect(try await marieke.post(member("truus", web) + "/card", form(["token": token])).status == .notFound)
    }

    @Test func `of a child is told to the child, and to no parent at any address`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        // What she reads of a child is told by one line a day, whatever she does besides.
        _ = try await marieke.get(try web.circle(Self.family))
        let before = try await Self.parents(web)
        let page = try web.circle(Self.family) + "/persons/\(try web.filled.person("sem"))"
        let made = try await web.pressShown(page + "/card", on: page, by: marieke)
        #expect(made.status == .ok)
        #expect(
            try await web.browser(of: "sem").get("/today").shown.contains("Er is een nieuw kaartje voor je gemaakt"))
        #expect(try await Self.parents(web) == before)
    }

    /// What the parents read.
    private static func parents(_ web: WebTown) async throws -> [String] {
        var pages: [String] = []
        for parent in ["aylin", "joost"] {
            let browser = try await web.browser(of: parent)
            let circle = try web.circle(family)
            for page in ["/today", circle, circle + "/conversations", circle + "/access"] {
                pages.append(try await browser.get(page).shown)
            }
        }
        return pages
    }

    @Test(arguments: Engine.all)
    func `is told by mail where somebody wants any, while the card is open`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let truus = try web.filled.account("truus")
        let notice = WaitingNotice(
            account: truus, space: ID(as: truus), subject: .card(of: truus), at: web.clock.now, tries: 0)
        let (dossiers, now, vault) = (web.dossiers, web.clock.now, web.vault)
        let marieke = try web.filled.account("marieke")
        #expect(try await web.database.read { try dossiers.worthTelling([notice], at: now, $0).isEmpty })
        try await web.database.write { connection in
            try connection.makeCard(
                for: truus, by: marieke, code: .make(from: .unguessable), pin: .make(from: .unguessable), at: now, vault
            )
        }
        #expect(try await web.database.read { try dossiers.worthTelling([notice], at: now, $0) == [notice] })
    }
}
