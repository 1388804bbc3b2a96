// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `The extra wait of a handover` {
    private static let family = "de-wit-yildiz"
    private static let unknown = "Er is geen extra wachttijd bekend."
    private static let known = "De helft begon hier binnen 3 weken. Dat gaat over ongeveer 10 gezinnen."

    /// Waits of three weeks, counted at the practice of Hanna.
    private func count(_ waits: Int, _ web: WebTown) async throws {
        let (practice, ended) = (try web.filled.organisation("praktijk-aan-de-vecht"), WebTown.today + -20)
        let month = String(ended.iso.prefix(7))
        try await web.database.write { connection in
            for _ in 0..<waits {
                let id = IDSource.unguessable.next(at: Moment(WebTown.today), OpenForm.self)
                try connection.execute(
                    """
                    INSERT INTO fact (id, kind, organisation, target_group, month, shape, began, ended)
                    VALUES (\(id.text), 'waitInAll', \(practice), 'youth', \(month), 'spell', \((ended + -21).iso),
                        \(ended.iso))
                    """)
            }
        }
    }

    /// What stands at one choice of the form.
    private func choice(_ name: String, in page: Answer) throws -> String {
        let shown = page.shown
        let start = try #require(shown.range(of: name)).upperBound
        return String(shown[start...].prefix(260))
    }

    private func propose(_ web: WebTown) async throws -> String {
        let (marieke, circle) = (try await web.browser(of: "marieke"), try web.circle(Self.family))
        let open = try await OpenForm(marieke, circle + "/handovers/new")
        let proposed = try await marieke.post(
            circle + "/handovers",
            open.body([
                "to": try web.filled.account("hanna").text, "kind": "monitoring", "reason": "Ik ga met verlof.",
                "review": (WebTown.today + 30).iso,
            ]))
        return try #require(proposed.location)
    }

    @Test(arguments: Engine.all)
    func `is told where it is proposed, where it is answered, and to the family`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        try await count(10, web)
        let form = try await web.browser(of: "marieke").get(try web.circle(Self.family) + "/handovers/new")
        #expect(try choice("Hanna Bos", in: form).contains("Extra wachttijd: Praktijk aan de Vecht. " + Self.known))
        #expect(try choice("Sanne Kuipers", in: form).contains("Extra wachttijd: " + Self.unknown))
        let handover = try await propose(web)
        for who in ["marieke", "hanna", "aylin", "joost"] {
            let page = try await web.browser(of: who).get(handover).shown
            #expect(page.contains("Extra wachttijd") && page.contains(Self.known), "\(who)")
        }
        for who in ["bart", "robert", "thijs"] {
            #expect(try await web.browser(of: who).get(handover).status == .notFound, "\(who)")
        }
    }

    @Test func `is not known of few, and the family is told no more than that`() async throws {
        let web = try await WebTown()
        try await count(9, web)
        let handover = try await propose(web)
        let (hanna, joost) = (try await web.browser(of: "hanna"), try await web.browser(of: "joost"))
        #expect(try await hanna.get(handover).shown.contains(Self.unknown + " Vraag het na"))
        let page = try await joost.get(handover).shown
        #expect(page.contains(Self.unknown) && !page.contains("Vraag het na"))
    }

    @Test func `tells nobody for whom somebody works`() async throws {
        let web = try await WebTown()
        try await count(10, web)
        let handover = try await propose(web)
        let member = try web.filled.membership("\(Self.family)/hanna")
        _ = try await web.database.write {
            try $0.execute("UPDATE membership SET organisation_hidden = \(true) WHERE id = \(member)")
        }
        let joost = try await web.browser(of: "joost").get(handover).shown
        #expect(joost.contains(Self.unknown) && !joost.contains("De helft begon") && !joost.contains("Vecht"))
        let hanna = try await web.browser(of: "hanna").get(handover).shown
        #expect(hanna.contains(Self.known))
    }
}
