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

/// From whom a report is kept, wherever it goes.
@Suite struct `A care report that is kept from somebody` {
    private static let absent = "/desk/reports/0192f3a0-0000-7000-8000-00000000dead"
    private static let family = "de-wit-yildiz"

    private func links(_ browser: TownBrowser, _ page: String = "/desk") async throws -> [String] {
        try await browser.get(page).links.filter { $0.hasPrefix("/desk/reports/") }
    }

    @Test(arguments: Engine.all)
    func `by their name stays so at the other desk to which it is sent`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        try await web.openDesk("de-brug", ["chidi", "thijs"])
        _ = try await web.report(["name-1": "Thijs Nauta"])
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        let brug = try web.filled.organisation("de-brug").text
        #expect(try await web.send(path + "/sending", ["desk": brug], by: mirjam).location == "/desk")
        let (chidi, thijs) = (try await web.worker("chidi"), try await web.worker("thijs"))
        #expect(try await chidi.get(path).status == .ok)
        #expect(try await Heard(thijs.get(path)) == Heard(thijs.get(Self.absent)))
        for page in ["/desk", "/today"] { #expect(try await links(thijs, page).isEmpty) }
        #expect(try await thijs.get("/desk").shown.contains("Er wacht geen melding"))
        let to = try web.filled.account("thijs").text
        #expect(try await web.send(path + "/passing", ["colleague": to], by: chidi).status == .conflict)
    }

    @Test func `by their name is sent to no desk where only they would be`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report(["name-1": "Ilse Koster"])
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        #expect(try await !mirjam.get(path).text.contains(path + "/sending"))
        let other = try web.filled.organisation("jeugdbescherming").text
        #expect(try await web.send(path + "/sending", ["desk": other], by: mirjam).status == .conflict)
    }

    @Test(arguments: Engine.all)
    func `as it is about somebody at a desk can't be sent back to it`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        _ = try await web.report(["name-1": "Iemand", "colleague": "yes"])
        let ilse = try await web.worker("ilse")
        let path = try await web.onlyReport(ilse)
        #expect(try await !ilse.get(path).text.contains(path + "/sending"))
        let back = try web.filled.organisation("gebiedsteam").text
        #expect(try await web.send(path + "/sending", ["desk": back], by: ilse).status == .conflict)
        for who in ["mirjam", "lotte", "ruud"] {
            #expect(try await web.worker(who).get(path).status == .notFound)
        }
    }

    /// Linked to a family of which something is held from a colleague: theirs is a desk without it.
    @Test(arguments: Engine.all)
    func `as it was linked to a family leaves no trace for them`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        try await web.atDesk(["mirjam", "lotte", "marieke"])
        _ = try await web.report()
        let (marieke, lotte) = (try await web.worker("marieke"), try await web.worker("lotte"))
        let path = try await web.onlyReport(marieke)
        _ = try await web.report()
        let other = try #require(try await links(marieke).first { $0 != path })
        try await hold(from: "lotte", web)
        // Before it is linked it is nobody's.
        #expect(try await lotte.get(path).status == .ok)
        try await link(path, by: marieke, web)
        #expect(try await Heard(lotte.get(path)) == Heard(lotte.get(Self.absent)))
        #expect(try await Heard(lotte.get(path + "/origin")) == Heard(lotte.get(Self.absent + "/origin")))
        #expect(try await web.send(path + "/taking", [:], by: lotte).status == .notFound)
        #expect(try await links(lotte) == [other])
        #expect(try await lotte.get("/desk").shown.contains("Er staat 1 melding open: 1 gewoon."))
        #expect(try await !lotte.get("/today").text.contains(path))
        #expect(try await !lotte.get(other).shown.contains("Misschien gaat dit over dezelfde"))
        #expect(try await marieke.get(other).shown.contains("Misschien gaat dit over dezelfde"))
        #expect(try await !marieke.get(path).text.contains(try web.filled.account("lotte").text))
        let to = try web.filled.account("lotte").text
        #expect(try await web.send(path + "/passing", ["colleague": to], by: marieke).status == .conflict)
        // Nor once it went elsewhere.
        _ = try await web.send(path + "/assignment", [:], by: marieke)
        #expect(try await lotte.get(path).status == .notFound)
        _ = try await web.send(path + "/talk", ["talk": "Gesproken."], by: marieke)
        #expect(try await lotte.get(path).status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `who has it in hand goes back to the inbox, where colleagues see it`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        try await web.atDesk(["mirjam", "lotte", "marieke"])
        _ = try await web.report()
        let (marieke, mirjam) = (try await web.worker("marieke"), try await web.worker("mirjam"))
        let path = try await web.onlyReport(marieke)
        try await link(path, by: marieke, web)
        let to = try web.filled.account("mirjam").text
        #expect(try await web.send(path + "/passing", ["colleague": to], by: marieke).location == "/desk")
        try await hold(from: "mirjam", web)
        #expect(try await mirjam.get(path).status == .notFound)
        try await web.look()
        let lotte = try await web.worker("lotte")
        #expect(try await lotte.get("/today").links.contains(path))
        #expect(try await web.send(path + "/taking", [:], by: lotte).location == path)
    }

    /// Once it is linked it is kept from all who are left at the desk.
    @Test(arguments: Engine.all, [true, false])
    func `and with them from all at its desk, goes to another or is told to who administers`(
        engine: Engine, hasOther: Bool
    ) async throws {
        let web = try await WebTown.withDesks(engine)
        try await web.atDesk(["lotte", "marieke"])
        let (team, other) = (
            try web.filled.organisation("gebiedsteam"), try web.filled.organisation("jeugdbescherming")
        )
        let now = web.clock.now
        if !hasOther { try await web.database.write { try $0.setDesk(of: other, members: nil, at: now, .unguessable) } }
        _ = try await web.report()
        let (marieke, ruud) = (try await web.worker("marieke"), try await web.worker("ruud"))
        let path = try await web.onlyReport(marieke)
        try await link(path, by: marieke, web)
        for person in ["lotte", "ruud", "carla"] { try await hold(from: person, web) }
        try await web.endWork("marieke")
        await web.sweep()
        let notice = "Er staan meldingen open die niemand leest"
        let page = "/organisations/\(team)/desk"
        #expect(try await web.worker("ilse").get(path).status == (hasOther ? .ok : .notFound))
        #expect(try await web.browser(of: "ravi").get(page).shown.contains(notice) == !hasOther)
        // A lead from whom it is kept learns nothing of it.
        #expect(try await ruud.get(page).status == .ok)
        #expect(try await !ruud.get(page).shown.contains(notice))
        #expect(try await ruud.get(path).status == .notFound)
    }

    private func hold(from who: String, _ web: WebTown) async throws {
        let talk = try web.filled.conversation("de-wit-yildiz/noor-op-school")
        try await web.hold(ItemName(.conversation, talk), from: who, in: web.filled.family(Self.family))
    }

    private func link(_ path: String, by worker: TownBrowser, _ web: WebTown) async throws {
        _ = try await web.send(path + "/triage", ["urgency": "week", "reason": "Kijken."], by: worker)
        let chosen: KeyValuePairs = ["to": "family", "family": try web.filled.family(Self.family).text]
        #expect(try await web.send(path + "/assignment", chosen, by: worker).location == path)
    }

    // MARK: The step by which it is linked

    @Test func `is linked on a step of its own, with one's own families alone`() async throws {
        let web = try await WebTown.withDesks()
        try await web.atDesk(["mirjam", "marieke"])
        _ = try await web.report()
        let (marieke, mirjam) = (try await web.worker("marieke"), try await web.worker("mirjam"))
        let path = try await web.onlyReport(marieke)
        let (step, family) = (path + "/family", try web.filled.family(Self.family).text)
        #expect(try await marieke.get(step).status == .notFound)
        _ = try await web.send(path + "/triage", ["urgency": "week", "reason": "Kijken."], by: marieke)
        #expect(try await marieke.get(path).links.contains(step))
        #expect(try await !marieke.get(path).text.contains(family))
        #expect(try await marieke.get(step).text.contains(family))
        for browser in [mirjam, try await web.worker("ilse"), try await web.browser(of: "joost")] {
            #expect(try await Heard(browser.get(step)) == Heard(browser.get(Self.absent + "/family")))
        }
        for other in ["", "bakker-van-dongen", try web.filled.family("jansen").text] {
            let refused = try await web.send(path + "/assignment", ["to": "family", "family": other], by: marieke)
            #expect(refused.status == .badRequest && refused.text.contains("id=\"family-error\""), "\(other)")
        }
    }

    /// What was typed for a report that is another desk's by now.
    @Test(arguments: [
        ("triage", "reason"), ("talk", "talk"), ("advice", "advice"), ("feedback", "watcher"),
        ("weighing", "weighed-facts"), ("weighing", "weighed-thoughts"),
    ])
    func `hands back what was typed for it`(act: String, field: String) async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        let other = try web.filled.organisation("jeugdbescherming").text
        _ = try await web.send(path + "/sending", ["desk": other], by: mirjam)
        var typed = "urgency=day&reply=watched&weighed-facts=Blauw&" + form([field: "Ik schreef dit zelf op."])
        if field == "weighed-facts" { typed = form([field: "Ik schreef dit zelf op."]) }
        let open = try await OpenForm(lotte, "/desk")
        let answer = try await lotte.post("\(path)/\(act)", open.body([:]) + typed)
        #expect(answer.status == .notFound && answer.text.contains("Ik schreef dit zelf op."), "\(answer.shown)")
        let absent = try await lotte.post("\(Self.absent)/\(act)", open.body([:]) + typed)
        #expect(Heard(absent) == Heard(answer))
    }
}
