// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import TestPaper
import Testing

@Suite struct `Noting a contact` {
    private static let family = "de-wit-yildiz"
    private static let text = "Aylin belde terug. Het gaat beter."

    private func path(_ web: WebTown) throws -> String { try web.circle(Self.family) + "/notes" }

    private func note(
        _ web: WebTown, by browser: TownBrowser, about: [String] = ["noor"], with: [String] = ["aylin"],
        _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let open = try await OpenForm(browser, try path(web) + "/new")
        var body = open.body(["kind": "call", "day": WebTown.today.iso, "clock": "08:50", "message": Self.text])
        for person in about { body += "&" + form(["about": try web.filled.person(person).text]) }
        for person in with { body += "&" + form(["with": "person:\(try web.filled.person(person))"]) }
        return try await browser.post(try path(web), body + "&" + form(more))
    }

    @Test(arguments: Engine.all)
    func `takes a minute, and what follows is promised in the same breath`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let before = try await web.traces(Self.family)
        let sent = try await note(
            web, by: marieke,
            [
                "what-1": "Met school praten", "who-1": try web.filled.account("sanne").text,
                "due-1": (WebTown.today + 3).iso, "what-2": "Brief sturen",
                "who-2": try web.filled.account("marieke").text, "due-2": (WebTown.today + 9).iso,
            ])
        let note = try #require(sent.location)
        let after = try await web.traces(Self.family)
        #expect(after.journal == before.journal + 3)
        #expect(try await marieke.get(note).shown.contains(Self.text))
        for reader in ["aylin", "joost"] {
            let browser = try await web.browser(of: reader)
            #expect(try await browser.get(note).shown.contains(Self.text), "\(reader)")
            #expect(try await browser.get(try path(web)).text.contains(note))
        }
        #expect(try await web.browser(of: "sanne").get("/today").shown.contains("Met school praten"))
        #expect(try await marieke.get("/today").shown.contains("Brief sturen"))
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await web.browser(of: "marieke")
        let nobody = try await note(web, by: marieke, about: [], with: [])
        #expect(nobody.status == .badRequest && nobody.text.contains("id=\"about-error\""))
        let alone = try await note(web, by: marieke, about: ["noor"], with: [])
        #expect(alone.text.contains("id=\"with-error\"") && alone.shown.contains(Self.text))
        let wrong = try await note(
            web, by: marieke, ["what-2": "Bellen", "who-2": "x", "due-2": (WebTown.today + -1).iso])
        #expect(wrong.text.contains("id=\"who-2-error\"") && wrong.text.contains("id=\"due-2-error\""))
        let open = try await OpenForm(marieke, try path(web) + "/new")
        let empty = try await marieke.post(
            try path(web), open.body(["kind": "call", "day": "gisteren", "clock": "x", "message": " "]))
        #expect(empty.text.contains("id=\"day-error\"") && empty.text.contains("id=\"message-error\""))
    }

    @Test(arguments: ["truus", "khadija", "priya", "hanna", "tom", "bart", "robert", "thijs", "ravi", "sem"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await Self.noted.value
        let browser = try await web.browser(of: try web.filled.account(who))
        let note = try #require(try await Self.address(in: web))
        #expect(try await browser.get(note).status == .notFound)
        #expect(try await !browser.get(try path(web)).text.contains(note))
        let token = try #require(try await browser.get("/account").token)
        let body = form([
            "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f3", "kind": "call", "statement": "x",
            "day": WebTown.today.iso, "clock": "08:00", "message": "x",
        ])
        for act in ["/corrections", "/statements"] {
            #expect(try await browser.post(note + act, body).status == .notFound, "\(act)")
        }
        let copied = try await browser.post(
            try path(web) + "/copy", form(["token": token, "note": String(note.suffix(36)), "as": "text"]))
        #expect(copied.status == .notFound)
    }

    /// A town in which Marieke noted something about Noor.
    private static let noted = Task {
        let web = try await WebTown()
        let sent = try await Self().note(web, by: try await web.browser(of: "marieke"))
        #expect(sent.status == .seeOther)
        return web
    }

    private static func address(in web: WebTown) async throws -> String? {
        let family = try web.filled.family(family)
        let author = try web.filled.account("marieke")
        let latest = try await web.database.read { connection in
            try connection.row(
                """
                SELECT id FROM contact_note WHERE family_id = \(family) AND author_id = \(author)
                ORDER BY happened_at DESC LIMIT 1
                """
            ) { $0.text(0) }
        }
        return try latest.map { try web.circle(Self.family) + "/notes/\($0)" }
    }

    @Test func `about both parents is read by who took part, and nobody who left reads it`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let sent = try await note(web, by: marieke, about: ["aylin", "joost"], with: ["aylin"])
        let path = try #require(sent.location)
        #expect(try await web.browser(of: "aylin").get(path).status == .ok)
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(path).status == .notFound)
        try await web.end("marieke", in: Self.family, by: "aylin")
        #expect(try await marieke.get(path).status == .notFound)
        for (browser, act) in [(joost, "/corrections"), (joost, "/statements"), (marieke, "/corrections")] {
            let sent = try await web.send(
                path + act,
                [
                    "kind": "call", "day": WebTown.today.iso, "clock": "08:00", "message": "x", "statement": "x",
                    "look-outcome": "safe", "look-text": "x",
                ], by: browser)
            // Who may not write any more is given back what was typed; it says nothing of the note.
            #expect(sent.status == .notFound && !sent.text.contains(Self.text), "\(act)")
        }
    }

    @Test(arguments: Engine.all)
    func `is corrected beside the old words, and the family adds theirs`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        let path = try #require(try await note(web, by: marieke).location)
        let open = try await OpenForm(marieke, path)
        let corrected = try await marieke.post(
            path + "/corrections",
            open.body(["kind": "visit", "day": WebTown.today.iso, "clock": "08:00", "message": "Joost was er ook."]))
        #expect(corrected.status == .seeOther)
        let aylin = try await web.browser(of: "aylin")
        let page = try await aylin.get(path)
        #expect(page.shown.contains("Joost was er ook.") && page.shown.contains(Self.text))
        #expect(!page.text.contains("/corrections"))
        let own = try await OpenForm(aylin, path)
        let missing = try await aylin.post(path + "/statements", own.body(["statement": " "]))
        #expect(missing.status == .badRequest && missing.text.contains("id=\"statement-error\""))
        let stated = try await aylin.post(path + "/statements", own.body(["statement": "Ik belde zelf."]))
        #expect(stated.status == .seeOther)
        #expect(try await marieke.get(path).shown.contains("Ik belde zelf."))
        let rows = try await web.database.read { connection in
            try connection.rows("SELECT body FROM contact_note_version ORDER BY note_id, number") { $0.bytes(0) }
                + connection.rows("SELECT body FROM contact_note_statement ORDER BY id") { $0.bytes(0) }
        }
        for body in rows { #expect(!String(decoding: body, as: UTF8.self).contains("belde")) }
    }

    @Test func `is taken along in one act, alone or with those of some days`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let path = try #require(try await note(web, by: marieke).location)
        let token = try #require(try await marieke.get(path).token)
        let one = try await marieke.post(
            try self.path(web) + "/copy", form(["token": token, "note": String(path.suffix(36)), "as": "text"]))
        #expect(one.text.contains(Self.text) && one["content-disposition"]?.contains("notities-2026-11-23.txt") == true)
        let all = try await marieke.post(
            try self.path(web) + "/copy", form(["token": token, "what": "all", "as": "pdf"]))
        #expect(all["content-type"] == "application/pdf")
        let read = try PaperJudge(all.bytes).textOnOneLine
        #expect(read.contains(Self.text) && read.contains("onder de tafel"))
        let log = try await web.browser(of: "aylin").get(try web.circle(Self.family) + "/access")
        #expect(log.shown.contains("maakte een kopie van contactnotities."))
    }

    @Test(arguments: Engine.all)
    func `that is missing for a while is noticed, and asked for by one tap`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await !marieke.get("/today/quiet").text.contains(try web.circle(Self.family)))
        web.clock.now = web.clock.now + .days(20)
        let again = try await web.browser(of: "marieke")
        let page = try await again.get("/today/quiet")
        #expect(page.text.contains(try web.circle(Self.family) + "/check-in"))
        let body = form(["token": try #require(page.token), "form": "0192f3a0-0000-7000-8000-0000000000f4"])
        let asked = try await again.post(try web.circle(Self.family) + "/check-in", body)
        #expect(asked.location?.contains("/conversations/") == true)
        #expect(
            try await again.get(String(try #require(asked.location).prefix { $0 != "#" })).shown.contains(
                "Hoe gaat het?"))
        #expect(try await !again.get("/today/quiet").text.contains(try web.circle(Self.family)))
        let chosen = try await again.post(
            "/today/quiet", form(["token": try #require(page.token), "days": "7"]))
        #expect(chosen.status == .seeOther)
        web.clock.now = web.clock.now + .days(8)
        let later = try await web.browser(of: "marieke")
        #expect(try await later.get("/today/quiet").text.contains(try web.circle(Self.family)))
        for other in ["aylin", "ravi"] {
            #expect(try await web.browser(of: other).get("/today/quiet").status == .notFound)
        }
    }

    @Test(arguments: Engine.all)
    func `may be asked of anybody in the circle, which only the two of them see`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let path = try web.circle(Self.family) + "/call-backs"
        let open = try await OpenForm(aylin, path + "/new")
        let nobody = try await aylin.post(path, open.body(["by": WebTown.today.iso, "about": ""]))
        #expect(nobody.status == .badRequest && nobody.text.contains("id=\"who-error\""))
        let sanne = try web.filled.account("sanne").text
        let late = try await aylin.post(path, open.body(["who": sanne, "by": "2027-11-23", "about": ""]))
        #expect(late.text.contains("id=\"by-error\""))
        let sent = try await aylin.post(
            path, open.body(["who": sanne, "by": WebTown.today.iso, "about": "Iets over Joost"]))
        let promise = try #require(sent.location)
        #expect(try await web.browser(of: "sanne").get("/today").shown.contains("Iets over Joost"))
        #expect(try await aylin.get(promise).shown.contains("Iets over Joost"))
        for other in ["joost", "marieke", "truus"] {
            let browser = try await web.browser(of: other)
            #expect(try await browser.get(promise).status == .notFound, "\(other)")
            #expect(try await !browser.get(try web.circle(Self.family)).shown.contains("Iets over Joost"))
        }
        let priya = try web.filled.account("priya").text
        let stranger = try web.filled.account("thijs").text
        #expect(
            try await aylin.post(path, open.body(["who": stranger, "by": WebTown.today.iso])).status == .badRequest)
        #expect(try await aylin.post(path, open.body(["who": priya, "by": WebTown.today.iso])).status == .seeOther)
    }

    @Test func `for oneself lies in no dossier, and is thrown away`() async throws {
        let web = try await WebTown()
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, "/working-notes")
        #expect(open.page.shown.contains("horen bij geen enkel dossier"))
        let before = try await web.traces(Self.family)
        for _ in 0..<2 {
            let kept = try await marieke.post("/working-notes", open.body(["message": "Vragen naar de fiets"]))
            #expect(kept.status == .seeOther)
        }
        let page = try await marieke.get("/working-notes")
        #expect(page.text.ranges(of: "Vragen naar de fiets").count == 1)
        #expect(try await web.traces(Self.family) == before)
        #expect(try await !web.browser(of: "sanne").get("/working-notes").text.contains("fiets"))
        #expect(try await web.browser(of: "aylin").get("/working-notes").status == .notFound)
        let sealed = try await web.database.read { connection in
            try connection.rows("SELECT body FROM working_note ORDER BY id") { $0.bytes(0) }
        }
        #expect(!String(decoding: sealed[0], as: UTF8.self).contains("fiets"))
        let end = try #require(page.between("action=\"/working-notes/", "\""))
        let sanne = try await web.browser(of: "sanne")
        let other = form(["token": try #require(try await sanne.get("/account").token)])
        _ = try await sanne.post("/working-notes/" + end, other)
        #expect(try await marieke.get("/working-notes").text.contains("fiets"))
        _ = try await marieke.post("/working-notes/" + end, form(["token": open.token]))
        #expect(try await !marieke.get("/working-notes").text.contains("fiets"))
    }
}
