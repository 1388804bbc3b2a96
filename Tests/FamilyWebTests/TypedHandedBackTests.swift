// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `What was typed in a form of a family` {
    private static let text = "Een lang verhaal.\n\nMet twee alinea's."
    private static let id = "0192f3a0-0000-7000-8000-00000000dead"
    private static let nowhere = "/families/0192f3a0-0000-7000-8000-00000000beef/"

    private func handedBack(_ answer: Answer) -> String? {
        answer.between("<textarea", "</textarea>").flatMap { $0.split(separator: ">", maxSplits: 1).last }
            .map { Answer.shown(String($0)).trimmingPrefix("\n") }.map(String.init)
    }

    /// Who is not let in, was not, or is not any more: the form is read, and nothing is there.
    @Test(arguments: [
        ("matches", "parties"), ("matches/\(id)/talk", "agreed"), ("indications", "outcome"),
        ("indications/\(id)/release", "talk"), ("indications/\(id)/weighing", "weighed"), ("handovers", "reason"),
        ("handovers/\(id)/stop", "reason"), ("handovers/\(id)/cold", "coldReason"), ("codes", "expectation"),
    ])
    func `is handed back where nothing is there for them, and nothing else is told`(
        path: String, field: String
    ) async throws {
        let web = try await WebTown.toRead
        for who in ["thijs", "robert"] {
            let browser = try await web.browser(of: try web.filled.account(who))
            let token = try await browser.get("/account").token ?? ""
            func sent(to address: String) async throws -> Answer {
                let sending: ID<Submission> = IDSource.unguessable.next(at: web.clock.now)
                return try await browser.post(
                    address, TestClient.form(["token": token, "form": sending.text]) + "&" + form(typed(field)))
            }
            let answer = try await sent(to: try web.circle("de-wit-yildiz") + "/" + path)
            #expect(answer.status == .notFound && handedBack(answer) == Self.text, "\(who)")
            #expect(try await Heard(answer) == Heard(sent(to: Self.nowhere + path)), "\(who)")
        }
    }

    private func typed(_ field: String) -> KeyValuePairs<String, String> { [field: Self.text] }

    /// Marieke asks Hanna to take over direction.
    private func proposed(_ web: WebTown) async throws -> String {
        let marieke = try await web.browser(of: "marieke")
        let family = try web.circle("de-wit-yildiz")
        let open = try await OpenForm(marieke, family + "/handovers/new")
        let answer = try await marieke.post(
            family + "/handovers",
            open.body([
                "to": try web.filled.account("hanna").text, "kind": "monitoring", "reason": "Ik ga met verlof.",
                "review": (WebTown.today + 30).iso,
            ]))
        return try #require(answer.location)
    }

    @Test func `stands on the page of a handover for who came too late with it`() async throws {
        let web = try await WebTown()
        let handover = try await proposed(web)
        let (hanna, marieke) = (try await web.browser(of: "hanna"), try await web.browser(of: "marieke"))
        let open = try await OpenForm(hanna, handover)
        #expect(try await web.send(handover + "/stop", ["reason": "Toch niet."], by: marieke).status == .seeOther)
        let late = try await hanna.post(handover + "/stop", open.body(["reason": Self.text]))
        #expect(late.status == .conflict && handedBack(late) == Self.text)
    }

    @Test func `stands in the form again after signing in`() async throws {
        let web = try await WebTown()
        let handover = try await proposed(web)
        let hanna = try await web.browser(of: "hanna")
        let open = try await OpenForm(hanna, handover)
        web.clock.wait(.hours(11))
        let late = try await hanna.post(handover + "/stop", open.body(["reason": "Ik heb geen tijd."]))
        #expect(late.location?.hasPrefix("/sign-in") == true)
        try await web.signIn("hanna", in: hanna)
        #expect(try await hanna.get(handover).shown.contains("Ik heb geen tijd."))
        #expect(try await !hanna.get(handover).shown.contains("Ik heb geen tijd."))
    }
}
