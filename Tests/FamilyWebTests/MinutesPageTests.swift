// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

@Suite struct `The minutes of a meeting` {
    private static let family = "de-wit-yildiz"

    /// A meeting that begins at half past three on a Monday, at which the clock then stands.
    private func begun(_ web: WebTown) async throws -> String {
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let sent = try await marieke.send(invited: ["aylin", "joost", "sanne"], ["missing": "known"])
        web.clock.now = Moment("2026-11-30", hour: 15, minute: 45)
        return try #require(sent.location)
    }

    private func goal(_ web: WebTown) async throws {
        let (vault, now, noor) = (web.vault, web.clock.now, try web.filled.person("noor"))
        let id: ID<Goal> = IDSource.unguessable.next(at: now)
        let look = Look(
            reader: try web.filled.account("aylin"), at: now, from: "", action: .create, item: ItemName(.goal, id))
        let text = GoalText(title: "Noor slaapt goed", domain: .school, meaning: "Ze is uitgerust.")
        let form: ID<Submission> = IDSource.unguessable.next(at: now)
        _ = try await web.dossiers.act(try web.filled.family(Self.family), look, form: form) { key, connection in
            try connection.begin(
                GoalToBegin(id: id, about: [noor], text: text), at: now, ids: .unguessable, key, vault)
            return Found("done", about: [noor])
        }
    }

    private func write(
        _ browser: TownBrowser, _ address: String, _ typed: KeyValuePairs<String, String>, came: [String] = []
    ) async throws -> Answer {
        let open = try await OpenForm(browser, address + "/minutes")
        var body = open.body(["version": open.page.field("version") ?? ""]) + "&" + form(typed)
        for account in came { body += "&" + form(["came": account]) }
        return try await browser.post(address + "/minutes", body)
    }

    private func goalOffered(_ browser: TownBrowser, _ address: String) async throws -> String {
        let page = try await browser.get(address + "/minutes")
        return String(try #require(page.text.firstMatch(of: /<option value="([0-9a-f-]{36})"/)).1)
    }

    @Test(arguments: Engine.all)
    func `show decisions as they were read, and make actions of them in the same breath`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        try await goal(web)
        let address = try await begun(web)
        let marieke = try await web.browser(of: "marieke")
        let goal = try await goalOffered(marieke, address)
        let aylin = try web.filled.account("aylin").text
        let read = try await write(
            marieke, address,
            [
                "notes": "Noor slaapt beter.", "goal": goal,
                "decisions": "Bril regelen · Oma · voor 3 december\nWe bellen elke week",
            ], came: [aylin])
        #expect(read.status == .ok && read.shown.contains("Klopt dit?") && read.shown.contains("Truus de Wit"))
        #expect(read.shown.contains("Noor slaapt beter.") && read.text.contains("value=\"\(aylin)\" checked"))
        let kept = try await write(
            marieke, address,
            [
                "notes": "Noor slaapt beter.", "goal": goal, "rows": "2", "go": "keep", "what-0": "Bril regelen",
                "who-0": "Oma", "when-0": "voor 3 december", "what-1": "We bellen elke week",
            ], came: [aylin])
        #expect(kept.location == address)
        for who in ["aylin", "joost", "sanne"] {
            let page = try await web.browser(of: who).get(address).shown
            for words in [
                "Noor slaapt beter.", "Bril regelen · Oma", "Staat als actie in het plan", "We bellen elke week",
            ] {
                #expect(page.contains(words), "\(who): \(words)")
            }
        }
        #expect(try await web.browser(of: "truus").get("/today").shown.contains("Bril regelen"))
        #expect(
            try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/plan").shown.contains("Bril regelen")
        )
        #expect(try await web.browser(of: "truus").get(address).status == .notFound)
    }

    @Test func `say at each decision what to mend, and keep nothing before`() async throws {
        let web = try await WebTown()
        try await goal(web)
        let address = try await begun(web)
        let marieke = try await web.browser(of: "marieke")
        let goal = try await goalOffered(marieke, address)
        for (typed, field) in [
            (["notes": " ", "go": "keep"], "notes"),
            (["notes": "X", "goal": goal, "rows": "1", "what-0": "Bellen", "who-0": "Oma", "go": "keep"], "when-0"),
            (
                ["notes": "X", "rows": "1", "what-0": "Bellen", "who-0": "Oma", "when-0": "morgen", "go": "keep"],
                "goal"
            ),
            (
                [
                    "notes": "X", "goal": goal, "rows": "1", "what-0": "Bellen", "who-0": "Priya", "when-0": "morgen",
                    "go": "keep",
                ],
                "who-0"
            ),
        ] as [(KeyValuePairs<String, String>, String)] {
            let answer = try await write(marieke, address, typed)
            #expect(answer.status == .badRequest && answer.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        #expect(try await !web.browser(of: "aylin").get(address).shown.contains("Dit overleg is geweest"))
    }

    @Test func `written by two at once show the second what the first wrote, and lose neither`() async throws {
        let web = try await WebTown()
        let address = try await begun(web)
        let (marieke, sanne) = (try await web.browser(of: "marieke"), try await web.browser(of: "sanne"))
        let (first, second) = (
            try await OpenForm(marieke, address + "/minutes"), try await OpenForm(sanne, address + "/minutes")
        )
        let kept = try await marieke.post(
            address + "/minutes", first.body(["notes": "Van Marieke", "version": "0", "go": "keep"]))
        #expect(kept.status == .seeOther)
        let both = try await sanne.post(
            address + "/minutes", second.body(["notes": "Van Sanne", "version": "0", "go": "keep"]))
        #expect(both.status == .conflict && both.shown.contains("Van Marieke") && both.shown.contains("Van Sanne"))
        let merged = try await sanne.post(
            address + "/minutes",
            second.body(["notes": "Van beiden", "version": both.field("version") ?? "", "go": "keep"]))
        #expect(merged.status == .seeOther)
        let page = try await web.browser(of: "joost").get(address)
        #expect(page.shown.contains("Van beiden") && page.shown.contains("Van Marieke"))
    }

    @Test func `are written once it began, by who plans, and remarked on by who was asked`() async throws {
        let web = try await WebTown()
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let sent = try await marieke.send(invited: ["aylin", "truus"], ["missing": "known"])
        let address = try #require(sent.location)
        #expect(try await marieke.browser.get(address + "/minutes").status == .notFound)
        web.clock.now = Moment("2026-11-30", hour: 15, minute: 45)
        let truus = try await web.browser(of: "truus")
        let writer = try await web.browser(of: "marieke")
        #expect(try await write(writer, address, ["notes": "Kort", "go": "keep"]).status == .seeOther)
        let open = try await OpenForm(truus, address)
        #expect(
            try await truus.post(address + "/remarks", open.body(["remark": "Ik mis het slapen."])).location
                == address)
        #expect(try await web.browser(of: "aylin").get(address).shown.contains("Ik mis het slapen."))
        #expect(try await web.browser(of: "joost").get(address).status == .notFound)
    }
}

@Suite struct `A calendar's secret address` {
    private func made(_ web: WebTown, by who: String) async throws -> String {
        let browser = try await web.browser(of: who)
        let open = try await browser.get("/calendar")
        let page = try await browser.post("/calendar/feed", form(["token": open.token ?? ""]))
        return String(try #require(page.text.firstMatch(of: /\/calendar\/[0-9a-f]{64}\.ics/)).output)
    }

    /// When each appointment of a calendar begins.
    private func events(_ web: WebTown, _ feed: String) async throws -> [String] {
        let answer = try await web.browser().get(feed)
        #expect(answer.status == .ok)
        return answer.text.split(separator: "\r\n").filter { $0.hasPrefix("DTSTART") }.map(String.init)
    }

    private func proposed(_ web: WebTown) async throws -> String {
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let sent = try await marieke.send(
            invited: ["aylin", "joost", "tom"], ["missing": "known", "place": "Kamer 12", "subject": "Over Noor"])
        return try #require(sent.location)
    }

    @Test(arguments: Engine.all)
    func `tells when there is something, and nothing of what, where or with whom`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let address = try await proposed(web)
        let feed = try await made(web, by: "joost")
        let answer = try await web.browser().get(feed)
        #expect(answer.status == .ok && answer.text.contains("DTSTART:20261130T143000Z"))
        #expect(answer.text.contains("SUMMARY:Afspraak\r\n"))
        let meeting = try #require(address.split(separator: "/").last.map(String.init))
        let family = try web.filled.family("de-wit-yildiz").text
        for word in [
            "Noor", "Kamer", "Yildiz", "Marieke", "LOCATION", "DESCRIPTION", "URL", "Rondom", "rondom", meeting, family,
        ] {
            #expect(!answer.text.contains(word), "\(word)")
        }
        try await web.hold(
            ItemName(.meeting, try #require(ID<Meeting>(address.suffix(36)))), from: "joost",
            in: try web.filled.family("de-wit-yildiz"))
        // What remains is another appointment of the town.
        #expect(try await !web.browser().get(feed).text.contains("DTSTART:20261130T143000Z"))
    }

    @Test func `of who must not meet another tells nothing of what they would do together`() async throws {
        let web = try await WebTown()
        _ = try await proposed(web)
        let feed = try await made(web, by: "joost")
        let before = try await events(web, feed)
        #expect(before.contains("DTSTART:20261130T143000Z"))
        try await web.hide("tom", from: "joost", in: "de-wit-yildiz", by: "marieke")
        // The town's own appointment is with Tom, too.
        #expect(try await events(web, feed) == [])
    }

    @Test func `is another one once it is made anew, and none once it is ended`() async throws {
        let web = try await WebTown()
        let (first, second) = (try await made(web, by: "aylin"), try await made(web, by: "aylin"))
        #expect(first != second)
        #expect(try await web.browser().get(first).status == .notFound)
        #expect(try await web.browser().get(second).status == .ok)
        let aylin = try await web.browser(of: "aylin")
        _ = try await aylin.post("/calendar/feed/end", form(["token": try await aylin.get("/calendar").token ?? ""]))
        #expect(try await web.browser().get(second).status == .notFound)
        for wrong in ["/calendar/feed", "/calendar/\(String(repeating: "0", count: 64)).ics", "/calendar/x.ics"] {
            #expect(try await web.browser().get(wrong).status == .notFound, "\(wrong)")
        }
        #expect(try await web.browser().get("/calendar").status == .seeOther)
    }

    @Test(arguments: Engine.all)
    func `ends with the other ways in: elsewhere signed out, and erased`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        for end in ["sessions", "erasure"] {
            let feed = try await made(web, by: "aylin")
            #expect(try await web.browser().get(feed).status == .ok, "\(end)")
            let aylin = try web.filled.account("aylin")
            try await web.database.write { connection in
                _ =
                    end == "sessions"
                    ? try connection.endSessions(of: aylin, but: nil).count : try connection.empty(aylin)
            }
            #expect(try await web.browser().get(feed).status == .notFound, "\(end)")
        }
    }

    @Test func `tells nothing any more of a circle that was left`() async throws {
        let web = try await WebTown()
        let marieke = try await ProposedMeeting(web, by: "marieke")
        _ = try await marieke.send(invited: ["aylin", "sanne"], ["missing": "known"])
        let feed = try await made(web, by: "sanne")
        #expect(try await events(web, feed).contains("DTSTART:20261130T143000Z"))
        try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
        #expect(try await events(web, feed) == [])
    }
}
