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
}
