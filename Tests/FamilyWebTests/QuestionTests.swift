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

@Suite struct `Asking why` {
    private static let family = "de-wit-yildiz"

    /// The ways to a question on somebody's log, after a professional opened the circle.
    private func asking(
        _ web: WebTown, as asker: String = "aylin", of looker: String = "hanna"
    ) async throws -> (browser: TownBrowser, link: String) {
        _ = try await web.browser(of: looker).get(try web.circle(Self.family))
        let browser = try await web.browser(of: asker)
        let page = try await browser.get(try web.circle(Self.family) + "/access")
        let who = try web.filled.account(looker).text
        let link = try #require(page.links.first { $0.contains("questions/new") && $0.contains(who) })
        return (browser, link)
    }

    /// Asks, and tells the address where it is answered.
    private func asked(
        _ web: WebTown, as asker: String = "aylin", of looker: String = "hanna", _ text: String = "Was er iets?"
    ) async throws -> String {
        let (browser, link) = try await asking(web, as: asker, of: looker)
        let open = try await OpenForm(browser, link)
        let fields = ["who", "day", "action", "item"].map { ($0, open.page.field($0) ?? "") }
        let body = open.body([
            fields[0].0: fields[0].1, fields[1].0: fields[1].1, fields[2].0: fields[2].1, fields[3].0: fields[3].1,
            "question": text,
        ])
        let answer = try await browser.post(try web.circle(Self.family) + "/access/questions", body)
        #expect(answer.status == .seeOther)
        #expect(
            try await browser.post(try web.circle(Self.family) + "/access/questions", body).location == answer.location)
        let today = try await web.browser(of: looker).get("/today")
        return try #require(today.links.first { $0.contains("/access/questions/") })
    }

    @Test(arguments: Engine.all)
    func `is read by who looked, and the answer by who asked`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web)
        let (aylin, hanna) = (try await web.browser(of: "aylin"), try await web.browser(of: "hanna"))
        let log = try web.circle(Self.family) + "/access"
        #expect(try await aylin.get(log).shown.contains("Nog geen antwoord"))
        let open = try await OpenForm(hanna, path)
        #expect(open.page.shown.contains("Aylin") && open.page.shown.contains("Was er iets?"))
        #expect(open.page.shown.contains("keek wie er in de kring zit."))
        let empty = try await hanna.post(path + "/answer", open.body(["answer": " "]))
        #expect(empty.status == .badRequest)
        let answer = try await hanna.post(path + "/answer", open.body(["answer": "Ik zocht wie ik kon bellen."]))
        #expect(answer.status == .seeOther && answer.location == path)
        #expect(try await hanna.post(path + "/answer", open.body(["answer": "Anders."])).status == .seeOther)
        let page = try await aylin.get(log).shown
        #expect(
            page.contains("Was er iets?") && page.contains("Ik zocht wie ik kon bellen.") && !page.contains("Anders."))
        #expect(page.contains("Hanna") && page.contains("gaf antwoord op je vraag."))
        #expect(try await !hanna.get("/today").links.contains(path))
    }

    @Test(arguments: Engine.all)
    func `is withdrawn by who asked, and owed by nobody then`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web)
        let (aylin, hanna) = (try await web.browser(of: "aylin"), try await web.browser(of: "hanna"))
        let log = try web.circle(Self.family) + "/access"
        for stranger in ["joost", "hanna", "sem", "marieke", "bart", "robert"] {
            let browser = try await web.browser(of: try web.filled.account(stranger))
            let token = try #require(try await browser.get("/account").token)
            #expect(
                try await browser.post(path + "/withdrawal", form(["token": token])).status == .notFound, "\(stranger)")
        }
        let token = try #require(try await aylin.get(log).token)
        let page = try await aylin.get(log)
        #expect(page.text.contains(path + "/withdrawal"))
        for _ in 1...2 {
            #expect(try await aylin.post(path + "/withdrawal", form(["token": token])).location == log)
        }
        let after = try await aylin.get(log)
        #expect(after.shown.contains("Je wacht niet meer op antwoord.") && !after.text.contains(path + "/withdrawal"))
        #expect(try await !hanna.get("/today").links.contains(path))
        #expect(try await hanna.get(path).shown.contains("Je hoeft niets te doen."))
        // One question at a time: now another can be asked.
        let again = try await asked(web)
        #expect(again != path)
    }

    @Test(arguments: Engine.all)
    func `is between the two alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web)
        for person in ["joost", "sem", "truus", "marieke", "sanne", "priya", "thijs", "esmee", "robert", "geert-jan"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get(path).status == .notFound, "\(person)")
            let token = try #require(try await browser.get("/account").token)
            let answer = try await browser.post(path + "/answer", form(["token": token, "answer": "Nee."]))
            #expect(answer.status == .notFound, "\(person)")
            let seen = try await Crawl(browser)
            #expect(seen.pages(with: "Was er iets?") == [] && seen.pages(with: path) == [], "\(person)")
        }
    }

    @Test(arguments: Engine.all)
    func `works the same for a young person, out of the parents' sight`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web, as: "sem", of: "priya", "Waarom keek jij, Priya?")
        let priya = try await web.browser(of: "priya")
        let open = try await OpenForm(priya, path)
        _ = try await priya.post(path + "/answer", open.body(["answer": "Voor ons gesprek van vrijdag."]))
        let sem = try await web.browser(of: "sem").get(try web.circle(Self.family) + "/access")
        #expect(sem.shown.contains("Voor ons gesprek van vrijdag."))
        for parent in ["aylin", "joost"] {
            let seen = try await Crawl(try await web.browser(of: parent))
            for text in ["Waarom keek jij", "ons gesprek van vrijdag", "las je vraag", "op je vraag", path] {
                #expect(seen.pages(with: text) == [], "\(parent): \(text)")
            }
        }
    }

    @Test(arguments: Engine.all)
    func `is one question at a time to each professional`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        _ = try await asked(web)
        let aylin = try await web.browser(of: "aylin")
        let page = try await aylin.get(try web.circle(Self.family) + "/access")
        let hanna = try web.filled.account("hanna").text
        #expect(!page.links.contains { $0.contains("questions/new") && $0.contains(hanna) })
        #expect(page.links.contains { $0.contains("questions/new") })
    }

    /// A line that is not shown answers like one that is not there, for the reader and for others.
    @Test(arguments: Engine.all)
    func `about a line that one is not shown is about nothing`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (aylin, link) = try await asking(web)
        let hanna = try web.filled.account("hanna").text
        #expect(
            try await aylin.get(link.replacing(hanna, with: try web.filled.account("joost").text)).status == .notFound)
        #expect(try await aylin.get(link.replacing("2026-11-23", with: "2026-11-22")).status == .notFound)
        let held = try web.filled.conversation("de-wit-yildiz/sem-met-priya").text
        #expect(
            try await aylin.get(link.replacing(/item=[^&]*/, with: "item=conversation.\(held)")).status == .notFound)
        #expect(try await web.browser(of: "marieke").get(link).status == .notFound)
        #expect(try await web.browser(of: "robert").get(link).status == .notFound)
        let token = try #require(try await aylin.get("/account").token)
        let made = try await aylin.post(
            try web.circle(Self.family) + "/access/questions",
            form([
                "token": token, "form": "0192f3a0-0000-7000-8000-000000000001", "who": hanna, "day": "2026-11-01",
                "action": "R", "item": "",
            ]))
        #expect(made.status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `goes to the inbox when the professional leaves, where their team lead answers`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web, of: "marieke")
        let id: ID<LogQuestion> = try #require(ID(path.split(separator: "/").last ?? ""))
        let family = try web.filled.family(Self.family)
        try await web.end("marieke", in: Self.family, by: "sanne")
        #expect(try await web.browser(of: "marieke").get(path).status == .notFound)
        let look = { (who: String) in
            Look(
                reader: try web.filled.account(who), at: web.clock.now, from: "", action: .read,
                item: ItemName(.question, id))
        }
        for who in ["sanne", "khadija", "carla", "ruud"] {
            let mayAnswer = ["carla", "ruud"].contains(who)
            let seen = try await web.dossiers.question(id, in: family, try look(who))
            #expect((seen != nil) == mayAnswer, "\(who)")
        }
        for who in ["ruud", "youssef"] {
            let reader = try web.filled.account(who)
            let vault = web.vault
            let account = try #require(try await web.database.read { try $0.account(reader, vault) })
            let all = try await web.dossiers.today(of: account, try look(who), page: nil).shown
            let outside = all.filter { $0.way == .outside }.filter { item in
                guard case .promise(let promise) = item.waiting.subject else { return false }
                return promise.kind == .answerWhy
            }
            #expect(outside.count == (who == "ruud" ? 1 : 0), "\(who)")
            #expect(outside.allSatisfy { $0.words.familyName == nil && $0.words.text == nil })
        }
        let text = try PlainText.paragraphs("Marieke zocht het telefoonnummer van school.")
        #expect(try await web.dossiers.answer(id, in: family, saying: text, try look("ruud")))
        let log = try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/access")
        #expect(log.shown.contains("Ruud Brouwer antwoordde") && log.shown.contains("telefoonnummer van school"))
    }

    @Test(arguments: Engine.all)
    func `survives the erasure of the asker, and both chains do`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try await asked(web)
        let family = try web.filled.family(Self.family)
        let parts = try await web.dossiers.parts(of: family, try web.filled.person("aylin"))
        _ = try await web.dossiers.erase(parts, of: family, at: web.clock.now) { _, _ in }
        let hanna = try await web.browser(of: "hanna")
        let page = try await hanna.get(path)
        #expect(page.status == .ok && !page.shown.contains("Was er iets?"))
        let form = try await OpenForm(hanna, path)
        #expect(try await hanna.post(path + "/answer", form.body(["answer": "Te laat."])).status == .notFound)
        let reports = try await web.dossiers.verifyChains(against: []) { _, _ in } + web.dossiers.verifyMessages()
        #expect(reports.flatMap(\.findings).filter(\.isDamage) == [])
    }
}
