// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `Signing in with a passkey` {
    /// A house in which Aylin joined with a device.
    private static func joined(_ device: (inout SoftDevice) -> Void = { _ in }) async throws -> (
        PeopleHouse, SoftDevice
    ) {
        let house = try await PeopleHouse()
        var own = house.device()
        device(&own)
        #expect(try await house.browser().join(try await house.card(), with: own).location == "/")
        return (house, own)
    }

    @Test(arguments: [true, false])
    func `lets its owner in, and leads back`(isP256: Bool) async throws {
        let (house, device) = try await Self.joined {
            if !isP256 { $0.key = .ed25519(Curve25519.Signing.PrivateKey()) }
        }
        let browser = house.browser()
        #expect(try await browser.enter(device, back: "/notes/1").location == "/notes/1")
        #expect(try await browser.get("/account").text.contains("Aylin Yildiz"))
        #expect(try await house.passkeys().first?.usedAt == house.now)
    }

    private static let wrong: [(String, @Sendable (inout SoftDevice) -> Void)] = [
        ("another site's passkey", { $0.host = "elders.example" }),
        ("asked by another site", { $0.origin = "http://localhost.elders.example" }),
        ("asked at another port", { $0.origin = "http://localhost:9090" }),
        ("asked to make one", { $0.type = "webauthn.create" }),
        ("nobody present", { $0.flags = 0x04 }),
        ("owner not verified", { $0.flags = 0x01 }),
        ("counter not going up", { $0.counter = 5 }),
        ("counter going back", { $0.counter = 4 }),
        ("unknown passkey", { $0.credential = [1, 2, 3] }),
        ("another key", { $0.key = .p256(P256.Signing.PrivateKey()) }),
        ("another person's handle", { $0.handle = Array("somebody else".utf8) }),
        ("no handle", { $0.handle = [] }),
    ]

    @Test(arguments: wrong)
    func `keeps out whatever is not right, in the same words`(
        _: String, change: @Sendable (inout SoftDevice) -> Void
    ) async throws {
        let (house, device) = try await Self.joined { $0.counter = 5 }
        var other = device
        other.counter = 6
        change(&other)
        let browser = house.browser()
        let answer = try await browser.enter(other)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("Inloggen lukte niet"))
        #expect(await browser.cookies["session"] == nil)
        var good = device
        good.counter = 7
        #expect(try await browser.enter(good).location == "/account")
    }

    @Test func `takes an answer once, in the browser that was asked, within five minutes`() async throws {
        let (house, device) = try await Self.joined()
        let browser = house.browser()
        let answer = "answer=\(try device.used(try await browser.asked(on: "/sign-in").question).formEncoded)"
        let asked = await browser.cookies["asked"]
        #expect(try await house.browser().post("/sign-in/passkeys", answer).status == .badRequest)
        let thief = house.browser()
        _ = try await thief.get("/sign-in")
        #expect(try await thief.post("/sign-in/passkeys", answer).status == .badRequest)
        #expect(try await browser.post("/sign-in/passkeys", answer).status == .seeOther)
        await thief.set("asked", asked)
        #expect(try await thief.post("/sign-in/passkeys", answer).status == .badRequest)
        let slow = house.browser()
        let late = "answer=\(try device.used(try await slow.asked(on: "/sign-in").question).formEncoded)"
        house.wait(.minutes(5))
        #expect(try await slow.post("/sign-in/passkeys", late).status == .badRequest)
    }

    @Test(arguments: [
        "", "{}", "[]", "null", "{\"id\":\"zz\",\"request\":\"\",\"statement\":\"\"}",
        "{\"id\":\"07\",\"request\":\"7b7d\",\"statement\":\"00\"}", String(repeating: "a", count: 40_000),
    ])
    func `is not confused by what no device says`(field: String) async throws {
        let browser = try await PeopleHouse().browser()
        _ = try await browser.get("/sign-in")
        let answer = try await browser.post("/sign-in/passkeys", "answer=\(field.formEncoded)")
        #expect([.badRequest, .contentTooLarge].contains(answer.status))
    }

    @Test func `is never slowed by who guesses passwords`() async throws {
        let (house, device) = try await Self.joined()
        let guesser = house.browser()
        for _ in 0..<40 { _ = try await guesser.post("/sign-in", "name=aylin&password=geraden+woord") }
        #expect(try await guesser.post("/sign-in", "name=aylin&password=x").status == .tooManyRequests)
        #expect(try await house.browser().enter(device).location == "/account")
    }

    @Test func `is not offered where the installation has no address`() async throws {
        let page = try await PeopleHouse(address: nil).browser().get("/sign-in")
        #expect(page.status == .ok)
        #expect(!page.text.contains("data-passkey"))
    }
}

@Suite struct `A passkey that is made` {
    private static let wrong: [(String, @Sendable (inout SoftDevice) -> Void)] = [
        ("for another site", { $0.host = "elders.example" }),
        ("asked by another site", { $0.origin = "https://elders.example" }),
        ("without its owner", { $0.flags = 0x01 }),
        ("used instead", { $0.type = "webauthn.get" }),
        ("called too long a name", { $0.credential = [UInt8](repeating: 1, count: 1_024) }),
    ]

    @Test(arguments: wrong)
    func `otherwise than we asked is not kept, and the card stays good`(
        _: String, change: @Sendable (inout SoftDevice) -> Void
    ) async throws {
        let house = try await PeopleHouse()
        let card = try await house.card()
        var device = house.device()
        change(&device)
        let browser = house.browser()
        let answer = try await browser.join(card, with: device)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("De passkey is niet gemaakt"))
        #expect(try await house.passkeys().isEmpty)
        #expect(try await browser.join(card, with: house.device()).location == "/")
    }

    @Test func `by the device of another is not kept twice`() async throws {
        let house = try await PeopleHouse()
        let device = house.device()
        try await house.browser().join(try await house.card(), with: device)
        let answer = try await house.browser().join(try await house.card(for: PeopleHouse.marieke), with: device)
        #expect(answer.status == .badRequest)
        #expect(try await house.passkeys().count == 1)
    }
}
