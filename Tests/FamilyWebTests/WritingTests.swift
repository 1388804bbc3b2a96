// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Writing a message` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let family = "de-wit-yildiz"

    @Test(arguments: Engine.all)
    func `leaves the message, a journal entry and an access record`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, path)
        let before = try await web.traces(Self.family)
        let answer = try await aylin.post(path + "/messages", open.body(["message": "Tot morgen allemaal."]))
        #expect(answer.status == .seeOther)
        #expect(answer.location == path + "#m14")
        let after = try await web.traces(Self.family)
        #expect(after.messages == before.messages + 1)
        #expect(after.journal == before.journal + 1)
        #expect(after.accessRecords == before.accessRecords + 1)
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get(path).text.contains("Tot morgen allemaal."))
    }

    @Test(arguments: Engine.all)
    func `happens once, however often the form is sent`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let body = try await OpenForm(aylin, path).body(["message": "Maar één keer."])
        let before = try await web.traces(Self.family).messages
        async let one = aylin.post(path + "/messages", body)
        async let other = aylin.post(path + "/messages", body)
        let answers = [try await one, try await other, try await aylin.post(path + "/messages", body)]
        #expect(Set(answers.map(\.location)) == [path + "#m14"])
        #expect(answers.allSatisfy { $0.status == .seeOther })
        #expect(try await web.traces(Self.family).messages == before + 1)
    }

    @Test(arguments: Engine.all)
    func `by two at once keeps both`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let people = ["aylin", "joost", "sanne", "marieke"]
        let before = try await web.traces(Self.family).messages
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in people {
                let browser = try await web.browser(of: person)
                group.addTask {
                    let answer = try await web.write("Dit schrijft \(person).", in: path, by: browser)
                    #expect(answer.status == .seeOther)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await web.traces(Self.family).messages == before + people.count)
        let page = try await web.browser(of: "aylin").get(path)
        for person in people { #expect(page.text.contains("Dit schrijft \(person).")) }
    }

    @Test(arguments: [
        ("", "Typ eerst een bericht."), ("   \n\u{A0}", "Typ eerst een bericht."),
        (String(repeating: "a", count: 10_001), "hooguit 10.000 tekens"), ("om\u{202E}gekeerd", "Haal tekens weg"),
        ("bel\u{7}", "Haal tekens weg"), ("nul\u{200B}breed", "Haal tekens weg"),
    ])
    func `that can't be kept comes back with what to mend`(text: String, error: String) async throws {
        let web = try await WebTown.toRead
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let before = try await web.traces(Self.family).messages
        let answer = try await web.write(text, in: path, by: aylin)
        #expect(answer.status == .badRequest)
        #expect(answer.shown.contains(error))
        #expect(answer.text.contains("id=\"message-error\""))
        #expect(answer.text.contains("href=\"#message\""))
        #expect(answer.text.contains("<title>Fout: "))
        let typed = try #require(answer.between("<textarea", "</textarea>"))
        #expect(text.isEmpty || Answer.shown("<" + typed).contains(text))
        #expect(try await web.traces(Self.family).messages == before)
    }

    @Test(arguments: [
        "'); DROP TABLE message; --", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\\(1) %s $1 ?",
        "</textarea><form action=https://elders.example>", "{{7*7}} &lt;b&gt;", "😀 العربية 中文 é e\u{301}",
        "regel een\n\nregel twee", String(repeating: "a", count: 10_000), "+ % & = ; \u{1F468}\u{200D}\u{1F469}",
    ])
    func `keeps it as it was typed, whatever it looks like`(text: String) async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.write(text, in: path, by: aylin).status == .seeOther)
        let page = try await web.browser(of: "joost").get(path)
        // Around an address in it stands a link, which the reading of the page shows as a space.
        #expect(page.shown.withoutSpace.contains(text.withoutSpace))
        for mark in ["<script>alert", "<img src=x", "</textarea><form"] { #expect(!page.text.contains(mark)) }
    }

    @Test func `is refused where the one who writes may not read`() async throws {
        let web = try await WebTown.toRead
        let own = try web.conversation(Self.talk)
        for (person, path) in [
            ("robert", try web.conversation("van-dongen/veiligheid")),
            ("joost", try web.conversation("de-wit-yildiz/aylin-met-marieke")),
            ("bart", own), ("esmee", try web.conversation("osei/kofi-en-esmee")), ("ravi", own),
        ] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let before = try await web.traces(Self.family).messages
            let refusals = try await web.refusals()
            let form = "0192f3a0-0000-7000-8000-0000000000f0"
            let body = TestClient.form(["token": token, "form": form, "message": "Ik kijk mee."])
            let real = try await browser.post(path + "/messages", body)
            let made = try await browser.post(
                path.prefix(46) + "/conversations/0192f3a0-0000-7000-8000-00000000dead/messages", body)
            #expect(real.status == .notFound, "\(person)")
            #expect(Heard(real) == Heard(made), "\(person)")
            #expect(try await web.traces(Self.family).messages == before)
            #expect(try await web.refusals() > refusals)
        }
    }

    @Test(arguments: Engine.all)
    func `is over the moment a membership ends`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let body = try await OpenForm(sanne, path).body(["message": "Nog iets."])
        try await web.end("sanne", in: Self.family, by: "marieke")
        let before = try await web.traces(Self.family).messages
        #expect(try await sanne.post(path + "/messages", body).status == .notFound)
        #expect(try await sanne.get(path).status == .notFound)
        #expect(try await web.traces(Self.family).messages == before)
    }
}
