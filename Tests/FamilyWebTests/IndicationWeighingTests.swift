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

@Suite struct `A safety indication that counts` {
    private static let acute = "Er is nu direct gevaar"

    @Test(arguments: Engine.all)
    func `by somebody without the skill waits for who signs along`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let alone = try await acts.make(by: "chidi")
        #expect(alone.status == .badRequest && alone.text.contains("id=\"cosigner-error\""))
        let zofia = try acts.web.filled.account("zofia")
        let path = try await acts.made(by: "chidi", ["cosigner": "account.\(zofia)"])
        #expect(try await acts.browser("chidi").get(path).shown.contains("Wacht op wie meetekent"))
        #expect(try await acts.owed() == ["confirmDecision"])
        #expect(try await acts.release(path).status == .notFound)
        let decision = path.replacing("/indications/", with: "/decisions/")
        let signer = try await acts.browser("zofia")
        #expect(try await signer.get("/today").links.contains(decision))
        for other in ["debby", "martijn", "ria", "tom", "marieke"] {
            #expect(try await acts.browser(other).get(decision).status == .notFound, "\(other)")
        }
        let open = try await OpenForm(signer, decision)
        #expect(open.page.shown.contains(IndicationActs.outcome))
        #expect(try await signer.post(decision + "/answer", open.body(["said": "yes"])).status == .seeOther)
        #expect(try await acts.owed() == ["renewIndication"])
        #expect(try await acts.release(path).status == .seeOther)
    }

    @Test func `does not once a second one said no`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let zofia = try acts.web.filled.account("zofia")
        let path = try await acts.made(
            by: "chidi", now: "acutelyUnsafe", later: "high", ["cosigner": "account.\(zofia)"])
        let decision = path.replacing("/indications/", with: "/decisions/")
        let signer = try await acts.browser("zofia")
        let open = try await OpenForm(signer, decision)
        _ = try await signer.post(decision + "/answer", open.body(["said": "no", "reason": "Dit klopt niet."]))
        #expect(try await signer.get(path).shown.contains("Niemand tekende mee"))
        #expect(try await acts.owed().isEmpty)
        #expect(try await !signer.get(try acts.web.circle(IndicationActs.family)).shown.contains(Self.acute))
    }

    @Test(arguments: Engine.all)
    func `and contradicts the plan is weighed by who is in charge, and nothing escalates by itself`(
        engine: Engine
    ) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let family = try acts.web.filled.family(IndicationActs.family)
        let before = try await acts.web.direction(of: family)
        let path = try await acts.made(by: "zofia", now: "acutelyUnsafe", later: "high")
        #expect(try await acts.web.direction(of: family) == before)
        #expect(try await acts.owed() == ["renewIndication", "weighIndication"])
        let zofia = try await acts.browser("zofia")
        let page = try await zofia.get(path)
        #expect(page.shown.contains("Meldcode, stap 5") && page.shown.contains("Dit moet gewogen worden"))
        #expect(try await zofia.get("/today").links.contains(path))
        let chidi = try await acts.browser("chidi")
        #expect(try await chidi.get(path).shown.contains("moet dit nog wegen"))
        #expect(try await !chidi.get("/today").links.contains(path))
        #expect(try await acts.web.send(path + "/weighing", ["weighed": "x"], by: chidi).status == .notFound)
        let weighed = try await acts.web.send(path + "/weighing", ["weighed": "Ria is nu bij haar."], by: zofia)
        #expect(weighed.location == path)
        #expect(try await chidi.get(path).shown.contains("Ria is nu bij haar."))
        #expect(try await acts.owed() == ["renewIndication"])
        #expect(try await acts.release(path).status == .seeOther)
        let debby = try await acts.browser("debby").get(path)
        #expect(debby.shown.contains(Self.acute) && !debby.shown.contains("Ria is nu bij haar."))
        #expect(!debby.shown.contains("Meldcode, stap 5"))
    }

    @Test func `beside another that says something very different is put before who is in charge`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        _ = try await acts.made(later: "low")
        #expect(try await acts.owed() == ["renewIndication"])
        let path = try await acts.made(later: "high", instrument: "other", ["name": "CFRA-NL"])
        #expect(try await acts.owed() == ["renewIndication", "renewIndication", "weighIndication"])
        let page = try await acts.browser("zofia").get(path)
        #expect(page.shown.contains("zegt iets heel anders") && page.shown.contains("CFRA-NL"))
        let circle = try await acts.browser("zofia").get(try acts.web.circle(IndicationActs.family))
        #expect(circle.shown.contains("de kans is groot dat dat verandert"))
    }

    @Test func `is replaced by its renewal, and past its time it says so`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let first = try await acts.made(now: "doubtful")
        acts.web.clock.wait(.days(101))
        let zofia = try await acts.browser("zofia")
        #expect(try await zofia.get(first).shown.contains("Niet meer geldig sinds"))
        let second = try await acts.renewed(first, by: zofia, on: WebTown.today + 101)
        #expect(second.status == .seeOther)
        #expect(try await zofia.get(first).shown.contains("Vervangen door een nieuwe"))
        #expect(try await acts.owed() == ["renewIndication"])
    }

    @Test(arguments: Engine.all)
    func `is still weighed once it was renewed, and its renewal is weighed against it`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let zofia = try await acts.browser("zofia")
        let first = try await acts.made(now: "acutelyUnsafe", later: "high")
        #expect(try await acts.owed() == ["renewIndication", "weighIndication"])
        let second = try #require(try await acts.renewed(first, by: zofia, on: WebTown.today).location)
        #expect(try await acts.owed() == ["renewIndication", "weighIndication", "weighIndication"])
        #expect(try await zofia.get(second).shown.contains("zegt iets heel anders"))
        let before = try await OpenForm(zofia, first)
        #expect(before.page.text.contains(first + "/weighing"))
        let weighed = try await zofia.post(first + "/weighing", before.body(["weighed": "De politie is geweest."]))
        #expect(weighed.location == first)
        #expect(try await acts.owed() == ["renewIndication", "weighIndication"])
        _ = try await acts.web.send(second + "/weighing", ["weighed": "Vader is weg."], by: zofia)
        #expect(try await acts.owed() == ["renewIndication"])
    }

    @Test func `was not renewed for the family until that, too, was discussed`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let (zofia, debby) = (try await acts.browser("zofia"), try await acts.browser("debby"))
        let first = try await acts.made(now: "doubtful")
        #expect(try await acts.release(first).status == .seeOther)
        let circle = try acts.web.circle(IndicationActs.family)
        let before = [try await debby.get(first).shown, try await debby.get(circle).shown]
        let second = try await acts.renewed(first, by: zofia, on: WebTown.today)
        #expect(try await zofia.get(first).shown.contains("Vervangen door een nieuwe"))
        #expect(try await [debby.get(first).shown, debby.get(circle).shown] == before)
        #expect(try await acts.release(try #require(second.location)).status == .seeOther)
        #expect(try await debby.get(first).shown.contains("Vervangen door een nieuwe"))
    }

    @Test func `that is held is nowhere for who it is held from`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let web = acts.web
        let path = try await acts.made(now: "structurallyUnsafe", later: "high")
        let mild = try await acts.made(now: "safe", later: "middle", instrument: "other", ["name": "SDQ"])
        for one in [path, mild] { #expect(try await acts.release(one).status == .seeOther) }
        let zofia = try await acts.browser("zofia")
        let debby = try await acts.browser("debby")
        let circle = try web.circle(IndicationActs.family)
        #expect(try await debby.get(circle).shown.contains("al langer niet veilig"))
        let link = try #require(try await zofia.get(path).links.first { $0.contains("/holds/new") })
        let open = try await OpenForm(zofia, link)
        let held = try await zofia.post(
            circle + "/holds",
            open.body([
                "item": open.page.field("item") ?? "", "from": "account.\(try web.filled.account("debby"))",
                "reason": "Zij is dan in gevaar.", "second": "account.\(try web.filled.account("chidi"))",
                "review": "2026-11-30",
            ]))
        #expect(held.status == .seeOther)
        #expect(try await debby.get(path).status == .notFound)
        #expect(try await !debby.get(try acts.path).links.contains(path))
        let page = try await debby.get(circle)
        #expect(!page.shown.contains("al langer niet veilig") && page.shown.contains("Het is nu veilig"))
        #expect(try await acts.browser("ria").get(path).status == .ok)
        let renewal = try #require(try await acts.renewed(path, by: zofia, on: WebTown.today).location)
        #expect(try await acts.release(renewal).status == .seeOther)
        #expect(try await acts.browser("ria").get(renewal).status == .ok)
        #expect(try await debby.get(renewal).status == .notFound)
        #expect(try await !debby.get(try acts.path).links.contains(renewal))
    }

    @Test func `keeps a dossier from going by itself, and is emptied when its part is erased`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let path = try await acts.made()
        let family = try acts.web.filled.family(IndicationActs.family)
        let far: Day = "2060-01-01"
        let due = try await acts.web.dossiers.erasuresDue(by: far).filter { $0.family == family }
        #expect(due.allSatisfy { $0.obstacles.contains(.indication) } && !due.isEmpty)
        let isa = try acts.web.filled.person("isa")
        let parts = try await acts.web.dossiers.parts(of: family, isa)
        _ = try await acts.web.dossiers.erase(parts, of: family, at: acts.web.clock.now) { _, _ in }
        let page = try await acts.browser("zofia").get(path)
        #expect(page.status == .ok && page.shown.contains("Deze inschatting is gewist."))
        #expect(!page.shown.contains(IndicationActs.outcome))
    }
}

extension WebTown {
    fileprivate func direction(of family: ID<Family>) async throws -> [String] {
        try await database.read { connection in
            try connection.rows(
                "SELECT kind, holder_id FROM direction WHERE family_id = \(family) ORDER BY since_day, kind, holder_id"
            ) { $0.text(0) + $0.text(1) }
        }
    }
}

extension IndicationActs {
    /// Renews one as its page offers it.
    func renewed(_ first: String, by browser: TownBrowser, on today: Day) async throws -> Answer {
        let renewal = try #require(try await browser.get(first).links.first { $0.contains("renews=") })
        let open = try await OpenForm(browser, renewal.replacing("&amp;", with: "&"))
        return try await browser.post(
            try path,
            open.body([
                "instrument": "lirik", "person": try web.filled.person("isa").text, "renews": String(first.suffix(36)),
                "safetyNow": "safe", "futureRisk": "low", "outcome": "Beter.", "assessed": today.iso,
                "until": (today + 50).iso,
            ]))
    }
}
