// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `What a municipality was asked for, on its pages` {
    @Test(arguments: Engine.all)
    func `is looked after until it is decided, and says until when one objects`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let path = try await acts.asked()
        #expect(try await acts.owed() == ["followProvision marieke"])
        let waiting = try await acts.browser("aylin").get(path)
        #expect(waiting.shown.contains("De gemeente besluit uiterlijk") && !waiting.text.contains("/decision"))
        #expect(waiting.shown.contains("Gemeente Zuilen-Ondiep"))
        let decided = try await acts.decide(
            path,
            [
                "result": "partly", "decided": WebTown.today.iso, "until": (WebTown.today + 365).iso,
                "letter": "In de map bij Aylin.",
            ])
        #expect(decided.location == path)
        #expect(try await acts.owed() == [])
        #expect(try await acts.verdicts("decidedInTime") == [1])
        let page = try await acts.browser("joost").get(path)
        for said in ["Een deel is toegekend", "Bezwaar maken kan tot en met", "In de map bij Aylin."] {
            #expect(page.shown.contains(said), "\(said)")
        }
        let again = try await acts.decide(path, ["result": "refused", "decided": WebTown.today.iso])
        #expect(again.status == .notFound)
        let timeline = try await acts.browser("aylin").get(try acts.web.circle(acts.family) + "/timeline")
        #expect(timeline.shown.contains("schreef op wat de gemeente besloot."))
    }

    @Test func `is late after eight weeks, and counted as such`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let path = try await acts.asked(WebTown.today + -120)
        let page = try await acts.browser("aylin").get(path)
        #expect(page.shown.contains("De acht weken zijn voorbij") && page.shown.contains("Awb 4:17"))
        let decided = try await acts.decide(path, ["result": "refused", "decided": (WebTown.today + -50).iso])
        #expect(decided.location == path)
        #expect(try await acts.verdicts("decidedInTime") == [0])
        let over = try await acts.browser("aylin").get(path)
        #expect(over.shown.contains("Bezwaar maken kon") && over.shown.contains("De hulp is afgewezen"))
        let other = try await acts.asked()
        #expect(try await acts.decide(other, ["result": "withdrawn", "decided": WebTown.today.iso]).location == other)
        #expect(try await !acts.browser("aylin").get(other).shown.contains("Bezwaar maken"))
        #expect(try await acts.verdicts("decidedInTime") == [0])
    }

    @Test func `comes from a proposal that goes on`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let proposal = try await acts.proposed()
        for parent in ["aylin", "joost"] { _ = try await acts.answer(proposal, "yes", by: parent) }
        #expect(try await acts.close(proposal, "/outcome").location == proposal)
        let marieke = try await acts.browser("marieke")
        let link = try #require(try await marieke.get(proposal).links.first { $0.contains("/provisions/new?") })
        #expect(try await marieke.get(link).text.contains(ProvisionActs.help))
        let id = String(proposal.suffix(36))
        let path = try #require(
            try await acts.ask(WebTown.today.iso, by: "marieke", for: "noor", from: id).location)
        #expect(try await acts.browser("aylin").get(path).links.contains(proposal))
        let other = try await acts.ask(WebTown.today.iso, by: "marieke", for: "sem", from: id)
        #expect(other.status == .notFound)
    }

    @Test func `says at each field what to mend, keeps what was typed, and sent twice is one`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let marieke = try await acts.browser("marieke")
        let wrong = try await acts.web.send(try acts.path, ["help": ProvisionActs.help, "asked": "x"], by: marieke)
        #expect(wrong.status == .badRequest && wrong.text.contains(ProvisionActs.help))
        for field in ["person", "municipality", "asked", "asker"] {
            #expect(wrong.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        let ahead = try await acts.ask((WebTown.today + 1).iso, by: "marieke", for: "noor")
        #expect(ahead.status == .badRequest && ahead.text.contains("id=\"asked-error\""))
        let open = try await OpenForm(marieke, try acts.path + "/new")
        let body = open.body([
            "person": try acts.web.filled.person("noor").text, "help": ProvisionActs.help, "municipality": "Utrecht",
            "asked": WebTown.today.iso, "asker": "professional",
        ])
        let path = try #require(try await marieke.post(try acts.path, body).location)
        #expect(try await marieke.post(try acts.path, body).location == path)
        #expect(try await acts.owed() == ["followProvision marieke"])
        let unsaid = try await acts.decide(path, ["letter": "In de la.", "until": "x"])
        #expect(unsaid.status == .badRequest && unsaid.shown.contains("In de la."))
        for field in ["result", "decided", "until"] { #expect(unsaid.text.contains("id=\"\(field)-error\"")) }
        let early = try await acts.decide(path, ["result": "granted", "decided": (WebTown.today + -1).iso])
        #expect(early.status == .badRequest && early.text.contains("id=\"decided-error\""))
        let none = try await acts.decide(
            path, ["result": "refused", "decided": WebTown.today.iso, "until": (WebTown.today + 9).iso])
        #expect(none.status == .badRequest && none.text.contains("id=\"until-error\""))
    }
}
