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
import Town

extension WebTown {
    /// Somebody asks; the answer to the form.
    func askConsent(
        by who: String, about persons: [String], _ asked: String = "share", party: String = "juf Sanne",
        until: String = (WebTown.today + 90).iso, in family: String = "de-wit-yildiz"
    ) async throws -> Answer {
        let browser = try await browser(of: try filled.account(who))
        let path = try circle(family) + "/consents"
        let open = try await OpenForm(browser, path + "/new?asked=\(asked)")
        let about = try persons.map { "&" + form(["persons": try filled.person($0).text]) }.joined()
        let body = open.body([
            "asked": asked, "party": party, "what": "Hoe slapen gaat", "purpose": "Rust in de klas", "until": until,
        ])
        return try await browser.post(path, body + about)
    }

    /// One tap on the page of a consent.
    func tapConsent(_ path: String, _ said: String, by who: String) async throws -> Answer {
        let browser = try await browser(of: try filled.account(who))
        let open = try await OpenForm(browser, path)
        return try await browser.post(path + "/answer", open.body(["all": said]))
    }

    func stopConsent(_ path: String, for persons: [String], by who: String) async throws -> Answer {
        let browser = try await browser(of: try filled.account(who))
        let open = try await OpenForm(browser, path)
        let about = try persons.map { "&" + form(["persons": try filled.person($0).text]) }.joined()
        return try await browser.post(path + "/withdrawal", open.body([:]) + about)
    }
}

@Suite struct `Consent on its pages` {
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `is asked in plain words, answered with one tap by each parent, and stopped by one`(engine: Engine)
        async throws
    {
        let web = try await WebTown(engine)
        let path = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        for parent in ["aylin", "joost"] {
            let browser = try await web.browser(of: parent)
            #expect(try await browser.get("/today").text.contains(path), "\(parent)")
            let page = try await browser.get(path)
            for words in ["juf Sanne", "Hoe slapen gaat", "Rust in de klas", "21 februari 2027"] {
                #expect(page.shown.contains(words), "\(parent) \(words)")
            }
            #expect(try await web.tapConsent(path, "yes", by: parent).status == .seeOther)
            #expect(try await !browser.get("/today").text.contains(path), "\(parent)")
        }
        let table = try web.circle(Self.family) + "/consents"
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(table).shown.contains("Ja van Aylin en Joost"))
        #expect(try await web.stopConsent(path, for: ["noor"], by: "joost").status == .seeOther)
        let after = try await aylin.get(path)
        #expect(after.shown.contains("Gestopt") && after.shown.contains("Joost"))
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let web = try await WebTown()
        let nothing = try await web.askConsent(by: "marieke", about: [], party: " ", until: "")
        #expect(nothing.status == .badRequest && nothing.shown.contains("Rust in de klas"))
        for field in ["party", "persons", "until"] {
            #expect(nothing.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        let long = try await web.askConsent(by: "marieke", about: ["noor"], until: (WebTown.today + 400).iso)
        #expect(long.status == .badRequest && long.text.contains("id=\"until-error\""))
    }

    @Test func `of a young person leaves their parents no trace`() async throws {
        let web = try await WebTown()
        let before = try await Crawl(try await web.browser(of: "aylin")).pages.map(\.path)
        let path = try #require(try await web.askConsent(by: "sem", about: ["sem"], party: "de mentor").location)
        #expect(try await web.browser(of: "sem").get(path).shown.contains("Ja van Sem"))
        for other in ["aylin", "joost", "truus", "dave", "sanne", "bart", "robert", "ravi"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(path).status == .notFound, "\(other)")
            #expect(try await browser.get(path + "/paper").status == .notFound, "\(other)")
            let token = try #require(try await browser.get("/account").token)
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000c1", "all": "no", "answer": "no",
                "persons": try web.filled.person("sem").text, "reason": "x", "exception": "urgentNeed",
                "person": try web.filled.person("sem").text,
            ])
            for act in ["/answer", "/note", "/exception", "/withdrawal"] {
                let answer = try await browser.post(path + act, body)
                #expect(answer.status == .notFound || answer.status == .badRequest && act == "/note", "\(other) \(act)")
            }
        }
        let aylin = try await Crawl(try await web.browser(of: "aylin"))
        #expect(aylin.pages(with: "de mentor") == [])
        #expect(Set(aylin.pages.map(\.path)).isSuperset(of: before))
    }

    @Test func `to help a child shows the court where one parent refuses`() async throws {
        let web = try await WebTown()
        let path = try #require(try await web.askConsent(by: "aylin", about: ["noor"], "help").location)
        _ = try await web.tapConsent(path, "no", by: "joost")
        let page = try await web.browser(of: "aylin").get(path)
        #expect(page.shown.contains("Nee van Joost") && page.shown.contains("rechter"))
        // A no can become a yes.
        #expect(try await !web.browser(of: "joost").get(path).text.contains("value=\"yes\""))
    }

    @Test func `of a member ends access that moment, while their page is open`() async throws {
        let web = try await WebTown()
        let asked = Asked(
            kind: "professional", organisation: "Het Anker", colleague: "Daniël Groen", function: "speltherapeut",
            persons: ["noor"])
        let invitation = try #require(
            try await web.invite(asked, by: web.browser(of: "aylin"), in: Self.family).location)
        _ = try await web.answer(invitation, ["noor": "yes"], by: "joost")
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        _ = try await web.pressShown(invitation + "/acceptance", on: "/invitations", by: daniel)
        let circle = try web.circle(Self.family)
        #expect(try await daniel.get(circle).status == .ok)
        let table = try await web.browser(of: "joost").get(circle + "/consents")
        let id = invitation.split(separator: "/").last.map(String.init) ?? ""
        #expect(table.shown.contains("Daniël Groen") && table.text.contains("/consents/\(id)"))
        _ = try await web.stopConsent(circle + "/consents/\(id)", for: ["noor"], by: "joost")
        #expect(try await daniel.get(circle).status == .notFound)
        #expect(try await daniel.get(circle + "/consents/\(id)").status == .notFound)
        #expect(
            try await web.browser(of: "joost").get(circle + "/consents/\(id)").shown.contains("eigen dossier") == false)
        let again = try await web.browser(of: "aylin")
        let open = try await OpenForm(again, circle + "/consents/new?asked=share")
        let late = try await again.post(
            circle + "/consents/\(id)/withdrawal",
            open.body([:]) + "&" + form(["persons": try web.filled.person("noor").text]))
        #expect(late.status == .conflict && late.shown.contains("al geregeld"))
    }

    @Test func `is written down by a professional, and asked on paper`() async throws {
        let web = try await WebTown()
        let path = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(path + "/paper").shown.contains("Handtekening"))
        let (noor, joost) = (try web.filled.person("noor"), try web.filled.person("joost"))
        let open = try await OpenForm(marieke, path)
        let wrong = try await marieke.post(path + "/note", open.body(["noted": "", "answer": "", "how": ""]))
        #expect(wrong.status == .badRequest && wrong.text.contains("id=\"noted-error\""))
        let noted = try await marieke.post(
            path + "/note",
            open.body([
                "noted": "\(joost).\(noor)", "answer": "yes", "how": "onPaper", "note": "Formulier getekend.",
            ]))
        #expect(noted.status == .seeOther)
        let page = try await web.browser(of: "aylin").get(path)
        #expect(page.shown.contains("Joost zei ja voor Noor op papier. Opgeschreven door Marieke Postma."))
    }

    @Test func `table is there for who reads the family, and for nobody else`() async throws {
        let web = try await WebTown.toRead
        let path = try web.circle(Self.family) + "/consents"
        for (who, may) in [("aylin", true), ("sem", true), ("marieke", true), ("bart", false), ("robert", false)] {
            let browser = try await web.browser(of: try web.filled.account(who))
            let answer = try await browser.get(path)
            #expect((answer.status == .ok) == may, "\(who)")
        }
        let sems = try await web.browser(of: "sem").get(path)
        let (sem, noor) = (try web.filled.person("sem"), try web.filled.person("noor"))
        #expect(sems.shown.contains("Priya") && sems.text.contains("about-\(sem)"))
        #expect(!sems.text.contains("about-\(noor)"))
    }
}

@Suite struct `An order of the court on its page` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown, _ person: String = "noor") throws -> String {
        try web.circle(Self.family) + "/persons/\(try web.filled.person(person))/orders"
    }

    private func record(_ web: WebTown, until: Day = WebTown.today + 180) async throws -> Answer {
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web))
        return try await marieke.post(
            try path(web),
            open.body([
                "kind": "supervision", "institution": "Jeugdbescherming Invented", "from": WebTown.today.iso,
                "until": until.iso,
            ]))
    }

    @Test func `is recorded, read by the parents, and makes a withdrawal be weighed`() async throws {
        let web = try await WebTown()
        #expect(try await web.browser(of: "aylin").get(try path(web)).status == .notFound)
        #expect(try await record(web, until: WebTown.today + 500).status == .badRequest)
        #expect(try await record(web).status == .seeOther)
        let table = try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/consents")
        #expect(table.shown.contains("Ondertoezichtstelling door Jeugdbescherming Invented"))
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        for parent in ["aylin", "joost"] { _ = try await web.tapConsent(consent, "yes", by: parent) }
        _ = try await web.stopConsent(consent, for: ["noor"], by: "joost")
        let marieke = try await web.browser(of: "marieke")
        let today = try await marieke.get("/today").text
        let weighing = try #require(today.between("href=\"\(try web.circle(Self.family))/weighings/", "\""))
        let page = try web.circle(Self.family) + "/weighings/" + weighing
        #expect(try await marieke.get(page).shown.contains("juf Sanne"))
        for other in ["aylin", "joost", "sanne", "bart"] {
            #expect(try await web.browser(of: other).get(page).status == .notFound, "\(other)")
            #expect(try await !web.browser(of: other).get("/today").text.contains("weighings"), "\(other)")
        }
        let open = try await OpenForm(marieke, page)
        let empty = try await marieke.post(page + "/outcome", open.body(["outcome": " "]))
        #expect(empty.status == .badRequest && empty.text.contains("id=\"outcome-error\""))
        _ = try await marieke.post(page + "/outcome", open.body(["outcome": "Overlegd met de huisarts."]))
        #expect(try await marieke.get(page).shown.contains("gewogen en vastgelegd"))
        #expect(try await !marieke.get("/today").text.contains("weighings"))
    }

    @Test(arguments: ["aylin", "truus", "sanne", "bart", "robert", "ravi"])
    func `is recorded by nobody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000d1", "kind": "guardianship",
            "institution": "Invented", "from": WebTown.today.iso, "until": "",
        ])
        let (sem, id) = (try path(web, "sem"), "0192f3a0-0000-7000-8000-0000000000d2")
        #expect(try await browser.post(sem, body).status == .notFound)
        #expect(try await browser.post(sem + "/\(id)/end", body).status == .notFound)
    }
}
