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
            let body = form(["token": token, "choice": "nobody"])
            #expect(try await browser.post(page, body).status == .notFound, "\(other)")
        }
    }

    @Test func `ends the reading of who does not stay, and keeps what was typed where something is missing`() async throws {
        let web = try await WebTown()
        web.clock.now = Self.birthday
        let circle = try web.circle(Self.family)
        let sem = try await web.browser(of: "sem")
        let page = try await sem.get(circle + "/going-on")
        let members = page.text.matches(of: /name="shown" value="([0-9a-f-]+)"/).map { String($0.1) }
        #expect(members.count > 1)
        var fields = ["token": try #require(page.token), "form": try #require(page.form)]
        let shown = members.map { ("shown", $0) }
        let missing = try await sem.post(circle + "/going-on", form(fields, shown))
        #expect(missing.status == .badRequest && missing.text.contains("Kies wat je wilt."))
        fields["choice"] = "some"
        let changed = try await sem.post(circle + "/going-on", form(fields, Array(shown.dropLast())))
        #expect(changed.status == .conflict)
        let answer = try await sem.post(circle + "/going-on", form(fields, shown + [("stays", members[0])]))
        #expect(answer.location == circle)
        let after = try await sem.get(circle + "/going-on").text
        #expect(after.matches(of: /name="shown" value="([0-9a-f-]+)"/).map { String($0.1) } == [members[0]])
    }
}
