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

@Suite struct `Signing in` {
    @Test func `is asked for, and leads back`() async throws {
        let browser = try await PeopleHouse().browser()
        let asked = try await browser.get("/notes/1")
        #expect(asked.status == .seeOther)
        #expect(asked.location == "/sign-in?back=%2Fnotes%2F1")
        let door = try await browser.get("/sign-in?back=%2Fnotes%2F1")
        #expect(door.text.contains("href=\"/demo?back=%2Fnotes%2F1\""))
        let people = try await browser.get("/demo?back=%2Fnotes%2F1")
        #expect(people.field("back") == "/notes/1")
        let entered = try await browser.post("/demo/sessions", "person=aylin&back=/notes/1")
        #expect(entered.location == "/notes/1")
        #expect(try await browser.get("/notes/1").text.contains("Aylin Yildiz"))
    }

    @Test(arguments: ["https://elders.example/", "//elders.example", "/\\elders.example", "javascript:alert(1)"])
    func `does not lead to another site`(back: String) async throws {
        let browser = try await PeopleHouse().browser()
        #expect(try await browser.post("/demo/sessions", "person=aylin&back=\(back)").location == "/")
    }

    @Test func `lists the town's people with their place, escaped`() async throws {
        let page = try await PeopleHouse().browser().get("/demo")
        #expect(page.status == .ok)
        #expect(page.text.contains("Marieke Postma"))
        #expect(page.text.contains("Moeder van &lt;Noor&gt;"))
        #expect(page.text.contains("type=\"submit\" name=\"person\" value=\"aylin\""))
    }

    @Test func `is not possible as somebody who isn't there`() async throws {
        let browser = try await PeopleHouse().browser()
        #expect(try await browser.post("/demo/sessions", "person=nobody").status == .notFound)
        #expect(await browser.cookies["session"] == nil)
    }

    @Test func `by a click is there in demo mode only`() async throws {
        let browser = try await PeopleHouse(isDemo: false).browser()
        #expect(try await browser.get("/demo").status == .notFound)
        #expect(try await browser.post("/demo/sessions", "person=aylin").status == .notFound)
        let door = try await browser.get("/sign-in")
        #expect(!door.text.contains("/demo"))
        #expect(door.text.contains("Werk je met gezinnen?"))
    }

    @Test func `is not done by another site`() async throws {
        let browser = try await PeopleHouse().browser()
        let answer = try await browser.post("/demo/sessions", "person=aylin", site: "cross-site")
        #expect(answer.status == .forbidden)
        #expect(await browser.cookies["session"] == nil)
    }

    @Test func `as another ends the session before`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=aylin")
        let before = await browser.cookies["session"]
        let token = try #require(try await browser.get("/demo").token)
        _ = try await browser.post("/demo/sessions", "person=marieke&token=\(token.encoded)")
        #expect(try await browser.get("/account").text.contains("Marieke Postma"))
        await browser.set("session", before)
        #expect(try await browser.get("/account").status == .seeOther)
    }
}

@Suite struct `A session in a browser` {
    @Test func `ends by signing out, also for who kept its cookie`() async throws {
        let browser = try await PeopleHouse().browser()
        _ = try await browser.post("/demo/sessions", "person=aylin")
        let cookie = await browser.cookies["session"]
        let page = try await browser.get("/account")
        #expect(page.text.contains("Je bent ingelogd als Aylin Yildiz."))
        let token = try #require(page.token)
        let answer = try await browser.post("/session/end", "token=\(token.encoded)")
        #expect(answer.location == "/sign-in")
        #expect(await browser.cookies["session"] == nil)
        await browser.set("session", cookie)
        #expect(try await browser.get("/account").status == .seeOther)
    }

    @Test func `goes on while it is used, up to twelve hours`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=aylin")
        for _ in 0..<14 {
            house.wait(.minutes(50))
            #expect(try await browser.get("/account").status == .ok)
        }
        house.wait(.minutes(20))
        #expect(try await browser.get("/account").status == .seeOther)
    }

    @Test func `is over after an hour without use`() async throws {
        let house = try await PeopleHouse()
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=aylin")
        house.wait(.minutes(60))
        #expect(try await browser.get("/account").status == .seeOther)
    }

    @Test(arguments: ["x", String(repeating: "0", count: 64), "' OR 1=1"])
    func `is not had by guessing`(cookie: String) async throws {
        let browser = try await PeopleHouse().browser()
        await browser.set("session", cookie)
        #expect(try await browser.get("/account").status == .seeOther)
    }
}

extension String {
    /// As a browser sends it in a form.
    var encoded: String { map { $0 == "+" ? "%2B" : $0 == "/" ? "%2F" : $0 == "=" ? "%3D" : String($0) }.joined() }
}
