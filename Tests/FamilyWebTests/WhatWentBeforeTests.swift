// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import TestClient
import TestDatabases
import Testing
import Town

extension WebTown {
    /// Starts a conversation with others of a family; its address.
    func start(
        _ text: String, by browser: TownBrowser, with others: [String], about persons: [String], in family: String
    ) async throws -> String {
        let path = try conversations(family)
        let open = try await OpenForm(browser, path + "/new")
        let to = try others.map { "&" + form(["to": try filled.account($0).text]) }.joined()
        let about = try persons.map { "&" + form(["about": try filled.person($0).text]) }.joined()
        let answer = try await browser.post(path, open.body(["subject": "Even samen", "message": text]) + to + about)
        return try #require(answer.location)
    }

    /// Lets somebody take part, from now on or with what went before.
    func add(
        _ who: String, reading reads: String, to path: String, by browser: TownBrowser
    ) async throws -> Answer {
        let open = try await OpenForm(browser, path + "/participants")
        return try await browser.post(
            path + "/participants", open.body(["who": try filled.account(who).text, "reads": reads]))
    }
}

@Suite struct `What went before, for who is added later` {
    private static let family = "de-wit-yildiz"

    /// Aylin and Sanne wrote, and Aylin took one back.
    private func talk(_ web: WebTown, _ aylin: TownBrowser) async throws -> String {
        let path = try await web.start(
            "Noor slaapt beter.", by: aylin, with: ["sanne"], about: ["noor"], in: Self.family)
        #expect(try await web.write("Dat was een vergissing.", in: path, by: aylin).status == .seeOther)
        _ = try await web.press(path + "/messages/2/withdrawal", on: path, by: aylin)
        let sanne = try await web.browser(of: "sanne")
        #expect(try await web.write("Fijn om te horen.", in: path, by: sanne).status == .seeOther)
        return path
    }

    @Test(arguments: Engine.all)
    func `is read as far as who adds them reads it, and all see that`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let path = try await talk(web, aylin)
        #expect(try await aylin.get(path + "/participants").text.contains("value=\"before\""))
        #expect(try await web.add("marieke", reading: "before", to: path, by: aylin).location == path)
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(web.conversations(Self.family)).shown.contains("3 nieuw"))
        let page = try await marieke.get(path)
        #expect(page.shown.contains("Noor slaapt beter.") && page.shown.contains("Fijn om te horen."))
        #expect(page.shown.contains("trok dit bericht in") && !page.text.contains("een vergissing"))
        #expect(page.shown.contains("Vanaf hier lees jij mee, en ook wat hierboven staat."))
        let event = "Vanaf hier leest Marieke Postma mee, en ook wat hierboven staat."
        let told = try await web.browser(of: "sanne").get(path)
        #expect(told.shown.contains(event + " Dat deed Aylin Yildiz."))
        // It stands where she came in, below what was there.
        let fine = try #require(told.shown.firstRange(of: "Fijn om te horen.")).lowerBound
        #expect(try #require(told.shown.firstRange(of: event)).lowerBound > fine)
        for person in ["joost", "truus", "hanna", "sem", "thijs"] {
            #expect(try await web.browser(of: person).get(path).status == .notFound, "\(person)")
        }
        try await web.end("marieke", in: Self.family, by: "aylin")
        #expect(try await marieke.get(path).status == .notFound)
    }

    @Test func `stays where the one added may read less, and what was chosen stands on the page`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let path = try await talk(web, aylin)
        let before = try await web.traces(Self.family)
        for (person, reason) in [("hanna", "mag minder lezen"), ("truus", "Een ander uit de familie of kring")] {
            let by = person == "hanna" ? aylin : try await web.browser(of: "sanne")
            let refused = try await web.add(person, reading: "before", to: path, by: by)
            #expect(refused.status == .badRequest && refused.shown.contains(reason), "\(person)")
            #expect(refused.text.contains("id=\"reads-error\"") && refused.text.contains("<title>Fout: "))
            #expect(refused.text.contains("value=\"\(try web.filled.account(person))\" checked"))
            #expect(try await web.browser(of: person).get(path).status == .notFound)
        }
        #expect(try await web.traces(Self.family).journal == before.journal)
        #expect(try await web.add("hanna", reading: "now", to: path, by: aylin).location == path)
        let hanna = try await web.browser(of: "hanna")
        #expect(try await !hanna.get(path).shown.contains("Noor slaapt beter."))
    }

    @Test(arguments: Engine.all)
    func `goes no further back than who adds them reads`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let path = try await talk(web, aylin)
        try await web.database.write { connection in
            let tom = try web.filled.membership("\(Self.family)/tom")
            _ = try connection.execute("UPDATE membership SET share = \(3) WHERE id = \(tom)")
        }
        #expect(try await web.add("hanna", reading: "now", to: path, by: aylin).location == path)
        #expect(try await web.write("Welkom Hanna.", in: path, by: aylin).status == .seeOther)
        let hanna = try await web.browser(of: "hanna")
        #expect(try await web.add("tom", reading: "before", to: path, by: hanna).location == path)
        let tom = try await web.browser(of: web.filled.account("tom"))
        let page = try await tom.get(path)
        #expect(page.shown.contains("Welkom Hanna.") && !page.shown.contains("Noor slaapt beter."))
        #expect(try await !tom.get(path + "?before=3").shown.contains("Noor slaapt"))
        #expect(try await aylin.get(path).shown.contains("mee, en ook wat er staat vanaf vandaag. Dat deed Hanna Bos."))
        #expect(try await hanna.get(path).shown.contains("mee, en ook wat hierboven staat."))
    }

    @Test func `is offered where one of those to choose could read it`() async throws {
        let web = try await WebTown.toRead
        for (talk, person, isOffered) in [
            ("noor-op-school", "aylin", false), ("noor-op-school", "sanne", false),
            // Sem gives what he and his trainer wrote himself; his trainer does not.
            ("voetbal", "sem", true), ("voetbal", "dave", false),
        ] {
            let path = try web.conversation("\(Self.family)/\(talk)")
            let page = try await web.browser(of: web.filled.account(person)).get(path + "/participants")
            #expect(page.status == .ok && page.text.contains("value=\"before\"") == isOffered, "\(talk) for \(person)")
        }
    }
}
