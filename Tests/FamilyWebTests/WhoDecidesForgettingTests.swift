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

@Suite struct `A request to forget a young child` {
    private static let family = "de-wit-yildiz"

    /// Who is not asked finds nothing at the addresses, on no page of theirs and in no log.
    @Test func `is told to nobody else`() async throws {
        let web = try await WebTown()
        // That she had the family in a list stands in the log once a day.
        _ = try await web.forgettingToday("marieke")
        var before: [String: String] = [:]
        // Twice: who looks here stands in the log of who looked before.
        for who in ["sem", "truus", "sanne", "hanna", "joost", "sem", "truus", "sanne", "hanna", "joost"] {
            before[who] = try await pages(of: who, web)
        }
        let looked = try await whoLooked("joost", web)
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        _ = try await marieke.get(decision)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        for who in ["sem", "truus", "sanne", "hanna"] {
            let (now, then) = (try await pages(of: who, web), before[who] ?? "")
            let lines = Set(now.split(separator: "\n")).symmetricDifference(then.split(separator: "\n"))
            #expect(now == then, "\(who): \(lines)")
        }
        #expect(try await whoLooked("joost", web) == looked)
        #expect(looked > 0)
        // On his pages, who is asked, something does change.
        #expect(try await pages(of: "joost", web) != before["joost"])
        let absent = try web.circle(Self.family) + "/forgettings/01900000-0000-7000-8000-00000000000f/agreement"
        for who in ["aylin", "sem", "truus", "sanne", "hanna", "bart", "thijs"] {
            let browser = try await web.browser(of: who)
            let heard = Heard(try await browser.get(agreement))
            let made = Heard(try await browser.get(absent))
            #expect(heard.status == 404 && heard == made, "\(who)")
            #expect(try await web.send(agreement, ["answer": "yes"], by: browser).status == .notFound, "\(who)")
        }
        #expect(try await joost.get(agreement).status == .ok)
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
    }

    /// What somebody sees without what differs each time.
    private func pages(of who: String, _ web: WebTown) async throws -> String {
        let browser = try await web.browser(of: who)
        let circle = try web.circle(Self.family)
        let pages = ["/today", circle, circle + "/timeline", circle + "/keeping", circle + "/access"]
        var said: [String] = []
        for page in pages { said.append(try await browser.get(page).shown) }
        return said.joined(separator: "\n")
    }

    private func whoLooked(_ who: String, _ web: WebTown) async throws -> Int {
        let page = try await web.browser(of: who).get(web.circle(Self.family) + "/access").shown
        return page.matches(of: /Marieke/).count
    }

    /// A young person's own question is theirs: their parents' pages stay as they were.
    @Test func `leaves what a young person asks to them`() async throws {
        let web = try await WebTown()
        _ = try await web.forgettingToday("marieke")
        var before: [String: String] = [:]
        for who in ["aylin", "joost", "sem"] { before[who] = try await pages(of: who, web) }
        #expect(try await web.askToForget("sem", by: web.browser(of: "sem")).status == .seeOther)
        let (marieke, link) = try await web.forgettingToday("marieke")
        _ = try await marieke.get(try #require(link))
        #expect(try await pages(of: "sem", web) != before["sem"])
        for who in ["aylin", "joost"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
        _ = try await web.send(try #require(link) + "/decision", ["decision": "erase"], by: marieke)
        for who in ["aylin", "joost"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
    }

    @Test func `is not decided by who left the circle`() async throws {
        let web = try await WebTown()
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        let (family, account, now) = (
            try web.filled.family(Self.family), try web.filled.account("marieke"), web.clock.now
        )
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE membership SET ended_at = \(now) WHERE family_id = \(family) AND account_id = \(account)")
        }
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !web.isForgettingGranted())
    }

    @Test(arguments: Engine.all)
    func `is not decided by who is there for her brother alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        let (family, noor) = (try web.filled.family(Self.family), try web.filled.person("noor"))
        let member = try web.filled.membership(Self.family + "/marieke")
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                DELETE FROM membership_person
                WHERE family_id = \(family) AND membership_id = \(member) AND person_id = \(noor)
                """)
        }
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !web.isForgettingGranted())
    }

    @Test(arguments: Engine.all)
    func `goes on to team leads when who decides is there for her no more`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        try await web.stop("marieke", for: "noor")
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        let (ruud, link) = try await web.forgettingToday("ruud")
        #expect(link == decision)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: ruud).location == "/today")
        #expect(try await web.isForgettingGranted())
    }

    @Test(arguments: Engine.all)
    func `goes on to team leads when who was asked as the second is there for them no more`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        let (marieke, link) = try await web.forgettingToday("marieke")
        let decision = try #require(link)
        let second = "account.\(try web.filled.account("hanna"))"
        _ = try await web.send(
            decision + "/decision", ["decision": "refuse", "reason": "Er loopt nog hulp.", "second": second],
            by: marieke)
        let hanna = try await web.browser(of: "hanna")
        #expect(try await hanna.get(decision).status == .ok)
        try await web.stop("hanna", for: "sem")
        #expect(try await hanna.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/answer", ["answer": "yes"], by: hanna).status == .notFound)
        let ruud = try await web.browser(of: "ruud")
        #expect(try await web.send(decision + "/answer", ["answer": "yes"], by: ruud).location == "/today")
        #expect(try await sem.get(web.keeping()).shown.contains("Het antwoord was nee"))
    }
}
