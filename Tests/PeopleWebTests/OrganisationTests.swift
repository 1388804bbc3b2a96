// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `An organisation's administrator` {
    private static let organisation = IDSource { (1, 1) }.next(at: PeopleHouse.start, Organisation.self)
    private static let page = "/organisations/\(organisation)"

    /// A house with one organisation, where Marieke works.
    private static func make() async throws -> PeopleHouse {
        let house = try await PeopleHouse.withPasswords(isDemo: true)
        try await house.installation.database.write { connection in
            try connection.add(Organisation(id: organisation, kind: .areaTeam, name: "Buurtteam Zuilen"))
            for (number, account) in [(1, PeopleHouse.marieke), (2, PeopleHouse.account(3))] {
                try connection.add(
                    Professional(
                        id: IDSource { (2, UInt64(number)) }.next(at: PeopleHouse.start), account: account,
                        organisation: organisation, function: .familyWorker, title: "Gezinswerker",
                        period: Period(from: "2026-01-01")))
            }
        }
        return house
    }

    private static func person(_ number: UInt64) -> String {
        "\(page)/people/\(IDSource { (2, number) }.next(at: PeopleHouse.start, Professional.self))"
    }

    private func ravi(_ house: PeopleHouse) async throws -> Browser<some HTTPResponder<Visit>> {
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=ravi")
        return browser
    }

    @Test func `adds an organisation, once`() async throws {
        let browser = try await ravi(Self.make())
        let form = try await browser.get("/organisations")
        let fields = "token=\(try #require(form.token).encoded)&form=\(try #require(form.field("form")))"
        let missing = try await browser.post("/organisations", fields + "&name=")
        #expect(missing.status == .badRequest)
        #expect(missing.text.contains("Kies wat voor organisatie het is."))
        let first = try await browser.post("/organisations", fields + "&name=Het+Anker&kind=careProvider")
        let second = try await browser.post("/organisations", fields + "&name=Het+Anker&kind=careProvider")
        #expect(first.location == second.location)
        #expect(try await browser.get("/organisations").text.ranges(of: "Het Anker").count == 1)
    }

    @Test func `invites somebody, and gets a card that opens the account`() async throws {
        let house = try await Self.make()
        let browser = try await ravi(house)
        let form = try await browser.get("\(Self.page)/people/new")
        let fields = "token=\(try #require(form.token).encoded)&form=\(try #require(form.field("form")))"
        #expect(try await browser.post("\(Self.page)/people", fields).status == .badRequest)
        let typed = fields + "&name=Bart+Visser&title=Leraar&function=teacher"
        let card = try await browser.post("\(Self.page)/people", typed)
        #expect(card.status == .ok)
        let code = try #require(
            card.text.firstMatch(of: /[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}/).flatMap { CardCode(typed: String($0.0)) })
        let pin = try #require(card.text.firstMatch(of: />([0-9]{4})</).flatMap { CardPin(typed: String($0.1)) })
        let (vault, now) = (house.installation.vault, house.now)
        let token = SessionToken(from: .unguessable)
        let opens = try await house.installation.database.write {
            try $0.beginJoining(code, pin, token: token, at: now, vault)
        }
        #expect(opens)
        let again = try await browser.post("\(Self.page)/people", typed)
        #expect(again.status == .seeOther)
        let people = try await browser.get(Self.page)
        #expect(people.text.ranges(of: "Bart Visser").count == 1)
        #expect(people.text.contains("Leraar. Kan nog niet inloggen"))
    }

    @Test func `lets somebody who has an account work here, too`() async throws {
        let house = try await Self.make()
        let browser = try await ravi(house)
        let other = "/organisations"
        let form = try await browser.get(other)
        let fields = "token=\(try #require(form.token).encoded)"
        let made = try await browser.post(
            other, fields + "&form=\(try #require(form.field("form")))&name=Het+Anker&kind=careProvider")
        let anker = try #require(made.location)
        func invite(_ known: String) async throws -> Answer {
            let form = try #require(try await browser.get("\(anker)/people/new").field("form"))
            return try await browser.post(
                "\(anker)/people", fields + "&form=\(form)&name=M&title=Trainer&function=therapist&known=\(known)")
        }
        #expect(try await invite("nobody").text.contains("Er is geen professional met deze inlognaam."))
        #expect(try await invite("aylin%40example.org").status == .badRequest)
        #expect(try await invite("MARIEKE").location == "\(anker)?done=added")
        #expect(try await browser.get(anker).text.contains("Marieke Postma"))
    }

    @Test func `closes a lost account: its sessions end, its password and cards no longer serve`() async throws {
        let house = try await Self.make()
        let marieke = try await house.marieke()
        let browser = try await ravi(house)
        let page = Self.person(1)
        #expect(try await browser.get(page).shown.contains("Kan inloggen"))
        let ended = try await browser.act("\(page)/ways-in/end", from: page)
        #expect(ended.location == "\(page)?done=lost")
        #expect(house.ended.count == 1)
        #expect(try await !marieke.isSignedIn)
        #expect(try await house.browser().signIn("marieke").status == .badRequest)
        #expect(try await browser.get(page).shown.contains("Kan nog niet inloggen"))
        #expect(try await browser.act("\(page)/cards", from: page).status == .ok)
    }

    @Test func `signs somebody out everywhere, and ends their work`() async throws {
        let house = try await Self.make()
        let marieke = try await house.marieke()
        let browser = try await ravi(house)
        let page = Self.person(1)
        #expect(try await browser.act("\(page)/sessions/end", from: page).location == "\(page)?done=sessions")
        #expect(try await !marieke.isSignedIn)
        #expect(try await browser.act("\(page)/work/end", from: page).location == Self.page)
        #expect(try await browser.get(page).status == .notFound)
        #expect(try await !browser.get(Self.page).text.contains("Marieke"))
    }

    @Test func `can't open the account of who watches over him`() async throws {
        let house = try await Self.make()
        let browser = try await ravi(house)
        let page = Self.person(2)
        let shown = try await browser.get(page)
        #expect(shown.text.contains("Geert-Jan Prins"))
        #expect(!shown.text.contains("/cards"))
        for act in ["cards", "sessions/end", "ways-in/end"] {
            #expect(try await browser.act("\(page)/\(act)", from: page).status == .notFound, "\(act)")
        }
    }

    @Test(arguments: ["aylin", "marieke", "geert-jan"])
    func `has pages that are not there for anybody else`(person: String) async throws {
        let house = try await Self.make()
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=\(person)")
        let token = try #require(try await browser.get("/account").token).encoded
        for path in ["/organisations", Self.page, "\(Self.page)/people/new", Self.person(1)] {
            #expect(try await browser.get(path).status == .notFound, "\(path)")
        }
        let acts = ["cards", "sessions/end", "ways-in/end", "work/end"].map { "\(Self.person(1))/\($0)" }
        for path in acts + ["/organisations", "\(Self.page)/people"] {
            #expect(try await browser.post(path, "token=\(token)&name=x").status == .notFound, "\(path)")
        }
    }
}
