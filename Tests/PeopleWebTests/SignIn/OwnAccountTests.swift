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

@Suite struct `One's own account` {
    @Test func `shows where one is signed in, and ends one of them`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin()
        house.wait(.minutes(5))
        let desk = try await house.aylin()
        let page = try await desk.get("/account")
        #expect(page.text.contains("dit apparaat"))
        #expect(page.shown.contains("onbekend apparaat, met je wachtwoord"))
        let digest = try #require(page.text.firstMatch(of: /name="session" value="([0-9a-f]{64})"/)).1
        #expect(
            try await desk.act("/account/sessions/end", ["session": String(digest)]).location == "/account?done=ended")
        #expect(house.ended == [String(digest)])
        #expect(try await !phone.isSignedIn)
        #expect(try await desk.isSignedIn)
    }

    @Test func `ends no session of another`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let marieke = try await house.marieke()
        let cookie = try #require(await marieke.cookies["session"].flatMap { SessionToken(cookie: $0) })
        let digest = house.installation.vault.digest(of: cookie)
        let aylin = try await house.aylin()
        _ = try await aylin.act("/account/sessions/end", ["session": digest])
        #expect(try await marieke.isSignedIn)
        #expect(house.ended == [])
    }

    @Test func `ends all others, and forgets devices`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        let desk = try await house.aylin()
        _ = try await desk.act("/account/sessions/end-others")
        #expect(house.ended.count == 1)
        #expect(try await !phone.isSignedIn)
        #expect(try await phone.post("/sign-in/remembered", "").location == "/sign-in")
        #expect(try await desk.isSignedIn)
    }

    @Test func `forgets one device, with what began on it`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin(remember: true)
        let desk = try await house.aylin()
        let device = try #require(try await desk.get("/account").field("device"))
        _ = try await desk.act("/account/devices/end", ["device": device])
        #expect(house.ended.count == 1)
        #expect(try await !phone.isSignedIn)
    }

    @Test func `changes its password by showing the present one, and signs out elsewhere`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let phone = try await house.aylin()
        let desk = try await house.aylin()
        func change(_ present: String, _ new: String) async throws -> Answer {
            try await desk.act(
                "/account/password", from: "/account/password", ["password": present, "new-password": new])
        }
        #expect(try await change("fout fout fout", "een nieuw wachtwoord").status == .badRequest)
        #expect(try await change(PeopleHouse.password, "kort").text.contains("minstens 10 tekens"))
        #expect(try await change(PeopleHouse.password, "aylin@example.org").text.contains("dan je inlognaam"))
        #expect(try await phone.isSignedIn)
        #expect(try await change(PeopleHouse.password, "een nieuw wachtwoord").location == "/account?done=password")
        #expect(try await !phone.isSignedIn)
        #expect(try await desk.isSignedIn)
        #expect(house.ended.count == 1)
        #expect(try await house.browser().signIn("aylin@example.org").status == .badRequest)
        #expect(try await house.browser().signIn("aylin@example.org", "een nieuw wachtwoord").status == .seeOther)
    }

    @Test func `keeps who holds an open browser from changing its second factor`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = try await house.marieke()
        house.wait(.minutes(11))
        for path in ["/account/second-factor/secrets", "/account/recovery-codes"] {
            let page = path == "/account/recovery-codes" ? path : "/account/second-factor"
            let answer = try await browser.act(path, from: page, ["password": "fout fout fout"])
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("Dit is niet je wachtwoord van nu."))
            let shown = try await browser.act(path, from: page, ["password": PeopleHouse.password])
            #expect(shown.status == .ok)
        }
        for _ in 0..<5 {
            _ = try await browser.act(
                "/account/recovery-codes", from: "/account/recovery-codes", ["password": "fout fout"])
        }
        let waits = try await browser.act(
            "/account/recovery-codes", from: "/account/recovery-codes", ["password": PeopleHouse.password])
        #expect(waits.status == .tooManyRequests)
    }

    @Test func `keeps its language`() async throws {
        let browser = try await PeopleHouse.withPasswords().aylin()
        _ = try await browser.act("/account/language", ["language": "en"])
        #expect(try await browser.get("/account").text.contains("You are signed in as Aylin Yildiz."))
        #expect(try await browser.act("/account/language", ["language": "xx"]).status == .badRequest)
    }

    @Test func `is not for who is not signed in`() async throws {
        let browser = try await PeopleHouse.withPasswords().browser()
        for path in [
            "/account", "/account/password", "/account/second-factor", "/account/recovery-codes",
            "/account/organisation",
        ] {
            #expect(try await browser.get(path).location?.hasPrefix("/sign-in?back=") == true, "\(path)")
        }
        let acts = [
            "sessions/end", "sessions/end-others", "devices/end", "language", "password", "second-factor",
            "second-factor/secrets", "recovery-codes", "organisation",
        ]
        for act in acts { #expect(try await browser.post("/account/\(act)", "x=y").location == "/sign-in", "\(act)") }
    }

    @Test func `typed too late keeps no password`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = try await house.aylin()
        let token = try #require(try await browser.get("/account/password").token)
        house.wait(.hours(2))
        let typed = form(["password": "geheim van nu", "new-password": "geheim van straks", "name": "Aylin"])
        #expect(try await browser.post("/account/password", "token=\(token.encoded)&" + typed).status == .seeOther)
        let key = try #require(await browser.cookies["typed"].flatMap { SessionToken(cookie: $0) })
        let (vault, now) = (house.installation.vault, house.now)
        let kept = try await house.installation.database.write {
            try $0.takeKeptText(of: PeopleHouse.aylin, on: "/account", under: key, at: now, vault)
        }
        #expect(kept?.fields == "name=Aylin")
    }
}

@Suite struct `Who works for two organisations` {
    private static func make() async throws -> PeopleHouse {
        let house = try await PeopleHouse.withPasswords()
        try await house.installation.database.write { connection in
            for (number, name) in [(1, "Buurtteam Zuilen"), (2, "Het Anker"), (3, "De Luwte")] {
                let id = IDSource { (1, UInt64(number)) }.next(at: PeopleHouse.start, Organisation.self)
                try connection.add(Organisation(id: id, kind: .careProvider, name: name))
                guard number < 3 else { continue }
                try connection.add(
                    Professional(
                        id: ID(as: id), account: PeopleHouse.marieke, organisation: id, function: .familyWorker,
                        title: "Gezinswerker", period: Period(from: "2026-01-01")))
            }
        }
        return house
    }

    @Test func `chooses for which one after signing in, and can choose anew`() async throws {
        let house = try await Self.make()
        let browser = house.browser()
        _ = try await browser.signIn("marieke", back: "/notes/1")
        let entered = try await browser.post("/sign-in/code", form(["code": house.code, "back": "/notes/1"]))
        #expect(entered.location == "/account/organisation?back=%2Fnotes%2F1")
        let page = try await browser.get("/account/organisation?back=%2Fnotes%2F1")
        #expect(page.fields("organisation").isEmpty == false)
        #expect(!page.text.contains("De Luwte"))
        let ids = page.text.matches(of: /value="([0-9a-f-]{36})"/).map { String($0.1) }
        let chosen = try await browser.act(
            "/account/organisation", from: "/account/organisation", ["organisation": ids[1], "back": "/notes/1"])
        #expect(chosen.location == "/notes/1")
        #expect(try await browser.get("/notes/1").shown.contains("Marieke Postma, Het Anker"))
        _ = try await browser.act("/account/organisation", from: "/account/organisation", ["organisation": ids[0]])
        #expect(try await browser.get("/account").shown.contains("Je werkt nu voor Buurtteam Zuilen."))
    }

    @Test func `can't choose one that isn't theirs, or none`() async throws {
        let house = try await Self.make()
        let browser = house.browser()
        _ = try await browser.signIn("marieke")
        _ = try await browser.post("/sign-in/code", form(["code": house.code]))
        let other = IDSource { (1, 3) }.next(at: PeopleHouse.start, Organisation.self).text
        let page = "/account/organisation"
        #expect(try await browser.act(page, from: page, ["organisation": other]).status == .notFound)
        #expect(try await browser.act(page, from: page).status == .badRequest)
        let aylin = try await house.aylin()
        #expect(try await aylin.get(page).status == .notFound)
    }
}
