// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import TestClient
import Testing

@Suite struct `Signing in by password` {
    @Test func `lets a mother in, and leads back to where she was going`() async throws {
        let browser = try await PeopleHouse.withPasswords().browser()
        let answer = try await browser.signIn(" Aylin@example.ORG", back: "/notes/1")
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/notes/1")
        #expect(try await browser.get("/notes/1").text.contains("Aylin Yildiz"))
        #expect(await browser.cookies["device"] == nil)
    }

    @Test(arguments: ["https://elders.example/", "//elders.example", "/\\elders.example"])
    func `never leads to another site`(back: String) async throws {
        let browser = try await PeopleHouse.withPasswords().browser()
        #expect(try await browser.signIn("aylin@example.org", back: back).location == "/")
    }

    @Test func `is not done by another site`() async throws {
        let browser = try await PeopleHouse.withPasswords().browser()
        let fields = form(["name": "aylin@example.org", "password": PeopleHouse.password])
        #expect(try await browser.post("/sign-in", fields, site: "cross-site").status == .forbidden)
        #expect(await browser.cookies["session"] == nil)
    }

    @Test func `answers alike, after the same work, for a wrong password, an unknown name and no password`()
        async throws
    {
        let house = try await PeopleHouse.withPasswords()
        try await house.installation.database.write { [vault = house.installation.vault] connection in
            let account = Account(id: PeopleHouse.account(9), kind: .familyMember, profile: AccountProfile(name: "Sem"))
            try connection.create(account, vault)
            try connection.setSignInName(try SignInName("sem-yildiz"), for: account.id, vault)
        }
        var pages: Set<String> = []
        for name in ["aylin@example.org", "nobody@example", "sem-yildiz", "a", "x\u{202E}yz"] {
            let before = house.installation.passwords.computed
            let answer = try await house.browser().signIn(name, "fout fout fout")
            #expect(answer.status == .badRequest)
            #expect(house.installation.passwords.computed == before + 1, "\(name)")
            pages.insert(
                answer.withoutQuestion.replacing("value=\"\(name)\"", with: "").replacing("fout fout fout", with: "!"))
        }
        #expect(pages.count == 1)
        #expect(pages.first?.contains("horen niet bij elkaar") == true)
        #expect(pages.first?.contains("!") == true)
    }

    @Test func `keeps the name that was typed, and never the password`() async throws {
        let browser = try await PeopleHouse.withPasswords().browser()
        let answer = try await browser.signIn("<aylin>", "")
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("value=\"&lt;aylin&gt;\""))
        #expect(answer.text.contains("Vul je wachtwoord in."))
        #expect(answer.text.contains("<title>Fout: "))
    }

    @Test func `ends the session before in the same browser`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = try await house.aylin()
        let before = await browser.cookies["session"]
        let token = try #require(try await browser.get("/sign-in").token)
        let fields = form(["name": "aylin@example.org", "password": PeopleHouse.password])
        #expect(try await browser.post("/sign-in", "token=\(token.encoded)&" + fields).status == .seeOther)
        #expect(house.ended.count == 1)
        await browser.set("session", before)
        #expect(try await !browser.isSignedIn)
    }
}

@Suite struct `The second step` {
    @Test func `comes before anything else for who has an app`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = house.browser()
        let answer = try await browser.signIn("marieke", back: "/notes/1")
        #expect(answer.location == "/sign-in/code?back=%2Fnotes%2F1")
        #expect(await browser.cookies["session"] == nil)
        #expect(try await !browser.isSignedIn)
        let page = try await browser.get("/sign-in/code?back=%2Fnotes%2F1")
        #expect(page.field("back") == "/notes/1")
        #expect(!page.text.contains("Marieke"))
        let entered = try await browser.post("/sign-in/code", form(["code": house.code, "back": "/notes/1"]))
        #expect(entered.location == "/notes/1")
        #expect(try await browser.isSignedIn)
        #expect(await browser.cookies["begun"] == nil)
    }

    @Test func `refuses a code that was used before, in another browser too`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let code = house.code
        _ = try await house.marieke()
        let thief = house.browser()
        _ = try await thief.signIn("marieke")
        let answer = try await thief.post("/sign-in/code", form(["code": code]))
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("is al gebruikt"))
        #expect(try await !thief.isSignedIn)
    }

    @Test func `takes a recovery code, once`() async throws {
        let house = try await PeopleHouse.withPasswords()
        for isTaken in [true, false] {
            let browser = house.browser()
            _ = try await browser.signIn("marieke")
            let code = PeopleHouse.recovery.groups.uppercased()
            _ = try await browser.post("/sign-in/code", form(["code": code]))
            #expect(try await browser.isSignedIn == isTaken)
        }
    }

    @Test func `is not there without the first, nor after five minutes`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = house.browser()
        #expect(try await browser.get("/sign-in/code").location == "/sign-in")
        #expect(try await browser.post("/sign-in/code", form(["code": house.code])).location == "/sign-in")
        _ = try await browser.signIn("marieke")
        house.wait(.minutes(5))
        #expect(try await browser.post("/sign-in/code", form(["code": house.code])).location == "/sign-in")
        #expect(try await !browser.isSignedIn)
    }

    @Test func `is guessed at five times, then waits`() async throws {
        let house = try await PeopleHouse.withPasswords()
        let browser = house.browser()
        _ = try await browser.signIn("marieke")
        for _ in 0..<5 {
            #expect(try await browser.post("/sign-in/code", form(["code": "000000"])).status == .badRequest)
        }
        let answer = try await browser.post("/sign-in/code", form(["code": house.code]))
        #expect(answer.status == .tooManyRequests)
        #expect(answer["retry-after"] == "30")
        house.wait(.seconds(30))
        #expect(try await browser.post("/sign-in/code", form(["code": house.code])).location == "/")
    }

    /// Else a password alone would be enough to make a second factor of one's own.
    @Test func `is not set up by who knows a password and lacks the passkey`() async throws {
        let house = try await PeopleHouse.withPasswords(secondFactor: false)
        let vault = house.installation.vault
        let passkey = Passkey(
            id: IDSource { (3, 1) }.next(at: PeopleHouse.start), account: PeopleHouse.marieke, credential: [1, 2, 3],
            publicKey: Passkey.PublicKey(.es256, [4]), counter: 0, label: "Telefoon", madeAt: PeopleHouse.start)
        try await house.installation.database.write { connection in
            try connection.offer(PeopleHouse.totp, to: PeopleHouse.marieke, vault)
            _ = try connection.add(passkey, vault)
        }
        let browser = house.browser()
        #expect(try await browser.signIn("marieke").location == "/account/second-factor")
        let page = try await browser.get("/account/second-factor")
        #expect(page.text.contains("Je hebt al een passkey."))
        #expect(!page.text.contains("Instellen"))
        let token = try #require(page.token).encoded
        #expect(try await browser.post("/account/second-factor/secrets", "token=\(token)").status == .notFound)
        let confirmed = try await browser.post("/account/second-factor", "token=\(token)&code=\(house.code)")
        #expect(confirmed.status == .notFound)
        let end = try await browser.post("/account/passkeys/\(passkey.id)/end", "token=\(token)")
        #expect(end.location == "/account/second-factor")
        #expect(try await !browser.isSignedIn)
    }

    @Test func `must be set up by a professional before she gets anything else`() async throws {
        let house = try await PeopleHouse.withPasswords(secondFactor: false)
        let browser = house.browser()
        #expect(try await browser.signIn("marieke", back: "/notes/1").location == "/account/second-factor")
        for path in [
            "/notes/1", "/account", "/account/password", "/account/recovery-codes", "/", "/account/organisation",
        ] {
            #expect(try await browser.get(path).location == "/account/second-factor", "\(path)")
        }
        let begin = try await browser.get("/account/second-factor")
        #expect(!begin.text.contains("Marieke"))
        let token = try #require(begin.token).encoded
        #expect(try await browser.post("/notes/1/lines", "token=\(token)&text=x").location == "/account/second-factor")
        let secret = try await browser.post("/account/second-factor/secrets", "token=\(token)")
        let groups = try #require(secret.text.firstMatch(of: /[A-Z2-7]{4}( [A-Z2-7]{4}){7}/)).0
        let totp = try #require(TOTP(base32: groups.replacing(" ", with: "")))
        let wrong = try await browser.post("/account/second-factor", "token=\(token)&code=000000")
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains(groups))
        #expect(try await !browser.isSignedIn)
        let code = totp.code(step: TOTP.step(at: house.now))
        let codes = try await browser.post("/account/second-factor", "token=\(token)&code=\(code)")
        #expect(codes.text.matches(of: /<code>[2-9a-z]{5}-[2-9a-z]{5}<\/code>/).count == 10)
        #expect(try await browser.isSignedIn)
    }
}
