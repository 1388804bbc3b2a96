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

@Suite struct `A question without names` {
    private static let absent = "/consults/0192f3a0-0000-7000-8000-00000000dead"

    /// Marieke of the area team asks Het Anker; gives her browser and the address of the question.
    private func asked(
        _ web: WebTown, of colleague: String = "", at organisation: String = "het-anker", haste: String = "week"
    ) async throws -> (marieke: TownBrowser, path: String) {
        let marieke = try await web.browser(of: "marieke")
        let answer = try await ask(web, marieke, colleague, at: organisation, haste: haste)
        return (marieke, try #require(answer.location))
    }

    private func ask(
        _ web: WebTown, _ browser: TownBrowser, _ colleague: String = "", at organisation: String = "het-anker",
        haste: String = "week", saying question: String = "Een meisje van 9 slaapt niet. Wat werkt?"
    ) async throws -> Answer {
        let open = try await OpenForm(browser, "/consults/new")
        return try await browser.post(
            "/consults",
            open.body([
                "organisation": try web.filled.organisation(organisation).text, "colleague": colleague,
                "subject": "Slapen", "message": question, "haste": haste,
            ]))
    }

    private func browser(_ web: WebTown, of who: String) async throws -> TownBrowser {
        try await web.browser(of: try web.filled.account(who))
    }

    private func answer(_ path: String, _ web: WebTown, by browser: TownBrowser) async throws -> Answer {
        try await web.send(path + "/answer", ["message": "Vaste tijden, en rust voor het slapen."], by: browser)
    }

    @Test(arguments: Engine.all)
    func `is answered by whoever of the organisation takes it, and heard by who asked`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, path) = try await asked(web)
        #expect(try await marieke.get(path).shown.contains("Nog niemand pakte de vraag op."))
        let (priya, daniel) = (try await browser(web, of: "priya"), try await browser(web, of: "daniel"))
        for expert in [priya, daniel] {
            #expect(try await expert.get("/today").links.contains(path))
            #expect(try await expert.get(path).shown.contains("slaapt niet"))
        }
        #expect(try await web.send(path + "/taking", [:], by: daniel).location == path)
        #expect(try await Heard(priya.get(path)) == Heard(priya.get(Self.absent)))
        #expect(try await !priya.get("/today").text.contains(path))
        #expect(try await daniel.get("/today").links.contains(path))
        #expect(try await !marieke.get("/today").text.contains(path))
        #expect(try await answer(path, web, by: daniel).location == path)
        #expect(try await marieke.get("/today").links.contains(path))
        #expect(try await marieke.get(path).shown.contains("Daniël Groen antwoordde"))
        #expect(
            try await web.send(path + "/verdict", ["verdict": "helped", "message": "Dank je!"], by: marieke).location
                == path)
        let over = try await daniel.get(path).shown
        #expect(over.contains("Klaar: het hielp.") && over.contains("Dank je!"))
        let facts = try await web.database.read { connection in
            try connection.facts(.consult, from: Month(of: WebTown.today), through: Month(of: WebTown.today))
                + connection.facts(.consultHelped, from: Month(of: WebTown.today), through: Month(of: WebTown.today))
        }
        #expect(
            facts.map(\.shape) == [.spell(began: WebTown.today, ended: WebTown.today), .verdict(true)])
        #expect(try await owed(path, web) == [])
        for worker in [marieke, daniel] { #expect(try await !worker.get("/today").text.contains(path)) }
    }

    /// What is open about the question at this address.
    private func owed(_ path: String, _ web: WebTown) async throws -> [PromiseKind] {
        let subject = Promise.Subject(kind: Consult.subjectKind, id: String(path.suffix(36)))
        return try await web.database.read { try $0.openPromises(about: subject).map(\.promise.kind) }
    }

    @Test(arguments: Engine.all)
    func `is asked on when the answer does not help`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, path) = try await asked(web, of: "Daniël Groen")
        let daniel = try await browser(web, of: "daniel")
        _ = try await answer(path, web, by: daniel)
        #expect(try await owed(path, web) == [.hearConsult])
        let nothing = try await web.send(path + "/verdict", ["verdict": "again", "message": " "], by: marieke)
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"message-error\""))
        let again = try await web.send(
            path + "/verdict", ["verdict": "again", "message": "En overdag?"], by: marieke)
        #expect(again.location == path)
        #expect(try await owed(path, web) == [.answerConsult])
        #expect(try await daniel.get(path).shown.contains("En overdag?"))
    }

    @Test func `is opened by nobody but the two between whom it goes`() async throws {
        let web = try await WebTown()
        let (_, path) = try await asked(web, of: "Daniël Groen")
        #expect(try await browser(web, of: "daniel").get(path).status == .ok)
        for who in ["priya", "youssef", "ruud", "sanne", "nadia", "ravi", "geert-jan", "aylin", "joost", "truus"] {
            let stranger = try await browser(web, of: who)
            #expect(try await Heard(stranger.get(path)) == Heard(stranger.get(Self.absent)), "\(who)")
            for act in ["taking", "passing", "answer", "verdict", "closing"] {
                let typed: KeyValuePairs = ["message": "x", "verdict": "helped"]
                let tried = try await web.send("\(path)/\(act)", typed, by: stranger)
                #expect(tried.status == .notFound, "\(who) \(act)")
            }
            for page in ["/consults", "/today"] {
                #expect(try await !stranger.get(page).text.contains(path), "\(who) \(page)")
            }
        }
        #expect(try await web.browser().get(path).status == .seeOther)
    }

    @Test(arguments: ["aylin", "truus", "ravi"])
    func `is for professionals alone`(who: String) async throws {
        let web = try await WebTown.toRead
        let home = try await browser(web, of: who)
        for page in ["/consults", "/consults/new"] { #expect(try await home.get(page).status == .notFound) }
        #expect(try await web.send("/consults", ["subject": "x"], by: home).status == .notFound)
    }

    @Test(arguments: [
        ("Noor slaapt niet.", "Noor", true), ("De moeder heet aylin.", "aylin", true),
        ("BSN 999990019", "een BSN kan zijn", false),
    ])
    func `with a name goes when its writer says that it tells nobody, with a number never`(
        question: String, told: String, mayGo: Bool
    ) async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let warned = try await ask(web, marieke, saying: question)
        #expect(warned.status == .badRequest && warned.shown.contains(told))
        #expect(warned.text.contains(question) && warned.text.contains("name=\"checked\"") == mayGo)
        let open = try await OpenForm(marieke, "/consults/new")
        let insisted = try await marieke.post(
            "/consults",
            open.body([
                "organisation": try web.filled.organisation("het-anker").text, "subject": "Slapen",
                "message": question, "checked": "yes", "told": told,
            ]))
        #expect(insisted.status == (mayGo ? .seeOther : .badRequest))
        // What was not looked over yet is not covered by having looked.
        let more = try await OpenForm(marieke, "/consults/new")
        let added = try await marieke.post(
            "/consults",
            more.body([
                "organisation": try web.filled.organisation("het-anker").text, "subject": "Slapen",
                "message": question + " En Sem.", "checked": "yes", "told": told,
            ]))
        #expect(added.status == .badRequest)
        // Who does not know them is warned of nothing: whether somebody is there can't be tried.
        let nadia = try await browser(web, of: "nadia")
        #expect(try await ask(web, nadia, saying: question).status == (mayGo ? .seeOther : .badRequest))
    }

    @Test(arguments: [
        ("", "", "Slapen", "Wat werkt?", "organisation"),
        ("het-anker", "Daniel Blauw", "Slapen", "Wat werkt?", "colleague"),
        ("het-anker", "", " ", "Wat werkt?", "subject"), ("het-anker", "", "Slapen", " ", "message"),
        ("gebiedsteam", "Marieke Postma", "Slapen", "Wat werkt?", "colleague"),
    ])
    func `says at each field what to mend, and loses nothing typed`(
        organisation: String, colleague: String, subject: String, question: String, field: String
    ) async throws {
        let web = try await WebTown.toRead
        let marieke = try await web.browser(of: "marieke")
        let chosen = organisation.isEmpty ? "" : try web.filled.organisation(organisation).text
        let open = try await OpenForm(marieke, "/consults/new")
        let answer = try await marieke.post(
            "/consults",
            open.body([
                "organisation": chosen, "colleague": colleague, "subject": subject, "message": question,
                "haste": "day",
            ]))
        #expect(answer.status == .badRequest && answer.text.contains("id=\"\(field)-error\""))
        for typed in [colleague, question] where typed.count > 1 { #expect(answer.text.contains(typed)) }
    }

    @Test(arguments: Engine.all)
    func `that is sent twice is there once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let body = try await OpenForm(marieke, "/consults/new").body([
            "organisation": try web.filled.organisation("het-anker").text, "subject": "Slapen", "message": "Wat werkt?",
        ])
        let first = try await marieke.post("/consults", body)
        #expect(try await marieke.post("/consults", body).location == first.location)
        let path = try #require(first.location)
        #expect(try await owed(path, web) == [.answerConsult])
    }

    /// A form's own name is typed by whoever sends it: it names no key, though it be that of somebody's account.
    @Test func `is never sealed under a key of something else`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let (keys, open) = (try web.vault.check(), try await OpenForm(marieke, "/consults/new"))
        let answer = try await marieke.post(
            "/consults",
            form([
                "token": open.token, "form": try web.filled.account("aylin").text,
                "organisation": try web.filled.organisation("het-anker").text, "subject": "Slapen",
                "message": "Wat werkt?",
            ]))
        #expect(answer.location?.hasPrefix("/consults/") == true)
        #expect(try web.vault.check() == keys + 1)
    }

    @Test(arguments: Engine.all)
    func `that lies too long with one is seen by all their colleagues`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (_, path) = try await asked(web, of: "Daniël Groen", haste: "day")
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.hours(23))
        await sweep.sweep()
        let priya = try await browser(web, of: "priya")
        #expect(try await priya.get(path).status == .notFound)
        web.clock.wait(.hours(2))
        await sweep.sweep()
        #expect(try await browser(web, of: "priya").get(path).status == .ok)
        #expect(try await web.browser(of: "marieke").get(path).shown.contains("Het antwoord was te laat."))
        // Who takes it then keeps it.
        let taking = try await browser(web, of: "priya")
        #expect(try await web.send(path + "/taking", [:], by: taking).location == path)
        web.clock.wait(.hours(1))
        await sweep.sweep()
        #expect(try await browser(web, of: "daniel").get(path).status == .notFound)
    }

    @Test func `moves to colleagues when who has it in hand leaves, who opens nothing then`() async throws {
        let web = try await WebTown()
        let (marieke, path) = try await asked(web, of: "Daniël Groen")
        let daniel = try await browser(web, of: "daniel")
        let work = try #require(web.filled.professionals["daniel"])
        let ravi = try await web.browser(of: "ravi")
        let person = "/organisations/\(try web.filled.organisation("het-anker"))/people/\(work)"
        let token = try #require(try await ravi.get(person).token)
        #expect(try await ravi.post(person + "/work/end", form(["token": token])).status == .seeOther)
        #expect(try await daniel.get(path).status != .ok)
        let priya = try await browser(web, of: "priya")
        #expect(try await answer(path, web, by: priya).location == path)
        #expect(try await marieke.get(path).shown.contains("Priya Ramdin antwoordde"))
    }

    /// Daniël does two things at Het Anker: when he stops with one of them, his questions stay his.
    @Test func `stays with who goes on working there in another function`() async throws {
        let web = try await WebTown()
        let (_, path) = try await asked(web, of: "Daniël Groen")
        try await web.employ("daniel", at: "het-anker", as: .therapist)
        let (work, ravi) = (try #require(web.filled.professionals["daniel"]), try await web.browser(of: "ravi"))
        let person = "/organisations/\(try web.filled.organisation("het-anker"))/people/\(work)"
        let token = try #require(try await ravi.get(person).token)
        #expect(try await ravi.post(person + "/work/end", form(["token": token])).status == .seeOther)
        #expect(try await browser(web, of: "priya").get(path).status == .notFound)
        #expect(try await browser(web, of: "daniel").get(path).status == .ok)
    }

    /// Marieke works for the school, too, and did not choose for whom she asks.
    @Test func `waits, whole, while its writer chooses for whom they work`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, "/consults/new")
        try await web.employ("marieke", at: "de-schakel")
        let choice = "/account/organisation?back=%2Fconsults%2Fnew"
        #expect(try await marieke.get("/consults/new").location == choice)
        let anker = try web.filled.organisation("het-anker").text
        let typed: KeyValuePairs = [
            "organisation": anker, "colleague": "Daniël Groen", "subject": "Slapen",
            "message": "Een meisje van 9 slaapt niet.", "haste": "day",
        ]
        let led = try await marieke.post("/consults", open.body(typed))
        #expect(led.status == .seeOther && led.location == choice)
        try await web.choose("gebiedsteam", by: marieke, back: "/consults/new")
        let again = try await OpenForm(marieke, "/consults/new")
        for text in ["Daniël Groen", "Slapen", "Een meisje van 9 slaapt niet."] {
            #expect(again.page.text.contains(text), "\(text)")
        }
        let path = try #require(try await marieke.post("/consults", again.body(typed)).location)
        #expect(path.hasPrefix("/consults/"))
        #expect(try await marieke.get(path).shown.contains("slaapt niet"))
        // What waited is there once.
        #expect(try await !marieke.get("/consults/new").text.contains("slaapt niet"))
    }

    @Test(arguments: Engine.all)
    func `that waits longest stays in a list that does not hold all`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        var paths: [String] = []
        for _ in 0..<3 {
            web.clock.wait(.minutes(10))
            paths.append(try await asked(web, of: "Daniël Groen").path)
        }
        let (daniel, place) = (try web.filled.account("daniel"), try web.filled.organisation("het-anker"))
        let listed = try await web.database.read { connection in
            try SealedConsults(of: Worker(daniel, for: place), limit: 2, connection).items.map(\.id.text)
        }
        #expect(listed == paths.prefix(2).reversed().map { String($0.suffix(36)) })
    }

    @Test func `is passed on to a colleague, or to all of them, and to nobody else`() async throws {
        let web = try await WebTown()
        let (_, path) = try await asked(web, of: "Daniël Groen")
        let (daniel, priya) = (try await browser(web, of: "daniel"), try await browser(web, of: "priya"))
        let nadia = try web.filled.account("nadia").text
        #expect(try await web.send(path + "/passing", ["colleague": nadia], by: daniel).status == .conflict)
        let to = try web.filled.account("priya").text
        #expect(try await web.send(path + "/passing", ["colleague": to], by: daniel).location == "/consults")
        #expect(try await daniel.get(path).status == .notFound)
        #expect(try await web.send(path + "/passing", ["colleague": ""], by: priya).location == "/consults")
        #expect(try await daniel.get(path).status == .ok)
    }

    @Test(arguments: Engine.all)
    func `is over when nobody says for long whether its answer helped`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (_, path) = try await asked(web, of: "Daniël Groen")
        _ = try await answer(path, web, by: try await browser(web, of: "daniel"))
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.days(40))
        await sweep.sweep()
        #expect(try await owed(path, web) == [.hearConsult])
        web.clock.wait(.days(4))
        await sweep.sweep()
        #expect(try await owed(path, web) == [])
        #expect(try await web.browser(of: "marieke").get(path).shown.contains("niemand liet weten of het hielp"))
    }

    @Test func `that nobody answered is taken back from all who were asked`() async throws {
        let web = try await WebTown()
        let (marieke, path) = try await asked(web)
        let priya = try await browser(web, of: "priya")
        #expect(try await priya.get(path).status == .ok)
        #expect(try await web.send(path + "/closing", [:], by: marieke).location == path)
        #expect(try await Heard(priya.get(path)) == Heard(priya.get(Self.absent)))
    }

    @Test func `is asked of no refuge, whose name stands in no list`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await web.browser(of: "marieke")
        let page = try await marieke.get("/consults/new")
        #expect(page.shown.contains("Het Anker") && !page.shown.contains("De Luwte"))
        #expect(try await ask(web, marieke, "Nadia Benali", at: "de-luwte").status == .badRequest)
    }

    @Test(arguments: Engine.all)
    func `goes a year after it is over, with its key`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let keys = try web.vault.check()
        let (marieke, path) = try await asked(web)
        #expect(try web.vault.check() == keys + 1)
        #expect(try await web.send(path + "/closing", [:], by: marieke).location == path)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.days(364))
        await sweep.sweep()
        #expect(try await web.browser(of: "marieke").get(path).status == .ok)
        web.clock.wait(.days(2))
        await sweep.sweep()
        #expect(try await web.browser(of: "marieke").get(path).status == .notFound)
        #expect(try await web.database.read { try $0.rows("SELECT id FROM consult ORDER BY id") { $0.text(0) } } == [])
        #expect(try web.vault.check() == keys)
    }

    @Test func `is sealed where it is kept`() async throws {
        let web = try await WebTown()
        let (_, path) = try await asked(web)
        let id = String(path.suffix(36))
        let kept = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT subject FROM consult WHERE id = \(id)
                UNION ALL SELECT body FROM consult_entry WHERE consult_id = \(id) ORDER BY 1
                """
            ) { $0.bytes(0) }
        }
        #expect(kept.count == 2)
        for sealed in kept {
            let text = String(decoding: sealed, as: UTF8.self)
            #expect(!text.contains("slaapt") && !text.contains("Slapen"))
        }
    }
}
