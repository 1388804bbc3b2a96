// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Who does not agree` {
    private static let family = "de-wit-yildiz"
    private static let text = "Marieke belt nooit terug."

    private func path(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/objection" }

    private func send(
        _ web: WebTown, by browser: TownBrowser, about: String = "marieke", kind: String = "complaint",
        text: String = text
    ) async throws -> Answer {
        let open = try await OpenForm(browser, try path(web))
        return try await browser.post(
            try path(web), open.body(["kind": kind, "about": try web.filled.account(about).text, "message": text]))
    }

    private func objection(_ web: WebTown) async throws -> String {
        let family = try web.filled.family(Self.family)
        let id = try await web.database.read { connection in
            try connection.row("SELECT id FROM objection WHERE family_id = \(family) ORDER BY sent_at DESC LIMIT 1") {
                $0.text(0)
            }
        }
        return try web.circle(Self.family) + "/objections/\(try #require(id))"
    }

    @Test(arguments: Engine.all)
    func `is heard by a team lead, and by nobody it is about`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await send(web, by: aylin).status == .seeOther)
        let path = try await objection(web)
        let ruud = try await web.browser(of: try web.filled.account("ruud"))
        #expect(try await ruud.get("/today").text.contains(path))
        let page = try await OpenForm(ruud, path)
        #expect(page.page.shown.contains(Self.text) && page.page.shown.contains("Marieke Postma"))
        for other in ["marieke", "joost", "sem", "sanne", "priya", "truus", "annelies"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(path).status == .notFound, "\(other)")
            #expect(try await !browser.get("/today").text.contains(path), "\(other)")
            #expect(try await !browser.get(try web.circle(Self.family)).shown.contains("wat je stuurde"), "\(other)")
            let answer = try await browser.post(
                path + "/answer", form(["token": try #require(try await browser.get("/account").token), "answer": "x"]))
            #expect(answer.status == .notFound, "\(other)")
        }
        let empty = try await ruud.post(path + "/answer", page.body(["answer": " "]))
        #expect(empty.status == .badRequest && empty.text.contains("id=\"answer-error\""))
        #expect(try await ruud.post(path + "/answer", page.body(["answer": "Ik bel je morgen."])).status == .seeOther)
        #expect(try await ruud.post(path + "/answer", page.body(["answer": "Anders."])).status == .seeOther)
        let after = try await aylin.get(try self.path(web))
        #expect(after.shown.contains("Ik bel je morgen.") && after.shown.contains("Ruud Brouwer antwoordde"))
        #expect(!after.shown.contains("Anders."))
        #expect(try await !ruud.get("/today").text.contains(path))
    }

    @Test func `is not heard by the team lead it is about`() async throws {
        let web = try await WebTown()
        let family = try web.filled.family("jansen")
        let id = try await web.database.read { connection in
            try connection.row("SELECT id FROM objection WHERE family_id = \(family) ORDER BY id") { $0.text(0) }
        }
        let path = try web.circle("jansen") + "/objections/\(try #require(id))"
        let (ruud, carla) = (try web.filled.account("ruud"), try web.filled.account("carla"))
        #expect(try await web.browser(of: carla).get(path).status == .ok)
        _ = try await web.database.write { connection in
            try connection.execute("UPDATE objection SET about_id = \(carla) WHERE family_id = \(family)")
        }
        #expect(try await web.browser(of: carla).get(path).status == .notFound)
        #expect(try await !web.browser(of: carla).get("/today").text.contains(path))
        #expect(try await web.browser(of: ruud).get(path).status == .ok)
    }

    @Test func `says at each field what to mend, and a draft is theirs alone`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, try path(web))
        let nothing = try await aylin.post(try path(web), open.body(["message": " "]))
        #expect(nothing.status == .badRequest)
        #expect(nothing.text.contains("id=\"kind-error\"") && nothing.text.contains("id=\"message-error\""))
        let before = try await web.traces(Self.family)
        let kept = form(["token": open.token, "message": "Half af", "quiet": "yes"])
        #expect(try await aylin.post(try path(web) + "/draft", kept).status == .noContent)
        #expect(try await web.traces(Self.family) == before)
        #expect(try await aylin.get(try path(web)).text.contains("Half af"))
        #expect(try await !web.browser(of: "joost").get(try path(web)).text.contains("Half af"))
        let sealed = try await web.database.read { connection in
            try connection.rows("SELECT body FROM objection_draft ORDER BY account_id") { $0.bytes(0) }
        }
        #expect(sealed.count == 1 && !String(decoding: sealed[0], as: UTF8.self).contains("Half af"))
        #expect(try await send(web, by: aylin).status == .seeOther)
        #expect(try await !aylin.get(try path(web)).text.contains("Half af"))
    }

    @Test(arguments: ["marieke", "sanne", "bart", "robert", "thijs", "ravi"])
    func `is not there for who helps, or stands elsewhere`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web)).status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f9", "kind": "complaint", "message": "x",
        ])
        #expect(try await browser.post(try path(web), body).status == .notFound)
        #expect(try await browser.post(try path(web) + "/draft", body).status == .notFound)
    }

    @Test func `finds the way on each page about the family, and those of the own network whom to call`() async throws {
        let web = try await WebTown.toRead
        let aylin = try await web.browser(of: "aylin")
        for page in ["", "/conversations", "/story", "/notes", "/access"] {
            #expect(try await aylin.get(try web.circle(Self.family) + page).links.contains(try path(web)), "\(page)")
        }
        let marieke = try await web.browser(of: "marieke")
        #expect(try await !marieke.get(try web.circle(Self.family)).links.contains(try path(web)))
        let truus = try await web.browser(of: "truus").get(try path(web))
        #expect(truus.shown.contains("088 555 10 00") && !truus.text.contains("<textarea"))
    }
}
