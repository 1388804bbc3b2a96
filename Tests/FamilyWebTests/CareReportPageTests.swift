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

@Suite struct `A care report at a desk` {
    private static let absent = "/desk/reports/0192f3a0-0000-7000-8000-00000000dead"

    private func owed(_ path: String, _ web: WebTown) async throws -> [PromiseKind] {
        let subject = Promise.Subject(kind: CareReport.subjectKind, id: String(path.suffix(36)))
        return try await web.database.read { try $0.openPromises(about: subject).map(\.promise.kind) }
    }

    @Test(arguments: Engine.all)
    func `is judged, talked about and answered, and is over only then`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let receipt = try await web.report()
        #expect(try await web.answer(to: receipt).shown.contains("Nog niemand keek ernaar."))
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        for worker in [mirjam, lotte] { #expect(try await worker.get("/today").links.contains(path)) }
        #expect(try await owed(path, web) == [.triage])
        #expect(try await web.send(path + "/taking", [:], by: mirjam).location == path)
        #expect(try await !lotte.get("/today").links.contains(path))
        let judged = try await web.send(path + "/triage", ["urgency": "week", "reason": "Geen nood."], by: mirjam)
        #expect(judged.location == path)
        #expect(try await owed(path, web) == [.firstTalk])
        #expect(try await web.answer(to: receipt).shown.contains("Iemand keek ernaar"))
        #expect(try await web.send(path + "/feedback", ["reply": "seen"], by: mirjam).status == .conflict)
        #expect(try await web.send(path + "/assignment", ["family": ""], by: mirjam).location == path)
        #expect(try await web.send(path + "/talk", ["talk": "Gesproken met vader."], by: mirjam).location == path)
        #expect(try await owed(path, web) == [.feedback])
        #expect(try await web.send(path + "/feedback", ["reply": "seen"], by: mirjam).location == "/desk")
        #expect(try await owed(path, web) == [])
        let heard = try await web.answer(to: receipt).shown
        #expect(heard.contains("Ontvangen en bekeken.") && !heard.contains("Joost") && !heard.contains("vader"))
        let month = Month(of: WebTown.today)
        let facts = try await web.database.read { connection in
            try connection.facts(.waitForTriage, from: month, through: month)
                + connection.facts(.feedbackOnTime, from: month, through: month)
        }
        #expect(facts.map(\.shape) == [.spell(began: WebTown.today, ended: WebTown.today), .verdict(true)])
    }

    @Test(arguments: Engine.all)
    func `ends with advice, which who reported reads`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let receipt = try await web.report()
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        #expect(try await web.send(path + "/advice", ["advice": "Bel de school."], by: mirjam).status == .conflict)
        _ = try await web.send(path + "/triage", ["urgency": "regular", "reason": "Licht."], by: mirjam)
        #expect(try await web.send(path + "/advice", ["advice": "Bel de school."], by: mirjam).location == "/desk")
        #expect(try await web.answer(to: receipt).shown.contains("Bel de school."))
        #expect(try await !mirjam.get("/desk").text.contains(path))
    }

    @Test func `is taken by one of two, and the other hears who has it`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        let form = try await OpenForm(lotte, path)
        #expect(try await web.send(path + "/taking", [:], by: mirjam).location == path)
        let second = try await lotte.post(path + "/taking", form.body([:]))
        #expect(second.status == .conflict && second.shown.contains("Mirjam van Es heeft deze melding."))
        // A team lead takes over; who had it does nothing with it any more.
        let ruud = try await web.worker("ruud")
        #expect(try await web.send(path + "/taking", [:], by: ruud).location == path)
        let late = try await web.send(path + "/triage", ["urgency": "day", "reason": "Nu."], by: mirjam)
        #expect(late.status == .conflict && late.text.contains("Nu."))
    }

    @Test func `leaves triage with a choice of direction when several parties are there`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        let judged: KeyValuePairs = ["urgency": "week", "reason": "School is er ook bij.", "several": "yes"]
        #expect(try await web.send(path + "/triage", judged, by: mirjam).location == path)
        let refused = try await web.send(path + "/assignment", ["family": ""], by: mirjam)
        #expect(refused.status == .conflict && refused.shown.contains("Kies welke regie nodig is."))
        _ = try await web.send(
            path + "/triage",
            ["urgency": "week", "reason": "x", "several": "yes", "direction": "careCoordination"], by: mirjam)
        #expect(try await web.send(path + "/assignment", ["family": ""], by: mirjam).location == path)
    }

    @Test func `goes to Veilig Thuis with the five questions, and the answer is owed still`() async throws {
        let web = try await WebTown.withDesks()
        let receipt = try await web.report(["reporter": "police"])
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/triage", ["urgency": "acute", "reason": "Letsel."], by: mirjam)
        let empty = try await web.send(path + "/weighing", ["question": "unsafe"], by: mirjam)
        #expect(empty.status == .badRequest && empty.text.contains("id=\"weighed-facts-error\""))
        let open = try await OpenForm(mirjam, path)
        let sent = try await mirjam.post(
            path + "/weighing",
            open.body([
                "question": "suspicion", "question": "unsafe", "weighed-facts": "Een blauwe plek.",
                "weighed-thoughts": "Van slaan.",
            ]))
        #expect(sent.location == path)
        let page = try await mirjam.get(path).shown
        #expect(page.contains("Uit de vijf vragen volgt: melden bij Veilig Thuis."))
        #expect(page.contains("Wat wij denken: Van slaan."))
        #expect(try await owed(path, web) == [.feedback])
        let watcher = try await web.send(path + "/feedback", ["reply": "watched"], by: mirjam)
        #expect(watcher.status == .badRequest)
        _ = try await web.send(
            path + "/feedback", ["reply": "watched", "watcher": "Ilse Koster, 030 1234567"], by: mirjam)
        #expect(try await web.answer(to: receipt).shown.contains("Ilse Koster, 030 1234567"))
    }

    /// By anybody but those at the desk: alike to what does not exist.
    @Test(arguments: ["marieke", "fatma", "priya", "ilse", "sanne", "nadia", "annelies"])
    func `is found by nobody who is not at the desk`(who: String) async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let path = try await web.onlyReport(try await web.worker("mirjam"))
        let stranger = try await web.worker(who)
        #expect(try await Heard(stranger.get(path)) == Heard(stranger.get(Self.absent)))
        #expect(try await stranger.get(path + "/origin").status == .notFound)
        for act in [
            "taking", "passing", "sending", "triage", "assignment", "weighing", "talk", "advice", "feedback",
        ] {
            let typed: KeyValuePairs = [
                "urgency": "day", "reason": "x", "talk": "x", "advice": "x", "reply": "seen", "weighed-facts": "x",
                "desk": try web.filled.organisation("jeugdbescherming").text,
            ]
            #expect(try await web.send("\(path)/\(act)", typed, by: stranger).status == .notFound, "\(act)")
        }
        for page in ["/desk", "/today", "/consults", "/search?q=Joost"] {
            let shown = try await stranger.get(page)
            #expect(!shown.text.contains(path) && !shown.text.contains("Wilma"), "\(page)")
        }
        #expect(try await web.browser().get(path).status == .seeOther)
    }

    /// A neighbour reports about a father: nothing that he reads is another, before and after, linked and answered.
    @Test(arguments: Engine.all)
    func `leaves no trace in what those read whom it is about`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let family = "de-wit-yildiz"
        try await web.atDesk(["mirjam", "lotte", "marieke"])
        // She opens her list each day, as the log says with or without a report.
        _ = try await web.browser(of: "marieke").get("/families")
        let joost = try await web.browser(of: "joost")
        let circle = try web.circle(family)
        let pages = [
            "/today", "/families", circle, circle + "/timeline", circle + "/access", circle + "/conversations",
            circle + "/search?q=huilen", circle + "/meetings", circle + "/plan", "/desk", "/invitations",
        ]
        let before = try await shown(pages, joost)
        let (outbox, journal) = (try await letters(web), try await web.traces(family).journal)
        _ = try await web.report()
        let marieke = try await web.browser(of: "marieke")
        let path = try await web.onlyReport(marieke)
        _ = try await web.send(path + "/triage", ["urgency": "week", "reason": "Kijken."], by: marieke)
        let id = try web.filled.family(family).text
        #expect(try await web.send(path + "/assignment", ["family": id], by: marieke).location == path)
        #expect(try await marieke.get(path).shown.contains("Bij een gezin dat bekend is."))
        _ = try await web.send(path + "/talk", ["talk": "Gesproken."], by: marieke)
        _ = try await web.send(path + "/feedback", ["reply": "seen"], by: marieke)
        let after = try await shown(pages, joost)
        for (place, page) in pages.enumerated() {
            #expect(before[place] == after[place], "\(page)")
            for word in ["zorgmelding", "Wilma"] { #expect(!after[place].contains(word), "\(page)") }
        }
        #expect(try await letters(web) == outbox)
        #expect(try await web.traces(family).journal == journal)
        #expect(try await Heard(joost.get(path)) == Heard(joost.get(Self.absent)))
    }

    private func shown(_ pages: [String], _ browser: TownBrowser) async throws -> [String] {
        var texts: [String] = []
        for page in pages { texts.append(try await browser.get(page).shown) }
        return texts
    }

    private func letters(_ web: WebTown) async throws -> Int {
        try await web.database.read { connection in
            try connection.row("SELECT COUNT(*) FROM outbox") { $0.int(0) } ?? 0
        }
    }

    @Test func `goes back to the inbox in the act by which somebody leaves`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        let work = try #require(web.filled.professionals["mirjam"])
        let ravi = try await web.browser(of: "ravi")
        let person = "/organisations/\(try web.filled.organisation("gebiedsteam"))/people/\(work)"
        let token = try #require(try await ravi.get(person).token)
        #expect(try await ravi.post(person + "/work/end", form(["token": token])).status == .seeOther)
        #expect(try await lotte.get("/today").links.contains(path))
        #expect(try await mirjam.get(path).status != .ok)
        // With her duty ended nobody takes what is acute.
        #expect(try await !web.browser().get("/reports/new").text.contains("value=\"acute\""))
    }

    @Test(arguments: Engine.all)
    func `that nobody judged in time is seen by all at the desk`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        _ = try await web.report(["urgency": "acute"])
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.minutes(59))
        await sweep.sweep()
        #expect(try await !lotte.get("/today").links.contains(path))
        web.clock.wait(.minutes(2))
        await sweep.sweep()
        #expect(try await lotte.get("/today").links.contains(path))
    }

    @Test func `is passed on to a colleague at the desk, and to nobody else`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        let fatma = try web.filled.account("fatma").text
        #expect(try await web.send(path + "/passing", ["colleague": fatma], by: mirjam).status == .conflict)
        let to = try web.filled.account("lotte").text
        #expect(try await web.send(path + "/passing", ["colleague": to], by: mirjam).location == "/desk")
        #expect(try await lotte.get(path).shown.contains("Jij hebt deze melding."))
        #expect(try await web.send(path + "/passing", ["colleague": ""], by: lotte).location == "/desk")
        let other = try web.filled.organisation("jeugdbescherming").text
        #expect(try await web.send(path + "/sending", ["desk": other], by: mirjam).location == "/desk")
        #expect(try await mirjam.get(path).status == .notFound)
        #expect(try await web.worker("ilse").get(path).status == .ok)
    }

    @Test func `tells who reported to who has it in hand, on record`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        #expect(try await mirjam.get(path + "/origin").shown.contains("Wilma Bos"))
        #expect(try await Heard(lotte.get(path + "/origin")) == Heard(lotte.get(Self.absent + "/origin")))
        for page in ["/desk", path, "/today"] { #expect(try await !mirjam.get(page).text.contains("Wilma")) }
        let log = try await web.browser(of: "geert-jan").get("/access-log").shown
        #expect(log.contains("melder van een zorgmelding") && !log.contains("Wilma Bos"))
    }

    @Test func `points at another one about the same person`() async throws {
        let web = try await WebTown.withDesks()
        let mirjam = try await web.worker("mirjam")
        let first = try await web.report()
        let path = try await web.onlyReport(mirjam)
        #expect(try await !mirjam.get(path).shown.contains("Misschien gaat dit over dezelfde"))
        _ = try await web.report(["name-1": "JOOST  de wit"])
        _ = try await web.report(["name-1": "Sem de Wit"])
        let links = try await mirjam.get("/desk").links.filter { $0.hasPrefix("/desk/reports/") }
        #expect(links.count == 3)
        var alike = 0
        for link in links where link != path {
            if try await mirjam.get(link).shown.contains("Melding \(first.number)") { alike += 1 }
        }
        #expect(alike == 1)
    }

    @Test(arguments: Engine.all)
    func `is sealed where it is kept, with who reported apart`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let keys = try web.vault.check()
        let receipt = try await web.report()
        #expect(try web.vault.check() == keys + 2)
        let kept = try await web.database.read { connection in
            try connection.rows("SELECT worry FROM care_report UNION ALL SELECT body FROM care_report_origin") {
                $0.bytes(0)
            }
        }
        #expect(kept.count == 2 && Set(kept.compactMap { PartKey.id(of: $0) }).count == 2)
        for sealed in kept {
            let text = String(decoding: sealed, as: UTF8.self)
            for word in ["Joost", "huilen", "Wilma", receipt.code] { #expect(!text.contains(word)) }
        }
    }

    @Test(arguments: Engine.all)
    func `goes a year after advice, with its keys`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let keys = try web.vault.check()
        let receipt = try await web.report()
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/triage", ["urgency": "regular", "reason": "Licht."], by: mirjam)
        _ = try await web.send(path + "/advice", ["advice": "Bel de school."], by: mirjam)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.days(364))
        await sweep.sweep()
        #expect(try await web.answer(to: receipt).status == .ok)
        web.clock.wait(.days(2))
        await sweep.sweep()
        #expect(try await web.answer(to: receipt).status == .badRequest)
        #expect(try web.vault.check() == keys)
    }
}
