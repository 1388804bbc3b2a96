// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `A secret address` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown, _ person: String = "noor") throws -> String {
        try web.circle(Self.family) + "/persons/\(try web.filled.person(person))/secret-address"
    }

    @Test(arguments: Engine.all)
    func `hides what gives it away from all but those let in`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let noor = try #require(web.town.family(Self.family)?.person("noor"))
        let secret = try #require(noor.details[.pickUpTimes])
        let circle = try web.circle(Self.family)
        let joost = try await web.browser(of: "joost")
        let aylin = try await web.browser(of: "aylin")
        #expect(try await joost.get(circle).shown.contains(secret))
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try path(web))
        let sent = try await marieke.post(
            try path(web), open.body(["readers": try web.filled.account("aylin").text]))
        #expect(sent.status == .seeOther)
        #expect(try await marieke.get(try path(web)).shown.contains("Dit adres is geheim"))
        #expect(try await aylin.get(circle).shown.contains(secret))
        for who in ["joost", "truus", "sanne"] {
            let browser = try await web.browser(of: who)
            #expect(try await Crawl(browser).pages(with: secret) == [], "\(who)")
        }
    }

    /// Whoever is kept from it finds what is found where nothing is; a parent does not lift it.
    @Test(arguments: ["joost", "aylin", "sem", "truus", "khadija", "bart", "ravi"])
    func `is made by nobody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(try path(web)).status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let body = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000d8"])
        #expect(try await browser.post(try path(web), body).status == .notFound)
    }

    @Test func `of an adult is their own`() async throws {
        let web = try await WebTown.toRead
        #expect(try await web.browser(of: "aylin").get(try path(web, "aylin")).status == .ok)
        #expect(try await web.browser(of: "joost").get(try path(web, "aylin")).status == .notFound)
    }

    /// What was chosen stands there again, and who is not let in finds an address that nobody made secret.
    @Test(arguments: Engine.all)
    func `is looked at, changed and shown again by those who know it alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let noor = try #require(web.town.family(Self.family)?.person("noor"))
        let secret = try #require(noor.details[.pickUpTimes])
        let (circle, path) = (try web.circle(Self.family), try path(web))
        let (marieke, sanne) = (try await web.browser(of: "marieke"), try await web.browser(of: "sanne"))
        let joost = try await web.browser(of: "joost")
        let aylin = try web.filled.account("aylin").text
        let open = try await OpenForm(marieke, path)
        #expect(try await marieke.post(path, open.body(["readers": aylin])).status == .seeOther)
        let page = try await marieke.get(path)
        #expect(page.text.contains("value=\"\(aylin)\" checked") || page.text.contains("checked value=\"\(aylin)\""))

        let stranger = try await OpenForm(sanne, path)
        #expect(!stranger.page.shown.contains("Dit adres is geheim"))
        #expect(try await sanne.post(path, stranger.body([:])).status == .seeOther)
        #expect(try await !sanne.get(circle).shown.contains(secret))
        #expect(try await marieke.get(circle).shown.contains(secret))
        let lifted = try await sanne.post(
            path + "/shown", stranger.body(["details": PersonalDetail.pickUpTimes.rawValue]))
        #expect(lifted.status == .notFound)
        #expect(try await !joost.get(circle).shown.contains(secret))

        let nothing = try await OpenForm(marieke, path)
        #expect(try await marieke.post(path + "/shown", nothing.body([:])).status == .badRequest)
        let again = try await OpenForm(marieke, path)
        let shown = try await marieke.post(
            path + "/shown", again.body(["details": PersonalDetail.pickUpTimes.rawValue]))
        #expect(shown.status == .seeOther)
        #expect(try await joost.get(circle).shown.contains(secret))
        #expect(try await marieke.get(path).shown.contains("Dit adres is geheim"))
    }

    /// A place that is hidden for a child's sake neither opens nor closes by a father's own address.
    @Test(arguments: Engine.all)
    func `opens to nobody where somebody else works in secret`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (robert, path) = (try await web.browser(of: "robert"), try await self.own("robert", web))
        let bart = try web.filled.membership("van-dongen/bart").text
        let (circle, eline) = (try web.circle("van-dongen"), try await web.browser(of: "eline"))
        let before = try await eline.get(circle).shown
        for (act, name) in [("", "members"), ("/shown", "places")] {
            let open = try await OpenForm(robert, path)
            let sent = try await robert.post(path + act, open.body([name: bart]))
            #expect(sent.status == .seeOther, "\(act)")
        }
        for secret in ["Luwte", "Schakel", "Verhoeven"] {
            #expect(try await Crawl(robert).pages(with: secret) == [], "\(secret)")
        }
        let after = try await eline.get(circle).shown
        #expect(before.contains("Bart") && after.contains("Bart"))
    }

    /// Who was shut out by a later choice is out, also when they made it secret first.
    @Test func `is no longer known to who made it so, once they are left out`() async throws {
        let web = try await WebTown()
        let path = try path(web, "aylin")
        let (marieke, aylin) = (try await web.browser(of: "marieke"), try await web.browser(of: "aylin"))
        let first = try await OpenForm(marieke, path)
        #expect(try await marieke.post(path, first.body([:])).status == .seeOther)
        #expect(try await marieke.get(path).shown.contains("Dit adres is geheim"))
        let own = try await OpenForm(aylin, path)
        #expect(try await aylin.post(path, own.body([:])).status == .seeOther)
        let left = try await marieke.get(path)
        #expect(left.status == .ok && !left.shown.contains("Dit adres is geheim"))
    }

    /// Where one who covers two persons works stays hidden as long as one of them needs it.
    @Test(arguments: Engine.all)
    func `shows no place again that another's address keeps hidden`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let fatma = try await web.browser(of: try web.filled.account("fatma"))
        let member = try web.filled.membership("van-dongen/fatma")
        for (who, act, name) in [
            ("eline", "", "members"), ("robert", "", "members"), ("robert", "/shown", "places"),
        ] {
            let path = try await own(who, web)
            let open = try await OpenForm(fatma, path)
            #expect(try await fatma.post(path + act, open.body([name: member.text])).status == .seeOther)
        }
        #expect(try await isPlaceHidden(of: member, web))
        let path = try await own("eline", web)
        let roberts = try await own("robert", web)
        let robert = try await OpenForm(fatma, roberts)
        let details = PersonalDetail.allCases.map { "&details=\($0.rawValue)" }.joined()
        _ = try await fatma.post(roberts + "/shown", robert.body([:]) + details)
        let open = try await OpenForm(fatma, path)
        #expect(try await fatma.post(path + "/shown", open.body(["places": member.text])).status == .seeOther)
        #expect(try await !isPlaceHidden(of: member, web))
    }

    private func isPlaceHidden(of member: ID<Membership>, _ web: WebTown) async throws -> Bool {
        try await web.database.read { connection in
            try connection.row("SELECT organisation_hidden FROM membership WHERE id = \(member)") { $0.bool(0) }
        } ?? false
    }

    /// The very answer of what does not exist, whatever is asked.
    @Test(arguments: ["joost", "aylin", "sem", "truus", "khadija", "bart", "ravi"])
    func `is shown again by nobody else`(who: String) async throws {
        let web = try await WebTown()
        let path = try path(web)
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, path)
        let sent = try await marieke.post(path, open.body(["readers": try web.filled.account("aylin").text]))
        #expect(sent.status == .seeOther)
        let browser = try await web.browser(of: try web.filled.account(who))
        let token = try #require(try await browser.get("/account").token)
        let absent = path.replacing(try web.filled.person("noor").text, with: "0192f3a0-0000-7000-8000-0000000000e9")
        for details in [PersonalDetail.pickUpTimes.rawValue, ""] {
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000e1", "details": details,
            ])
            let answer = try await browser.post(path + "/shown", body)
            let nothing = try await browser.post(absent + "/shown", body)
            #expect(answer.status == .notFound && Heard(answer) == Heard(nothing))
        }
    }

    @Test func `is not there for who knew it and left`() async throws {
        let web = try await WebTown()
        let path = try path(web)
        let (marieke, hanna) = (try await web.browser(of: "marieke"), try await web.browser(of: "hanna"))
        let open = try await OpenForm(marieke, path)
        _ = try await marieke.post(path, open.body(["readers": try web.filled.account("hanna").text]))
        #expect(try await hanna.get(path).shown.contains("Dit adres is geheim"))
        try await web.end("hanna", in: Self.family, by: "marieke")
        #expect(try await hanna.get(path).status == .notFound)
        for act in ["", "/shown"] {
            let sent = try await web.send(
                path + act, ["details": PersonalDetail.pickUpTimes.rawValue], by: hanna)
            #expect(sent.status == .notFound, "\(act)")
        }
        #expect(try await marieke.get(path).shown.contains("Dit adres is geheim"))
    }

    private func own(_ who: String, _ web: WebTown) async throws -> String {
        try web.circle("van-dongen") + "/persons/\(try web.filled.person(who))/secret-address"
    }
}
