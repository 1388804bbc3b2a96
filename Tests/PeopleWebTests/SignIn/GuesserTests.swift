// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `A guesser` {
    /// Guesses until it has to wait.
    private func guess(_ house: PeopleHouse, _ name: String) async throws -> Answer {
        for _ in 0..<5 {
            let answer = try await house.browser().signIn(name, "geraden woord")
            guard answer.status == .badRequest else { return answer }
        }
        return try await house.browser().signIn(name, "geraden woord")
    }

    @Test func `waits after five times, and can't tell whether there is such an account`() async throws {
        let house = try await PeopleHouse.withPasswords()
        var answers: Set<String> = []
        for name in ["aylin@example.org", "nobody@example.org"] {
            let answer = try await guess(house, name)
            #expect(answer.status == .tooManyRequests)
            #expect(answer["retry-after"] == "30")
            answers.insert(answer.withoutQuestion.replacing(name, with: ""))
            let computed = house.installation.passwords.computed
            #expect(try await house.browser().signIn(name).status == .tooManyRequests)
            #expect(house.installation.passwords.computed == computed)
        }
        #expect(answers.count == 1)
        #expect(answers.first?.contains("over 1 minuut nog eens") == true)
    }

    @Test func `who sends a hundred at once gains nothing`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let before = house.installation.passwords.computed
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask { _ = try await house.browser().signIn("aylin@example.org", "geraden \(number) keer") }
            }
            try await group.waitForAll()
        }
        #expect(house.installation.passwords.computed - before == 5)
    }

    @Test func `does not lock out a mother whose phone is remembered`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        house.wait(.hours(2))
        #expect(try await guess(house, "aylin@example.org").status == .tooManyRequests)
        #expect(try await house.browser().signIn("aylin@example.org").status == .tooManyRequests)
        #expect(try await phone.signIn("aylin@example.org").status == .seeOther)
        house.wait(.hours(2))
        _ = try await guess(house, "aylin@example.org")
        #expect(try await phone.post("/sign-in/remembered", "back=/notes/1").location == "/notes/1")
        #expect(try await phone.isSignedIn)
    }

    @Test func `who tries one password at many names waits after thirty, and keeps no phone out`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        house.wait(.hours(2))
        for number in 0..<30 {
            #expect(try await house.browser().signIn("name \(number)", "zomer in utrecht").status == .badRequest)
        }
        #expect(try await house.browser().signIn("name 30", "zomer in utrecht").status == .tooManyRequests)
        #expect(try await house.browser().signIn("aylin@example.org").status == .tooManyRequests)
        #expect(try await phone.signIn("aylin@example.org").status == .seeOther)
        house.wait(.seconds(31))
        #expect(try await house.browser().signIn("aylin@example.org").status == .seeOther)
    }

    @Test func `is no longer in the way of its owner after the wait`() async throws {
        let house = try await PeopleHouse.withPasswords()
        _ = try await guess(house, "aylin@example.org")
        house.wait(.seconds(31))
        #expect(try await house.browser().signIn("aylin@example.org").status == .seeOther)
        #expect(try await house.browser().signIn("aylin@example.org", "geraden woord").status == .badRequest)
    }

    @Test func `with a remembered device of their own gains nothing on another's account`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let own = try await house.aylin(remember: true)
        house.wait(.hours(2))
        for _ in 0..<5 { #expect(try await own.signIn("marieke", "geraden woord").status == .badRequest) }
        #expect(try await own.signIn("marieke", "geraden woord").status == .tooManyRequests)
    }
}

@Suite struct `A phone to remember` {
    @Test func `comes in with one button for a month, and gets another token each time`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        for _ in 0..<2 {
            house.wait(.days(10))
            #expect(try await !phone.isSignedIn)
            let door = try await phone.get("/sign-in?back=/notes/1")
            #expect(door.text.contains("Dit apparaat is onthouden"))
            #expect(!door.text.contains("Aylin"))
            let before = await phone.cookies["device"]
            #expect(try await phone.post("/sign-in/remembered", "back=/notes/1").location == "/notes/1")
            #expect(try await phone.isSignedIn)
            #expect(await phone.cookies["device"] != before)
        }
        house.wait(.days(10))
        #expect(try await !phone.get("/sign-in").text.contains("Dit apparaat is onthouden"))
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
        #expect(await phone.cookies["device"] == nil)
        #expect(try await !phone.isSignedIn)
    }

    @Test func `is not remembered unless asked, nor for a professional`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let desk = try await house.aylin()
        #expect(await desk.cookies["device"] == nil)
        let browser = house.browser()
        #expect(try await browser.signIn("marieke", remember: true).location == "/sign-in/code?remember=yes")
        #expect(try await browser.post("/sign-in/code", form(["code": house.code, "remember": "yes"])).location == "/")
        #expect(await browser.cookies["device"] == nil)
        #expect(!(try await browser.get("/sign-in").text.contains("value=\"yes\" checked")))
    }

    @Test func `whose token was copied is forgotten for both`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        let copied = await phone.cookies["device"]
        house.wait(.hours(2))
        #expect(try await phone.post("/sign-in/remembered", "").location == "/")
        house.wait(.hours(2))
        let thief = house.browser()
        await thief.set("device", copied)
        #expect(try await thief.post("/sign-in/remembered", "").location == "/sign-in")
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
    }
}
