// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

/// How many rows there are of what comes with files.
struct FileRows: Equatable {
    var conversations: Int
    var files: Int
    var pieces: Int
}

extension WebTown {
    func fileRows() async throws -> FileRows {
        try await database.read { connection in
            func count(_ sql: SQL) throws -> Int { try connection.row(sql) { $0.int(0) } ?? 0 }
            return FileRows(
                conversations: try count("SELECT COUNT(*) FROM conversation"),
                files: try count("SELECT COUNT(*) FROM attachment"),
                pieces: try count("SELECT COUNT(*) FROM attachment_piece"))
        }
    }
}

@Suite struct `A file with the first message` {
    private static let family = "de-wit-yildiz"

    private func form(
        _ web: WebTown, _ browser: TownBrowser, to: String = "sanne", about: String = "noor",
        message: String = "Kijk eens naar haar tekening."
    ) async throws -> PartsForm {
        let open = try await OpenForm(browser, try web.conversations(Self.family) + "/new")
        #expect(open.page.text.contains("enctype=\"multipart/form-data\""))
        return PartsForm([
            "token": open.token, "form": open.form, "page": try web.conversations(Self.family) + "/new",
            "to": try web.filled.account(to).text, "about": about.isEmpty ? "" : try web.filled.person(about).text,
            "subject": "Een <tekening>", "message": message,
        ])
    }

    private func send(_ form: PartsForm, _ web: WebTown, by browser: TownBrowser) async throws -> Answer {
        try await browser.post(try web.conversations(Self.family), bytes: form.body, type: PartsForm.type)
    }

    @Test(arguments: Engine.all)
    func `is read by those chosen, and by nobody else`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await web.fileRows()
        let aylin = try await web.browser(of: "aylin")
        let sent = try await form(web, aylin).with("tekening.png", MadeFile.png()).with("brief.docx", MadeFile.docx())
        let path = try #require(try await send(sent, web, by: aylin).location)
        #expect(try await send(sent, web, by: aylin).location == path)
        let after = try await web.fileRows()
        #expect(after == FileRows(conversations: before.conversations + 1, files: 2, pieces: 2))
        let page = try await web.browser(of: "sanne").get(path)
        #expect(page.shown.contains("Een <tekening>") && page.shown.contains("tekening.png"))
        let links = page.links.filter { $0.contains("/attachments/") }
        #expect(try await web.browser(of: "sanne").get(links[1]).bytes == MadeFile.docx())
        for person in ["joost", "hanna", "truus", "sem", "thijs"] {
            #expect(try await web.browser(of: person).get(links[0]).status == .notFound, "\(person)")
        }
        let damaged = try await web.dossiers.verifyMessages().filter { !$0.findings.isEmpty }
        #expect(damaged.map(\.chain) == [])
    }

    @Test(arguments: [
        ("script.jpg", Array("<script>alert(1)</script>".utf8), "kan hier niet bij"),
        ("a.jpg", Array(MadeFile.jpeg().dropLast(3)), "is niet heel"),
        ("groot.pdf", Array("%PDF-1.7".utf8) + [UInt8](repeating: 65, count: 20 * 1_024 * 1_024), "hooguit 20 MB"),
    ])
    func `that can't be taken in comes back with all that was typed`(
        name: String, bytes: [UInt8], error: String
    ) async throws {
        let web = try await WebTown()
        let before = try await web.fileRows()
        let aylin = try await web.browser(of: "aylin")
        let answer = try await send(
            form(web, aylin).with("goed.png", MadeFile.png()).with(name, bytes), web, by: aylin)
        #expect(answer.status == .badRequest)
        #expect(answer.shown.contains(error) && answer.text.contains("id=\"file-error\""))
        #expect(answer.between("<textarea", "</textarea>")?.contains("Kijk eens naar haar tekening.") == true)
        #expect(answer.text.contains("value=\"Een &lt;tekening&gt;\""))
        #expect(answer.text.contains("value=\"\(try web.filled.account("sanne"))\" checked"))
        #expect(answer.text.contains("value=\"\(try web.filled.person("noor"))\" checked"))
        #expect(try await web.fileRows() == before)
    }

    @Test(arguments: [
        ("sanne", "", "Kijk.", "Kies over wie het gaat."), ("sanne", "noor", "", "Typ eerst een bericht."),
        ("dave", "noor", "Kijk.", "kan hier niet aan meedoen"),
    ])
    func `is asked for again where something else must be mended`(
        to: String, about: String, message: String, error: String
    ) async throws {
        let web = try await WebTown()
        let before = try await web.fileRows()
        let aylin = try await web.browser(of: "aylin")
        let sent = try await form(web, aylin, to: to, about: about, message: message).with("a.png", MadeFile.png())
        let answer = try await send(sent, web, by: aylin)
        #expect(answer.status == .badRequest && answer.shown.contains(error))
        #expect(answer.shown.contains("Kies je bestanden nog een keer."))
        #expect(try await web.fileRows() == before)
    }

    @Test(arguments: Engine.all)
    func `leaves nothing where no conversation comes of it`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await web.fileRows()
        let aylin = try await web.browser(of: "aylin")
        let pdf = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 65, count: 600_000) + Array("\n%%EOF".utf8)
        let whole = try await form(web, aylin).with("a.pdf", pdf)
        let path = try web.conversations(Self.family)
        let cut = try await aylin.post(path, bytes: Array(whole.body[..<500_000]), type: PartsForm.type)
        #expect(cut.status == .badRequest)
        // Whom it is about stands once, and before the files: they lie where those are.
        let late = PartsForm([
            "token": try #require(try await aylin.get("/account").token),
            "form": "0192f3a0-0000-7000-8000-0000000000f0",
            "to": try web.filled.account("marieke").text, "about": try web.filled.person("noor").text,
            "subject": "x", "message": "x",
        ]).with("a.png", MadeFile.png()).and("about", try web.filled.person("sem").text)
        #expect(try await send(late, web, by: aylin).status == .badRequest)
        #expect(try await web.fileRows() == before)
        // About somebody the writer may not read about, or by who is not there at all.
        let sanne = try await web.browser(of: "sanne")
        let other = try await form(web, sanne, to: "marieke", about: "sem").with("a.png", MadeFile.png())
        #expect(try await send(other, web, by: sanne).status == .notFound)
        for person in ["thijs", "ravi", "bart"] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let form = PartsForm([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1",
                "to": try web.filled.account("sanne").text, "about": try web.filled.person("noor").text,
                "subject": "x", "message": "x",
            ])
            let sent = try await send(form.with("a.png", MadeFile.png()), web, by: browser)
            #expect(sent.status == .notFound, "\(person)")
        }
        #expect(try await web.fileRows() == before)
        #expect(try await send(whole, web, by: aylin).status == .seeOther)
    }

    @Test func `whose session is over keeps the text`() async throws {
        let web = try await WebTown()
        let before = try await web.fileRows()
        let aylin = try await web.browser(of: "aylin")
        let sent = try await form(web, aylin, message: "Een lang verhaal.").with("a.png", MadeFile.png())
        web.clock.wait(.hours(2))
        #expect(try await send(sent, web, by: aylin).location?.hasPrefix("/sign-in") == true)
        #expect(try await web.fileRows() == before)
        try await web.signIn("aylin", in: aylin)
        let page = try await aylin.get(web.conversations(Self.family) + "/new")
        #expect(page.text.contains("Een lang verhaal.") && page.text.contains("Een &lt;tekening&gt;"))
    }

    @Test(arguments: Engine.all)
    func `is swept after a day where a crash left it, with the place of its conversation`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await web.fileRows()
        let id: ID<Conversation> = IDSource.unguessable.next(at: web.clock.now)
        let look = Look(
            reader: try web.filled.account("aylin"), at: web.clock.now, from: "", action: .create,
            item: ItemName(.conversation, id))
        let place = AttachmentPlace.start(id, about: [try web.filled.person("noor")])
        for _ in 0..<2 {
            let isKept = try await web.dossiers.keep(
                [1, 2], number: 0, isLast: true, of: IDSource.unguessable.next(at: look.at), in: place, look,
                family: try web.filled.family(Self.family))
            #expect(isKept)
        }
        for person in ["aylin", "sanne"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get(web.conversations(Self.family) + "/\(id)").status == .notFound)
        }
        web.clock.wait(.hours(25))
        await HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { _ in }.sweep()
        #expect(try await web.fileRows() == before)
    }
}
