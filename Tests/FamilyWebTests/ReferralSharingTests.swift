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

@Suite struct `What is shared with a referral` {
    private func new(_ web: WebTown) throws -> String {
        try web.referrals + "/new?person=\(try web.filled.person("sem"))"
    }

    /// A goal of Sem in the plan, which marieke reads.
    private func plan(_ web: WebTown) async throws {
        try await web.town.fillPlans(web.dossiers, web.filled, ids: .unguessable)
    }

    @Test func `goes to the party that is named, and says so`() async throws {
        let web = try await WebTown()
        let bases = try await [web.agree(to: "de-brug"), web.agree(to: "het-anker")].map {
            "consent-" + String($0.suffix(36))
        }
        let marieke = try await web.browser(of: "marieke")
        let sent = try await web.refer(
            by: marieke, to: [("de-brug", bases[0]), ("het-anker", bases[1])], sharing: [("help", bases[1])])
        #expect(sent.location == (try web.referrals))
        let (thijs, daniel) = (try await web.browser(of: "thijs"), try await web.browser(reading: "daniel"))
        var (brug, anker) = (try await web.referralPaths()[0], try await web.referralPaths()[1])
        if try await thijs.get(brug).status != .ok { (brug, anker) = (anker, brug) }
        let (there, elsewhere) = (try await daniel.get(anker).shown, try await thijs.get(brug).shown)
        #expect(there.contains("Welke hulp er al was") && there.contains("“Het Anker”"))
        #expect(!elsewhere.contains("Welke hulp er al was") && elsewhere.contains("“De Brug”"))
        #expect(try await marieke.get(brug).shown.contains("Wie verwees, zegt dat dit De Brug is."))
    }

    @Test func `goes to nobody else on one yes, nor to a party that is not asked`() async throws {
        let web = try await WebTown()
        let (one, same) = (try await web.agree(to: "de-brug"), try await web.agree(to: "de-brug"))
        let other = try await web.agree(to: "het-anker")
        let bases = [one, same, other].map { "consent-" + String($0.suffix(36)) }
        let marieke = try await web.browser(of: "marieke")
        let anker = try web.filled.organisation("het-anker").text
        for basis in [bases[0], bases[1]] {
            let twice = try await web.refer(by: marieke, to: [("de-brug", bases[0]), ("het-anker", basis)])
            #expect(twice.status == .badRequest && twice.shown.contains("Dit geldt voor één partij"))
            #expect(twice.text.contains("-error\"") && twice.text.contains("to-\(anker)"))
        }
        let part = try await web.refer(by: marieke, to: [("de-brug", bases[0])], sharing: [("help", bases[2])])
        #expect(part.status == .badRequest && part.text.contains("id=\"help-error\""))
        #expect(try await web.referralPaths() == [])
        // Another yes with the same party lets it go along.
        let sent = try await web.refer(by: marieke, to: [("de-brug", bases[0])], sharing: [("help", bases[1])])
        #expect(sent.location == (try web.referrals))
    }

    @Test(arguments: Engine.all)
    func `is what was read, or nothing is sent`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        try await plan(web)
        let basis = "consent-" + String(try await web.agree(to: "de-brug").suffix(36))
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, try new(web))
        let goal = try #require(open.page.fields("offered").first { $0.hasPrefix("goal-") })
        let name = String(goal.prefix { $0 != " " })
        let body = try web.filledIn(open, to: [("de-brug", basis)], sharing: [("goal-", basis)])
        let stale = body.replacing(form(["offered": goal]), with: form(["offered": name + " 0"]))
        let changed = try await marieke.post(try web.referrals, stale)
        #expect(changed.status == .badRequest && changed.text.contains("id=\"\(name)-error\""))
        #expect(changed.shown.contains("Dit is intussen veranderd.") && changed.shown.contains(WebTown.question))
        let gone = try await marieke.post(
            try web.referrals,
            body + "&"
                + form([
                    "offered": "goal-0192f3a0-0000-7000-8000-00000000dead 0",
                    "goal-0192f3a0-0000-7000-8000-00000000dead": basis,
                ]))
        #expect(gone.status == .badRequest && gone.text.contains("id=\"parts-error\""))
        #expect(try await web.referralPaths() == [])
        #expect(try await marieke.post(try web.referrals, body).location == (try web.referrals))
    }

    /// A yes that came to its end closes what rested on it, on the day itself.
    @Test(arguments: Engine.all)
    func `is read until the last day that was agreed`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let consent = try await web.agree(to: "de-brug", until: (WebTown.today + 5).iso)
        let marieke = try await web.browser(of: "marieke")
        let basis = "consent-" + String(consent.suffix(36))
        #expect(try await web.refer(by: marieke, to: [("de-brug", basis)]).status == .seeOther)
        let path = try await web.referralPaths()[0]
        web.clock.wait(.days(4))
        #expect(try await web.browser(of: "thijs").get(path).shown.contains(WebTown.question))
        web.clock.wait(.days(1))
        let thijs = try await web.browser(of: "thijs")
        for page in [path, "/referrals"] {
            let shown = try await thijs.get(page).shown
            #expect(!shown.contains(WebTown.question) && !shown.contains("Sem "), "\(page)")
        }
        #expect(try await thijs.get(path).shown.contains("Dit lees je niet meer"))
    }

    /// What is about two rests on the yes of both, and closes with one of them.
    @Test func `about two persons is read no more once one of them takes it back`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let (id, other) = (String(path.suffix(36)), try web.filled.person("noor"))
        let consent = try await web.database.write { connection -> String in
            try connection.execute(
                "INSERT INTO referral_part_person (referral_id, number, person_id) VALUES (\(id), 2, \(other))")
            let consent = try connection.row(
                "SELECT consent_id FROM referral_part WHERE referral_id = \(id) AND number = 2 ORDER BY number"
            ) { $0.text(0) }
            return consent ?? ""
        }
        let thijs = try await web.browser(of: "thijs")
        let closed = try await thijs.get(path).shown
        #expect(closed.contains(WebTown.question) && closed.contains("Dit lees je niet meer"))
        let family = try web.filled.family("de-wit-yildiz")
        let now = web.clock.now
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                INSERT INTO consent_person (family_id, consent_id, person_id, agreed_at)
                VALUES (\(family), \(consent), \(other), \(now))
                """)
        }
        #expect(try await !thijs.get(path).shown.contains("Dit lees je niet meer"))
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                UPDATE consent_person SET ended_at = \(now) WHERE consent_id = \(consent) AND person_id = \(other)
                """)
        }
        let half = try await thijs.get(path).shown
        #expect(half.contains(WebTown.question) && half.contains("Dit lees je niet meer"))
    }

    @Test func `says before it is sent who sees it, and can be held from somebody then`() async throws {
        let web = try await WebTown()
        let referred = try await web.refer()
        let id = String(referred.path.suffix(36))
        #expect(try await referred.marieke.get(try new(web)).shown.contains("ziet deze verwijzing meteen"))
        let hold = try web.circle("de-wit-yildiz") + "/holds/new?item=referral.\(id)"
        #expect(try await referred.marieke.get(try web.referrals).links.contains(hold))
        let page = try await referred.marieke.get(hold)
        #expect(page.status == .ok && page.shown.contains("Vasthouden: verwijzing"))
        for who in ["joost", "sanne", "thijs"] {
            #expect(try await web.browser(of: who).get(hold).status == .notFound, "\(who)")
        }
        let joost = try await web.browser(of: "joost")
        let family = try web.filled.family("de-wit-yildiz")
        try await web.hold(ItemName(.referral, ID<Referral>(stored: id)), from: "joost", in: family)
        let pages = try await Crawl(joost).pages
        #expect(pages.filter { $0.holds(WebTown.question) || $0.holds("een verwijzing.") }.map(\.path) == [])
        #expect(pages.filter { $0.holds("vroeg hulp bij een andere organisatie") }.map(\.path) == [])
        #expect(try await web.browser(of: "aylin").get(try web.referrals).shown.contains(WebTown.question))
    }
}

@Suite struct `What is typed for a referral` {
    private static let typed: KeyValuePairs = [
        "refusalText": "Wij zitten vol.", "refusalElsewhere": "Vraag Het Anker.", "startText": "Maandag.",
        "startSubcontractor": "Bureau Oever",
    ]

    @Test(arguments: ["refusal", "start"])
    func `is handed back where somebody was first`(step: String) async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let thijs = try await web.browser(of: "thijs")
        let no: KeyValuePairs = ["refusalText": "Nee.", "refusalElsewhere": "Elders."]
        #expect(try await web.step(path, "refusal", no, by: thijs).location == path)
        let late = try await web.step(path, step, Self.typed, by: thijs)
        #expect(late.status == .conflict && late.shown.contains("Wat je schreef"))
        for text in Self.typed.filter({ $0.key.hasPrefix(step) }).map(\.value) {
            #expect(late.shown.contains(text), "\(text)")
        }
    }

    @Test func `is handed back where it lies with somebody else now`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        #expect(try await web.step(path, "taking", by: web.browser(of: "thijs")).location == path)
        let late = try await web.step(path, "start", Self.typed, by: web.browser(reading: "chidi"))
        #expect(late.status == .notFound)
        #expect(late.shown.contains("Maandag.") && late.shown.contains("Bureau Oever"))
    }

    @Test func `is handed back to who left the circle meanwhile`() async throws {
        let web = try await WebTown()
        let referred = try await web.refer()
        let path = try web.referrals + "/new?person=\(try web.filled.person("sem"))"
        let open = try await OpenForm(referred.marieke, path)
        try await web.leave("marieke", for: ["sem"])
        let body = try web.filledIn(open, to: [("de-brug", referred.basis)], asking: "Kan Sem bij jullie terecht?")
        let late = try await referred.marieke.post(try web.referrals, body)
        #expect(late.status == .notFound && late.shown.contains("Kan Sem bij jullie terecht?"))
    }

    @Test func `in a session that expired stands there again`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let thijs = try await web.browser(of: "thijs")
        let open = try await OpenForm(thijs, path)
        web.clock.wait(.days(2))
        let body = open.body(["page": path, "refusalText": "Wij zitten vol.", "refusalElsewhere": ""])
        let late = try await thijs.post(path + "/refusal", body)
        #expect(late.location?.hasPrefix("/sign-in") == true)
        try await web.signIn("thijs", in: thijs)
        #expect(try await thijs.get(path).shown.contains("Wij zitten vol."))
    }
}
