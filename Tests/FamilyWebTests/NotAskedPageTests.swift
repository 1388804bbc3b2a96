// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

extension OpenForm {
    /// The form as it was opened, with fields of which some are chosen by the test.
    func body(of fields: [String: String]) -> String {
        fields.sorted { $0.key < $1.key }.reduce(body([:])) { $0 + "&" + TestClient.form([$1.key: $1.value]) }
    }
}

@Suite struct `The page on which somebody is not asked` {
    private static let family = "de-wit-yildiz"
    private static let why = "Hij sloeg haar toen ze praatte."

    private func body(_ web: WebTown, _ fields: [String: String] = [:]) throws -> [String: String] {
        [
            "unasked": try web.filled.person("joost").text, "unaskedReason": Self.why,
            "unaskedSecond": "account.\(try web.filled.account("hanna"))",
        ].merging(fields) { _, new in new }
    }

    /// How often somebody's log says that Marieke did something with what is shared.
    private func looks(_ browser: TownBrowser, _ web: WebTown) async throws -> Int {
        try await browser.get(try web.circle(Self.family) + "/access").shown.ranges(of: "Marieke").count
    }

    @Test(arguments: Engine.all)
    func `keeps it from them, while it is asked and after`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        let (marieke, joost) = (try await web.browser(of: "marieke"), try await web.browser(of: "joost"))
        #expect(try await joost.get("/today").text.contains(consent))
        let open = try await OpenForm(marieke, consent + "/not-asked")
        let silent = try await marieke.post(
            consent + "/not-asked", open.body(of: try body(web, ["unaskedReason": " ", "unaskedSecond": ""])))
        #expect(silent.status == .badRequest && silent.text.contains("id=\"unaskedReason-error\""))
        #expect(silent.text.contains("id=\"unaskedSecond-error\""))
        let done = try await marieke.post(consent + "/not-asked", open.body(of: try body(web)))
        #expect(done.status == .seeOther)
        #expect(try await !joost.get("/today").text.contains(consent))
        #expect(try await joost.get(consent).status == .notFound)
        #expect(try await Crawl(joost).pages(with: "juf Sanne") == [])
        #expect(try await marieke.get(consent).shown.contains("Joost wordt niet gevraagd"))
        let decision = try #require(try await marieke.get(consent).links.first { $0.contains("/decisions/") })
        let hanna = try await web.browser(of: "hanna")
        #expect(try await hanna.get("/today").text.contains(decision))
        let asked = try await OpenForm(hanna, decision)
        #expect(asked.page.shown.contains(Self.why) && asked.page.shown.contains("juf Sanne"))
        #expect(try await hanna.post(decision + "/answer", asked.body(["said": "yes"])).status == .seeOther)
        #expect(try await joost.get(consent).status == .notFound)
    }

    @Test func `is part of the form with which a professional asks, and of nobody else's`() async throws {
        let web = try await WebTown()
        let path = try web.circle(Self.family) + "/consents"
        let marieke = try await web.browser(of: "marieke")
        let open = try await OpenForm(marieke, path + "/new?asked=share")
        let fields = [
            "asked": "share", "party": "juf Sanne", "what": "Hoe slapen gaat", "purpose": "Rust",
            "until": (WebTown.today + 90).iso, "persons": try web.filled.person("noor").text,
        ]
        let alone = try await marieke.post(
            path, open.body(of: try body(web, fields).merging(["unaskedSecond": ""]) { $1 }))
        #expect(alone.status == .badRequest && alone.shown.contains(Self.why))
        // With nobody chosen nothing is asked: else he would be.
        for left in [["unaskedReason": ""], ["unaskedSecond": ""], [:]] {
            let nobody = try await marieke.post(
                path, open.body(of: try body(web, fields).merging(left.merging(["unasked": ""]) { $1 }) { $1 }))
            #expect(nobody.status == .badRequest && nobody.text.contains("id=\"unasked-error\""), "\(left)")
        }
        let joost = try await web.browser(of: "joost")
        let before = try await looks(joost, web)
        let asked = try await marieke.post(path, open.body(of: try body(web, fields)))
        let consent = try #require(asked.location)
        // Neither asking nor looking at it is a line in his log.
        #expect(try await marieke.get(consent).status == .ok)
        #expect(try await looks(joost, web) == before)
        #expect(try await !joost.get("/today").text.contains(consent))
        #expect(try await !web.browser(of: "aylin").get(path + "/new").text.contains("unasked"))
    }

    @Test(arguments: ["aylin", "joost", "sem", "truus", "khadija", "bart", "ravi"])
    func `is not there for anybody else`(who: String) async throws {
        let web = try await WebTown()
        let consent = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        let browser = try await web.browser(of: try web.filled.account(who))
        #expect(try await browser.get(consent + "/not-asked").status == .notFound)
        let token = try #require(try await browser.get("/account").token)
        let fields = ["token": token, "form": "0192f3a0-0000-7000-8000-0000000000d3"]
        let all = try body(web, fields).map { TestClient.form([$0.key: $0.value]) }.joined(separator: "&")
        let answer = try await browser.post(consent + "/not-asked", all)
        #expect(answer.status == .notFound)
    }
}
