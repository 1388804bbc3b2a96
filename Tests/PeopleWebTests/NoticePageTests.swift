// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `The page about mail` {
    private static let page = "/account/notices"

    private func signedIn(_ house: PeopleHouse) async throws -> Browser<some HTTPResponder<Visit>> {
        let browser = house.browser()
        _ = try await browser.post("/demo/sessions", "person=aylin")
        return browser
    }

    private func send(
        _ browser: Browser<some HTTPResponder<Visit>>, _ path: String, _ fields: String = ""
    ) async throws -> Answer {
        let token = try #require(try await browser.get(Self.page).token)
        return try await browser.post(Self.page + path, "token=\(token.encoded)&" + fields)
    }

    private func digits(_ house: PeopleHouse) async throws -> String {
        let vault = house.installation.vault
        let account: ID<Account> = IDSource { (0, 0) }.next(at: PeopleHouse.start)
        let kept = try await house.installation.database.read { try $0.noticeCode(of: account, vault) }
        return try #require(kept).code.digits
    }

    @Test func `is for who is signed in`() async throws {
        let browser = try await PeopleHouse().browser()
        #expect(try await browser.get(Self.page).status == .seeOther)
        #expect(try await browser.post(Self.page + "/end", "").status == .seeOther)
    }

    @Test func `turns mail on after the code, and off with one button`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        let first = try await browser.get(Self.page)
        #expect(first.text.contains("Wil je een mail krijgen?") && !first.text.contains("De code uit de mail"))
        let asked = try await send(browser, "/codes", "address=aylin%40post.example&own=yes")
        #expect(asked.location == Self.page)
        let waiting = try await browser.get(Self.page)
        #expect(waiting.text.contains("De code uit de mail") && waiting.text.contains("aylin@post.example"))
        #expect(!waiting.text.contains("Mail staat aan"))
        let code = try await digits(house)
        #expect(!waiting.text.contains(code))
        #expect(try await send(browser, "/address", "code=\(code)").location == Self.page)
        // Pressed twice.
        #expect(try await send(browser, "/address", "code=\(code)").location == Self.page)
        let on = try await browser.get(Self.page)
        #expect(on.text.contains("Mail staat aan") && !on.text.contains("De code uit de mail"))
        #expect(try await send(browser, "/end").location == Self.page)
        let off = try await browser.get(Self.page)
        #expect(!off.text.contains("Mail staat aan") && !off.text.contains("aylin@post.example"))
    }

    @Test(arguments: [
        ("", "Vul je mailadres in."), ("address=aylin&own=yes", "Dit is geen mailadres."),
        ("address=aylin%40post.example", "Zet alleen mail aan als jij die als enige leest."),
        ("address=a%40b.example%0d%0aBcc%3ax%40y.example&own=yes", "Dit is geen mailadres."),
    ])
    func `says what is missing and keeps what was typed`(fields: String, error: String) async throws {
        let browser = try await signedIn(PeopleHouse())
        let answer = try await send(browser, "/codes", fields)
        #expect(answer.status == .badRequest && answer.text.contains(error))
        #expect(!fields.hasPrefix("address=aylin&") || answer.text.contains("value=\"aylin\""))
    }

    @Test func `takes three wrong codes, and none after an hour`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        _ = try await send(browser, "/codes", "address=aylin%40post.example&own=yes")
        for error in ["nog 2 keer", "nog één keer", "Vraag een nieuwe"] {
            let answer = try await send(browser, "/address", "code=x")
            #expect(answer.status == .badRequest && answer.text.contains(error))
        }
        #expect(try await send(browser, "/address", "code=\(digits(house))").status == .badRequest)
        house.wait(.minutes(3))
        _ = try await send(browser, "/codes", "address=aylin%40post.example&own=yes")
        house.wait(.minutes(59))
        _ = try await browser.get(Self.page)
        house.wait(.minutes(1))
        #expect(try await send(browser, "/address", "code=\(digits(house))").status == .badRequest)
        #expect(try await !browser.get(Self.page).text.contains("Mail staat aan"))
    }

    @Test func `sends five codes a day`() async throws {
        let browser = try await signedIn(PeopleHouse())
        for place in 1...5 {
            #expect(try await send(browser, "/codes", "address=a\(place)%40post.example&own=yes").status == .seeOther)
        }
        let answer = try await send(browser, "/codes", "address=a6%40post.example&own=yes")
        #expect(answer.status == .badRequest && answer.text.contains("vijf codes"))
    }

    @Test func `says so where no mail goes out`() async throws {
        let browser = try await signedIn(PeopleHouse(sendsMail: false))
        let page = try await browser.get(Self.page)
        #expect(page.text.contains("Hier gaat geen mail uit") && !page.text.contains("name=\"address\""))
        let token = try #require(page.token)
        let answer = try await browser.post(
            Self.page + "/codes", "token=\(token.encoded)&address=aylin%40post.example&own=yes")
        #expect(answer.status == .notFound)
    }

    @Test func `tells when an address was refused`() async throws {
        let house = try await PeopleHouse()
        let browser = try await signedIn(house)
        _ = try await send(browser, "/codes", "address=weg%40post.example&own=yes")
        try await house.refuseMail()
        #expect(try await browser.get(Self.page).text.contains("De mail kwam niet aan"))
    }

    @Test func `has the same in English`() async throws {
        let browser = try await signedIn(PeopleHouse())
        await browser.set("language", "en")
        let answer = try await send(browser, "/codes", "address=x")
        #expect(answer.text.contains("This is no mail address") && answer.text.contains("Only I read this mail"))
    }
}
