// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

extension WebTown {
    /// Somebody leaves the circle of the family, for some of it or for all.
    func leave(_ member: String, for persons: [String]) async throws {
        let family = try filled.family("de-wit-yildiz")
        let id = try filled.membership("de-wit-yildiz/\(member)")
        let (vault, now, about) = (vault, clock.now, Set(try persons.map { try filled.person($0) }))
        let look = Look(
            reader: try filled.account(member), at: now, from: "", action: .update, item: ItemName(.circle, id))
        let done = try await dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            let version = try #require(try connection.member(id, key)?.version)
            try connection.end(id, for: about, version: version, at: now, ids: .unguessable, key, vault)
            return Found("left", about: about)
        }
        #expect(done == "left")
    }

    /// Somebody of the town turns out to be of the family.
    func join(_ professional: String, as person: String) async throws {
        let (account, id) = (try filled.account(professional), try filled.person(person))
        _ = try await database.write { connection in
            try connection.execute("UPDATE person SET account_id = \(account) WHERE id = \(id)")
        }
    }

    func sweep() async {
        await HourlySweep(dossiers, Clock { [clock] in clock.now }) { Issue.record($0) }.sweep()
    }

    func browser(reading who: String) async throws -> TownBrowser { try await browser(of: try filled.account(who)) }
}

@Suite struct `A referral is kept from` {
    private static let absent = "/referrals/0192f3a0-0000-7000-8000-00000000dead"
    private static let inbox = "Het ligt nu bij de hele organisatie"

    private func isAbsent(_ path: String, for browser: TownBrowser) async throws -> Bool {
        try await Heard(browser.get(path)) == Heard(browser.get(Self.absent))
    }

    @Test(arguments: Engine.all, [["sem"], ["aylin", "joost", "sem", "noor"]])
    func `who sent it and left the circle, but for how it stands`(engine: Engine, persons: [String]) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let path = referred.path
        try await web.leave("marieke", for: persons)
        let youssef = try await web.browser(reading: "youssef")
        for browser in [referred.marieke, youssef] {
            let page = try await browser.get(path).shown
            #expect(page.contains("Je ziet alleen hoe het staat") && page.contains(Self.inbox))
            for shown in [page, try await browser.get("/referrals?which=sent").shown] {
                #expect(shown.contains("Er is nog geen antwoord."))
                #expect(!shown.contains(WebTown.question) && !shown.contains("Sem "))
            }
        }
        #expect(try await web.step(path, "taking", by: youssef).location == path)
        #expect(try await isAbsent(path, for: referred.marieke))
        let no: KeyValuePairs = ["refusalText": "Sem is te jong.", "refusalElsewhere": "Bij Het Anker."]
        #expect(try await web.step(path, "refusal", no, by: web.browser(reading: "thijs")).location == path)
        let answered = try await youssef.get(path).shown
        #expect(answered.contains("Thijs Nauta zei nee") && !answered.contains("te jong"))
        #expect(try await web.step(path, "verdict", ["verdictChoice": "notHelped"], by: youssef).location == path)
        #expect(try await web.owed(path) == [])
    }

    @Test(arguments: ["marieke", "thijs"])
    func `a colleague to whom it is passed on and who is kept out, who finds nothing`(who: String) async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let (browser, colleague) = (try await web.browser(of: who), who == "marieke" ? "youssef" : "chidi")
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: colleague, in: web.filled.family("de-wit-yildiz"))
        if who == "thijs" { #expect(try await web.step(path, "taking", by: browser).location == path) }
        let passed: KeyValuePairs = ["passingChoice": try web.filled.account(colleague).text]
        #expect(try await web.step(path, "passing", passed, by: browser).location == "/referrals")
        let kept = try await web.browser(reading: colleague)
        #expect(try await isAbsent(path, for: kept))
        for page in ["/referrals", "/referrals?which=sent", "/waits", "/today"] {
            let shown = try await kept.get(page)
            #expect(!shown.text.contains(path) && !shown.shown.contains("(1)"), "\(page)")
        }
        #expect(try await browser.get(path).status == .ok)
        #expect(try await browser.get(path).shown.contains("gaf het door"))
    }

    @Test(arguments: Engine.all)
    func `nobody, where help that goes on for long lies in no hands for a day`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        let thijs = { try await web.browser(reading: "thijs") }
        #expect(try await web.step(path, "acceptance", ["acceptanceChoice": "receiver"], by: thijs()).location == path)
        for step in ["appointment", "start"] {
            #expect(try await web.step(path, step, by: thijs()).location == path)
        }
        web.clock.wait(.days(250))
        #expect(try await web.step(path, "passing", ["passingChoice": ""], by: thijs()).location == "/referrals")
        web.clock.wait(.days(1))
        await web.sweep()
        #expect(try await web.step(path, "taking", by: thijs()).location == path)
        #expect(try await thijs().get(path).shown.contains("Laat het weten"))
        #expect(try await web.step(path, "passing", ["passingChoice": ""], by: thijs()).location == "/referrals")
        web.clock.wait(Referral.patience + .days(1))
        await web.sweep()
        #expect(try await web.owed(path) == [.hearReferral])
    }

    @Test(arguments: Engine.all)
    func `all at the other side, and goes back to who asked`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let brug = try web.filled.organisation("de-brug")
        let people = try await web.database.read { try $0.professionals(in: brug, on: WebTown.today).map(\.account) }
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        for person in ["chidi", "thijs"] {
            #expect(people.contains(try web.filled.account(person)))
            try await web.hold(ItemName(.conversation, talk), from: person, in: web.filled.family("de-wit-yildiz"))
        }
        #expect(people.count == 2)
        await web.sweep()
        #expect(try await web.owed(referred.path) == [.hearReferral])
        #expect(try await referred.marieke.get(referred.path).shown.contains("Daar is nu niemand die dit doet"))
    }

    @Test(arguments: ["youssef", "chidi"])
    func `a colleague who is of the family, at either side`(who: String) async throws {
        let web = try await WebTown()
        let referred = try await web.refer()
        let (path, kept) = (referred.path, try await web.browser(reading: who))
        #expect(try await web.step(path, "passing", ["passingChoice": ""], by: referred.marieke).status == .seeOther)
        #expect(try await kept.get(path).status == .ok)
        try await web.join(who, as: "joost")
        #expect(try await isAbsent(path, for: kept))
        for step in ["taking", "acceptance", "withdrawal"] {
            let typed: KeyValuePairs = ["acceptanceChoice": "sender"]
            #expect(try await web.step(path, step, typed, by: kept).status == .notFound)
        }
    }

    @Test(arguments: Engine.all)
    func `who has it in hand when something is held from them, and lies with colleagues then`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let (path, family) = (referred.path, try web.filled.family("de-wit-yildiz"))
        let (thijs, chidi) = (try await web.browser(of: "thijs"), try await web.browser(reading: "chidi"))
        #expect(try await web.step(path, "taking", by: thijs).location == path)
        #expect(try await isAbsent(path, for: chidi))
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: "thijs", in: family)
        #expect(try await isAbsent(path, for: thijs))
        #expect(try await chidi.get(path).shown.contains(Self.inbox))
        try await web.hide("sanne", from: "marieke", in: "de-wit-yildiz", by: "hanna")
        #expect(try await isAbsent(path, for: referred.marieke))
        #expect(try await web.browser(reading: "youssef").get(path).status == .ok)
    }

    @Test func `who has it in hand and proves to be of the family, by the sweep`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        #expect(try await web.step(path, "taking", by: web.browser(of: "thijs")).location == path)
        try await web.join("thijs", as: "joost")
        await web.sweep()
        #expect(try await web.browser(reading: "chidi").get(path).shown.contains(Self.inbox))
    }

    /// Who sent it leaves no trace for whom they are hidden from, also once it lies with their colleagues.
    @Test func `a parent from whom its sender is hidden`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(try web.referrals).shown.contains(WebTown.question))
        try await web.hide("marieke", from: "joost", in: "de-wit-yildiz", by: "hanna")
        #expect(try await !joost.get(try web.referrals).shown.contains(WebTown.question))
        let thijs = try await web.browser(of: "thijs")
        try await web.leave("marieke", for: ["sem"])
        #expect(try await !joost.get(try web.referrals).shown.contains(WebTown.question))
        // Whoever has it in hand then: what comes of it is told to him by no timeline either.
        #expect(try await web.step(path, "taking", by: web.browser(reading: "youssef")).location == path)
        let typed: KeyValuePairs = ["acceptanceChoice": "receiver"]
        #expect(try await web.step(path, "acceptance", typed, by: thijs).location == path)
        let timeline = try web.circle("de-wit-yildiz") + "/timeline?about=referrals"
        #expect(try await !joost.get(timeline).shown.contains("had hulp gevraagd: er kwam antwoord"))
        #expect(try await web.browser(of: "aylin").get(timeline).shown.contains("had hulp gevraagd: er kwam antwoord"))
        #expect(try await web.browser(of: "aylin").get(try web.referrals).shown.contains(WebTown.question))
    }

    /// Also what was told before that one had it: the timeline says no more than the list.
    @Test(arguments: Engine.all)
    func `a parent from whom who took it is hidden, in the timeline, too`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer(to: ["het-anker"]).path
        let told = "vroeg hulp bij een andere organisatie"
        let timeline = try web.circle("de-wit-yildiz") + "/timeline?about=referrals"
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(timeline).shown.contains(told))
        #expect(try await web.step(path, "taking", by: web.browser(reading: "priya")).location == path)
        try await web.hide("priya", from: "joost", in: "de-wit-yildiz", by: "hanna")
        for place in [try web.referrals, timeline] {
            let page = try await joost.get(place)
            #expect(page.status == .ok && !page.shown.contains(WebTown.question) && !page.shown.contains(told))
        }
        #expect(try await web.browser(of: "aylin").get(timeline).shown.contains(told))
    }

    /// Where the young person is helped tells where they are.
    @Test func `a parent who may not know where the young person is, but for that it is there`() async throws {
        let web = try await WebTown()
        let path = try web.circle("de-wit-yildiz") + "/persons/\(try web.filled.person("sem"))/secret-address"
        let referred = try await web.refer()
        let open = try await OpenForm(referred.marieke, path)
        let sent = try await referred.marieke.post(path, open.body(["readers": try web.filled.account("aylin").text]))
        #expect(sent.status == .seeOther)
        #expect(try await web.browser(of: "thijs").get(referred.path).status == .ok)
        for who in ["joost", "truus", "hanna"] {
            let browser = try await web.browser(of: who)
            let page = try await browser.get(try web.referrals).shown
            #expect(page.contains("een andere organisatie") && page.contains(WebTown.question), "\(who)")
            // What they were asked to agree to stands where it was asked, in the words of then.
            let family = try await Crawl(browser).pages.filter {
                $0.path.hasPrefix("/families/") && !$0.path.contains("/consents") && !$0.path.contains("/new")
            }
            #expect(family.filter { $0.holds("De Brug") }.map(\.path) == [], "\(who)")
        }
        #expect(try await web.browser(of: "aylin").get(try web.referrals).shown.contains("De Brug"))
    }
}

@Suite struct `A referral ends` {
    @Test(arguments: Engine.all, ["taking", "acceptance"])
    func `with what is kept of the young person, and nothing stays owed`(engine: Engine, step: String) async throws {
        let web = try await WebTown(engine)
        let referred = try await web.refer()
        let (path, thijs) = (referred.path, try await web.browser(of: "thijs"))
        #expect(try await web.step(path, step, ["acceptanceChoice": "receiver"], by: thijs).location == path)
        let family = try web.filled.family("de-wit-yildiz")
        let parts = try await web.dossiers.parts(of: family, try web.filled.person("sem"))
        _ = try await web.dossiers.erase(parts, of: family, at: web.clock.now) { _, _ in }
        #expect(try await web.owed(path) == [])
        for browser in [thijs, referred.marieke] {
            #expect(try await browser.get(path).shown.contains("Dit is niet meer nodig."))
        }
        let typed: KeyValuePairs = ["startText": "Vandaag."]
        #expect(try await web.step(path, "start", typed, by: thijs).status == .conflict)
    }

    /// The keys go first: whatever is done before the rows follow, ends it.
    @Test(arguments: Engine.all, ["refusal", "appointment", "passing"])
    func `with the first act after the keys are gone`(engine: Engine, step: String) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        let thijs = try await web.browser(of: "thijs")
        #expect(try await web.step(path, "taking", by: thijs).location == path)
        let parts = try await web.dossiers.parts(of: web.filled.family("de-wit-yildiz"), web.filled.person("sem"))
        _ = try web.vault.erase(parts.map(\.id.text) + [String(path.suffix(36))]) { _, _ in }
        let typed: KeyValuePairs = ["refusalText": "Wij zitten vol.", "refusalElsewhere": "Het Anker."]
        #expect(try await web.step(path, step, typed, by: thijs).status == .seeOther)
        #expect(try await web.owed(path) == [])
    }

    @Test(arguments: Engine.all)
    func `where it began once nobody works where it lies`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await web.refer().path
        #expect(try await web.step(path, "start", by: web.browser(of: "thijs")).status == .conflict)
        let thijs = try await web.browser(of: "thijs")
        #expect(try await web.step(path, "acceptance", ["acceptanceChoice": "sender"], by: thijs).location == path)
        #expect(try await web.step(path, "start", by: thijs).location == path)
        let (brug, today) = (try web.filled.organisation("de-brug"), web.clock.now.day)
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE professional SET until_day = \(today) WHERE organisation = \(brug)")
        }
        await web.sweep()
        #expect(try await web.owed(path) == [.hearReferral])
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get("/today").links.contains(path))
        #expect(try await marieke.get(path).shown.contains("Daar is nu niemand die dit doet."))
        #expect(try await web.step(path, "verdict", ["verdictChoice": "helpedPartly"], by: marieke).location == path)
        #expect(try await web.owed(path) == [])
    }

    @Test func `where it began once help goes on too long in nobody's hands`() async throws {
        let web = try await WebTown()
        let path = try await web.refer().path
        let thijs = try await web.browser(of: "thijs")
        #expect(try await web.step(path, "acceptance", ["acceptanceChoice": "sender"], by: thijs).location == path)
        #expect(try await web.step(path, "start", by: thijs).location == path)
        #expect(try await web.step(path, "passing", ["passingChoice": ""], by: thijs).status == .seeOther)
        web.clock.wait(.days(100))
        await web.sweep()
        #expect(try await web.owed(path) == [.finishReferral])
        web.clock.wait(.days(100))
        await web.sweep()
        #expect(try await web.owed(path) == [.hearReferral])
    }
}
