// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import Testing

@Suite struct `Choosing at 18 who stays` {
    private static let family = "de-wit-yildiz"
    private static let birthday = Moment((WebTown.today + 118).adding(years: 2), hour: 9)

    @Test func `is the young person's alone, from the day itself`() async throws {
        let web = try await WebTown()
        let page = try web.circle(Self.family) + "/going-on"
        #expect(try await web.browser(of: "sem").get(page).status == .notFound)
        web.clock.now = Self.birthday
        let sem = try await web.browser(of: "sem")
        let shown = try await sem.get(page)
        #expect(shown.status == .ok && shown.text.contains("Priya Ramdin"))
        #expect(try await sem.get(try web.circle(Self.family)).text.contains("/going-on"))
        for other in ["aylin", "joost", "marieke", "priya", "truus", "bart"] {
            let browser = try await web.browser(of: other)
            #expect(try await browser.get(page).status == .notFound, "\(other)")
            let token = try #require(try await browser.get("/account").token)
            let sending: ID<Submission> = IDSource.unguessable.next(at: Self.birthday)
            let body = form(["token": token, "form": sending.text, "choice": "nobody"])
            #expect(try await browser.post(page, body).status == .notFound, "\(other)")
        }
    }

    @Test func `ends the reading of who does not stay, and keeps what was typed where something is missing`()
        async throws
    {
        let web = try await WebTown()
        web.clock.now = Self.birthday
        let circle = try web.circle(Self.family)
        let sem = try await web.browser(of: "sem")
        let page = try await sem.get(circle + "/going-on")
        let members = page.fields("shown")
        #expect(members.count > 1)
        let sent = form(["token": try #require(page.token), "form": try #require(page.field("form"))])
        let shown = members.map { "&" + form(["shown": $0]) }
        let missing = try await sem.post(circle + "/going-on", sent + shown.joined())
        #expect(missing.status == .badRequest && missing.text.contains("Kies wat je wilt."))
        let some = sent + "&choice=some"
        let changed = try await sem.post(circle + "/going-on", some + shown.dropLast().joined())
        #expect(changed.status == .conflict)
        let stays = "&" + form(["stays": members[0]])
        #expect(try await sem.post(circle + "/going-on", some + shown.joined() + stays).location == circle)
        #expect(try await sem.get(circle + "/going-on").fields("shown") == [members[0]])
    }

    @Test func `is written down for who does not sign in, by who asks them, and shown to nobody else`() async throws {
        let web = try await WebTown()
        let day = Moment((WebTown.today + 50).adding(years: 6), hour: 9)
        web.clock.now = day
        let kofi = try web.filled.person("kofi")
        let page = try web.circle("osei") + "/going-on?person=\(kofi)"
        let lotte = try await web.browser(of: try web.filled.account("lotte"))
        #expect(try await lotte.get(page).status == .notFound)
        try await web.dossiers.sweepGoingOn(at: day) { Issue.record($0) }
        for other in ["abena", "kwame", "efua", "esmee", "marieke", "joost"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(page).status == .notFound, "\(other)")
            #expect(try await !browser.get("/today").text.contains("going-on"), "\(other)")
        }
        #expect(try await lotte.get("/today").text.contains("going-on?person=\(kofi)"))
        let open = try await OpenForm(lotte, page)
        let shown = try await lotte.get(page).fields("shown").map { "&" + form(["shown": $0]) }.joined()
        let act = try web.circle("osei") + "/going-on"
        let send = { (how: String, said: Day) in
            let typed = open.body(["person": kofi.text, "choice": "all", "how": how, "day": said.iso])
            return try await lotte.post(act, typed + shown)
        }
        let missing = try await send("", day.day)
        #expect(missing.status == .badRequest && missing.text.contains("Kies hoe het is gezegd."))
        let outside = try await send("spoken", day.day + -1)
        #expect(outside.status == .badRequest && outside.text.contains("id=\"day-error\""))
        let done = try await send("spoken", day.day)
        #expect(done.location == (try web.circle("osei")))
        #expect(try await lotte.get(page).status == .notFound)
    }
}
