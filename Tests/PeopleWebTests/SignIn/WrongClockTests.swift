// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import PeopleStore
import TestClient
import Testing

/// Set back an hour, as when somebody mistakes summer time; or a year ahead for a while, and mended.
@Suite struct `By a clock that was wrong` {
    private static let joining = "name=noor&new-password=Een+zin+van+Noor+en+Sem"

    // MARK: Cards

    private func opens(_ card: HandedCard, _ house: PeopleHouse) async throws -> Bool {
        try await house.browser().post("/join/cards", card.form).location == "/join/account"
    }

    @Test func `a card that was found past its end stays so`() async throws {
        let house = try await PeopleHouse()
        let card = try await house.card()
        house.wait(JoiningCard.term + .minutes(10))
        #expect(try await !opens(card, house))
        house.wait(.hours(-1))
        #expect(try await !opens(card, house))
        #expect(try await house.joiningCard()?.state(at: house.now) == .pastItsEnd)
    }

    @Test func `a card that was used stays used`() async throws {
        let house = try await PeopleHouse()
        let card = try await house.card()
        try await house.browser().join(card, with: house.device())
        for span: Duration in [.hours(-1), .days(365), .days(-365)] {
            house.wait(span)
            #expect(try await !opens(card, house))
        }
    }

    @Test func `a card made a year ahead does not live a year, and the next one opens`() async throws {
        let house = try await PeopleHouse()
        house.wait(.days(365))
        let card = try await house.card()
        house.wait(.days(-365))
        #expect(try await !opens(card, house))
        house.wait(.days(364))
        #expect(try await !opens(card, house))
        house.wait(.days(-364))
        #expect(try await opens(try await house.card(), house))
    }

    @Test func `a card that nobody tried meanwhile is good again`() async throws {
        let house = try await PeopleHouse()
        let card = try await house.card()
        house.wait(.days(365))
        house.wait(.days(-365))
        let browser = house.browser()
        try await browser.show(card)
        house.wait(.hours(-1))
        #expect(try await browser.post("/join/passwords", Self.joining).location == "/")
    }

    // MARK: Codes

    private func enter(_ code: String, _ house: PeopleHouse) async throws -> Bool {
        let browser = house.browser()
        #expect(try await browser.signIn("Marieke").location == "/sign-in/code")
        return try await browser.post("/sign-in/code", form(["code": code])).location == "/"
    }

    @Test func `a code that was used is refused, set back an hour`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let first = house.code
        #expect(try await enter(first, house))
        house.wait(.hours(1))
        let second = house.code
        #expect(try await enter(second, house))
        house.wait(.hours(-1))
        for code in [first, second] { #expect(try await !enter(code, house)) }
        #expect(try await enter(PeopleHouse.recovery.text, house))
        house.wait(.hours(1) + .seconds(60))
        #expect(try await enter(house.code, house))
    }

    @Test func `a code of a year ahead locks nobody out when the clock is mended`() async throws {
        let house = try await PeopleHouse.withPasswords()
        house.wait(.days(365))
        let ahead = house.code
        #expect(try await enter(ahead, house))
        #expect(try await !enter(ahead, house))
        house.wait(.days(-365) + .minutes(5))
        let mended = house.code
        #expect(try await enter(mended, house))
        #expect(try await !enter(mended, house))
        #expect(try await !enter(ahead, house))
    }

    // MARK: Guessing

    @Test(arguments: [Duration.hours(1), .days(365)])
    func `who guessed waits no longer than ever, and gains one guess`(span: Duration) async throws {
        let house = try await PeopleHouse.withPasswords()
        house.wait(span)
        for _ in 0..<5 { _ = try await house.browser().signIn("aylin@example.org", "geraden woord") }
        #expect(try await house.browser().signIn("aylin@example.org").status == .tooManyRequests)
        house.wait(.zero - span)
        #expect(try await house.browser().signIn("aylin@example.org", "geraden woord").status == .badRequest)
        #expect(try await house.browser().signIn("aylin@example.org", "geraden woord").status == .tooManyRequests)
        house.wait(.minutes(1))
        #expect(try await house.browser().signIn("aylin@example.org").status == .seeOther)
    }

    // MARK: Devices and sessions

    @Test func `a device that was found past its month is remembered no more`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        let token = await phone.cookies["device"]
        house.wait(RememberedDevice.term + .minutes(10))
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
        house.wait(.hours(-1))
        await phone.set("device", token)
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
    }

    @Test func `a device remembered a year ahead is not remembered for a year`() async throws {
        let house = try await PeopleHouse.withPasswords()
        house.wait(.days(365))
        let phone = try await house.aylin(remember: true)
        house.wait(.days(-365))
        #expect(try await !phone.isSignedIn)
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
        #expect(try await phone.signIn("aylin@example.org", remember: true).location == "/")
        house.wait(.days(2))
        #expect(try await phone.post("/sign-in/remembered", "").location == "/")
    }

    @Test func `a copied token gains no hour`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        let copied = await phone.cookies["device"]
        house.wait(.hours(2))
        #expect(try await phone.post("/sign-in/remembered", "").location == "/")
        house.wait(.hours(-1))
        let thief = house.browser()
        await thief.set("device", copied)
        #expect(try await thief.post("/sign-in/remembered", "").location == "/sign-in")
    }

    @Test func `a session that was found over stays so, and one of a year ahead ends`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let (asleep, awake) = (try await house.aylin(), try await house.aylin())
        house.wait(.days(365))
        #expect(try await !asleep.isSignedIn)
        let ahead = try await house.aylin()
        #expect(try await ahead.isSignedIn)
        house.wait(.days(-365))
        #expect(try await !asleep.isSignedIn)
        #expect(try await !ahead.isSignedIn)
        // Nobody looked at this one meanwhile.
        #expect(try await awake.isSignedIn)
        house.wait(.hours(-1))
        #expect(try await awake.isSignedIn)
        #expect(try await house.aylin().isSignedIn)
    }

    @Test func `what is asked before a change is asked again, set back an hour`() {
        let now = PeopleHouse.start
        let session = Session(digest: "x", account: PeopleHouse.aylin, kind: .familyMember, at: now)
        #expect(session.isFresh(at: now) && session.isFresh(at: now + .minutes(9)))
        #expect(!session.isFresh(at: now - .hours(1)) && !session.isFresh(at: now + .minutes(10)))
    }
}
