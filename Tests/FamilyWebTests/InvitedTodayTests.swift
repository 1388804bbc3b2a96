// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import Testing

@Suite struct `Vandaag of who is invited` {
    private static let family = "de-wit-yildiz"
    private static let waits = "Antwoord geven op een uitnodiging"

    @Test func `tells a professional that an invitation waits, and of nobody`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let asked = Asked(kind: "professional", organisation: "het anker", colleague: "daniël groen")
        let path = try #require(try await web.invite(asked, by: aylin, in: Self.family).location)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let today = try await daniel.get("/today")
        #expect(today.shown.contains(Self.waits) && today.shown.contains("Iemand vraagt jou om mee te doen"))
        #expect(today.text.contains("href=\"/invitations\""))
        for name in ["Noor", "Aylin", "Yildiz"] { #expect(!today.shown.contains(name), "\(name)") }
        for other in ["thijs", "esmee", "priya"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await !browser.get("/today").shown.contains("Iemand vraagt jou"), "\(other)")
        }
        _ = try await web.pressShown(path + "/refusal", on: "/invitations", by: daniel)
        #expect(try await !daniel.get("/today").shown.contains(Self.waits))
    }

    @Test func `tells whoever does the work, and nobody who works elsewhere`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let asked = Asked(kind: "professional", organisation: "het anker", function: "therapist")
        let sent = try await web.invite(asked, by: aylin, in: Self.family)
        try #require(sent.status == .seeOther)
        for (person, isTold) in [("esmee", true), ("thijs", false), ("bart", false)] {
            let browser = try await web.browser(of: try web.filled.account(person))
            #expect(try await browser.get("/today").shown.contains(Self.waits) == isTold, "\(person)")
        }
    }

    @Test func `tells grandmother once she has her card`() async throws {
        let web = try await WebTown()
        let aylin = try await web.browser(of: "aylin")
        let path = try #require(try await web.invite(Asked(), by: aylin, in: Self.family).location)
        _ = try await web.pressShown(path + "/card", on: path, by: aylin)
        let account = try #require(try await web.invited(path))
        let henk = try await web.browser(of: account)
        let today = try await henk.get("/today")
        #expect(today.shown.contains(Self.waits))
        #expect(!today.shown.contains("Noor"))
    }

    @Test func `asks a young person who gets an account after the invitation was sent`() async throws {
        let web = try await WebTown()
        let sem = try web.filled.person("sem")
        try await web.database.write { _ = try $0.execute("UPDATE person SET account_id = NULL WHERE id = \(sem)") }
        let marieke = try await web.browser(of: "marieke")
        let path = try #require(try await web.invite(Asked(persons: ["sem"]), by: marieke, in: Self.family).location)
        let page = try web.circle(Self.family) + "/persons/\(sem)"
        #expect(try await web.pressShown(page + "/card", on: page, by: marieke).status == .ok)
        let account = try #require(
            try await web.database.read { connection in
                try connection.row("SELECT account_id FROM person WHERE id = \(sem)") { $0.id(0, Account.self) }
            })
        let browser = try await web.browser(of: account)
        let today = try await browser.get("/today")
        #expect(today.shown.contains(Self.waits) && today.text.contains("href=\"\(path)\""))
        let open = try await OpenForm(browser, path)
        let said = form(["person-\(sem)": "yes"])
        #expect(try await browser.post(path + "/answer", open.body([:]) + "&" + said).status == .seeOther)
        let after = try await browser.get("/today")
        #expect(after.between("<main", "id=\"done\"")?.contains(Self.waits) == false)
    }
}
