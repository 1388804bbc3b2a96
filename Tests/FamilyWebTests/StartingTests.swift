// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Starting a conversation` {
    /// What a form for a new conversation holds, by slugs, or by whatever somebody puts there by hand.
    private struct Draft {
        var to: [String] = ["sanne"]
        var about: [String] = ["noor"]
        var subject = "De nieuwe bril"
        var message = "Zullen we er samen een uitzoeken?"

        func body(_ web: WebTown, _ open: OpenForm) -> String {
            let accounts = to.map { web.filled.accounts[$0]?.text ?? $0 }
            let persons = about.map { web.filled.persons[$0]?.text ?? $0 }
            return open.body(["subject": subject, "message": message])
                + accounts.map { "&" + form(["to": $0]) }.joined()
                + persons.map { "&" + form(["about": $0]) }.joined()
        }
    }

    private func send(
        _ draft: Draft, by person: String = "aylin", in family: String = "de-wit-yildiz", _ web: WebTown
    ) async throws -> Answer {
        let browser = try await web.browser(of: person)
        let path = try web.conversations(family)
        return try await browser.post(path, draft.body(web, OpenForm(browser, path + "/new")))
    }

    @Test(arguments: Engine.all)
    func `leads to it, and leaves what an act leaves`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let browser = try await web.browser(of: "aylin")
        let path = try web.conversations("de-wit-yildiz")
        let open = try await OpenForm(browser, path + "/new")
        let before = try await web.traces("de-wit-yildiz")
        let body = Draft(to: ["sanne", "truus"]).body(web, open)
        let answer = try await browser.post(path, body)
        #expect(answer.status == .seeOther)
        let location = try #require(answer.location)
        let after = try await web.traces("de-wit-yildiz")
        #expect(after.conversations == before.conversations + 1)
        #expect(after.messages == before.messages + 1)
        #expect(after.journal == before.journal + 2)
        #expect(after.accessRecords == before.accessRecords + 1)
        #expect(try await browser.post(path, body).location == location)
        #expect(try await web.traces("de-wit-yildiz").conversations == before.conversations + 1)
        for (reader, reads) in [("sanne", true), ("truus", true), ("joost", false), ("marieke", false)] {
            let page = try await web.browser(of: reader).get(location)
            #expect(page.status == (reads ? .ok : .notFound), "\(reader)")
        }
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let web = try await WebTown.toRead
        let before = try await web.traces("de-wit-yildiz")
        let mistakes: [(String, Draft)] = [
            ("to", Draft(to: [])), ("about", Draft(about: [])), ("subject", Draft(subject: " ")),
            ("subject", Draft(subject: String(repeating: "b", count: 121))), ("subject", Draft(subject: "a\u{202E}b")),
            ("subject", Draft(subject: "twee\nregels")), ("message", Draft(message: "")),
            ("message", Draft(message: String(repeating: "b", count: 10_001))), ("to", Draft(to: ["truus", "bart"])),
            ("to", Draft(to: ["khadija"], about: ["sem"])), ("to", Draft(to: ["aylin"])),
        ]
        for (field, draft) in mistakes where draft.to != ["truus", "bart"] {
            let answer = try await send(draft, web)
            #expect(answer.status == .badRequest, "\(field)")
            #expect(answer.text.contains("id=\"\(field)-error\""), "\(field)")
            #expect(answer.text.contains("<title>Fout: "), "\(field)")
            #expect(answer.shown.onOneLine.contains(draft.message.onOneLine) || draft.message.isEmpty)
            for slug in draft.to where slug != "aylin" {
                #expect(answer.text.contains("value=\"\(try web.filled.account(slug))\" checked"), "\(field)")
            }
        }
        let after = try await web.traces("de-wit-yildiz")
        #expect(after.conversations == before.conversations)
        #expect(after.messages == before.messages)
    }

    /// Whoever is not on the page can't be chosen by hand either; the answer is that of an account that isn't there.
    @Test(arguments: [
        ("robert", "van-dongen", "fleur", ["nadia", "bart", "eline-is-niet", "aylin", "carla"]),
        ("aylin", "de-wit-yildiz", "noor", ["robert", "bart", "thijs", "annelies", "ravi"]),
        ("truus", "de-wit-yildiz", "sem", ["eline", "esmee"]),
    ])
    func `with somebody one doesn't know is nothing`(
        person: String, family: String, about: String, others: [String]
    ) async throws {
        let web = try await WebTown.toRead
        let none = try await send(
            Draft(to: ["0192f3a0-0000-7000-8000-00000000dead"], about: [about]), by: person, in: family, web)
        #expect(none.status == .notFound)
        for other in others where web.filled.accounts[other] != nil {
            let answer = try await send(Draft(to: [other], about: [about]), by: person, in: family, web)
            #expect(Heard(answer) == Heard(none), "\(person) to \(other)")
        }
    }

    @Test(arguments: [
        ("robert", "van-dongen", "eline"), ("aylin", "de-wit-yildiz", "joost"), ("joost", "de-wit-yildiz", "aylin"),
        ("truus", "de-wit-yildiz", "aylin"), ("aylin", "de-wit-yildiz", "fleur"), ("sanne", "de-wit-yildiz", "sem"),
    ])
    func `about somebody one may not read about is nothing`(
        person: String, family: String, about: String
    ) async throws {
        let web = try await WebTown.toRead
        let to = person == "robert" ? "fatma" : "marieke"
        let before = try await web.traces(family).conversations
        let answer = try await send(Draft(to: [to], about: [about]), by: person, in: family, web)
        let none = try await send(
            Draft(to: [to], about: ["0192f3a0-0000-7000-8000-00000000dead"]), by: person, in: family, web)
        #expect(Heard(answer) == Heard(none))
        #expect(answer.status == .notFound)
        #expect(try await web.traces(family).conversations == before)
    }

    @Test func `offers those one knows in the circle, and nobody else`() async throws {
        let web = try await WebTown.toRead
        let known = [
            "robert": ("van-dongen", ["eline", "fatma", "wilma"]),
            "truus": (
                "de-wit-yildiz",
                ["aylin", "joost", "sem", "marieke", "sanne", "priya", "hanna", "tom", "khadija", "dave"]
            ),
            "hanna": (
                "de-wit-yildiz",
                ["aylin", "joost", "sem", "marieke", "sanne", "priya", "truus", "tom", "khadija", "dave"]
            ),
        ]
        for (person, (family, others)) in known {
            let page = try await web.browser(of: person).get(try web.conversations(family) + "/new")
            let offered = Set(page.fields("to"))
            #expect(offered == Set(try others.map { try web.filled.account($0).text }), "\(person)")
        }
    }

    @Test func `in another's family is nothing, whatever the form says`() async throws {
        let web = try await WebTown.toRead
        for (person, family) in [
            ("aylin", "van-dongen"), ("bart", "de-wit-yildiz"), ("esmee", "osei"), ("ravi", "osei"),
        ] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let child = try #require(web.town.family(family)?.persons.last)
            let body = form([
                "token": token, "form": "0192f3a0-0000-7000-8000-0000000000f1", "subject": "Hoi", "message": "Hoi",
                "to": try web.filled.account("marieke").text, "about": try web.filled.person(child.slug).text,
            ])
            let real = try await browser.post(try web.conversations(family), body)
            let made = try await browser.post("/families/0192f3a0-0000-7000-8000-00000000dead/conversations", body)
            #expect(Heard(real) == Heard(made))
            #expect(real.status == .notFound)
        }
    }
}
