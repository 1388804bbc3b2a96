// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing
import Town

extension WebTown {
    /// Marieke refers Sem to De Brug, and elsewhere perhaps, after he agreed with each party: the addresses of what she sent,
    /// the consent on which the first rests, and her browser.
    struct Referred {
        let marieke: TownBrowser
        let paths: [String]
        let consent: String

        var path: String { paths[0] }
        var basis: String { "consent-" + String(consent.suffix(36)) }
    }

    static let question = "Sem wil leren omgaan met zijn boosheid."

    func refer(to organisations: [String] = ["de-brug"]) async throws -> Referred {
        var consents: [String] = []
        for organisation in organisations { consents.append(try await agree(to: organisation)) }
        let bases = consents.map { "consent-" + String($0.suffix(36)) }
        let marieke = try await browser(of: "marieke")
        let answer = try await refer(
            by: marieke, to: Array(zip(organisations, bases)), sharing: [("help", bases[0])])
        #expect(answer.location == (try referrals))
        return Referred(marieke: marieke, paths: try await referralPaths(), consent: consents[0])
    }

    /// Sem says yes to sharing with an organisation: the address of the consent.
    func agree(
        to organisation: String, until: String = (WebTown.today + 90).iso
    ) async throws -> String {
        let name = try #require(Town.organisations.first { $0.slug == organisation }?.name)
        let asked = try await askConsent(by: "marieke", about: ["sem"], party: name, until: until)
        let consent = try #require(asked.location)
        #expect(try await tapConsent(consent, "yes", by: "sem").status == .seeOther)
        return consent
    }

    func basis(of organisation: String) async throws -> String {
        "consent-" + String(try await agree(to: organisation).suffix(36))
    }

    var referrals: String { get throws { try circle("de-wit-yildiz") + "/referrals" } }

    /// - Parameters:
    ///   - organisations: who is asked, each with what lets them know.
    ///   - parts: what goes along, each with what lets it.
    func refer(
        by browser: TownBrowser, to organisations: [(String, String)], sharing parts: [(String, String)] = [],
        asking question: String = WebTown.question, from origin: String = ""
    ) async throws -> Answer {
        let path = try referrals + "/new?person=\(try filled.person("sem"))" + (origin.isEmpty ? "" : "&from=\(origin)")
        return try await browser.post(
            try referrals,
            try filledIn(try await OpenForm(browser, path), to: organisations, sharing: parts, asking: question, origin)
        )
    }

    /// The form as somebody fills it in who read the page.
    func filledIn(
        _ open: OpenForm, to organisations: [(String, String)], sharing parts: [(String, String)] = [],
        asking question: String = WebTown.question, _ origin: String = ""
    ) throws -> String {
        var body = open.body(["person": try filled.person("sem").text, "question": question, "from": origin])
        for (organisation, basis) in organisations {
            let id = try filled.organisation(organisation).text
            body += "&" + form(["asked": id, "to-\(id)": basis])
        }
        for (part, basis) in parts {
            let offered = try #require(open.page.fields("offered").first { $0.hasPrefix(part) })
            body += "&" + form(["offered": offered, String(offered.prefix { $0 != " " }): basis])
        }
        return body
    }

    /// The addresses of all referrals there are, first sent first.
    func referralPaths() async throws -> [String] {
        try await database.read { connection in
            try connection.rows("SELECT id FROM referral ORDER BY since_at, id") { "/referrals/" + $0.text(0) }
        }
    }

    func step(
        _ path: String, _ step: String, _ typed: KeyValuePairs<String, String> = [:], by browser: TownBrowser
    ) async throws -> Answer {
        try await send("\(path)/\(step)", typed, by: browser)
    }

    func owed(_ path: String) async throws -> [PromiseKind] {
        let subject = Promise.Subject(kind: Referral.subjectKind, id: String(path.suffix(36)))
        return try await database.read { try $0.openPromises(about: subject).map(\.promise.kind) }
    }
}

@Suite struct `The pages with referrals` {
    private static let absent = "/referrals/0192f3a0-0000-7000-8000-00000000dead"

    private func browser(_ web: WebTown, of who: String) async throws -> TownBrowser {
        try await web.browser(of: try web.filled.account(who))
    }

    @Test(arguments: Engine.all)
    func `go from the question to its end, with a word back at receipt, start and end`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        var marieke = referred.marieke
        let path = referred.path
        var thijs = try await browser(web, of: "thijs")
        #expect(try await thijs.get("/today").links.contains(path))
        #expect(try await thijs.get("/referrals").shown.contains("Sem"))
        let asked = try await thijs.get(path)
        #expect(asked.shown.contains(WebTown.question) && asked.shown.contains("Welke hulp er al was"))
        #expect(try await web.owed(path) == [.answerReferral])
        web.clock.wait(.days(7))
        (thijs, marieke) = (try await browser(web, of: "thijs"), try await browser(web, of: "marieke"))
        #expect(try await web.step(path, "acceptance", ["acceptanceChoice": "sender"], by: thijs).location == path)
        #expect(try await web.owed(path) == [.bridgeReferral, .meetReferral])
        #expect(try await marieke.get(path).shown.contains("Thijs Nauta zei ja"))
        #expect(try await web.step(path, "contact", ["contactText": "Sem houdt moed."], by: marieke).location == path)
        #expect(try await web.owed(path) == [.meetReferral])
        web.clock.wait(.days(7))
        (thijs, marieke) = (try await browser(web, of: "thijs"), try await browser(web, of: "marieke"))
        #expect(try await web.step(path, "appointment", by: thijs).location == path)
        web.clock.wait(.days(7))
        (thijs, marieke) = (try await browser(web, of: "thijs"), try await browser(web, of: "marieke"))
        let start: KeyValuePairs = ["startSubcontractor": "Bureau Oever", "startText": "Maandag beginnen we."]
        #expect(try await web.step(path, "start", start, by: thijs).location == path)
        let started = try await marieke.get(path).shown
        #expect(started.contains("Bureau Oever") && started.contains("De hulp is begonnen."))
        #expect(try await web.owed(path) == [.finishReferral])
        let end: KeyValuePairs = ["endChoice": "withoutHelp", "endText": "Het gaat goed met Sem."]
        #expect(try await web.step(path, "end", end, by: thijs).location == path)
        #expect(try await marieke.get("/today").links.contains(path))
        #expect(try await web.step(path, "verdict", ["verdictChoice": "helped"], by: marieke).location == path)
        #expect(try await web.owed(path) == [])
        #expect(
            try await facts(web) == [
                "feedbackOnTime true", "feedbackOnTime true", "feedbackOnTime true",
                "furtherWithoutHelpAsHelpersSee true",
                "help 0", "leftEarly false", "referralHelped true", "rightDoor true", "waitForFirstAppointment 14",
                "waitForStart 7", "waitInAll 21",
            ])
    }

    private func facts(_ web: WebTown) async throws -> [String] {
        try await web.database.read { connection in
            try connection.rows(
                "SELECT kind, began, ended, value FROM fact WHERE organisation = \(web.filled.organisation("de-brug")) ORDER BY kind, id"
            ) { row in
                let length = try row.ifAny(2) { try $0.day($1) }.map { "\($0 - (try row.day(1)))" }
                return "\(row.text(0)) \(length ?? (row.int(3) == 1 ? "true" : "false"))"
            }
        }.sorted()
    }

    @Test(arguments: Engine.all)
    func `show nothing to anybody but the two sides`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        let thijs = try await browser(web, of: "thijs")
        #expect(try await web.step(path, "taking", by: thijs).location == path)
        let others = [
            "chidi", "youssef", "ruud", "sanne", "hanna", "nadia", "priya", "bart", "ravi", "aylin", "joost", "sem",
            "truus",
        ]
        for who in others {
            let stranger = try await browser(web, of: who)
            #expect(try await Heard(stranger.get(path)) == Heard(stranger.get(Self.absent)), "\(who)")
            for step in ["taking", "acceptance", "start", "end", "verdict", "withdrawal"] {
                let typed: KeyValuePairs = [
                    "acceptanceChoice": "sender", "endChoice": "withLess", "verdictChoice": "helped",
                ]
                #expect(try await web.step(path, step, typed, by: stranger).status == .notFound, "\(who) \(step)")
            }
            for page in ["/referrals", "/referrals?which=waiting", "/waits", "/today"] {
                #expect(try await !stranger.get(page).text.contains(path), "\(who) \(page)")
            }
        }
        #expect(try await web.browser().get(path).status == .seeOther)
        for who in ["aylin", "truus", "ravi"] {
            for page in ["/referrals", "/waits"] {
                #expect(try await browser(web, of: who).get(page).status == .notFound, "\(who) \(page)")
            }
        }
    }

    @Test(arguments: [
        ("sem", true), ("aylin", true), ("joost", true), ("truus", true), ("hanna", true), ("priya", true),
        ("sanne", false), ("khadija", false), ("dave", false), ("thijs", false), ("youssef", false), ("ravi", false),
    ])
    func `tell the circle of who plans with him how it stands, and nobody else`(who: String, reads: Bool) async throws {
        let web = try await WebTown()
        _ = try await web.refer()
        let page = try await browser(web, of: who).get(try web.referrals)
        #expect(page.shown.contains(WebTown.question) == reads)
        #expect(page.shown.contains("De Brug") == reads)
        let may = ["hanna", "priya"].contains(who)
        #expect(page.shown.contains("Sem de Wit-Yildiz verwijzen") == may)
        let new = try web.referrals + "/new?person=\(try web.filled.person("sem"))"
        #expect(try await browser(web, of: who).get(new).status == (may ? .ok : .notFound))
        let body: KeyValuePairs = ["person": try web.filled.person("sem").text, "question": "x", "basis": "x"]
        guard !may else { return }
        #expect(try await web.send(try web.referrals, body, by: browser(web, of: who)).status == .notFound)
    }

    @Test func `are a colleague's where anything of the family is kept from somebody of the other side`() async throws {
        let web = try await WebTown()
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: "thijs", in: web.filled.family("de-wit-yildiz"))
        let path = try await web.refer().path
        let (thijs, chidi) = (try await browser(web, of: "thijs"), try await browser(web, of: "chidi"))
        #expect(try await chidi.get(path).status == .ok)
        #expect(try await Heard(thijs.get(path)) == Heard(thijs.get(Self.absent)))
        for page in ["/referrals", "/today", "/waits"] {
            let shown = try await thijs.get(page)
            #expect(!shown.text.contains(path) && !shown.shown.contains("Nieuw (1)"), "\(page)")
        }
    }

    @Test func `tell the family who read what was shared`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let looked = try web.circle("de-wit-yildiz") + "/access"
        let aylin = try await web.browser(of: "aylin")
        let line = /keek naar een verwijzing/
        let before = try await aylin.get(looked).shown.matches(of: line).count
        #expect(try await browser(web, of: "thijs").get(path).status == .ok)
        #expect(try await aylin.get(looked).shown.matches(of: line).count > before)
    }

    @Test(arguments: Engine.all)
    func `close to the other side what rested on a consent once that is taken back`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let thijs = try await browser(web, of: "thijs")
        #expect(try await thijs.get(referred.path).shown.contains(WebTown.question))
        #expect(try await web.stopConsent(referred.consent, for: ["sem"], by: "sem").status == .seeOther)
        for page in [referred.path, "/referrals", "/today"] {
            let shown = try await thijs.get(page).shown
            #expect(!shown.contains(WebTown.question) && !shown.contains("Sem "), "\(page)")
        }
        #expect(try await thijs.get(referred.path).shown.contains("Dit lees je niet meer"))
        #expect(try await referred.marieke.get(referred.path).shown.contains("De ander leest dit niet meer"))
        // What is left is answered all the same.
        let no: KeyValuePairs = ["refusalText": "Wij weten niet om wie het gaat.", "refusalElsewhere": "Vraag het na."]
        #expect(try await web.step(referred.path, "refusal", no, by: thijs).location == referred.path)
    }

    @Test func `share nothing without a consent or a ground that stands`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let new = try web.referrals + "/new?person=\(try web.filled.person("sem"))"
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["sem"], party: "De Brug").location)
        let waiting = "consent-" + String(consent.suffix(36))
        let page = try await marieke.get(new)
        #expect(!page.text.contains(waiting))
        let brug = try web.filled.organisation("de-brug").text
        let tried = try await web.send(
            try web.referrals,
            [
                "person": try web.filled.person("sem").text, "question": "x", "asked": brug, "to-\(brug)": waiting,
            ], by: marieke)
        #expect(tried.status == .badRequest && tried.text.contains("id=\"to-\(brug)-error\""))
        _ = try await web.tapConsent(consent, "yes", by: "sem")
        #expect(try await marieke.get(new).text.contains(waiting))
        _ = try await web.stopConsent(consent, for: ["sem"], by: "sem")
        #expect(try await !marieke.get(new).text.contains(waiting))
        #expect(try await web.referralPaths() == [])
    }

    @Test func `say at each field what to mend, and lose nothing typed`() async throws {
        let web = try await WebTown()
        let referred = try await web.refer()
        let nothing = try await web.refer(by: referred.marieke, to: [], asking: " ")
        #expect(nothing.status == .badRequest)
        for field in ["to", "question"] {
            #expect(nothing.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        let typed = try await web.refer(by: referred.marieke, to: [("de-brug", "x")], asking: "Wil je praten met Sem?")
        #expect(typed.status == .badRequest && typed.shown.contains("Wil je praten met Sem?"))
        let thijs = try await browser(web, of: "thijs")
        let no = try await web.step(referred.path, "refusal", ["refusalText": "Wij zitten vol."], by: thijs)
        #expect(no.status == .badRequest && no.text.contains("id=\"refusalElsewhere-error\""))
        #expect(no.shown.contains("Wij zitten vol."))
        let unsaid = try await web.step(referred.path, "acceptance", by: thijs)
        #expect(unsaid.status == .badRequest && unsaid.text.contains("id=\"acceptanceChoice-error\""))
        #expect(
            try await web.step(referred.path, "end", ["endChoice": "withLess", "endText": "x"], by: thijs).status
                == .conflict)
    }

    @Test(arguments: Engine.all)
    func `sent twice are there once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let open = try await OpenForm(
            referred.marieke, try web.referrals + "/new?person=\(try web.filled.person("sem"))")
        let body = try web.filledIn(open, to: [("de-brug", referred.basis)], asking: "Nog iets.")
        for _ in 0..<2 { #expect(try await referred.marieke.post(try web.referrals, body).location == web.referrals) }
        #expect(try await web.referralPaths().count == 2)
    }

    @Test(arguments: Engine.all)
    func `asked at the same time are over once one starts`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer(to: ["de-brug", "het-anker"])
        #expect(referred.paths.count == 2)
        let (thijs, daniel) = (try await browser(web, of: "thijs"), try await browser(web, of: "daniel"))
        var (brug, anker) = (referred.paths[0], referred.paths[1])
        if try await thijs.get(brug).status != .ok { (brug, anker) = (anker, brug) }
        for (path, browser) in [(brug, thijs), (anker, daniel)] {
            #expect(
                try await web.step(path, "acceptance", ["acceptanceChoice": "receiver"], by: browser).status
                    == .seeOther)
        }
        #expect(try await web.step(brug, "start", by: thijs).location == brug)
        #expect(try await web.owed(anker) == [])
        let over = try await daniel.get(anker).shown
        #expect(over.contains("De hulp begon op een andere plek") && !over.contains(WebTown.question))
    }

    @Test(arguments: Engine.all)
    func `start in one place alone, also when two start at once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer(to: ["de-brug", "het-anker"])
        let (thijs, daniel) = (try await browser(web, of: "thijs"), try await browser(web, of: "daniel"))
        var (brug, anker) = (referred.paths[0], referred.paths[1])
        if try await thijs.get(brug).status != .ok { (brug, anker) = (anker, brug) }
        for (path, browser) in [(brug, thijs), (anker, daniel)] {
            let yes: KeyValuePairs = ["acceptanceChoice": "receiver"]
            #expect(try await web.step(path, "acceptance", yes, by: browser).status == .seeOther)
        }
        let (here, there) = (try await OpenForm(thijs, brug), try await OpenForm(daniel, anker))
        async let one = thijs.post(brug + "/start", here.body([:]))
        async let other = daniel.post(anker + "/start", there.body([:]))
        #expect(try await Set([one.status, other.status]) == [.seeOther, .conflict])
        #expect(try await web.owed(brug) + web.owed(anker) == [.finishReferral])
    }

    @Test(arguments: Engine.all)
    func `that point to another door go there alone, with the time already waited and with those asked beside`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer(to: ["de-brug", "praktijk-aan-de-vecht"])
        web.clock.wait(.days(10))
        let thijs = try await browser(web, of: "thijs")
        var (path, other) = (referred.paths[0], referred.paths[1])
        if try await thijs.get(path).status != .ok { (path, other) = (other, path) }
        let (origin, anker) = (String(path.suffix(36)), try web.filled.organisation("het-anker").text)
        #expect(try await web.step(path, "redirection", ["redirectionChoice": anker], by: thijs).location == path)
        let marieke = try await web.browser(of: "marieke")
        let page = try await marieke.get(path)
        #expect(page.shown.contains("Vraag het aan Het Anker"))
        let link = try #require(page.links.first { $0.contains("/referrals/new?") })
        let shown = try await marieke.get(link.replacing("&amp;", with: "&"))
        #expect(shown.fields("asked") == [anker])
        let consent = try await web.agree(to: "het-anker")
        let basis = "consent-" + String(consent.suffix(36))
        let elsewhere = try await web.refer(by: marieke, to: [("ggd", basis)], from: origin)
        #expect(elsewhere.status == .badRequest && elsewhere.shown.contains(WebTown.question))
        let open = try await OpenForm(marieke, link.replacing("&amp;", with: "&"))
        let body = try web.filledIn(open, to: [("het-anker", basis)], origin)
        for _ in 0..<2 { #expect(try await marieke.post(try web.referrals, body).location == (try web.referrals)) }
        #expect(try await web.owed(path) == [])
        let again = try await web.refer(by: marieke, to: [("het-anker", basis)], from: origin)
        #expect(again.status == .badRequest && again.shown.contains("Iemand was je voor."))
        let daniel = try await browser(web, of: "daniel")
        #expect(try await daniel.get("/referrals").shown.contains("Het wachten duurt nu 10 dagen."))
        let new = try #require(try await web.referralPaths().last)
        #expect(try await web.step(new, "acceptance", ["acceptanceChoice": "receiver"], by: daniel).location == new)
        #expect(try await web.step(new, "start", by: daniel).location == new)
        #expect(try await web.owed(other) == [])
    }

    @Test func `move to colleagues when who has one in hand leaves, who opens nothing then`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let thijs = try await browser(web, of: "thijs")
        #expect(try await web.step(path, "taking", by: thijs).location == path)
        #expect(try await browser(web, of: "chidi").get(path).status == .notFound)
        let work = try #require(web.filled.professionals["thijs"])
        let ravi = try await web.browser(of: "ravi")
        let person = "/organisations/\(try web.filled.organisation("de-brug"))/people/\(work)"
        let token = try #require(try await ravi.get(person).token)
        #expect(try await ravi.post(person + "/work/end", form(["token": token])).status == .seeOther)
        #expect(try await thijs.get(path).status != .ok)
        #expect(try await browser(web, of: "chidi").get(path).status == .ok)
    }

    @Test(arguments: Engine.all)
    func `that nobody answers in time are seen by all colleagues, and unheard ones end`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        #expect(try await web.step(path, "taking", by: browser(web, of: "thijs")).location == path)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.days(20))
        await sweep.sweep()
        let chidi = try await browser(web, of: "chidi")
        #expect(try await chidi.get(path).status == .ok)
        let no: KeyValuePairs = ["refusalText": "Wij zitten vol.", "refusalElsewhere": "Het Anker."]
        #expect(try await web.step(path, "refusal", no, by: chidi).location == path)
        web.clock.wait(.days(60))
        await sweep.sweep()
        #expect(try await web.owed(path) == [])
    }

    @Test(arguments: Engine.all)
    func `are sealed where they are kept, and erased with the young person`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        let kept = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT question FROM referral
                UNION ALL SELECT body FROM referral_part UNION ALL SELECT title FROM referral_part
                UNION ALL SELECT party FROM referral_part ORDER BY 1
                """
            ) { $0.bytesIfAny(0) ?? [] }
        }
        #expect(kept.count == 7)
        for sealed in kept {
            let text = String(decoding: sealed, as: UTF8.self)
            #expect(!text.contains("boosheid") && !text.contains("Sem") && !text.contains("Brug"))
        }
        let family = try web.filled.family("de-wit-yildiz")
        let parts = try await web.dossiers.parts(of: family, try web.filled.person("sem"))
        _ = try await web.dossiers.erase(parts, of: family, at: web.clock.now) { _, _ in }
        let left = try await browser(web, of: "thijs").get(path)
        #expect(!left.shown.contains("boosheid") && !left.shown.contains("Sem "))
    }

    @Test(arguments: Engine.all)
    func `tell the family where else it can go, also in what it takes along`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        let no: KeyValuePairs = ["refusalText": "Wij zitten vol.", "refusalElsewhere": "Bij Het Anker is plaats."]
        #expect(try await web.step(path, "refusal", no, by: browser(web, of: "thijs")).location == path)
        for who in ["sem", "aylin"] {
            let page = try await browser(web, of: who).get(try web.referrals).shown
            #expect(page.contains("Bij Het Anker is plaats.") && !page.contains("Wij zitten vol."), "\(who)")
        }
        let copy = try await web.copied("sem", for: browser(web, of: "sem"))
        #expect(copy.contains(WebTown.question) && copy.contains("Bij Het Anker is plaats."))
    }

    @Test func `name in the record of a list all families and persons it showed, and count nothing that is kept`()
        async throws
    {
        let web = try await WebTown()
        let referred = try await web.refer()
        let family = try web.filled.family("de-wit-yildiz")
        let thijs = try await browser(web, of: "thijs")
        #expect(try await web.mentions(of: "thijs", family) == 0)
        _ = try await thijs.get("/referrals")
        #expect(try await web.mentions(of: "thijs", family) == 1)
        _ = try await web.refer(by: referred.marieke, to: [("het-anker", try await web.basis(of: "het-anker"))])
        let youssef = try await browser(web, of: "youssef")
        for path in try await web.referralPaths() {
            #expect(
                try await web.step(path, "passing", ["passingChoice": ""], by: referred.marieke).status == .seeOther)
        }
        let sent = try await youssef.get("/referrals?which=sent")
        #expect(sent.shown.contains("(2)") && sent.shown.contains("Het Anker"))
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: "youssef", in: family)
        let kept = try await youssef.get("/referrals?which=sent")
        #expect(!kept.shown.contains("(2)") && !kept.shown.contains("Het Anker"))
    }
}
