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

@Suite struct `Reporting a worry` {
    @Test(arguments: Engine.all)
    func `gives a number and a code at once, shown once`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let browser = web.browser()
        #expect(try await browser.post("/reports", try await web.reportForm(browser)).location == "/reports/receipt")
        let receipt = try await browser.get("/reports/receipt")
        #expect(receipt.status == .ok && receipt.text.contains("<dd>"))
        #expect(try await browser.get("/reports/receipt").location == "/reports/answer")
        let page = try await web.worker("mirjam").get("/desk")
        #expect(page.shown.contains("Joost de Wit") && !page.shown.contains("Wilma"))
    }

    @Test func `shows the crisis number of the installation beside 112 and Veilig Thuis`() async throws {
        let page = try await WebTown.withDesks().browser().get("/reports/new").shown
        #expect(page.contains("Of bel Spoed voor Jeugd: 030 123 45 67."))
        #expect(page.contains("112") && page.contains("0800 2000"))
    }

    @Test(arguments: Engine.all)
    func `at one's work hands over what holds for safety, and nobody else can`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let typed: KeyValuePairs = ["conditions": "Vader slaapt bij oma.", "reporter": "veiligThuis"]
        _ = try await web.report(typed)
        let mirjam = try await web.worker("mirjam")
        let first = try await web.onlyReport(mirjam)
        #expect(try await !mirjam.get(first).shown.contains("Vader slaapt bij oma."))
        let ilse = try await web.worker("ilse")
        #expect(try await ilse.post("/reports", try await web.reportForm(ilse, typed)).location == "/reports/receipt")
        let links = try await mirjam.get("/desk").links.filter { $0.hasPrefix("/desk/reports/") && $0 != first }
        let page = try await mirjam.get(try #require(links.first)).shown
        #expect(page.contains("Afspraken over veiligheid") && page.contains("Vader slaapt bij oma."))
    }

    @Test(arguments: Engine.all)
    func `that is sent twice is there once, with the same number and code`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let browser = web.browser()
        let body = try await web.reportForm(browser)
        var receipts: [String] = []
        for _ in 0..<2 {
            #expect(try await browser.post("/reports", body).location == "/reports/receipt")
            receipts.append(try await browser.get("/reports/receipt").shown)
        }
        #expect(receipts[0] == receipts[1])
        let links = try await web.worker("mirjam").get("/desk").links.filter { $0.hasPrefix("/desk/reports/") }
        #expect(links.count == 1)
    }

    @Test(arguments: [
        ("name-1", "", "name-1"), ("facts", " ", "facts"), ("urgency", "", "urgency"), ("reporter", "", "reporter"),
        ("birth-1", "31-12", "birth-1"), ("interpretation", String(repeating: "x", count: 5_001), "interpretation"),
        ("desk", "0192f3a0-0000-7000-8000-00000000dead", "facts"),
    ])
    func `says at each field what to mend, and loses nothing typed`(
        name: String, typed: String, field: String
    ) async throws {
        let web = try await WebTown.withDesks()
        let browser = web.browser()
        let body = try await web.reportForm(
            browser, [name: typed, name == "name-1" ? "birth-1" : "more": name == "name-1" ? "" : "x"])
        let answer = try await browser.post("/reports", body)
        #expect(answer.status == .badRequest && answer.text.contains("id=\"\(field)-error\""), "\(answer.shown)")
        for kept in ["Misschien slaat hij.", "Wilma Bos", "Het was in de hal."] where name != "interpretation" {
            #expect(answer.text.contains(kept))
        }
        #expect(try await !web.worker("mirjam").get("/desk").text.contains("/desk/reports/"))
    }

    @Test func `takes what is acute only while somebody is on duty, and says first whom to call`() async throws {
        let web = try await WebTown.withDesks()
        let browser = web.browser()
        let staffed = try await browser.get("/reports/new")
        #expect(staffed.text.contains("value=\"acute\"") && staffed.shown.contains("Bel 112"))
        let mirjam = try await web.worker("mirjam")
        #expect(try await web.send("/desk/duty", ["hours": "0"], by: mirjam).location == "/desk")
        let body = try await web.reportForm(browser, ["urgency": "acute"])
        let page = try await browser.get("/reports/new")
        #expect(!page.text.contains("value=\"acute\""))
        #expect(page.shown.contains("0800 2000") && page.shown.contains("neemt nu niets acuuts aan"))
        let refused = try await browser.post("/reports", body)
        #expect(refused.status == .badRequest && refused.shown.contains("Bel 112, of Veilig Thuis: 0800 2000."))
        #expect(refused.text.contains("Misschien slaat hij."))
        #expect(try await !mirjam.get("/desk").text.contains("/desk/reports/"))
        _ = try await web.send("/desk/duty", ["hours": "4"], by: mirjam)
        #expect(try await browser.post("/reports", body).location == "/reports/receipt")
        web.clock.wait(.hours(5))
        #expect(try await !browser.get("/reports/new").text.contains("value=\"acute\""))
    }

    @Test func `takes nothing acute where no phone rings, whoever is on duty`() async throws {
        let web = try await WebTown.withDesks(hasDutyPhone: false)
        let browser = web.browser()
        let page = try await browser.get("/reports/new")
        #expect(!page.text.contains("value=\"acute\"") && page.shown.contains("neemt nu niets acuuts aan"))
        let body = try await web.reportForm(browser, ["urgency": "acute"])
        let refused = try await browser.post("/reports", body)
        #expect(refused.status == .badRequest && refused.shown.contains("Bel 112, of Veilig Thuis: 0800 2000."))
        let mirjam = try await web.worker("mirjam")
        #expect(try await mirjam.get("/desk").shown.contains("Hier komt niets acuuts binnen"))
        _ = try await web.report(["urgency": "day"])
        #expect(try await web.onlyReport(mirjam).hasPrefix("/desk/reports/"))
    }

    @Test func `takes nothing acute that is about all who are on duty`() async throws {
        let web = try await WebTown.withDesks()
        let browser = web.browser()
        let body = try await web.reportForm(browser, ["urgency": "acute", "name-1": "Mirjam van Es"])
        let refused = try await browser.post("/reports", body)
        #expect(refused.status == .badRequest && refused.text.contains("id=\"urgency-error\""))
        #expect(refused.shown.contains("Bel 112, of Veilig Thuis: 0800 2000."))
        _ = try await web.send("/desk/duty", ["hours": "4"], by: try await web.worker("lotte"))
        #expect(try await browser.post("/reports", body).location == "/reports/receipt")
        #expect(try await web.onlyReport(try await web.worker("lotte")).hasPrefix("/desk/reports/"))
        #expect(try await !web.worker("mirjam").get("/desk").text.contains("/desk/reports/"))
    }

    @Test func `about all who are at the only desk says whom to call`() async throws {
        let web = try await WebTown.withDesks()
        let (organisation, now) = (try web.filled.organisation("jeugdbescherming"), web.clock.now)
        try await web.database.write { try $0.setDesk(of: organisation, members: nil, at: now, .unguessable) }
        try await web.atDesk(["mirjam"])
        let browser = web.browser()
        let all: KeyValuePairs = ["name-1": "Mirjam van Es", "name-2": "Ruud Brouwer", "name-3": "Carla 't Hart"]
        let refused = try await browser.post("/reports", try await web.reportForm(browser, all))
        #expect(refused.status == .badRequest && refused.text.contains("id=\"colleague-error\""))
        #expect(refused.shown.contains("Veilig Thuis: 0800 2000") && refused.text.contains("Misschien slaat hij."))
    }

    @Test(arguments: Engine.all)
    func `that is sent again and says something else is not said to be in`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let browser = web.browser()
        let body = try await web.reportForm(browser)
        #expect(try await browser.post("/reports", body).location == "/reports/receipt")
        let keys = try web.vault.check()
        let facts = form(["facts": "Ik hoorde zondag een kind huilen."])
        let other = body.replacing(facts, with: form(["facts": "Nu bloedt het."]))
        let refused = try await browser.post("/reports", other)
        #expect(refused.status == .badRequest && refused.shown.contains("wat je nu schreef niet"), "\(refused.shown)")
        #expect(refused.text.contains("Nu bloedt het."))
        #expect(try web.vault.check() == keys)
        // With the form that came back it is one of its own.
        let again = try #require(refused.field("form"))
        let once = try #require(body.split(separator: "&").first { $0.hasPrefix("form=") })
        let made = try #require(refused.field("made"))
        let before = try #require(body.split(separator: "&").first { $0.hasPrefix("made=") })
        web.clock.wait(.seconds(30))
        let fresh = other.replacing(once, with: "form=" + again).replacing(before, with: form(["made": made]))
        #expect(try await browser.post("/reports", fresh).location == "/reports/receipt")
        let links = try await web.worker("mirjam").get("/desk").links.filter { $0.hasPrefix("/desk/reports/") }
        #expect(links.count == 2)
    }

    @Test(arguments: ["website", "made", "fast", "old"])
    func `asks once more whom it takes for no person, and keeps what they typed`(how: String) async throws {
        let web = try await WebTown.withDesks()
        let browser = web.browser()
        let seconds = ["fast": 1, "old": 90_000][how] ?? 30
        let typed: KeyValuePairs = [
            how == "website" ? "website" : "note": "https://spam.example", how == "made" ? "made" : "more": "1.x",
        ]
        let refused = try await browser.post(
            "/reports", try await web.reportForm(browser, typed, after: seconds))
        #expect(refused.status == .badRequest && refused.shown.contains("verstuur nog een keer"))
        #expect(refused.text.contains("Misschien slaat hij."))
    }

    @Test func `is slowed by network, with what was typed kept`() async throws {
        let web = try await WebTown.withDesks()
        for _ in 0..<ReportFlood.perAddress { _ = try await web.report() }
        let (browser, keys) = (web.browser(), try web.vault.check())
        let refused = try await browser.post("/reports", try await web.reportForm(browser))
        #expect(refused.status == .tooManyRequests && refused.text.contains("Misschien slaat hij."))
        // What is refused leaves no keys behind, nor does what was sent before.
        #expect(try web.vault.check() == keys)
        web.clock.wait(.minutes(61))
        _ = try await web.report()
        #expect(try web.vault.check() == keys + 2)
    }

    @Test func `is slowed by no clock that ran ahead`() async throws {
        let web = try await WebTown.withDesks()
        web.clock.wait(.days(9))
        for _ in 0..<ReportFlood.perAddress { _ = try await web.report() }
        web.clock.wait(.days(-9))
        for _ in 0..<ReportFlood.perAddress { _ = try await web.report() }
    }

    @Test func `stands on a board of fifty, and on the page after it`() async throws {
        let web = try await WebTown.withDesks()
        for place in 0...50 { try await bring("203.0.113.\(place)", .regular, web) }
        let mirjam = try await web.worker("mirjam")
        let (first, second) = (try await mirjam.get("/desk"), try await mirjam.get("/desk?page=2"))
        let links = [first, second].map { page in Set(page.links.filter { $0.hasPrefix("/desk/reports/") }) }
        #expect(links.map(\.count) == [50, 1] && links[0].isDisjoint(with: links[1]))
        #expect(first.links.contains("/desk?page=2") && second.links.contains("/desk?page=1"))
        for page in [first, second] { #expect(page.shown.contains("51 meldingen open")) }
    }

    @Test(arguments: Engine.all)
    func `is one of sixty on Vandaag, where more lies at the desk, and never one that can not wait`(engine: Engine)
        async throws
    {
        let web = try await WebTown.withDesks(engine)
        for place in 0..<Waiting.mostAtDesk + 5 { try await bring("203.0.113.\(place)", .regular, web) }
        // All of them are late by then, and what comes now is not.
        web.clock.wait(.days(4))
        let worker = Worker(try web.filled.account("mirjam"), for: try web.filled.organisation("gebiedsteam"))
        let now = web.clock.now
        _ = try await web.database.write { try $0.setDuty(of: worker, until: now + .hours(8), on: now.day) }
        try await bring("203.0.113.250", .acute, web)
        let mirjam = try await web.worker("mirjam")
        let acute = try #require(try await mirjam.get("/desk").links.first { $0.hasPrefix("/desk/reports/") })
        let page = try await mirjam.get("/today")
        #expect(page.links.first { $0.hasPrefix("/desk/reports/") } == acute)
        #expect(page.shown.contains("Bij jullie organisatie ligt meer dan hier staat."))
        #expect(page.links.contains("/today?page=2") && !page.links.contains("/today?page=3"))
        #expect(try await mirjam.get("/desk").shown.contains("\(Waiting.mostAtDesk + 6) meldingen open"))
        // Who is not at the desk is told nothing of it.
        let youssef = try await web.worker("youssef").get("/today")
        #expect(youssef.status == .ok && !youssef.shown.contains("Bij jullie organisatie ligt meer"))
    }

    @Test func `in a flood stands last, and what is acute first`() async throws {
        let web = try await WebTown.withDesks()
        for place in 0..<ReportFlood.perDesk {
            try await bring("203.0.113.\(place)", .day, web)
        }
        try await bring("203.0.113.250", .day, web)
        try await bring("203.0.113.251", .acute, web)
        let board = try await web.worker("mirjam").get("/desk").shown
        #expect(board.contains("Veel tegelijk, nog niet bekeken"))
        #expect(board.contains("32 meldingen open: 1 acuut en 30 binnen een dag."))
    }

    /// As from one network each.
    private func bring(_ from: String, _ urgency: CareReport.Urgency, _ web: WebTown) async throws {
        let (ids, vault, now) = (IDSource.unguessable, web.vault, web.clock.now)
        let organisation = try web.filled.organisation("gebiedsteam")
        let form = ids.next(at: now, CareReport.self).text
        let receipt = vault.reportReceipt(form)
        let report = ReportToBring(
            id: ids.next(at: now), origin: ids.next(at: now), number: receipt.number, code: receipt.code,
            formDigest: vault.reportForm(form), urgency: urgency,
            worry: ReportedWorry(persons: [], place: "Ergens", facts: "Iets."),
            reporter: ReportOrigin(kind: .other, name: "", reach: "", mayBeNamed: false), isAboutColleague: false,
            from: from, hasPhone: true)
        try await Desk(web.dossiers).bring(report, to: organisation, at: now, vault, ids)
    }

    @Test(arguments: [("Mirjam van Es", ""), ("mirjam  van es", ""), ("Iemand", "yes")])
    func `about somebody at the desk goes to another desk, and never to them`(
        name: String, marked: String
    ) async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report(["name-1": name, "colleague": marked])
        #expect(try await !web.worker("mirjam").get("/desk").text.contains("/desk/reports/"))
        #expect(try await web.onlyReport(try await web.worker("ilse")).hasPrefix("/desk/reports/"))
    }

    @Test func `about somebody at the only desk is kept from them alone`() async throws {
        let web = try await WebTown.withDesks()
        let (organisation, now) = (try web.filled.organisation("jeugdbescherming"), web.clock.now)
        try await web.database.write { try $0.setDesk(of: organisation, members: nil, at: now, .unguessable) }
        _ = try await web.report(["name-1": "Mirjam van Es"])
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(try await web.worker("lotte"))
        for page in ["/desk", "/today"] { #expect(try await !mirjam.get(page).text.contains(path)) }
        #expect(try await mirjam.get(path).status == .notFound)
        #expect(try await mirjam.get("/desk").shown.contains("Er wacht geen melding"))
        let browser = web.browser()
        let refused = try await browser.post(
            "/reports", try await web.reportForm(browser, ["colleague": "yes"]))
        #expect(refused.status == .badRequest && refused.text.contains("id=\"colleague-error\""))
    }

    @Test func `from inside needs no name, and is not slowed`() async throws {
        let web = try await WebTown.withDesks()
        let sanne = try await web.worker("sanne")
        #expect(try await sanne.get("/reports/new").shown.contains("Je meldt als Sanne Kuipers van Basisschool"))
        for _ in 0...ReportFlood.perAddress {
            let sent = try await sanne.post("/reports", try await web.reportForm(sanne, ["reporter": ""]))
            #expect(sent.location == "/reports/receipt")
        }
        let mirjam = try await web.worker("mirjam")
        let path = try #require(try await mirjam.get("/desk").links.first { $0.hasPrefix("/desk/reports/") })
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        #expect(try await mirjam.get(path + "/origin").shown.contains("Sanne Kuipers, Basisschool De Schakel"))
    }

    @Test(arguments: ["number", "code"])
    func `is answered to nobody without both number and code, however often they try`(wrong: String) async throws {
        let web = try await WebTown.withDesks()
        let receipt = try await web.report()
        let guess = Receipt(
            number: wrong == "number" ? "00000000" : receipt.number,
            code: wrong == "code" ? "CCCCC-CCCCC-CCCCC" : receipt.code)
        let refused = try await web.answer(to: guess)
        #expect(refused.status == .badRequest && !refused.shown.contains("kwam binnen"))
        for _ in 0..<40 { _ = try await web.answer(to: guess) }
        #expect(try await web.answer(to: receipt).status == .tooManyRequests)
    }

    @Test func `is not there where no desk is`() async throws {
        let web = try await WebTown.toRead
        let page = try await web.browser().get("/reports/new")
        #expect(page.status == .ok && page.shown.contains("Hier is nog geen meldpunt."))
        #expect(!page.text.contains("name=\"facts\""))
    }
}

@Suite struct `Who is at a desk` {
    private func path(_ web: WebTown) throws -> String {
        "/organisations/\(try web.filled.organisation("gebiedsteam"))/desk"
    }

    @Test(arguments: [("ruud", true), ("ravi", true), ("mirjam", false), ("marieke", false), ("joost", false)])
    func `is said by a team lead, or by who administers the installation`(who: String, may: Bool) async throws {
        let web = try await WebTown()
        let path = try path(web)
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(path).status == (may ? .ok : .notFound))
        let lotte = try web.filled.account("lotte").text
        let saved = try await web.send(path, ["desk": "yes", "member": lotte], by: browser)
        #expect(saved.status == (may ? .seeOther : .notFound))
        #expect(try await web.worker("lotte").get("/desk").status == (may ? .ok : .notFound))
        #expect(try await web.worker("fatma").get("/desk").status == .notFound)
    }

    @Test func `ends with no report open`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let ruud = try await web.worker("ruud")
        let refused = try await web.send(try path(web), ["desk": ""], by: ruud)
        #expect(refused.status == .conflict && refused.text.contains("id=\"desk-error\""))
        #expect(try await web.worker("lotte").get("/desk").status == .ok)
    }
}
