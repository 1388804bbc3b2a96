// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `Joining with a card` {
    private static let password = "name=aylin&new-password=Een+zin+van+Noor+en+Sem"

    @Test func `leads to a passkey and the first page`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        let answer = try await browser.join(try await house.card(), with: house.device())
        #expect(answer.location == "/")
        #expect(try await browser.get("/account").text.contains("Aylin Yildiz"))
        #expect(try await house.passkeys().count == 1)
        #expect(try await house.joiningCard()?.state(at: house.now) == .used(house.now))
        #expect(await browser.cookies["joining"] == nil)
    }

    @Test func `leads to a name and a password, with nothing of a script`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.show(try await house.card())
        let page = try await browser.get("/join/account")
        #expect(page.text.contains("Welkom, Aylin Yildiz"))
        #expect(try await browser.post("/join/passwords", Self.password).location == "/")
        #expect(try await browser.get("/account").text.contains("Aylin Yildiz"))
        let other = house.browser()
        _ = try await other.post("/sign-in", "name=aylin&password=Een+zin+van+Noor+en+Sem")
        #expect(try await other.get("/account").status == .ok)
    }

    @Test func `remembers the device only when asked`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.join(try await house.card(), with: house.device())
        #expect(await browser.cookies["device"] == nil)
        let asked = house.browser()
        try await asked.join(try await house.card(), with: house.device(), remember: true)
        #expect(await asked.cookies["device"] != nil)
    }

    @Test func `asks a professional with a password for a second factor first, and not with a passkey`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.show(try await house.card(for: PeopleHouse.marieke))
        #expect(try await browser.post("/join/passwords", Self.password).location == "/account/second-factor")
        #expect(try await browser.get("/notes/1").location == "/account/second-factor")
        let other = house.browser()
        let device = house.device(of: PeopleHouse.marieke)
        let answer = try await other.join(try await house.card(for: PeopleHouse.marieke), with: device)
        #expect(answer.location == "/")
        #expect(try await other.get("/notes/1").status == .ok)
    }

    @Test func `keeps what was typed when it must be mended, and the card stays good`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.show(try await house.card())
        let short = try await browser.post("/join/passwords", "name=aylin&new-password=kort&remember=yes")
        #expect(short.status == .badRequest)
        #expect(short.text.contains("value=\"aylin\""))
        #expect(short.text.contains("value=\"yes\" checked"))
        #expect(!short.text.contains("kort\""))
        #expect(try await browser.post("/join/passwords", Self.password).location == "/")
    }

    @Test func `does not take a name that somebody has, and the card stays good`() async throws {
        let house = try await PeopleHouse()
        let (first, second) = (house.browser(), house.browser())
        try await first.show(try await house.card())
        _ = try await first.post("/join/passwords", Self.password)
        try await second.show(try await house.card(for: PeopleHouse.marieke))
        let refused = try await second.post("/join/passwords", Self.password)
        #expect(refused.status == .badRequest)
        #expect(refused.text.contains("Kies een andere naam."))
        let other = try await second.post("/join/passwords", "name=marieke&new-password=Een+zin+van+Marieke")
        #expect(other.status == .seeOther)
    }

    @Test func `sent twice is harmless, and a page asked for again too`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        let card = try await house.card()
        try await browser.show(card)
        try await browser.show(card)
        let joining = await browser.cookies["joining"]
        #expect(try await browser.get("/join/account").status == .ok)
        #expect(try await browser.get("/join/account").status == .ok)
        #expect(try await browser.post("/join/passwords", Self.password).location == "/")
        let (again, session) = (house.browser(), await browser.cookies["session"])
        await again.set("joining", joining)
        #expect(try await again.post("/join/passwords", Self.password).location == "/")
        #expect(try await again.get("/join/account").location == "/")
        #expect(await again.cookies["session"] == nil)
        await again.set("session", session)
        #expect(try await again.get("/account").status == .ok)
    }

    @Test func `takes half an hour at most`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        let card = try await house.card()
        try await browser.show(card)
        house.wait(.minutes(30))
        #expect(try await browser.post("/join/passwords", Self.password).location == "/join?again=yes")
        #expect(try await browser.get("/join?again=yes").text.contains("Begin opnieuw met je kaartje"))
        try await browser.show(card)
        #expect(try await browser.post("/join/passwords", Self.password).location == "/")
    }

    @Test func `is nothing without a card`() async throws {
        let browser = try await PeopleHouse().browser()
        for path in ["/join/passwords", "/join/passkeys"] {
            #expect(try await browser.post(path, Self.password).location == "/join")
            await browser.set("joining", String(repeating: "0", count: 64))
            #expect(try await browser.post(path, Self.password).location == "/join?again=yes")
            await browser.set("joining", nil)
        }
        #expect(try await browser.get("/join/account").location == "/join")
        #expect(await browser.cookies["session"] == nil)
    }

    @Test func `is not done from another site`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        try await browser.show(try await house.card())
        #expect(try await browser.post("/join/passwords", Self.password, site: "cross-site").status == .forbidden)
    }

    @Test func `has no name of a person in its title, and no code in an address`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        let card = try await house.card()
        try await browser.show(card)
        let page = try await browser.get("/join/account")
        #expect(page.text.firstMatch(of: /<title>([^<]*)</)?.1 == "Welkom – Rondom")
        #expect(!page.links.joined().contains(card.code.description))
    }
}

@Suite struct `A card that is no good` {
    /// Every one of them gets the very same page.
    @Test func `tells nobody why`() async throws {
        let house = try await PeopleHouse()
        var pages: Set<String> = []
        let used = try await house.card()
        try await house.browser().join(used, with: house.device())
        let voided = try await house.card()
        let photographed = HandedCard(
            code: try await house.card().code,
            pin: try #require(CardPin(typed: voided.pin.text == "0000" ? "1" : "0000")))
        let never = HandedCard(code: .make(from: .unguessable), pin: .make(from: .unguessable))
        for card in [used, voided, photographed, never] { pages.insert(try await Self.refused(card, house)) }
        let late = try await house.card()
        house.wait(JoiningCard.term)
        pages.insert(try await Self.refused(late, house))
        #expect(pages.count == 1)
        #expect(pages.first?.contains("Vraag dan een nieuw kaartje.") == true)
    }

    /// The page, without the code that was typed.
    private static func refused(_ card: HandedCard, _ house: PeopleHouse) async throws -> String {
        let browser = house.browser()
        let answer = try await browser.post("/join/cards", card.form)
        #expect(answer.status == .badRequest)
        #expect(await browser.cookies["joining"] == nil)
        return answer.text.replacing(card.code.description, with: "")
    }

    @Test func `was photographed, and is void after five wrong figures; its owner needs a new one`() async throws {
        let house = try await PeopleHouse()
        let card = try await house.card()
        let stranger = house.browser()
        let wrong = card.pin.text == "1234" ? "4321" : "1234"
        for _ in 0..<5 { _ = try await stranger.post("/join/cards", "code=\(card.code)&pin=\(wrong)") }
        #expect(try await house.browser().post("/join/cards", card.form).status == .badRequest)
        #expect(try await house.joiningCard()?.state(at: house.now) == .voided(house.now))
    }

    @Test func `slows who tries one after the other`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        var statuses: [HTTPResponse.Status] = []
        for _ in 0..<31 {
            let card = HandedCard(code: .make(from: .unguessable), pin: .make(from: .unguessable))
            statuses.append(try await browser.post("/join/cards", card.form).status)
        }
        #expect(statuses.last == .tooManyRequests)
        #expect(statuses.first == .badRequest)
    }

    @Test(arguments: [
        ("code=&pin=", ["code", "pin"]), ("code=CDFGH&pin=1234", ["code"]), ("code=CDFGH-JKMNP-QRTVW&pin=12", ["pin"]),
    ])
    func `for it can't be one says so at its field, and keeps what was typed`(form: String, fields: [String])
        async throws
    {
        let answer = try await PeopleHouse().browser().post("/join/cards", form)
        #expect(answer.status == .badRequest)
        for field in ["code", "pin"] {
            #expect(answer.text.contains("id=\"\(field)-error\"") == fields.contains(field))
        }
        let typed = form.firstMatch(of: /code=([^&]*)/).map { String($0.1) }
        #expect(answer.text.contains("type=\"text\" value=\"\(typed ?? "")\" autocapitalize"))
    }
}

@Suite struct `A card for who joined before` {
    @Test func `takes the place of every way in, on every device`() async throws {
        let house = try await PeopleHouse()
        let before = house.browser()
        let lost = house.device()
        try await before.join(try await house.card(), with: lost, remember: true)
        let (session, known) = (await before.cookies["session"], await before.cookies["device"])
        #expect(session != nil && known != nil)
        let card = try await house.card()
        #expect(try await before.get("/account").status == .ok)
        let now = house.browser()
        try await now.show(card)
        #expect(try await now.get("/join/account").text.contains("Je had al een manier om in te loggen"))
        var device = house.device()
        device.credential = [9, 9, 9]
        let answer = device.made(try await now.asked(on: "/join/account").question)
        #expect(try await now.post("/join/passkeys", "answer=\(answer.formEncoded)").location == "/")
        #expect(try await house.passkeys().map(\.credential) == [[9, 9, 9]])
        #expect(try await before.get("/account").status == .seeOther)
        #expect(house.ended.count == 1)
        #expect(try await before.post("/sign-in/remembered", "back=/account").location?.hasPrefix("/sign-in") == true)
        #expect(try await before.get("/account").status == .seeOther)
        #expect(try await house.browser().enter(lost).status == .badRequest)
    }
}
