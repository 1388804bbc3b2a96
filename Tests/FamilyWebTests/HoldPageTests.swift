// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Holding something` {
    private static let family = "de-wit-yildiz"
    private static let talk = "de-wit-yildiz/noor-op-school"

    /// Marieke holds a conversation from Joost, and asks Sanne; the address of the hold.
    private func held(_ web: WebTown, second: String = "sanne") async throws -> String {
        let marieke = try await web.browser(of: "marieke")
        let talk = try web.conversation(Self.talk)
        let page = try await marieke.get(talk)
        let link = try #require(page.links.first { $0.contains("/holds/new") })
        let open = try await OpenForm(marieke, link)
        let without = try await marieke.post(
            try web.circle(Self.family) + "/holds",
            open.body([
                "item": open.page.field("item") ?? "", "review": "2027-05-01", "reason": "Ze is bang voor hem.",
            ]))
        #expect(without.status == .badRequest && without.shown.contains("Kies voor wie"))
        #expect(without.shown.contains("Ze is bang voor hem."))
        let done = try await marieke.post(
            try web.circle(Self.family) + "/holds",
            open.body([
                "item": open.page.field("item") ?? "", "from": "account.\(try web.filled.account("joost"))",
                "reason": "Ze is bang voor hem.", "second": "account.\(try web.filled.account(second))",
                "review": "2026-11-30",
            ]))
        #expect(done.status == .seeOther)
        return try #require(done.location)
    }

    @Test(arguments: Engine.all)
    func `takes it away at once, asks a second professional, and gives it back after two say so`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let joost = try await web.browser(of: "joost")
        let talk = try web.conversation(Self.talk)
        #expect(try await joost.get(talk).status == .ok)
        let path = try await held(web)
        #expect(try await joost.get(talk).status == .notFound)
        let sanne = try await web.browser(of: "sanne")
        #expect(try await sanne.get("/today").links.contains(path))
        let asked = try await OpenForm(sanne, path)
        #expect(asked.page.shown.contains("Ze is bang voor hem."))
        let no = try await sanne.post(path + "/answer", asked.body(["said": "no", "reason": ""]))
        #expect(no.status == .badRequest)
        let yes = try await sanne.post(path + "/answer", asked.body(["said": "yes", "reason": ""]))
        #expect(yes.status == .seeOther)
        let marieke = try await web.browser(of: "marieke")
        let again = try await OpenForm(marieke, path)
        let released = try await marieke.post(
            path + "/decision",
            again.body([
                "what": "holdRelease", "reason": "Het is besproken.",
                "second": "account.\(try web.filled.account("sanne"))",
            ]))
        #expect(released.status == .seeOther)
        #expect(try await joost.get(talk).status == .notFound)
        let last = try await OpenForm(sanne, path)
        _ = try await sanne.post(path + "/answer", last.body(["said": "yes", "reason": ""]))
        let back = try await joost.get(talk)
        #expect(back.status == .ok && !back.shown.contains("bang voor hem"))
    }

    @Test func `is there for nobody else`() async throws {
        let web = try await WebTown()
        let path = try await held(web)
        let circle = try web.circle(Self.family)
        let new = circle + "/holds/new?item=conversation.\(try web.filled.conversation(Self.talk))"
        for person in ["aylin", "joost", "sem", "truus", "thijs", "esmee", "bart", "geert-jan", "ruud"] {
            let browser = try await web.browser(of: person)
            for address in [path, circle + "/holds", new] {
                #expect(try await browser.get(address).status == .notFound, "\(person) at \(address)")
            }
        }
        #expect(try await web.browser(of: "hanna").get(path).status == .notFound)
        #expect(try await web.browser(of: "hanna").get(circle + "/holds").status == .ok)
    }
}

@Suite struct `What a privacy officer watches over` {
    @Test(arguments: Engine.all)
    func `is what is held and opened in an emergency, with why`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let mirjam = try await web.browser(of: "mirjam")
        let sem = try #require(web.town.family("de-wit-yildiz")?.person("sem"))
        let open = try await OpenForm(mirjam, "/emergency")
        let wrong = try await mirjam.post(
            "/emergency", open.body(["name": "Niemand Hier", "birth": "2010-01-01", "reason": "Gevaar"]))
        #expect(wrong.status == .badRequest && wrong.shown.contains("Niemand gevonden"))
        let found = try await mirjam.post(
            "/emergency", open.body(["name": sem.name, "birth": sem.born.iso, "reason": "De school belde zojuist."]))
        #expect(found.status == .seeOther)
        let path = try #require(found.location)
        #expect(try await mirjam.get(path).shown.contains("Veiligheidskaart"))
        let officer = try await web.browser(of: "geert-jan")
        #expect(try await officer.get("/").location == "/privacy")
        let page = try await officer.get("/privacy")
        #expect(page.shown.contains("De school belde zojuist.") && page.shown.contains("Mirjam van Es"))
        #expect(page.shown.contains("Wie dit leest kan te weten komen"))
        #expect(try await !officer.get("/privacy?kind=hold").shown.contains("De school belde"))
        let judge = try #require(page.links.first { $0.contains("/emergencies/") })
        let judged = try await OpenForm(officer, judge)
        let done = try await officer.post(
            judge + "/review", judged.body(["judged": "right", "reason": "Terecht.", "shown": "show"]))
        #expect(done.status == .seeOther)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(try web.circle("de-wit-yildiz") + "/access").shown.contains("Dienst van"))
        web.clock.wait(.hours(3))
        try await web.signIn("mirjam", in: mirjam)
        #expect(try await mirjam.get(path).status == .notFound)
        #expect(try await mirjam.get(try web.circle("de-wit-yildiz")).status == .notFound)
    }

    @Test func `is for nobody else, nor is an emergency`() async throws {
        let web = try await WebTown()
        for person in ["aylin", "marieke", "ruud", "thijs", "ravi", "annelies"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get("/privacy").status == .notFound, "\(person)")
            #expect(try await browser.get("/emergency").status == .notFound, "\(person)")
        }
    }

    @Test func `is what went another way, with why and never what it is about`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let path = try web.circle("de-wit-yildiz") + "/grounds"
        let open = try await OpenForm(marieke, path + "/new")
        let noor = try web.filled.person("noor").text
        let second = "account.\(try web.filled.account("hanna"))"
        let sent = try await marieke.post(
            path,
            open.body([
                "ground": "reportToSafeHome", "persons": noor, "party": "Veilig Thuis", "what": "Wat Noor vertelde",
                "purpose": "Zij is bang.", "told": "no", "second": second,
            ]))
        let decision = try #require(sent.location).replacing("/grounds/", with: "/decisions/")
        let officer = try await web.browser(of: "geert-jan")
        let waiting = try await officer.get("/privacy?kind=exception")
        #expect(waiting.shown.contains("Zij is bang.") && waiting.shown.contains("Gedeeld zonder toestemming"))
        #expect(!waiting.shown.contains("Wat Noor vertelde") && waiting.shown.contains("Nog niet beslist"))
        let hanna = try await web.browser(of: "hanna")
        let asked = try await OpenForm(hanna, decision)
        _ = try await hanna.post(decision + "/answer", asked.body(["said": "no", "reason": "Kan met minder."]))
        #expect(try await officer.get("/privacy?kind=exception").shown.contains("De tweede professional zei nee"))
        #expect(try await officer.get(decision).status == .notFound)
    }
}
