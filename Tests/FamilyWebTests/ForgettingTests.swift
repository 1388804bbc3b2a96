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

@Suite struct `Asking to be forgotten` {
    private static let family = "de-wit-yildiz"

    private func toDecide(_ who: String, _ web: WebTown) async throws -> (TownBrowser, String) {
        let (browser, link) = try await web.forgettingToday(who)
        return (browser, try #require(link))
    }

    @Test(arguments: Engine.all)
    func `becomes a promise with three months, is granted, erased by the command, and seen at each moment`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let sem = try await web.browser(of: "sem")
        let page = try await sem.get(web.keeping())
        #expect(page.shown.contains("Twintig jaar na de laatste wijziging"))
        #expect(page.shown.contains("Bij een klacht, een zaak of een onderzoek wissen we niets."))
        #expect(try await web.askToForget("sem", by: sem).location == web.keeping())
        #expect(try await sem.get(web.keeping()).shown.contains("Je krijgt antwoord voor 23 februari 2027"))
        let (decider, link) = try await toDecide("marieke", web)
        #expect(try await decider.get(link).shown.contains("Ik wil opnieuw beginnen."))
        #expect(try await web.send(link + "/decision", ["decision": "erase"], by: decider).location == "/today")
        #expect(try await sem.get(web.keeping()).shown.contains("Het antwoord was ja"))
        let due = try await web.dossiers.erasuresDue(by: WebTown.today)
        #expect(due.map(\.person) == [try web.filled.person("sem")] && due.map(\.cause) == [.granted])
        let parts = try await web.dossiers.parts(of: due[0].family, due[0].person)
        _ = try await web.dossiers.erase(parts, of: due[0].family, at: web.clock.now) { _, _ in }
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today).isEmpty)
        #expect(try await sem.get(web.keeping()).shown.contains("Gewist op 23 november 2026"))
    }

    @Test func `is refused by two, with a reason that the asker reads`() async throws {
        let web = try await WebTown()
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        let (marieke, link) = try await toDecide("marieke", web)
        let alone = try await web.send(link + "/decision", ["decision": "refuse"], by: marieke)
        #expect(alone.status == .badRequest && alone.text.contains("id=\"reason-error\""))
        _ = try await web.send(link + "/decision", refusing(web, with: "priya"), by: marieke)
        #expect(try await sem.get(web.keeping()).shown.contains("Je krijgt antwoord voor"))
        #expect(try await !sem.get(web.keeping()).shown.contains("Er loopt nog hulp."))
        #expect(try await web.send(link + "/answer", ["answer": "yes"], by: marieke).status == .notFound)
        // A privacy officer sees that it waits and why, and not what was asked.
        let officer = try await web.browser(of: "geert-jan")
        let open = try await officer.get("/privacy/keeping").shown
        #expect(open.contains("Wacht op een tweede professional") && open.contains("Er loopt nog hulp."))
        #expect(!open.contains("Ik wil opnieuw beginnen."))
        let priya = try await web.browser(of: "priya")
        #expect(try await priya.get(link).shown.contains("Er loopt nog hulp."))
        #expect(try await web.send(link + "/answer", ["answer": "yes"], by: priya).location == "/today")
        let seen = try await sem.get(web.keeping()).shown
        #expect(seen.contains("Het antwoord was nee") && seen.contains("Er loopt nog hulp."))
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today).isEmpty)
        let exceptions = try await officer.get("/privacy?kind=exception").shown
        #expect(exceptions.contains("Niet gewist wat iemand vroeg") && exceptions.contains("Er loopt nog hulp."))
        #expect(try await officer.get("/privacy/keeping").shown.contains("Er wacht geen vraag om te wissen."))
    }

    private func refusing(_ web: WebTown, with second: String) throws -> KeyValuePairs<String, String> {
        [
            "decision": "refuse", "reason": "Er loopt nog hulp.",
            "second": "account.\(try web.filled.account(second))",
        ]
    }

    @Test func `is for the young person, and for who stands for a child; others find nothing`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.askToForget("noor", by: aylin).status == .seeOther)
        for (who, about) in [
            ("aylin", "sem"), ("aylin", "joost"), ("joost", "aylin"), ("sem", "noor"), ("sem", "aylin"),
        ] {
            let browser = try await web.browser(of: who)
            #expect(try await web.askToForget(about, by: browser).status == .notFound, "\(who) \(about)")
        }
        let (_, link) = try await toDecide("marieke", web)
        for who in ["aylin", "joost", "sem", "truus", "sanne", "bart", "thijs"] {
            let browser = try await web.browser(of: who)
            #expect(try await browser.get(link).status == .notFound, "\(who)")
            let sent = try await web.send(link + "/decision", refusing(web, with: "hanna"), by: browser)
            #expect(sent.status == .notFound, "\(who)")
        }
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(link).status == .ok)
        #expect(try await web.send(link + "/decision", refusing(web, with: "hanna"), by: marieke).status == .seeOther)
        for who in ["truus", "sanne", "bart", "thijs"] {
            #expect(try await web.browser(of: who).get(web.keeping()).status == .notFound, "\(who)")
            #expect(try await web.askToForget("noor", by: web.browser(of: who)).status == .notFound)
        }
    }

    @Test func `is taken back by who asked, and asked once at a time`() async throws {
        let web = try await WebTown()
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        #expect(try await web.askToForget("sem", by: sem).location == web.keeping())
        let acts = try await sem.get(web.keeping()).text.matches(of: /action="([^"]*\/withdrawal)"/)
        let path = String(try #require(acts.first).1)
        #expect(try await web.send(path, [:], by: sem).location == web.keeping())
        #expect(try await sem.get(web.keeping()).shown.contains("De vraag is ingetrokken"))
        #expect(try await web.browser(of: "marieke").get("/today").links.allSatisfy { !$0.contains("/forgettings/") })
    }

    /// A complaint keeps everything; so does what is held, without a word to who asked.
    @Test func `does not go while something stands in the way`() async throws {
        let web = try await WebTown()
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        let (marieke, link) = try await toDecide("marieke", web)
        _ = try await web.send(link + "/decision", ["decision": "erase"], by: marieke)
        let before = try await sem.get(web.keeping()).shown
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: "joost", in: try web.filled.family(Self.family))
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today).map(\.obstacles) == [[.held]])
        #expect(before.contains("Het antwoord was ja"))
        #expect(try await sem.get(web.keeping()).shown == before)
        let officer = try await web.browser(of: "geert-jan")
        #expect(try await officer.get("/privacy/keeping").shown.contains("Nee: er is iets vastgehouden"))
    }
}

@Suite struct `What may not be erased` {
    @Test func `is set and lifted by who is in charge, who looks again`() async throws {
        let web = try await WebTown()
        let family = "van-dongen"
        let page = try web.circle(family) + "/keeping"
        for other in ["nadia", "eline", "robert", "bart"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            let token = try #require(try await browser.get("/account").token)
            let sending: ID<Submission> = IDSource.unguessable.next(at: web.clock.now)
            let body = form([
                "token": token, "form": sending.text, "cause": "court", "review": (WebTown.today + 60).iso,
            ])
            #expect(try await browser.post(page + "/holds", body).status == .notFound, "\(other)")
        }
        let browser = try await web.browser(of: try web.filled.account("fatma"))
        let open = try await OpenForm(browser, page)
        let wrong = try await browser.post(page + "/holds", open.body(["cause": "court", "review": WebTown.today.iso]))
        #expect(wrong.status == .badRequest && wrong.text.contains("id=\"review-error\""))
        let right = open.body(["cause": "court", "review": (WebTown.today + 60).iso])
        #expect(try await browser.post(page + "/holds", right).status == .seeOther)
        #expect(try await browser.get(page).shown.contains("Een rechtszaak"))
    }
}

@Suite struct `What is to be erased` {
    @Test func `is for a privacy officer alone`() async throws {
        let web = try await WebTown()
        for who in ["aylin", "sem", "marieke", "sanne", "ruud", "bart", "ravi", "thijs"] {
            let browser = try await web.browser(of: try web.filled.account(who))
            let heard = Heard(try await browser.get("/privacy/keeping"))
            let made = Heard(try await browser.get("/privacy/absent"))
            #expect(heard.status == 404 && heard == made, "\(who)")
        }
        let officer = try await web.browser(of: "geert-jan")
        #expect(try await officer.get("/privacy").links.contains("/privacy/keeping"))
        let page = try await officer.get("/privacy/keeping")
        #expect(page.status == .ok && page.shown.contains("Er hoeft niets gewist te worden"))
    }

    /// What becomes due is listed half a year ahead; what stands in its way is told as it stands today.
    @Test func `tells what stands in the way today, however far it looks ahead`() async throws {
        let web = try await WebTown()
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        let (marieke, link) = try await web.forgettingToday("marieke")
        _ = try await web.send(try #require(link) + "/decision", ["decision": "erase"], by: marieke)
        let officer = try await web.browser(of: "geert-jan")
        let order = "Nee: er is een maatregel van de rechter"
        #expect(try await !officer.get("/privacy/keeping").shown.contains(order))
        let (family, person, by) = (
            try web.filled.family("de-wit-yildiz"), try web.filled.person("sem"), try web.filled.account("marieke")
        )
        let (part, now) = (try web.filled.part("de-wit-yildiz/sem"), web.clock.now)
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                INSERT INTO protection_order (family_id, id, person_id, part_id, kind, from_day, until_day, by_id,
                    recorded_at)
                VALUES (\(family), '01900000-0000-7000-8000-00000000000c', \(person), \(part), 'supervision',
                    \(WebTown.today), \(WebTown.today + 60), \(by), \(now))
                """)
        }
        #expect(try await officer.get("/privacy/keeping").shown.contains(order))
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today + 90).map(\.obstacles) == [[]])
    }

    /// Twenty years and a day after the last change; not a day before.
    @Test(arguments: Engine.all)
    func `comes when its time is over`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today + 365).isEmpty)
        let later = WebTown.today.adding(years: 60)
        let due = try await web.dossiers.erasuresDue(by: later)
        #expect(!due.isEmpty && due.allSatisfy { $0.person == nil && $0.since <= later })
    }
}
