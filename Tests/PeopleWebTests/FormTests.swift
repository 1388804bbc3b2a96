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

@Suite struct `A form on a page` {
    private func signedIn(
        _ house: PeopleHouse, _ person: String = "aylin"
    ) async throws -> Browser<some HTTPResponder<Visit>> {
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=\(person)")
        return browser
    }

    @Test func `is taken with its token`() async throws {
        let browser = try await signedIn(PeopleHouse())
        let token = try #require(try await browser.get("/notes/1").token)
        let answer = try await browser.post("/notes/1/lines", "token=\(token.encoded)&text=Hoi+allemaal")
        #expect(answer.text == "<p>Aylin Yildiz: Hoi allemaal</p>")
    }

    @Test(arguments: ["", "token=", "token=x", "token=x.eA%3D%3D", "token=.&token=a"])
    func `is refused without one of ours`(token: String) async throws {
        let browser = try await signedIn(PeopleHouse())
        let answer = try await browser.post("/notes/1/lines", "\(token)&text=Hoi")
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("Deze bladzijde stond te lang open"))
    }

    @Test func `is refused with another's token`() async throws {
        let house = try await PeopleHouse()
        let marieke = try await signedIn(house, "marieke")
        let token = try #require(try await marieke.get("/notes/1").token)
        let aylin = try await signedIn(house)
        #expect(try await aylin.post("/notes/1/lines", "token=\(token.encoded)&text=Hoi").status == .forbidden)
    }

    @Test func `is refused from another site, with whatever token`() async throws {
        let browser = try await signedIn(PeopleHouse())
        let token = try #require(try await browser.get("/notes/1").token)
        let answer = try await browser.post("/notes/1/lines", "token=\(token.encoded)", site: "cross-site")
        #expect(answer.status == .forbidden)
    }

    @Test func `is taken when the same person signed in again since`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        let token = try #require(try await browser.get("/notes/1").token)
        house.wait(.hours(2))
        _ = try await browser.post("/demo/sessions", "person=aylin")
        let answer = try await browser.post("/notes/1/lines", "token=\(token.encoded)&text=Hoi")
        #expect(answer.text == "<p>Aylin Yildiz: Hoi</p>")
    }

    @Test func `whose session is over comes back filled in after signing in`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        let token = try #require(try await browser.get("/notes/1").token)
        house.wait(.hours(2))
        let sent = try await browser.post("/notes/1/lines", "token=\(token.encoded)&text=Een+lang+%3Cverhaal%3E")
        #expect(sent.location == "/sign-in?back=%2Fnotes%2F1")
        _ = try await browser.post("/demo/sessions", "person=aylin&back=/notes/1")
        #expect(try await browser.get("/account").status == .ok)
        let page = try await browser.get("/notes/1")
        #expect(page.text.contains("<textarea name=\"text\">Een lang &lt;verhaal&gt;</textarea>"))
        #expect(await browser.cookies["typed"] == nil)
        #expect(try await browser.get("/notes/1").text.contains("<textarea name=\"text\"></textarea>"))
    }

    @Test func `whose session is over is not filled in for the next one`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        let token = try #require(try await browser.get("/notes/1").token)
        house.wait(.hours(2))
        _ = try await browser.post("/notes/1/lines", "token=\(token.encoded)&text=Over+Marieke")
        _ = try await browser.post("/demo/sessions", "person=marieke")
        #expect(try await browser.get("/notes/1").text.contains("<textarea name=\"text\"></textarea>"))
    }

    @Test func `larger than any of ours is refused`() async throws {
        let browser = try await signedIn(PeopleHouse())
        let text = String(repeating: "a", count: 300_000)
        #expect(try await browser.post("/notes/1/lines", "text=\(text)").status == .contentTooLarge)
    }

    @Test(arguments: ["text=%", "text=%FF", "text=%00"])
    func `that no browser sends is refused`(body: String) async throws {
        let browser = try await signedIn(PeopleHouse())
        #expect(try await browser.post("/notes/1/lines", body).status == .badRequest)
    }
}
