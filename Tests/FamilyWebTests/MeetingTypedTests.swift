// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `What is typed about a meeting` {
    private func proposed(_ web: WebTown, _ typed: KeyValuePairs<String, String>) async throws -> String {
        let marieke = try await ProposedMeeting(web, by: "marieke")
        return try #require(try await marieke.send(invited: ["aylin", "joost"], typed).location)
    }

    @Test func `is not lost when it comes too late, and it is said so`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web, ["missing": "known"])
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, address)
        let marieke = try await web.browser(of: "marieke")
        let cancel = try await OpenForm(marieke, address).body(["reason": "Ziek"])
        #expect(try await marieke.post(address + "/cancellation", cancel).status == .seeOther)
        let late = try await aylin.post(address + "/points", open.body(["point": "De zwemles van vrijdag"]))
        #expect(late.status == .conflict && late.shown.contains("Dit kon niet meer"))
        #expect(late.shown.contains("De zwemles van vrijdag"))
    }

    @Test func `keeps the answers that were chosen when one is missing`() async throws {
        let web = try await WebTown()
        let address = try await proposed(
            web, ["missing": "known", "day-2": "2026-12-02", "clock-2": "10.00"])
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, address)
        let answer = try await aylin.post(address + "/answers", open.body(["answer-0": "ifNeeded"]))
        #expect(answer.status == .badRequest && answer.text.contains("id=\"answer-1-error\""))
        #expect(answer.text.contains(/name="answer-0"[^>]*value="ifNeeded" checked/))
    }
}
