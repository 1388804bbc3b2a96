// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

@Suite struct `What was typed by somebody whose access ended meanwhile` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let family = "de-wit-yildiz"
    private static let text = "Een <lang> verhaal.\n\nMet twee alinea's."

    /// The text in the field of the page, as it was typed.
    private func handedBack(_ answer: Answer) -> String? {
        answer.between("<textarea", "</textarea>").flatMap { $0.split(separator: ">", maxSplits: 1).last }
            .map { Answer.shown(String($0)).trimmingPrefix("\n") }.map(String.init)
    }

    @Test(arguments: Engine.all, [true, false])
    func `is handed back, and nothing else is told`(engine: Engine, withFile: Bool) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, path)
        try await web.end("sanne", in: Self.family, by: "marieke")
        let before = try await web.traces(Self.family)
        let rows = try await web.fileRows()
        func sent(to path: String) async throws -> Answer {
            guard withFile else { return try await sanne.post(path, open.body(["message": Self.text])) }
            let form = PartsForm(["token": open.token, "form": open.form, "message": Self.text])
                .with("a.png", MadeFile.png())
            return try await sanne.post(path, bytes: form.body, type: PartsForm.type)
        }
        let answer = try await sent(to: path + "/messages")
        #expect(answer.status == .notFound && handedBack(answer) == Self.text)
        #expect(
            answer.shown.contains("Deze bladzijde is er niet") && answer.shown.contains("Je tekst is niet verstuurd"))
        for told in ["Noor", "Aylin", "Yildiz", path, try web.circle(Self.family)] {
            #expect(!answer.text.contains(told), "\(told)")
        }
        // The same as where nothing ever was.
        let nowhere = try await sent(
            to: try web.conversations(Self.family) + "/0192f3a0-0000-7000-8000-00000000dead/messages")
        let noFamily = try await sent(
            to:
                "/families/0192f3a0-0000-7000-8000-00000000beef/conversations/0192f3a0-0000-7000-8000-00000000dead/messages"
        )
        #expect(Heard(answer) == Heard(nowhere) && Heard(answer) == Heard(noFamily))
        #expect(try await web.traces(Self.family) == before)
        #expect(try await web.fileRows() == rows)
        #expect(try await web.database.read { try $0.row("SELECT COUNT(*) FROM draft") { $0.int(0) } } == 0)
    }

    @Test func `is handed back to who was taken out of it, and to whom it is held from`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, path)
        let (talk, family) = (try web.filled.conversation(Self.talk), try web.filled.family(Self.family))
        let account = try web.filled.account("sanne")
        try await web.database.write { connection in
            _ = try connection.execute(
                "DELETE FROM participant WHERE conversation_id = \(talk) AND account_id = \(account)")
        }
        let gone = try await sanne.post(path + "/messages", open.body(["message": Self.text]))
        #expect(gone.status == .notFound && handedBack(gone) == Self.text)
        let joost = try await web.browser(of: "joost")
        let form = try await OpenForm(joost, path)
        try await web.hold(ItemName(.conversation, talk), from: "joost", in: family)
        let held = try await joost.post(path + "/messages", form.body(["message": Self.text]))
        #expect(held.status == .notFound && handedBack(held) == Self.text)
        let kept = try await joost.post(path + "/draft", form.body(["message": Self.text]))
        #expect(kept.status == .notFound && handedBack(kept) == Self.text)
        let quiet = try await joost.post(path + "/draft", form.body(["message": Self.text, "quiet": "yes"]))
        #expect(quiet.status == .notFound && handedBack(quiet) == nil)
    }

    @Test func `is handed back when what must be mended can't be shown any more`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, path)
        try await web.end("sanne", in: Self.family, by: "marieke")
        let long = String(repeating: "a", count: 10_001)
        #expect(try await handedBack(sanne.post(path + "/messages", open.body(["message": long]))) == long)
        let empty = try await sanne.post(path + "/messages", open.body(["message": " "]))
        #expect(empty.status == .notFound && handedBack(empty) == nil)
    }

    @Test func `is handed back of a conversation about to be started`() async throws {
        let web = try await WebTown()
        let path = try web.conversations(Self.family)
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, path + "/new")
        try await web.end("sanne", in: Self.family, by: "marieke")
        let answer = try await sanne.post(
            path,
            open.body([
                "to": try web.filled.account("marieke").text, "about": try web.filled.person("noor").text,
                "subject": "Nog even", "message": Self.text,
            ]))
        #expect(answer.status == .notFound && handedBack(answer) == "Nog even\n\n" + Self.text)
    }

    /// Their session was over, too: what was kept meanwhile is theirs, wherever it led.
    @Test func `is handed back after signing in again`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let open = try await OpenForm(sanne, path)
        web.clock.wait(.hours(11))
        try await web.end("sanne", in: Self.family, by: "marieke")
        let late = try await sanne.post(path + "/messages", open.body(["message": Self.text]))
        #expect(late.location?.hasPrefix("/sign-in") == true)
        try await web.signIn("sanne", in: sanne)
        let answer = try await sanne.get(path)
        #expect(answer.status == .notFound && handedBack(answer) == Self.text)
        #expect(try await handedBack(sanne.get(path)) == nil)
    }
}

extension WebTown {
    /// Holds something from somebody, as two professionals decide.
    func hold(_ item: ItemName, from reader: String, in family: ID<Family>) async throws {
        let (by, second) = (try filled.account("marieke"), try filled.account("hanna"))
        let about = try filled.person("noor")
        let look = Look(reader: by, at: clock.now, from: "", action: .update, item: item)
        let hold = try Hold(
            IDSource.unguessable.next(at: clock.now), of: item, about: [about], from: [try filled.account(reader)],
            by: by, asking: .account(second), at: clock.now, reviewBy: Self.today + 10)
        let (vault, now) = (vault, clock.now)
        let done = try await dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            let reason = try PlainText.line("Onrust")
            try connection.hold(hold, because: reason, confirmedBy: second, ids: .unguessable, key, vault)
            return Found("held", about: [about])
        }
        #expect(done == "held")
    }
}
