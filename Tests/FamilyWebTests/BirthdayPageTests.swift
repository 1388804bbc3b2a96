// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import TestClient
import Testing

/// Sem is fifteen, and sixteen in 118 days.
@Suite struct `A birthday on Vandaag` {
    private static let family = "de-wit-yildiz"
    private static let said = "word je 16"

    /// Each line: days from today, and who reads of it there.
    @Test(arguments: [(61, []), (62, ["sem"]), (117, ["sem"]), (118, ["aylin", "joost"]), (160, [])])
    func `is told to the young person first and alone, and to the parents on the day`(
        days: Int, who: [String]
    ) async throws {
        let web = try await WebTown()
        web.clock.now = web.clock.now + .days(days)
        for reader in ["sem", "aylin", "joost", "truus", "marieke"] {
            let page = try await web.browser(of: reader).get("/today")
            let isTold = page.shown.contains(Self.said) || page.shown.contains("Sem is 16 geworden")
            #expect(isTold == who.contains(reader), "\(reader) after \(days)")
        }
    }
}

@Suite struct `Saying yes to less` {
    @Test func `is a page of who must agree, and keeps what was typed`() async throws {
        let web = try await WebTown()
        let path = try #require(try await web.askConsent(by: "marieke", about: ["noor"]).location)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(path).links.contains(path + "/narrower"))
        let open = try await OpenForm(aylin, path + "/narrower")
        let empty = try await aylin.post(path + "/narrower", open.body(["what": " ", "until": "ooit"]))
        #expect(empty.status == .badRequest && empty.text.contains("id=\"what-error\""))
        #expect(empty.text.contains("id=\"until-error\""))
        let body = open.body(["what": "Alleen of ze moe is", "until": (WebTown.today + 30).iso])
        let less = try #require(try await aylin.post(path + "/narrower", body).location)
        let joost = try await web.browser(of: "joost")
        #expect(try await joost.get("/today").text.contains(less))
        #expect(try await joost.get(less).shown.contains("Alleen of ze moe is"))
        for other in ["marieke", "truus", "sem", "bart"] {
            let browser = try await web.browser(of: try web.filled.account(other))
            #expect(try await browser.get(less + "/narrower").status == .notFound, "\(other)")
        }
    }
}
