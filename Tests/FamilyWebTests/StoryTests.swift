// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import TestFiles
import Testing

@Suite struct `Somebody's story` {
    private static let family = "de-wit-yildiz"

    private func path(_ web: WebTown, _ person: String? = nil) throws -> String {
        try web.circle(Self.family) + "/story" + (person.map { "/\(try web.filled.person($0))" } ?? "")
    }

    private func write(_ text: String, of path: String, by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, path)
        let based = try #require(open.page.field("based"))
        return try await browser.post(path + "/versions", open.body(["based": based, "message": text]))
    }

    @Test(arguments: Engine.all)
    func `is told, read, confirmed, changed and narrowed by its author`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (aylin, marieke) = (try await web.browser(of: "aylin"), try await web.browser(of: "marieke"))
        let story = try path(web, "aylin")
        let read = try await marieke.get(story)
        #expect(read.shown.contains("Vraag liever wat er deze week lukte") && !read.text.contains("<textarea"))
        let token = try #require(read.token)
        #expect(try await marieke.post(story + "/confirmation", form(["token": token])).status == .seeOther)
        #expect(try await marieke.get(story).shown.contains("hoeft er niet opnieuw naar te vragen"))
        #expect(try await aylin.get(story).shown.contains("Marieke Postma las het"))
        #expect(try await write("Nu drie zinnen.", of: story, by: aylin).status == .seeOther)
        #expect(try await marieke.get(story).shown.contains("Nu drie zinnen."))
        let own = try await aylin.get(story)
        #expect(own.shown.contains("Versie 1,") && own.shown.contains("Versie 3,"))
        #expect(try await aylin.get(story + "?version=1").shown.contains("sinds Joost weg is"))
        #expect(try await marieke.get(story + "?version=1").status == .notFound)
        let account = try web.filled.account("marieke").text
        for (choice, status) in [("2", 200), ("none", 404), ("current", 200)] {
            let body = form(["token": try #require(own.token), "account": account, "choice": choice])
            #expect(try await aylin.post(story + "/readers", body).status == .seeOther)
            let now = try await marieke.get(story)
            #expect(now.status.code == status, "\(choice)")
            #expect(now.shown.contains("Nu drie zinnen.") == (choice == "current"))
        }
    }

    @Test(arguments: ["joost", "truus", "khadija", "sanne", "bart", "robert", "thijs", "ravi", "sem"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await WebTown.toRead
        let browser = try await web.browser(of: try web.filled.account(who))
        let story = try path(web, "aylin")
        #expect(try await browser.get(story).status == .notFound)
        #expect(try await browser.get(story + "?version=1").status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        for act in ["/versions", "/draft", "/versions/2/yes", "/confirmation", "/readers"] {
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000e1", "message": "", "based": "2",
                "account": try web.filled.account("marieke").text, "choice": "none",
            ])
            let answer = try await browser.post(story + act, body)
            #expect([.notFound, .badRequest].contains(answer.status), "\(act)")
            #expect(!answer.text.contains("Vraag liever"))
        }
    }

    @Test func `of a young person is not a parent's before they give it, nor of who left`() async throws {
        let web = try await WebTown()
        let story = try path(web, "sem")
        for parent in ["aylin", "joost"] {
            let browser = try await web.browser(of: parent)
            #expect(try await browser.get(story).status == .notFound, "\(parent)")
            #expect(try await !browser.get(try path(web)).text.contains(story))
        }
        let priya = try await web.browser(of: "priya")
        #expect(try await priya.get(story).shown.contains("Liever wandelen"))
        let sem = try await web.browser(of: "sem")
        let body = form([
            "token": try #require(try await sem.get(story).token), "account": try web.filled.account("aylin").text,
            "choice": "current",
        ])
        #expect(try await sem.post(story + "/readers", body).status == .seeOther)
        #expect(try await web.browser(of: "aylin").get(story).shown.contains("Liever wandelen"))
        #expect(try await web.browser(of: "joost").get(story).status == .notFound)
        try await web.end("priya", in: Self.family, by: "marieke")
        #expect(try await priya.get(story).status == .notFound)
    }

    @Test func `of a child is written down, and says by whom`() async throws {
        let web = try await WebTown()
        let story = try path(web, "noor")
        let sanne = try await web.browser(of: "sanne")
        #expect(try await sanne.get(story).shown.contains("Verteld door Noor, opgeschreven door Aylin Yildiz."))
        #expect(try await write("Ik hou van tekenen.", of: story, by: sanne).status == .seeOther)
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(story).shown.contains("opgeschreven door Sanne Kuipers"))
        #expect(try await web.browser(of: try web.filled.account("khadija")).get(story).status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `told together counts when all said yes, and of two who write at once the second sees both`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let list = try await OpenForm(aylin, try path(web))
        let missing = try await aylin.post(try path(web), list.body([:]))
        #expect(missing.status == .badRequest && missing.text.contains("id=\"with-error\""))
        let begun = try await aylin.post(try path(web), list.body(["with": try web.filled.person("joost").text]))
        let story = try #require(begun.location)
        let stale = try await OpenForm(joost, story)
        #expect(try await write("Wij zijn met vier.", of: story, by: aylin).status == .seeOther)
        #expect(try await web.browser(of: "marieke").get(story).status == .notFound)
        let second = try await joost.post(
            story + "/versions", stale.body(["based": "0", "message": "Wij zijn een gezin in twee huizen."]))
        #expect(second.status == .conflict)
        #expect(second.shown.contains("Wij zijn met vier.") && second.shown.contains("gezin in twee huizen"))
        #expect(second.field("based") == "1")
        #expect(try await joost.get("/today").text.contains(story))
        let token = try #require(second.token)
        #expect(try await joost.post(story + "/versions/1/yes", form(["token": token])).status == .seeOther)
        #expect(try await !joost.get("/today").text.contains(story))
        #expect(try await web.browser(of: "marieke").get(story).shown.contains("Wij zijn met vier."))
        #expect(try await write("Wij zijn met vijf.", of: story, by: joost).status == .seeOther)
        #expect(try await web.browser(of: "marieke").get(story).shown.contains("Wij zijn met vier."))
        #expect(try await aylin.get("/today").text.contains(story))
    }

    @Test func `keeps what was typed for its writer alone, and takes a drawing in`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let story = try path(web, "aylin")
        let open = try await OpenForm(aylin, story)
        let kept = form(["token": open.token, "message": "Half af", "quiet": "yes"])
        #expect(try await aylin.post(story + "/draft", kept).status == .noContent)
        #expect(try await aylin.get(story).text.contains("Half af"))
        #expect(try await !web.browser(of: "marieke").get(story).text.contains("Half af"))
        let empty = try await aylin.post(story + "/versions", open.body(["based": "2", "message": " "]))
        #expect(empty.status == .badRequest && empty.text.contains("id=\"message-error\""))
        let upload = PartsForm([
            "token": open.token, "form": open.form, "based": "2", "message": "Met een tekening",
        ]).with("tekening.png", MadeFile.png())
        let sent = try await aylin.post(story + "/versions", bytes: upload.body, type: PartsForm.type)
        #expect(sent.status == .seeOther)
        let marieke = try await web.browser(of: "marieke")
        let page = try await marieke.get(story)
        let file = try #require(page.links.first { $0.contains("/attachments/") })
        let saved = try await marieke.get(file)
        #expect(saved.status == .ok && saved["content-type"] == "image/png")
        #expect(try await web.browser(of: "joost").get(file).status == .notFound)
    }

    @Test func `is sealed`() async throws {
        let web = try await WebTown.toRead
        let bodies = try await web.database.read { connection in
            try connection.rows("SELECT body FROM story_version ORDER BY story_id, number") { $0.bytes(0) }
        }
        #expect(bodies.count >= 4)
        for body in bodies { #expect(!String(decoding: body, as: UTF8.self).contains("Ik ")) }
    }
}
