// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import Testing

@Suite struct `An administrator of one organisation` {
    /// The town with an administrator of Het Anker alone, as appointed by Ravi.
    private func appointed() async throws -> (web: WebTown, browser: TownBrowser, account: ID<Account>) {
        let web = try await WebTown()
        let ravi = try await web.browser(of: "ravi")
        let path = "/organisations/\(try web.filled.organisation("het-anker"))/administrators"
        let open = try await OpenForm(ravi, path)
        #expect(try await ravi.post(path, open.body(["name": " "])).status == .badRequest)
        let body = open.body(["name": "Bea Invented"])
        #expect(try await ravi.post(path, body).text.contains("handed__code"))
        #expect(try await ravi.post(path, body).location == path)
        let place = try web.filled.organisation("het-anker")
        let vault = web.vault
        let all = try await web.database.read { try $0.administrators(of: place, vault) }
        #expect(all.map(\.profile.name) == ["Bea Invented"])
        let account = try #require(all.first).id
        return (web, try await web.browser(ofAdministrator: account), account)
    }

    private func person(_ slug: String, at organisation: String, _ web: WebTown) throws -> String {
        "/organisations/\(try web.filled.organisation(organisation))/people/\(try #require(web.filled.professionals[slug]))"
    }

    @Test func `finds its own people, and invites and ends them`() async throws {
        let (web, bea, _) = try await appointed()
        let own = "/organisations/\(try web.filled.organisation("het-anker"))"
        #expect(try await bea.get("/organisations").location == own)
        let page = try await bea.get(own)
        #expect(page.shown.contains("Priya Ramdin") && !page.shown.contains("Marieke"))
        let priya = try person("priya", at: "het-anker", web)
        let token = try #require(try await bea.get(priya).token)
        #expect(try await bea.post(priya + "/cards", form(["token": token])).status == .ok)
        #expect(try await bea.post(priya + "/work/end", form(["token": token])).location == own)
        let therapist = try await web.browser(of: try web.filled.account("priya"))
        #expect(try await therapist.get(try web.circle("de-wit-yildiz")).status == .notFound)
    }

    @Test func `finds nothing of another organisation, of the installation, or of a family`() async throws {
        let (web, bea, _) = try await appointed()
        let other = "/organisations/\(try web.filled.organisation("gebiedsteam"))"
        let own = "/organisations/\(try web.filled.organisation("het-anker"))"
        let marieke = try person("marieke", at: "gebiedsteam", web)
        // Under the address of its own organisation somebody of another is not there either.
        let crossed = own + "/people/\(try #require(web.filled.professionals["marieke"]))"
        for path in [
            other, other + "/people/new", marieke, crossed, other + "/administrators", own + "/administrators",
            try web.circle("de-wit-yildiz"), "/today", "/access-log", "/grounds",
        ] {
            #expect(try await bea.get(path).status == .notFound, "\(path)")
        }
        let token = try #require(try await bea.get("/account").token)
        let acts = [marieke, crossed].flatMap { person in
            ["cards", "sessions/end", "ways-in/end", "work/end"].map { person + "/" + $0 }
        }
        for path in acts + [
            "/organisations", "/grounds", "/grounds/end", other + "/people", other + "/administrators",
            own + "/administrators",
        ] {
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "name": "X", "title": "y",
                "function": "teacher", "kind": "school", "ground": "required", "from": "2027-01-01",
                "ended": "required.2015-01-01", "last": "2027-01-01",
            ])
            #expect(try await bea.post(path, body).status == .notFound, "\(path)")
        }
    }

    @Test func `opens no account with which somebody works elsewhere, too`() async throws {
        let (web, bea, _) = try await appointed()
        try await web.employ("priya", at: "de-schakel")
        let priya = try person("priya", at: "het-anker", web)
        let page = try await bea.get(priya)
        #expect(page.status == .ok && !page.text.contains("/cards\""))
        let token = try #require(page.token)
        for act in ["/cards", "/sessions/end", "/ways-in/end"] {
            #expect(try await bea.post(priya + act, form(["token": token])).status == .notFound, "\(act)")
        }
        // Her work here still ends here, and her other work does not.
        #expect(try await bea.post(priya + "/work/end", form(["token": token])).status == .seeOther)
        let (account, today) = (try web.filled.account("priya"), WebTown.today)
        let left = try await web.database.read { try $0.workplaces(of: account, on: today) }
        #expect(left == [try web.filled.organisation("de-schakel")])
    }

    @Test func `is dismissed by who appointed it, and gets in nowhere`() async throws {
        let (web, bea, account) = try await appointed()
        let ravi = try await web.browser(of: "ravi")
        let path = "/organisations/\(try web.filled.organisation("het-anker"))/administrators"
        let token = try #require(try await ravi.get(path).token)
        #expect(try await ravi.post(path + "/\(account)/end", form(["token": token])).location == path)
        #expect(try await bea.get("/organisations").status == .seeOther)
        let again = try await web.browser(ofAdministrator: account)
        #expect(try await again.get("/organisations").status == .notFound)
        #expect(try await ravi.post(path + "/\(account)/end", form(["token": token])).status == .notFound)
    }
}

extension WebTown {
    /// A browser where an administrator is signed in.
    fileprivate func browser(ofAdministrator account: ID<Account>) async throws -> TownBrowser {
        let token = SessionToken(from: .unguessable)
        let (vault, now) = (vault, clock.now)
        try await database.write { connection in
            try connection.start(
                Session(digest: vault.digest(of: token), account: account, kind: .administrator, at: now))
        }
        let browser = browser()
        await browser.set("session", token.cookie)
        return browser
    }
}
