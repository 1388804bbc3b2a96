// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

@Suite struct `A file with a message` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let family = "de-wit-yildiz"
    private static let place = "52.0907N 5.1214E"

    /// What the store holds of files.
    private struct Stored: Equatable {
        var files: Int
        var pieces: Int
        var loose: Int
    }

    private func stored(_ web: WebTown) async throws -> Stored {
        try await web.database.read { connection in
            func count(_ sql: SQL) throws -> Int { try connection.row(sql) { $0.int(0) } ?? 0 }
            return Stored(
                files: try count("SELECT COUNT(*) FROM attachment WHERE message_number IS NOT NULL"),
                pieces: try count("SELECT COUNT(*) FROM attachment_piece"),
                loose: try count("SELECT COUNT(*) FROM attachment WHERE message_number IS NULL"))
        }
    }

    private func form(_ browser: TownBrowser, _ path: String, _ text: String = "Kijk eens.") async throws -> PartsForm {
        let open = try await OpenForm(browser, path)
        return PartsForm(["token": open.token, "form": open.form, "message": text])
    }

    private func send(_ form: PartsForm, to path: String, by browser: TownBrowser) async throws -> Answer {
        try await browser.post(path + "/messages", bytes: form.body, type: PartsForm.type)
    }

    @Test(arguments: Engine.all)
    func `is read by those who read the message, and by nobody else`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let photo = MadeFile.jpeg([MadeFile.exif(orientation: 6, place: Self.place)], tail: [1, 2, 3])
        let sent = try await send(
            form(aylin, path).with("Noor %22foto%22.jpg", photo).with("brief.docx", MadeFile.docx()), to: path,
            by: aylin)
        #expect(sent.location == path + "#m14")
        #expect(try await stored(web) == Stored(files: 2, pieces: 2, loose: 0))
        let page = try await web.browser(of: "joost").get(path)
        let links = page.links.filter { $0.contains("/attachments/") }
        #expect(links.count == 2 && page.shown.contains("Noor foto.jpg") && page.shown.contains("DOCX, 1 kB"))
        for person in ["joost", "sanne", "marieke", "aylin"] {
            let file = try await web.browser(of: person).get(links[0])
            #expect(file.status == .ok && file["content-type"] == "image/jpeg")
            #expect(file["content-disposition"]?.hasPrefix("attachment; filename=\"Noor foto.jpg\"") == true)
            #expect(file["x-content-type-options"] == "nosniff" && file["cache-control"] == "no-store")
            #expect(file["content-security-policy"] == "default-src 'none'; sandbox")
            #expect(!file.bytes.contains(Array(Self.place.utf8)) && file.bytes.suffix(2) == [0xFF, 0xD9])
        }
        #expect(try await web.browser(of: "sanne").get(links[1]).bytes == MadeFile.docx())
        for person in ["hanna", "truus", "sem", "thijs", "ravi", "priya"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get(links[0]).status == .notFound, "\(person)")
        }
        try await web.end("sanne", in: Self.family, by: "marieke")
        #expect(try await web.browser(of: "sanne").get(links[0]).status == .notFound)
        let other = try web.conversation("de-wit-yildiz/ophalen") + links[0].dropFirst(path.count)
        #expect(try await web.browser(of: "aylin").get(other).status == .notFound)
    }

    @Test(arguments: Engine.all)
    func `of many pieces comes out as it went in, sealed in between`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        var dice = SameDice(5)
        let middle = (0..<700_000).map { _ in UInt8.random(in: 32...126, using: &dice) }
        let pdf = Array("%PDF-1.7\n".utf8) + middle + Array("\n%%EOF\n".utf8)
        #expect(try await send(form(aylin, path).with("a.pdf", pdf), to: path, by: aylin).status == .seeOther)
        #expect(try await stored(web).pieces == 3)
        let link = try #require(try await aylin.get(path).links.first { $0.contains("/attachments/") })
        #expect(try await aylin.get(link).bytes == pdf)
        let isSealed = try await web.database.read { connection in
            try connection.rows("SELECT body FROM attachment_piece ORDER BY number") { row in
                !row.bytes(0).contains(Array(middle[..<64]))
            }
        }
        #expect(isSealed == [true, true, true])
        // Pieces that changed places do not open.
        try await web.database.write { connection in
            _ = try connection.execute("UPDATE attachment_piece SET number = number + 10")
            _ = try connection.execute("UPDATE attachment_piece SET number = 11 - number WHERE number < 12")
            _ = try connection.execute("UPDATE attachment_piece SET number = 2 WHERE number = 12")
        }
        await #expect(throws: (any Error).self) { try await aylin.get(link) }
    }

    @Test func `happens once, however often it is sent`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let form = try await form(aylin, path).with("a.png", MadeFile.png())
        for _ in 0..<3 { #expect(try await send(form, to: path, by: aylin).location == path + "#m14") }
        #expect(try await stored(web) == Stored(files: 1, pieces: 1, loose: 0))
    }

    @Test(arguments: [
        ("script.jpg", Array("<script>alert(1)</script>".utf8), "kan hier niet bij"),
        ("a.svg", Array("<svg/>".utf8), "kan hier niet bij"),
        ("a.png", MadeFile.jpeg(), "iets anders dan de naam zegt"),
        ("a.jpg", Array(MadeFile.jpeg().dropLast(3)), "is niet heel"),
        ("a.docx", MadeFile.docx([.init("word/vbaProject.bin", "x")]), "programma"), ("leeg.pdf", [], "is leeg"),
        ("bom.docx", MadeFile.docx([.init("word/a.xml", "x", size: 3_000_000_000)]), "te groot"),
        ("slot.docx", MadeFile.docx([.init("a", "x", isLocked: true)]), "wachtwoord"),
        ("groot.pdf", Array("%PDF-1.7".utf8) + [UInt8](repeating: 65, count: 20 * 1_024 * 1_024), "hooguit 20 MB"),
    ])
    func `that can't be taken in comes back with the text`(name: String, bytes: [UInt8], error: String) async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let before = try await web.traces(Self.family).messages
        let form = try await form(aylin, path, "Een lang verhaal.").with("goed.png", MadeFile.png()).with(name, bytes)
        let answer = try await send(form, to: path, by: aylin)
        #expect(answer.status == .badRequest)
        #expect(answer.shown.contains(error) && answer.text.contains("id=\"file-error\""))
        #expect(answer.between("<textarea", "</textarea>")?.contains("Een lang verhaal.") == true)
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
        #expect(try await web.traces(Self.family).messages == before)
    }

    @Test func `is one of five at most`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let form = try await (0..<6).reduce(form(aylin, path)) { form, number in
            form.with("\(number).png", MadeFile.png())
        }
        #expect(try await send(form, to: path, by: aylin).shown.contains("hooguit vijf"))
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
    }

    @Test func `that is cut off half-way leaves nothing`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let pdf = Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 65, count: 600_000) + Array("\n%%EOF".utf8)
        let body = try await form(aylin, path).with("a.pdf", pdf).body
        let cut = try await aylin.post(path + "/messages", bytes: Array(body[..<500_000]), type: PartsForm.type)
        #expect(cut.status == .badRequest)
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
    }

    @Test func `is kept of nobody who may not write there, and of no form that is not ours`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, path)
        let file = MadeFile.png()
        for (fields, status): (KeyValuePairs<String, String>, HTTPResponse.Status) in [
            (["form": open.form, "token": open.token, "message": "x"], .forbidden),
            (["token": "x", "form": open.form], .forbidden),
            (["message": "x"], .forbidden), (["token": open.token, "message": "x"], .badRequest),
        ] {
            #expect(try await send(PartsForm(fields).with("a.png", file), to: path, by: aylin).status == status)
        }
        let other = PartsForm(["token": open.token, "form": open.form]).with("a.png", file, as: "elders")
        #expect(try await send(other, to: path, by: aylin).status == .badRequest)
        for person in ["hanna", "thijs", "ravi", "truus"] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let form = PartsForm(["token": token, "form": open.form, "message": "x"]).with("a.png", file)
            #expect(try await send(form, to: path, by: browser).status == .notFound, "\(person)")
        }
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
    }

    @Test func `whose session is over keeps the text`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let form = try await form(aylin, path, "Een <lang> verhaal.").with("a.png", MadeFile.png())
        web.clock.wait(.hours(2))
        #expect(try await send(form, to: path, by: aylin).location?.hasPrefix("/sign-in") == true)
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
        try await web.signIn("aylin", in: aylin)
        #expect(try await aylin.get(path).text.contains("Een &lt;lang&gt; verhaal."))
    }

    @Test(arguments: Engine.all)
    func `that no message came for is swept after a day`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let look = Look(
            reader: try web.filled.account("aylin"), at: web.clock.now, from: "", action: .create,
            item: ItemName(.conversation, try web.filled.conversation(Self.talk)))
        let isKept = try await web.dossiers.keep(
            [1, 2], number: 0, isLast: false, of: IDSource.unguessable.next(at: look.at),
            in: .conversation(try web.filled.conversation(Self.talk)), look, family: try web.filled.family(Self.family))
        #expect(isKept)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { _ in }
        await sweep.sweep()
        #expect(try await stored(web) == Stored(files: 0, pieces: 1, loose: 1))
        web.clock.wait(.hours(25))
        await sweep.sweep()
        #expect(try await stored(web) == Stored(files: 0, pieces: 0, loose: 0))
    }

    @Test(arguments: Engine.all, [true, false])
    func `in a part that was erased is gone, and the page stands`(engine: Engine, emptied: Bool) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        _ = try await send(form(aylin, path).with("geheim rapport.pdf", MadeFile.pdf), to: path, by: aylin)
        let link = try #require(try await aylin.get(path).links.first { $0.contains("/attachments/") })
        let id = try web.filled.part("de-wit-yildiz/noor")
        let family = try web.filled.family(Self.family)
        if emptied {
            let parts = try await web.dossiers.parts(of: family).filter { $0.id == id }
            _ = try await web.dossiers.erase(parts, of: family, at: web.clock.now) { _, _ in }
            #expect(try await stored(web).pieces == 0)
        } else {
            try web.vault.erase([id.text])
        }
        let sanne = try await web.browser(of: "sanne")
        let page = try await sanne.get(path)
        #expect(page.status == .ok && !page.text.contains("geheim rapport"))
        #expect(page.shown.contains("Dit bestand is gewist."))
        #expect(try await sanne.get(link).status == .notFound)
    }
}
