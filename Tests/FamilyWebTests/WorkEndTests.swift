// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import TestClient
import Testing

@Suite struct `Ending somebody's work` {
    private static let family = "de-wit-yildiz"

    private func person(_ slug: String, at organisation: String, _ web: WebTown) throws -> String {
        "/organisations/\(try web.filled.organisation(organisation))/people/\(try #require(web.filled.professionals[slug]))"
    }

    @Test func `shuts every family on every device, and the team lead names who stands in`() async throws {
        let web = try await WebTown()
        let (phone, desk) = (try await web.browser(of: "marieke"), try await web.browser(of: "marieke"))
        let ravi = try await web.browser(of: "ravi")
        let page = try person("marieke", at: "gebiedsteam", web)
        let shown = try await ravi.get(page)
        let answer = try await ravi.post(page + "/work/end", form(["token": try #require(shown.token)]))
        #expect(answer.status == .seeOther)
        // The answer is the same for who was in no circle: not even a number of families.
        #expect(answer.location?.contains("/people/") == false)
        for browser in [phone, desk] {
            #expect(try await browser.get(try web.circle(Self.family)).status == .seeOther)
        }
        let again = try await web.browser(of: "marieke")
        #expect(try await again.get(try web.circle(Self.family)).status == .notFound)
        #expect(try await !again.get("/families").text.contains("Wit"))

        let ruud = try await web.browser(of: try web.filled.account("ruud"))
        let today = try await ruud.get("/today")
        #expect(today.text.contains("Kiezen wie een collega vervangt"))
        #expect(!today.text.contains("Wit"))
        let path = try #require(today.text.firstMatch(of: /\/families\/[^"]+\/stand-ins\/[0-9a-f-]+/)).output
        let naming = try await ruud.get(String(path))
        #expect(naming.text.contains("Marieke Postma") && naming.text.contains("Youssef El Amrani"))
        for name in ["Noor", "Sem", "Aylin", "Wit"] { #expect(!naming.text.contains(name)) }
        let token = try #require(naming.token)
        let missing = try await ruud.post(String(path), form(["token": token, "until": "x"]))
        #expect(missing.status == .badRequest && missing.text.contains("Kies een collega."))
        let chosen = form([
            "token": token, "colleague": try web.filled.account("youssef").text, "until": (WebTown.today + 20).iso,
        ])
        for stranger in ["aylin", "joost", "bart", "lotte", "sanne"] {
            let browser = try await web.browser(of: try web.filled.account(stranger))
            let own = try #require(try await browser.get("/account").token)
            #expect(try await browser.get(String(path)).status == .notFound, "\(stranger)")
            let body = form([
                "token": own, "colleague": try web.filled.account("lotte").text, "until": (WebTown.today + 20).iso,
            ])
            #expect(try await browser.post(String(path), body).status == .notFound, "\(stranger)")
        }
        #expect(try await ruud.post(String(path), chosen).location == "/today")
        #expect(try await ruud.post(String(path), chosen).status == .notFound)
    }
}
