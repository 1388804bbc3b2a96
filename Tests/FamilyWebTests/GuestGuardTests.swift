// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import Mail
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `What a guest is told and owed` {
    private static let change: KeyValuePairs = ["acceptanceText": "Welkom."]

    @Test(arguments: Engine.all)
    func `a request whose first sending was dropped is answered as any other`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let browser = web.browser()
        let body = form([
            "form": try #require(try await browser.get("/guests/requests/new").field("form")),
            "practice": try web.filled.organisation("de-schakel").text, "name": "Els", "function": "leraar",
            "mail": "school@schakel.example",
        ])
        #expect(try await browser.post("/guests/requests", body).location == "/guests/requests/done")
        // As if there had been too many: it was counted, and nothing was kept.
        _ = try await web.database.write { try $0.execute("DELETE FROM guest_request") }
        #expect(try await browser.post("/guests/requests", body).location == "/guests/requests/done")
    }

    @Test(arguments: ["030 765 43 21", nil])
    func `a code and a visit end with the number that was called`(phone: String?) async throws {
        let web = try await WebTown.withPractices()
        let (guest, code) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        web.clock.wait(.seconds(60))
        try await web.setPracticePhone(phone)
        #expect(try await guest.get("/guests/referrals/new").location == "/guests/visit")
        #expect(try await guest.get(link).location?.hasPrefix("/guests/visit") == true)
        if phone == nil { try await web.setPracticePhone(WebTown.phone) }
        #expect(try await web.enter(web.browser(), code).status == .badRequest)
    }

    @Test(arguments: Engine.all)
    func `a letter that is refused is owed by telephone`(engine: Engine) async throws {
        let web = try await WebTown.withPractices(engine)
        let (guest, _) = try await web.guest()
        _ = try await web.refer(guest)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        _ = try await web.send(path + "/acceptance", Self.change, by: daniel)
        #expect(try await web.guestLetters(.refused(550)).count == 1)
        #expect(try await web.owedOutside(path).contains(.tellPractice))
        #expect(try await web.guestLetters().isEmpty)
        #expect(try await web.send(path + "/telling", ["tellingText": "Gebeld."], by: daniel).location == path)
        #expect(try await !web.owedOutside(path).contains(.tellPractice))
    }

    @Test func `a letter that is given up for good is owed by telephone`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        _ = try await web.refer(guest)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        _ = try await web.send(path + "/acceptance", Self.change, by: daniel)
        _ = try await web.guestLetters(.later(450))
        #expect(try await !web.owedOutside(path).contains(.tellPractice))
        web.clock.wait(NoticeRhythm.patience)
        _ = try await web.guestLetters(.later(450))
        #expect(try await web.owedOutside(path).contains(.tellPractice))
    }

    @Test func `without mail nobody is promised any, and each answer is owed by telephone`() async throws {
        let web = try await WebTown.withPractices(sendsMail: false)
        #expect(try await web.browser().get("/guests/requests/new").shown.contains("We mailen van hieruit niet."))
        let (guest, code) = try await web.guest()
        let link = try #require(try await web.refer(guest).location)
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        #expect(try await !daniel.get(path).shown.contains("krijgt een mail"))
        web.clock.wait(.days(14))
        _ = try await web.enter(guest, code)
        let old = try await guest.get(link)
        #expect(old.shown.contains("Vraag of ze bellen") && !old.shown.contains("mailadres"))
        let asked = try await web.guestPost(link + "/renewal", of: link, [:], by: guest)
        #expect(asked.shown.contains("belt jullie praktijk") && !asked.shown.contains("mailadres"))
        #expect(try await web.owedOutside(path).contains(.tellPractice))
        _ = try await web.send(path + "/telling", ["tellingText": "Gebeld."], by: daniel)
        _ = try await web.send(path + "/acceptance", Self.change, by: daniel)
        #expect(try await web.owedOutside(path).contains(.tellPractice))
    }

    @Test func `nobody is named in what is said about a question`() async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        let asked: KeyValuePairs = [
            "organisation": try web.filled.organisation("het-anker").text,
            "message": "Een meisje slaapt slecht. Wat werkt?",
        ]
        let link = try #require(
            try await web.guestPost("/guests/questions", of: "/guests/questions/new", asked, by: guest).location)
        for text in ["BSN 999990019", "Geboren op 3-4-2015."] {
            let refused = try await web.guestPost(link + "/reply", of: link, ["reply": text], by: guest)
            #expect(refused.status == .badRequest && refused.text.contains("id=\"reply-error\""))
        }
        let daniel = try await web.worker("daniel")
        let path = try await web.onlyAsked(daniel)
        for text in ["BSN 999990019", "Geboren op 3-4-2015."] {
            #expect(try await web.send(path + "/answer", ["answerText": text], by: daniel).status == .badRequest)
        }
        #expect(try await web.owedOutside(path) == [.answerConsult])
    }

    @Test func `who is not known there is refused, whether there is a number still or not`() async throws {
        let web = try await WebTown.withPractices()
        let typed: KeyValuePairs = [
            "practice": try web.filled.organisation("praktijk-aan-de-vecht").text, "name": "Els",
            "function": "assistent", "mail": "post@vecht.example",
        ]
        _ = try await web.guestPost("/guests/requests", of: "/guests/requests/new", typed, by: web.browser())
        try await web.setPracticePhone(nil)
        let mirjam = try await web.worker("mirjam")
        let path = try #require(try await mirjam.get("/desk/calls").links.first { $0.hasPrefix("/desk/calls/") })
        #expect(try await web.send(path + "/code", [:], by: mirjam).status == .conflict)
        #expect(try await web.send(path + "/refusal", [:], by: mirjam).location == "/desk/calls")
        #expect(try await mirjam.get(path).status == .notFound)
    }

    @Test(arguments: ["/session/leave", "/session/end"])
    func `who leaves is no guest any more, whoever kept the cookie`(way: String) async throws {
        let web = try await WebTown.withPractices()
        let (guest, _) = try await web.guest()
        #expect(try await guest.get("/guests/referrals/new").status == .ok)
        let left = try await web.database.read { try $0.row("SELECT COUNT(*) FROM guest_visit") { $0.int(0) } }
        #expect(left == 1)
        _ = try await guest.post(way, "")
        let none = try await web.database.read { try $0.row("SELECT COUNT(*) FROM guest_visit") { $0.int(0) } }
        #expect(none == 0)
    }
}
