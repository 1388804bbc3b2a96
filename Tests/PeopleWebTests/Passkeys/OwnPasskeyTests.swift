// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `One's own passkeys` {
    private static func add(
        _ credential: [UInt8], _ browser: Browser<some HTTPResponder<Visit>>, _ house: PeopleHouse
    ) async throws -> Answer {
        house.wait(.seconds(1))
        var device = house.device()
        device.credential = credential
        let (question, token) = try await browser.asked(on: "/account/passkeys")
        return try await browser.post("/account/passkeys", "answer=\(device.made(question).formEncoded)" + token)
    }

    private static func act(
        _ path: String, _ form: String = "", _ browser: Browser<some HTTPResponder<Visit>>
    ) async throws -> Answer {
        let token = try #require(try await browser.get("/account").token)
        return try await browser.post(path, "token=\(token.encoded)&\(form)")
    }

    @Test func `are added, named, used and removed`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        #expect(try await Self.add([5], browser, house).location == "/account/passkeys?added=yes")
        #expect(try await browser.get("/account/passkeys?added=yes").text.contains("Je nieuwe passkey werkt."))
        let added = try #require(try await house.passkeys().last)
        let renamed = try await Self.act(
            "/account/passkeys/\(added.id)/name", "name-\(added.id)=Tablet+%3Cboven%3E", browser)
        #expect(renamed.location == "/account/passkeys")
        #expect(try await browser.get("/account/passkeys").text.contains("Tablet &lt;boven&gt;"))
        let first = try #require(try await house.passkeys().first)
        #expect(try await Self.act("/account/passkeys/\(first.id)/end", "", browser).status == .seeOther)
        #expect(try await house.passkeys().map(\.credential) == [[5]])
        #expect(try await house.browser().enter(house.device()).status == .badRequest)
    }

    @Test func `are told by the browser to a device that has one already`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        let known = house.device().credential.hexadecimal
        #expect(try await browser.get("/account/passkeys").text.contains("data-known=\"\(known)\""))
    }

    @Test func `leave a way in`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        let only = try #require(try await house.passkeys().first)
        #expect(!(try await browser.get("/account/passkeys").text.contains("\(only.id)/end")))
        #expect(try await Self.act("/account/passkeys/\(only.id)/end", "", browser).status == .notFound)
        #expect(try await house.passkeys().count == 1)
    }

    @Test func `need a name`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        let only = try #require(try await house.passkeys().first)
        let answer = try await Self.act("/account/passkeys/\(only.id)/name", "name-\(only.id)=+", browser)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Geef de passkey een naam."))
    }

    @Test func `are nobody else's to name or remove`() async throws {
        let house = try await PeopleHouse()
        try await house.browser().join(try await house.card(), with: house.device())
        let aylins = try #require(try await house.passkeys().first)
        let marieke = house.browser()
        _ = try await marieke.post("/demo/sessions", "person=marieke")
        for act in ["name", "end"] {
            let path = "/account/passkeys/\(aylins.id)/\(act)"
            #expect(try await Self.act(path, "name-\(aylins.id)=Van+mij", marieke).status == .notFound)
        }
        #expect(try await house.passkeys() == [aylins])
        #expect(!(try await marieke.get("/account/passkeys").text.contains(aylins.id.text)))
    }

    @Test func `are changed by who signed in a short while ago alone`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        #expect(try await Self.add([5], browser, house).status == .seeOther)
        let added = try #require(try await house.passkeys().last)
        house.wait(.minutes(11))
        let page = try await browser.get("/account/passkeys")
        #expect(page.text.contains("Log eerst opnieuw in") && !page.text.contains("data-passkey"))
        #expect(try await Self.act("/account/passkeys/\(added.id)/end", "", browser).location == "/sign-in")
        #expect(try await house.passkeys().count == 2)
    }

    @Test func `are the second factor that a professional sets up, but no second one beside the first`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.show(try await house.card(for: PeopleHouse.marieke))
        _ = try await browser.post("/join/passwords", "name=marieke&new-password=Een+zin+van+Marieke")
        #expect(try await browser.get("/notes/1").location == "/account/second-factor")
        #expect(try await Self.add([5], browser, house).status == .seeOther)
        #expect(try await browser.get("/notes/1").status == .ok)
        let thief = house.browser()
        _ = try await thief.post("/sign-in", "name=marieke&password=Een+zin+van+Marieke")
        #expect(try await thief.get("/notes/1").status == .seeOther)
        #expect(try await Self.add([6], thief, house).status == .notFound)
        #expect(try await thief.get("/notes/1").status == .seeOther)
    }

    @Test(arguments: ["/account/passkeys"])
    func `are asked for by who is signed in`(path: String) async throws {
        let browser = try await PeopleHouse().browser()
        #expect(try await browser.get(path).location == "/sign-in?back=%2Faccount%2Fpasskeys")
        #expect(try await browser.post(path, "answer=").location == "/sign-in")
    }
}
