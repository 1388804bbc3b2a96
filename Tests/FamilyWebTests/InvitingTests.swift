// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Inviting somebody` {
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `of the own network for one child lets them in for that child alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let sent = try await web.invite(Asked(), by: aylin, in: Self.family)
        let path = try #require(sent.location)
        #expect(sent.status == .seeOther)
        let card = try await web.pressShown(path + "/card", on: path, by: aylin)
        #expect(card.status == .ok && card.text.contains("handed__code"))
        let account = try #require(try await web.invited(path))
        let henk = try await web.browser(of: account)
        #expect(try await henk.get("/").location == "/invitations")
        let before = try await henk.get(try web.circle(Self.family))
        #expect(before.status == .notFound)
        let invitation = try await henk.get("/invitations")
        #expect(invitation.shown.contains("Aylin Yildiz") && invitation.shown.contains("Past op de hond"))
        #expect(!invitation.shown.contains("Noor"))
        #expect(try await web.answer(path, ["noor": "yes"], by: "joost").status == .seeOther)
        let accepted = try await web.pressShown(path + "/acceptance", on: "/invitations", by: henk)
        #expect(accepted.location == (try web.circle(Self.family)))
        let circle = try await henk.get(try web.circle(Self.family))
        #expect(circle.status == .ok && circle.shown.contains("Noor"))
        #expect(!circle.shown.contains("Sem, 15") && !circle.shown.contains("Priya"))
        for reader in ["aylin", "joost"] {
            let page = try await web.browser(of: reader).get(try web.circle(Self.family))
            #expect(page.shown.contains("Henk Invented"), "\(reader)")
        }
        let sems = try await web.browser(of: "sem").get(try web.circle(Self.family))
        #expect(!sems.shown.contains("Henk Invented"))
    }

    @Test func `is accepted once, by the one it is for, and not after its end`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let asked = Asked(kind: "professional", organisation: "het anker", colleague: "daniël groen")
        let path = try #require(try await web.invite(asked, by: aylin, in: Self.family).location)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let page = try await daniel.get("/invitations")
        #expect(page.shown.contains("Aylin Yildiz"))
        let body = form(["token": try #require(page.token), "form": try #require(page.field("form"))])
        for other in ["thijs", "truus", "robert", "annelies"] {
            let browser = try await web.browser(of: other)
            let token = try #require(try await browser.get("/account").token)
            let theirs = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1"])
            #expect(try await browser.post(path + "/acceptance", theirs).status == .notFound, "\(other)")
            #expect(try await browser.get("/invitations").shown.contains("Aylin") == false)
        }
        web.clock.wait(.days(15))
        let again = try await web.browser(of: try web.filled.account("daniel"))
        #expect(try await !again.get("/invitations").shown.contains("Aylin Yildiz"))
        web.clock.wait(.days(-15))
        _ = try await web.answer(path, ["noor": "yes"], by: "joost")
        let first = try await daniel.post(path + "/acceptance", body)
        #expect(first.location == (try web.circle(Self.family)))
        #expect(try await daniel.post(path + "/acceptance", body).location == first.location)
        let other = form(["token": try #require(page.token), "form": "0192f3a0-0000-7000-8000-0000000000f2"])
        #expect(try await daniel.post(path + "/acceptance", other).status == .notFound)
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let web = try await WebTown.toRead
        let mistakes: [(String, String, Asked)] = [
            ("aylin", "name", Asked(name: "")), ("aylin", "function", Asked(function: "")),
            ("aylin", "persons", Asked(persons: [])), ("aylin", "expectation", Asked(expectation: " ")),
            ("aylin", "until", Asked(until: "morgen")), ("aylin", "until", Asked(until: "2026-11-23")),
            ("aylin", "apart", Asked(apart: ["joost"])),
            ("aylin", "organisation", Asked(kind: "professional", organisation: "het")),
            ("aylin", "organisation", Asked(kind: "professional", organisation: "Vrouwenopvang De Luwte")),
            ("marieke", "organisation", Asked(kind: "professional", organisation: "de")),
            (
                "aylin", "colleague",
                Asked(kind: "professional", organisation: "Het Anker", colleague: "Niemand Bekend")
            ),
            ("priya", "share", Asked(kind: "relative", persons: ["sem"], share: "3")),
        ]
        for (person, field, asked) in mistakes {
            let browser = try await web.browser(of: person)
            let answer = try await web.invite(asked, by: browser, in: Self.family)
            #expect(answer.status == .badRequest, "\(person): \(field)")
            #expect(answer.text.contains("id=\"\(field)-error\""), "\(person): \(field)")
            #expect(answer.shown.contains("Past op de hond") || asked.expectation == " ")
        }
    }

    @Test func `is for nobody who has no say in it`() async throws {
        let web = try await WebTown.toRead
        let path = try web.circle(Self.family) + "/invitations"
        let nowhere = "/families/0192f3a0-0000-7000-8000-00000000dead/invitations"
        for person in ["truus", "khadija-is-niet", "robert", "esmee", "thijs", "bart", "annelies", "ravi"]
        where web.filled.accounts[person] != nil {
            let browser = try await web.browser(of: person)
            let refused = try await browser.get(path + "/new?kind=relative")
            #expect(Heard(refused) == Heard(try await browser.get(nowhere + "/new?kind=relative")), "\(person)")
            let token = try #require(try await browser.get("/account").token)
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "kind": "relative", "name": "X",
                "function": "y", "share": "1", "expectation": "z", "persons": try web.filled.person("noor").text,
            ])
            #expect(try await browser.post(path, body).status == .notFound, "\(person)")
        }
    }

    @Test func `somebody kept from a father leaves him no trace at any address`() async throws {
        let web = try await WebTown()
        let robert = try await web.browser(of: "robert")
        let fatma = try await web.browser(of: try web.filled.account("fatma"))
        // What Fatma does besides is seen as ever; and what he reads for the first time is new to him no more.
        _ = try await fatma.get(try web.circle("van-dongen"))
        _ = try await Self.said(to: robert)
        let before = try await Self.said(to: robert)
        let asked = Asked(
            kind: "professional", organisation: "Het Anker", colleague: "Daniël Groen", function: "traumabehandelaar",
            persons: ["fleur"], apart: ["robert", "wilma"], reason: "Dit is gevaarlijk", second: "nadia")
        let path = try #require(try await web.invite(asked, by: fatma, in: "van-dongen").location)
        let nowhere = try web.circle("van-dongen") + "/invitations/0192f3a0-0000-7000-8000-00000000dead"
        #expect(Heard(try await robert.get(path)) == Heard(try await robert.get(nowhere)))
        #expect(try await Self.said(to: robert) == before)
        _ = try await web.answer(path, ["fleur": "yes"], by: "eline")
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let nadia = try await web.browser(of: try web.filled.account("nadia"))
        let decision = try web.circle("van-dongen") + "/decisions/\(path.suffix(36))"
        #expect(try await nadia.get("/today").text.contains(decision))
        let absent = try web.circle("van-dongen") + "/decisions/0192f3a0-0000-7000-8000-00000000dead"
        for who in ["robert", "wilma", "eline", "daniel", "ruud"] {
            let other = who == "robert" ? robert : try await web.browser(of: try web.filled.account(who))
            let (found, nothing) = (try await other.get(decision), try await other.get(absent))
            #expect(found.status == .notFound && Heard(found) == Heard(nothing), "\(who)")
            #expect(try await web.send(decision + "/answer", ["said": "yes"], by: other).status == .notFound)
        }
        let decided = try await OpenForm(nadia, decision)
        #expect(decided.page.shown.contains("Robert") && decided.page.shown.contains("Dit is gevaarlijk"))
        #expect(try await nadia.post(decision + "/answer", decided.body(["said": "yes"])).status == .seeOther)
        _ = try await web.pressShown(path + "/acceptance", on: "/invitations", by: daniel)
        #expect(try await daniel.get(try web.circle("van-dongen")).status == .ok)
        let crawl = try await Crawl(robert)
        for secret in ["Daniël", "traumabehandelaar", "gevaarlijk", try web.filled.account("daniel").text] {
            #expect(crawl.pages(with: secret) == [], "\(secret)")
        }
        #expect(try await Self.said(to: robert) == before)
    }

    /// What somebody reads at all addresses they reach, without what differs each time a page is asked for.
    private static func said(to browser: TownBrowser) async throws -> [String: String] {
        let crawl = try await Crawl(browser)
        return Dictionary(uniqueKeysWithValues: crawl.pages.map { ($0.path, $0.answer.shown.onOneLine) })
    }
}
