// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `The pages about direction` {
    private static let family = "de-wit-yildiz"
    private static let day = WebTown.today

    private func path(_ web: WebTown, _ rest: String = "direction") throws -> String {
        try web.circle(Self.family) + "/" + rest
    }

    /// Fatma asks the family for direction, as she would in one form.
    private func takeOver(_ web: WebTown, by who: String = "sanne", agreed: [String] = ["aylin"]) async throws -> Answer
    {
        let browser = try await web.browser(of: who)
        let open = try await OpenForm(browser, try path(web, "handovers/new?way=over"))
        var body = open.body([
            "way": "over", "kind": "careCoordination", "reason": "Aylin wil het even niet zelf doen.",
            "talkDay": Self.day.iso, "story": "yes", "support": "yes", "review": (Self.day + 60).iso,
        ])
        for person in agreed { body += "&persons=\(try web.filled.person(person))" }
        return try await browser.post(try path(web, "handovers"), body)
    }

    @Test(arguments: Engine.all)
    func `ask for it in one form, and move it with one yes`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let back = try await OpenForm(aylin, try path(web))
        let form = try #require(back.page.text.contains("/direction/back") ? back.form : nil)
        let returned = try await aylin.post(
            try path(web, "direction/back"), TestClient.form(["token": back.token, "form": form]))
        #expect(returned.status == .seeOther)
        let asked = try await takeOver(web)
        let handover = try #require(asked.location)
        #expect(try await aylin.get("/today").text.contains(handover))
        let seen = try await aylin.get(handover)
        #expect(seen.shown.contains("Sanne Kuipers") && seen.shown.contains("Hulp afstemmen"))
        let yes = try await OpenForm(aylin, handover)
        #expect(try await aylin.post(handover + "/agreement", yes.body([:])).status == .seeOther)
        let page = try await aylin.get(try path(web))
        #expect(page.shown.contains("Sanne Kuipers heeft de regie: hulp afstemmen."))
        #expect(page.shown.contains("Aylin wil het even niet zelf doen."))
        let again = try await aylin.post(handover + "/agreement", try await fresh(aylin, yes))
        #expect(again.status == .conflict)
    }

    @Test func `offer to ask for it to nobody who is hidden from who has it`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let back = try await OpenForm(aylin, try path(web))
        _ = try await aylin.post(
            try path(web, "direction/back"), TestClient.form(["token": back.token, "form": back.form]))
        let sanne = try await web.browser(of: "sanne")
        #expect(try await sanne.get(try path(web, "handovers/new?way=over")).status == .ok)
        let (family, account) = (try web.filled.family(Self.family), try web.filled.account("aylin"))
        let member = try web.filled.membership("\(Self.family)/sanne")
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                INSERT INTO hidden_member (family_id, account_id, membership_id)
                VALUES (\(family), \(account), \(member))
                """)
        }
        #expect(try await sanne.get(try path(web, "handovers/new?way=over")).status == .notFound)
        #expect(try await web.send(try path(web, "handovers"), ["way": "over"], by: sanne).status == .notFound)
    }

    private func fresh(_ browser: TownBrowser, _ open: OpenForm) async throws -> String {
        let id = IDSource.unguessable.next(at: Moment(Self.day)) as ID<OpenForm>
        return TestClient.form(["token": open.token, "form": id.text])
    }

    @Test func `says at each field what to mend, and loses nothing`() async throws {
        let web = try await WebTown()
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, try path(web, "handovers/new?way=over"))
        let empty = try await sanne.post(
            try path(web, "handovers"),
            open.body(["way": "over", "kind": "monitoring", "reason": "Omdat het moet", "talkDay": "gisteren"]))
        #expect(empty.status == .badRequest)
        for field in ["talkDay", "persons", "review"] {
            #expect(empty.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        #expect(empty.text.contains("Omdat het moet"))
        let marieke = try await web.browser(of: "marieke")
        for form in ["review", "kind", "without"] {
            let page = try await OpenForm(marieke, try path(web, "direction/\(form)"))
            let wrong = try await marieke.post(try path(web, "direction/\(form)"), page.body(["review": "morgen"]))
            #expect(wrong.status == .badRequest && wrong.text.contains("id=\"review-error\""), "\(form)")
        }
        let contact = try await OpenForm(marieke, try path(web))
        #expect(try await marieke.post(try path(web, "first-contact"), contact.body([:])).status == .badRequest)
    }

    @Test(arguments: Engine.all)
    func `lead from proposing to completing, and let who leaves go`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let hanna = try await web.browser(of: "hanna")
        let open = try await OpenForm(marieke, try path(web, "handovers/new"))
        let proposed = try await marieke.post(
            try path(web, "handovers"),
            open.body([
                "to": try web.filled.account("hanna").text, "kind": "monitoring", "reason": "Ik ga met verlof.",
                "review": (Self.day + 30).iso, "leaves": "yes",
            ]))
        let handover = try #require(proposed.location)
        let early = try await marieke.post(handover + "/completion", try await fresh(marieke, open))
        #expect(early.status == .conflict)
        let yes = try await OpenForm(hanna, handover)
        #expect(try await hanna.post(handover + "/agreement", yes.body([:])).status == .seeOther)
        let talk = try await OpenForm(hanna, handover)
        let person = try web.filled.person("joost").text
        let nobody = try await hanna.post(handover + "/talk", talk.body(["talkDay": Self.day.iso]))
        #expect(nobody.status == .badRequest && nobody.text.contains("id=\"persons-error\""))
        let unsaid = try await hanna.post(handover + "/cold", talk.body(["cold": "family", "coldReason": " "]))
        #expect(unsaid.status == .badRequest && unsaid.text.contains("id=\"coldReason-error\""))
        let unchosen = try await hanna.post(handover + "/cold", talk.body(["coldReason": "Niemand kon op tijd."]))
        #expect(unchosen.status == .badRequest && unchosen.shown.contains("Niemand kon op tijd."))
        let told = try await hanna.post(
            handover + "/talk", talk.body(["talkDay": Self.day.iso, "persons": person, "story": "yes"]))
        #expect(told.status == .seeOther)
        #expect(try await hanna.get(handover).shown.contains("Het verhaal klopt."))
        let done = try await OpenForm(marieke, handover)
        let out = try await marieke.post(handover + "/completion", done.body([:]))
        #expect(out.status == .seeOther && out.location == "/families")
        #expect(try await marieke.get(try path(web)).status == .notFound)
        #expect(try await hanna.get(try path(web)).shown.contains("Jij hebt de regie: volgen."))
    }

    @Test(arguments: Engine.all)
    func `hand over all help to somebody who says yes, and let who helped go`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (hanna, marieke) = (try await web.browser(of: "hanna"), try await web.browser(of: "marieke"))
        let list = try await OpenForm(hanna, "/handovers")
        #expect(list.page.shown.contains("De Wit-Yildiz") && list.page.shown.contains("Vraag Marieke Postma"))
        let to = try web.filled.account("marieke").text
        let unsaid = try await hanna.post(try path(web, "handovers"), list.body(["way": "help", "to": to]))
        #expect(unsaid.status == .badRequest && unsaid.text.contains("id=\"reason-error\""))
        let proposed = try await hanna.post(
            try path(web, "handovers"), list.body(["way": "help", "to": to, "reason": "Ik ga weg."]))
        let handover = try #require(proposed.location)
        #expect(try await hanna.get("/handovers").text.contains(handover))
        let seen = try await marieke.get(handover)
        #expect(seen.shown.contains("De hulp gaat van") && seen.shown.contains("Extra wachttijd"))
        let yes = try await OpenForm(marieke, handover)
        #expect(try await marieke.post(handover + "/agreement", yes.body([:])).status == .seeOther)
        let talk = try await OpenForm(marieke, handover)
        let person = try web.filled.person("aylin").text
        let told = try await marieke.post(
            handover + "/talk", talk.body(["talkDay": Self.day.iso, "persons": person, "story": "yes"]))
        #expect(told.status == .seeOther)
        #expect(try await marieke.get(handover).shown.contains("De overleggen die nog komen"))
        let done = try await OpenForm(marieke, handover)
        #expect(try await marieke.post(handover + "/completion", done.body([:])).status == .seeOther)
        #expect(try await hanna.get(try path(web)).status == .notFound)
        #expect(try await hanna.get(handover).status == .notFound)
        #expect(try await !hanna.get("/handovers").shown.contains("De Wit-Yildiz"))
    }

    @Test(arguments: Engine.all)
    func `hand over whom to call first`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (sanne, marieke) = (try await web.browser(of: "sanne"), try await web.browser(of: "marieke"))
        #expect(try await sanne.get(try path(web)).shown.contains("Aanspreekpunt overdragen"))
        let open = try await OpenForm(sanne, try path(web, "handovers/new?way=contact"))
        let proposed = try await sanne.post(
            try path(web, "handovers"),
            open.body([
                "way": "contact", "to": try web.filled.account("marieke").text, "reason": "Zij is er elke dag.",
            ]))
        let handover = try #require(proposed.location)
        #expect(try await sanne.get(try path(web)).shown.contains("Iemand anders wordt misschien"))
        #expect(try await sanne.get(try path(web, "handovers/new?way=contact")).location == handover)
        let yes = try await OpenForm(marieke, handover)
        _ = try await marieke.post(handover + "/agreement", yes.body([:]))
        let cold = try await OpenForm(marieke, handover)
        _ = try await marieke.post(
            handover + "/cold", cold.body(["cold": "family", "coldReason": "Aylin vond bellen genoeg."]))
        let done = try await OpenForm(sanne, handover)
        #expect(try await sanne.post(handover + "/completion", done.body([:])).location == handover)
        #expect(try await sanne.get(try path(web)).status == .ok)
        #expect(try await !sanne.get(try path(web)).shown.contains("Aanspreekpunt overdragen"))
    }

    /// What a helper holds is theirs alone to see; the family and who helps nobody find no list at all.
    @Test func `list what is held for who helps alone`() async throws {
        let web = try await WebTown.toRead
        for who in ["aylin", "joost", "sem", "truus"] {
            #expect(try await web.browser(of: who).get("/handovers").status == .notFound, "\(who)")
        }
        for who in ["bart", "ruud"] {
            let page = try await web.browser(of: who).get("/handovers")
            #expect(page.status == .ok && !page.shown.contains("De Wit-Yildiz"), "\(who)")
        }
    }

    /// Who has nothing to do with it finds what is found where nothing is.
    @Test(arguments: ["bart", "robert", "ravi", "thijs"])
    func `are not there for a stranger`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        let token = try #require(try await browser.get("/account").token)
        let id = "0192f3a0-0000-7000-8000-0000000000c1"
        let body = form(["token": token, "form": id, "reason": "x", "review": (Self.day + 9).iso, "said": "yes"])
        for page in [
            "direction", "direction/review", "direction/kind", "direction/without", "handovers/new",
            "decisions/\(id)", "handovers/\(id)",
        ] { #expect(try await browser.get(try path(web, page)).status == .notFound, "\(page)") }
        for act in ["direction/back", "handovers", "handovers/\(id)/agreement", "decisions/\(id)/answer"] {
            #expect(try await browser.post(try path(web, act), body).status == .notFound, "\(act)")
        }
    }

    /// Each line: who, and the pages that are for somebody else of the circle.
    @Test(arguments: [
        (
            "truus",
            ["direction/review", "direction/kind", "direction/without", "handovers/new", "handovers/new?way=over"]
        ),
        ("sem", ["direction/kind", "direction/without", "handovers/new?way=over"]),
        ("marieke", ["handovers/new?way=over", "handovers/new?way=help", "handovers/new?way=contact"]),
        ("sanne", ["direction/kind", "handovers/new"]),
        ("joost", ["handovers/new?way=help", "handovers/new?way=contact", "handovers/new?way=over"]),
        ("hanna", ["handovers/new?way=contact"]),
    ])
    func `are there for those alone who do something with them`(who: String, pages: [String]) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: who)
        #expect(try await browser.get(try path(web)).status == .ok)
        for page in pages { #expect(try await browser.get(try path(web, page)).status == .notFound, "\(page)") }
    }

    @Test func `tell who does what and what not`() async throws {
        let web = try await WebTown.toRead
        let page = try await web.browser(of: "joost").get(try path(web))
        for text in ["Beslist niet voor jullie.", "Kiest niet tussen papa en mama.", "Marieke Postma heeft de regie"] {
            #expect(page.shown.contains(text), "\(text)")
        }
    }
}
