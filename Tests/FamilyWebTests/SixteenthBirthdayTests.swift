// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

/// Sem is sixteen in 118 days.
///
/// His parents hold authority together; Dave, his trainer, is there for him alone.
@Suite struct `A sixteenth birthday by the clock` {
    private static let family = "de-wit-yildiz"
    private static let birthday = WebTown.today + 118

    /// - Parameter days: from the birthday.
    private func move(_ web: WebTown, to days: Int, hour: Int = 9) async throws {
        web.clock.now = Moment(Self.birthday + days, hour: hour)
        try await web.dossiers.sweepBirthdays(at: web.clock.now) { Issue.record($0) }
        try await web.dossiers.sweepGoingOn(at: web.clock.now) { Issue.record($0) }
    }

    private func readsOfSem(_ who: String, _ web: WebTown) async throws -> Bool {
        try await web.browser(of: who).get(try web.circle(Self.family)).text.contains("Dave Mulder")
    }

    private func owes(_ who: String, _ path: String, _ web: WebTown) async throws -> Bool {
        try await web.browser(of: who).get("/today").text.contains(path)
    }

    @Test(arguments: Engine.all)
    func `gives what was asked over to the young person, and ends the parents' reading, on the day`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        try await move(web, to: -10)
        let help = try await web.askConsent(
            by: "marieke", about: ["sem"], "help", until: (Self.birthday + 80).iso)
        let path = try #require(help.location)
        _ = try await web.tapConsent(path, "yes", by: "joost")
        for (who, owes) in [("sem", true), ("aylin", true), ("joost", false)] {
            #expect(try await self.owes(who, path, web) == owes, "\(who)")
        }
        try await move(web, to: -1, hour: 23)
        for who in ["sem", "aylin", "joost", "marieke"] { #expect(try await readsOfSem(who, web), "\(who)") }
        #expect(try await web.browser(of: "aylin").get(path).status == .ok)

        // Just past midnight, before anything was swept.
        web.clock.now = Moment(Self.birthday, hour: 0, minute: 1)
        for (who, reads) in [("sem", true), ("aylin", false), ("joost", false), ("marieke", true)] {
            #expect(try await readsOfSem(who, web) == reads, "\(who)")
        }
        for parent in ["aylin", "joost"] {
            #expect(try await web.browser(of: parent).get(path).status == .notFound, "\(parent)")
        }
        try await move(web, to: 0)
        for (who, owes) in [("sem", true), ("aylin", false), ("joost", false), ("marieke", false)] {
            #expect(try await self.owes(who, path, web) == owes, "\(who)")
            if who != "sem", who != "marieke" {
                let page = try await web.browser(of: who).get("/today")
                #expect(page.shown.contains("Sem is 16 geworden"), "\(who)")
            }
        }
        #expect(try await web.tapConsent(path, "yes", by: "sem").status == .seeOther)
        #expect(try await !owes("sem", path, web))
        try await move(web, to: 60)
        #expect(try await web.browser(of: "marieke").get(path).status == .ok)
        for parent in ["aylin", "joost"] {
            #expect(try await web.browser(of: parent).get(path).status == .notFound, "\(parent)")
        }
    }

    @Test(arguments: Engine.all)
    func `lets the young person choose who reads with them, and end it at once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try web.circle(Self.family) + "/consents/readers"
        let consents = try web.circle(Self.family) + "/consents"
        try await move(web, to: -1)
        #expect(try await web.browser(of: "sem").get(page).status == .notFound)
        try await move(web, to: 0)
        for other in ["aylin", "joost", "marieke", "priya", "truus", "bart"] {
            let browser = try await web.browser(of: other)
            #expect(try await browser.get(page).status == .notFound, "\(other)")
            #expect(try await !browser.get(consents).links.contains(page), "\(other)")
            let token = try #require(try await browser.get("/account").token)
            let sending: ID<Submission> = IDSource.unguessable.next(at: web.clock.now)
            let body = form(["token": token, "form": sending.text])
            #expect(try await browser.post(page, body).status == .notFound, "\(other)")
        }
        let sem = try await web.browser(of: "sem")
        #expect(try await sem.get(consents).links.contains(page))
        let aylin = try web.filled.person("aylin")
        for (chosen, reads) in [([aylin.text], true), ([], false)] {
            let open = try await OpenForm(sem, page)
            #expect(open.page.shown.contains("Aylin Yildiz") && open.page.shown.contains("Joost de Wit"))
            let body = open.body([:]) + chosen.map { "&" + form(["readers": $0]) }.joined()
            #expect(try await sem.post(page, body).location == consents)
            #expect(try await readsOfSem("aylin", web) == reads)
            #expect(try await !readsOfSem("joost", web))
        }
        // From 18 no adult reads what is another's.
        web.clock.now = Moment(Self.birthday.adding(years: 2), hour: 9)
        #expect(try await web.browser(of: "sem").get(page).status == .notFound)
    }
}
