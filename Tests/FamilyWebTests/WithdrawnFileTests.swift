// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Kernel
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

@Suite struct `A file with a message taken back` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let family = "de-wit-yildiz"

    private struct TakenBack {
        let path: String
        /// Where the file was before.
        let file: String
        var page: String { path + "/messages/14/withdrawn" }
    }

    private func takenBack(_ web: WebTown) async throws -> TakenBack {
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, path)
        let form = PartsForm(["token": open.token, "form": open.form, "message": "Een foto."])
            .with("blauwe plek.png", MadeFile.png())
        #expect(
            try await aylin.post(path + "/messages", bytes: form.body, type: PartsForm.type).location == path + "#m14")
        let file = try #require(try await aylin.get(path).links.first { $0.contains("/attachments/") })
        #expect(try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin).status == .seeOther)
        return TakenBack(path: path, file: file)
    }

    /// The page with what was taken back, after a reason.
    private func opened(_ taken: TakenBack, by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, taken.page)
        return try await browser.post(taken.page, open.body(["reason": "Melding <school>"]))
    }

    /// Presses the button with the file's name.
    private func save(_ page: Answer, _ taken: TakenBack, by browser: TownBrowser) async throws -> Answer {
        let id = try #require(taken.file.split(separator: "/").last)
        let act = "\(taken.page)/\(id)"
        let fields = try #require(page.between("action=\"\(act)\"", "</form>"))
        #expect(fields.contains("Melding &lt;school&gt;"))
        return try await browser.post(
            act,
            form([
                "token": try #require(fields.between("name=\"token\" value=\"", "\"")),
                "form": try #require(fields.between("name=\"form\" value=\"", "\"")), "reason": "Melding <school>",
            ]))
    }

    @Test(arguments: Engine.all)
    func `is saved with a reason by the professional in charge, on record, for thirty days`(engine: Engine) async throws
    {
        let web = try await WebTown(engine)
        let taken = try await takenBack(web)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(taken.file).status == .notFound)
        let page = try await opened(taken, by: marieke)
        #expect(page.shown.contains("Een foto.") && page.shown.contains("blauwe plek.png"))
        let before = try await web.traces(Self.family)
        let file = try await save(page, taken, by: marieke)
        #expect(file.status == .ok && file.bytes == MadeFile.png())
        #expect(file["content-disposition"]?.contains("blauwe plek.png") == true)
        #expect(file["content-security-policy"] == "default-src 'none'; sandbox")
        let after = try await web.traces(Self.family)
        #expect(after.accessRecords > before.accessRecords && after.journal == before.journal + 1)
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { _ in }
        web.clock.wait(.days(29))
        await sweep.sweep()
        try await web.signIn("marieke", in: marieke)
        let later = try await opened(taken, by: marieke)
        #expect(try await save(later, taken, by: marieke).bytes == MadeFile.png())
        web.clock.wait(.days(1))
        try await web.signIn("marieke", in: marieke)
        #expect(try await save(later, taken, by: marieke).status != .ok)
        await sweep.sweep()
        #expect(try await web.fileRows().pieces == 0)
    }

    @Test(arguments: Engine.all)
    func `is there for nobody else, nor without a reason`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let taken = try await takenBack(web)
        let id = try #require(taken.file.split(separator: "/").last)
        let before = try await web.traces(Self.family)
        let refusals = try await web.refusals()
        for person in ["aylin", "joost", "sanne", "hanna", "truus", "thijs", "ravi"] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let body = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f2", "reason": "Zomaar"])
            let real = try await browser.post("\(taken.page)/\(id)", body)
            let made = try await browser.post("\(taken.page)/0192f3a0-0000-7000-8000-00000000dead", body)
            #expect(real.status == .notFound && Heard(real) == Heard(made), "\(person)")
            #expect(try await browser.get(taken.file).status == .notFound, "\(person)")
        }
        let marieke = try await web.browser(of: "marieke")
        let token = try #require(try await marieke.get("/account").token)
        func body(_ reason: String) -> String {
            form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f3", "reason": reason])
        }
        #expect(try await marieke.post("\(taken.page)/\(id)", body(" ")).status == .badRequest)
        #expect(try await marieke.get("\(taken.page)/\(id)").status != .ok)
        let elsewhere = taken.path + "/messages/13/withdrawn/\(id)"
        #expect(try await marieke.post(elsewhere, body("Melding")).status == .notFound)
        let after = try await web.traces(Self.family)
        #expect(after.journal == before.journal && after.accessRecords == before.accessRecords)
        #expect(try await web.refusals() >= refusals + 14)
    }

    @Test func `is over for who is no longer in charge, in the middle of it, too`() async throws {
        let web = try await WebTown()
        let taken = try await takenBack(web)
        let marieke = try await web.browser(of: "marieke")
        let page = try await opened(taken, by: marieke)
        try await web.end("marieke", in: Self.family, by: "aylin")
        #expect(try await save(page, taken, by: marieke).status == .notFound)
    }
}
