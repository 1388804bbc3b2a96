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

@Suite struct `A meeting and those who are no part of it` {
    private static let family = "de-wit-yildiz"
    private static let sending = "0192f3a0-0000-7000-8000-0000000000f1"

    private func proposed(_ web: WebTown, to invited: [String]) async throws -> String {
        let marieke = try await ProposedMeeting(web, by: "marieke")
        return try #require(try await marieke.send(invited: invited, ["missing": "known"]).location)
    }

    /// What somebody hears at each page and act of a meeting.
    private func heard(_ address: String, by browser: TownBrowser) async throws -> [String: Heard] {
        var all: [String: Heard] = [:]
        for page in ["", "/change", "/calendar", "/minutes"] {
            all["GET \(page)"] = Heard(try await browser.get(address + page))
        }
        let body = form([
            "token": try #require(try await browser.get("/account").token), "form": Self.sending, "answer-0": "can",
            "time": "0", "reason": "x", "point": "x", "remark": "x", "notes": "x", "go": "keep", "subject": "x",
            "day-1": "2026-12-08", "clock-1": "9.00", "version": "0",
        ])
        for act in ["answers", "time", "cancellation", "seen", "points", "remarks", "minutes", "change"] {
            all["POST \(act)"] = Heard(try await browser.post(address + "/" + act, body))
        }
        return all
    }

    /// Each sounds as of a meeting that is not there.
    private func expectNothing(at address: String, for browser: TownBrowser) async throws {
        let absent = String(address.dropLast(36)) + "0192f3a0-0000-7000-8000-0000000000f2"
        let (real, made) = (try await heard(address, by: browser), try await heard(absent, by: browser))
        for (place, heard) in real {
            #expect(heard.status == 404 && heard == made[place], "\(place)")
        }
    }

    /// The other parent, a member who was not asked, one whose time is over, somebody of elsewhere.
    @Test(arguments: ["joost", "sem", "truus", "priya", "bart", "ravi", "robert"])
    func `have nothing of it, and it is said as of what is not there`(who: String) async throws {
        let web = try await WebTown()
        let address = try await proposed(web, to: ["aylin", "sanne"])
        web.clock.now = Moment("2026-11-30", hour: 15, minute: 45)
        try await expectNothing(at: address, for: web.browser(of: try web.filled.account(who)))
        let aylin = try await heard(address, by: web.browser(of: "aylin"))
        #expect(aylin["GET "]?.status == 200 && aylin["POST answers"]?.status != 404)
    }

    @Test func `had a part in it, and have none once they left`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web, to: ["aylin", "sanne"])
        #expect(try await web.browser(of: "sanne").get(address).status == .ok)
        try await web.end("sanne", in: Self.family, by: "marieke")
        web.clock.now = Moment("2026-11-30", hour: 15, minute: 45)
        try await expectNothing(at: address, for: web.browser(of: "sanne"))
    }

    @Test func `are on the family's own list like anybody else, whoever must not meet whom`() async throws {
        let web = try await WebTown()
        let aylin = try await ProposedMeeting(web, by: "aylin")
        let before = try await aylin.open().page
        try await web.hide("tom", from: "joost", in: Self.family, by: "marieke")
        let after = try await aylin.open().page
        for list in ["invited", "apart"] {
            #expect(ProposedMeeting.chosen(before, list) == ProposedMeeting.chosen(after, list), "\(list)")
        }
        #expect(ProposedMeeting.chosen(after).contains(try web.filled.account("tom").text))
        let both = try await aylin.send(invited: ["joost", "tom"], ["missing": "known"])
        #expect(both.status == .badRequest && both.shown.contains("Met deze mensen samen kan dit overleg niet"))
        #expect(!both.shown.contains("kan hier niet bij zijn"))
    }
}
