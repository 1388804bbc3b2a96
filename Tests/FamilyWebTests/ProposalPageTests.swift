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

@Suite struct `Proposed help on its pages` {
    @Test(arguments: Engine.all)
    func `goes on once all who decide said yes, and owes nothing after that`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let path = try await acts.proposed()
        let asked = ["aylin", "hanna", "joost", "sanne", "tom"].map { "answerProposal \($0)" }
        #expect(try await acts.owed() == asked)
        let today = try await acts.browser("joost").get("/today")
        #expect(today.links.contains(path) && today.shown.contains("Antwoord geven op een hulpvoorstel"))
        #expect(try await acts.answer(path, "yes", by: "aylin").location == path)
        #expect(try await acts.answer(path, "yes", by: "hanna").location == path)
        #expect(try await acts.browser("joost").get(path).shown.contains("Wacht op antwoord van Joost."))
        #expect(try await acts.close(path, "/outcome").status == .badRequest)
        #expect(try await acts.answer(path, "yes", by: "joost").location == path)
        let decided = ["answerProposal sanne", "answerProposal tom", "concludeProposal marieke"]
        #expect(try await acts.owed() == decided)
        #expect(try await acts.close(path, "/outcome").location == path)
        #expect(try await acts.owed() == [])
        #expect(try await acts.verdicts("proposalWentOn") == [1])
        for reader in ["aylin", "joost", "truus", "marieke", "hanna"] {
            #expect(try await acts.browser(reader).get(path).shown.contains("Deze hulp gaat door."), "\(reader)")
        }
        #expect(try await acts.answer(path, "no", because: "Toch niet", by: "joost").status == .notFound)
        let timeline = try await acts.browser("aylin").get(try acts.web.circle(acts.family) + "/timeline")
        #expect(timeline.shown.contains("stelde hulp voor.") && timeline.shown.contains("rondde een hulpvoorstel af."))
    }

    @Test(arguments: Engine.all)
    func `does not go on with one no, of which the reason is for professionals`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let path = try await acts.proposed()
        let silent = try await acts.answer(path, "no", by: "joost")
        #expect(silent.status == .badRequest && silent.text.contains("id=\"reason-error\""))
        let reason = "Het is te ver met de bus."
        #expect(try await acts.answer(path, "no", because: reason, by: "joost").location == path)
        for (reader, reads) in [
            ("joost", true), ("aylin", false), ("marieke", true), ("sanne", true), ("truus", false),
        ] {
            let page = try await acts.browser(reader).get(path)
            #expect(page.shown.contains("cliëntondersteuner") && page.shown.contains("rechter"), "\(reader)")
            #expect(page.shown.contains(reason) == reads, "\(reader)")
        }
        #expect(try await !acts.browser("truus").get(path).shown.contains("Zei nee"))
        let circle = try acts.web.circle(acts.family)
        for (reader, reads) in [("truus", false), ("aylin", true), ("marieke", true)] {
            let told = try await acts.browser(reader).get(circle).shown.contains("antwoord op een hulpvoorstel")
            #expect(told == reads, "\(reader)")
        }
        #expect(try await acts.answer(path, "yes", by: "aylin").location == path)
        #expect(try await acts.close(path, "/outcome").location == path)
        #expect(try await acts.browser("aylin").get(path).shown.contains("Deze hulp gaat niet door."))
        #expect(try await acts.owed() == [])
        #expect(try await acts.verdicts("proposalWentOn") == [0])
    }

    @Test(arguments: Engine.all)
    func `is closed as who closes it saw, and what was said with a yes is kept`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let path = try await acts.proposed()
        let terms = "Als Noor niet alleen hoeft te reizen."
        #expect(try await acts.answer(path, "yes", because: terms, by: "joost").location == path)
        #expect(try await acts.answer(path, "yes", by: "aylin").location == path)
        let marieke = try await acts.browser("marieke")
        let page = try await marieke.get(path)
        #expect(page.shown.contains(terms) && page.field("seen") == "goesOn")
        #expect(try await acts.answer(path, "no", because: "Toch niet.", by: "joost").location == path)
        let late = try await acts.web.send(path + "/outcome", ["seen": "goesOn"], by: marieke)
        #expect(late.status == .badRequest && late.shown.contains("Iemand gaf net een ander antwoord."))
        #expect(try await acts.verdicts("proposalWentOn") == [])
        #expect(try await acts.close(path, "/outcome").location == path)
        #expect(try await acts.verdicts("proposalWentOn") == [0])
    }

    @Test func `asks a young person from 12, too, and is withdrawn without a verdict`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let path = try await acts.proposed(for: "sem")
        let owed = try await acts.owed()
        #expect(owed == ["aylin", "hanna", "joost", "priya", "sem"].map { "answerProposal \($0)" })
        #expect(try await acts.answer(path, "no", because: "Ik ken die mensen niet.", by: "sem").location == path)
        #expect(try await !acts.browser("aylin").get(path).shown.contains("Ik ken die mensen niet."))
        #expect(try await acts.close(path, "/withdrawal").location == path)
        #expect(try await acts.owed() == [])
        #expect(try await acts.verdicts("proposalWentOn") == [])
        #expect(try await acts.browser("sem").get(path).shown.contains("Dit voorstel is ingetrokken."))
    }

    @Test func `is asked in a talk of who does not sign in, and noted by a professional`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let joost = try acts.web.filled.person("joost")
        _ = try await acts.web.database.write { connection in
            try connection.execute("UPDATE person SET account_id = NULL WHERE id = \(joost)")
        }
        let path = try await acts.proposed()
        #expect(try await acts.owed().contains("askAboutProposal marieke"))
        #expect(try await acts.owed().count { $0.hasPrefix("answerProposal") } == 4)
        #expect(try await acts.answer(path, "yes", by: "aylin").location == path)
        let own = try await acts.note(path, of: "aylin", "no", because: "x")
        #expect(own.status == .notFound)
        let silent = try await acts.note(path, of: "joost", "no")
        #expect(silent.status == .badRequest && silent.text.contains("id=\"why-error\""))
        #expect(try await acts.note(path, of: "joost", "yes", by: "aylin").status == .notFound)
        #expect(try await acts.note(path, of: "joost", "yes", by: "sanne").location == path)
        let page = try await acts.browser("aylin").get(path)
        #expect(page.shown.contains("Zei ja in een gesprek") && page.shown.contains("Opgeschreven door Sanne"))
        #expect(try await acts.owed().contains("concludeProposal marieke"))
        #expect(try await !acts.owed().contains("askAboutProposal marieke"))
    }

    @Test func `says at each field what to mend, keeps what was typed, and sent twice is one`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let marieke = try await acts.browser("marieke")
        let wrong = try await acts.web.send(
            try acts.path + "/proposals", ["help": ProvisionActs.help, "brings": " ", "starts": "x"], by: marieke)
        #expect(wrong.status == .badRequest && wrong.text.contains(ProvisionActs.help))
        for field in ["person", "helper", "starts", "brings"] {
            #expect(wrong.text.contains("id=\"\(field)-error\""), "\(field)")
        }
        let past = try await acts.propose(by: "marieke", for: "noor", starts: (WebTown.today + -1).iso)
        #expect(past.status == .badRequest && past.text.contains("id=\"starts-error\""))
        let open = try await OpenForm(marieke, try acts.path + "/proposals/new")
        let body = open.body([
            "person": try acts.web.filled.person("noor").text, "help": ProvisionActs.help, "helper": "Oma",
            "starts": WebTown.today.iso, "brings": ProvisionActs.brings,
        ])
        let first = try await marieke.post(try acts.path + "/proposals", body)
        #expect(first.status == .seeOther)
        #expect(try await marieke.post(try acts.path + "/proposals", body).location == first.location)
        let path = try #require(first.location)
        let nothing = try await acts.answer(path, "", because: "Ik twijfel.", by: "aylin")
        #expect(nothing.status == .badRequest && nothing.text.contains("id=\"answer-error\""))
        #expect(nothing.shown.contains("Ik twijfel."))
        let unsaid = try await acts.web.send(path + "/note", ["why": "Ik hoorde nee."], by: marieke)
        #expect(unsaid.status == .badRequest && unsaid.shown.contains("Ik hoorde nee."))
        for field in ["noted", "said", "how"] { #expect(unsaid.text.contains("id=\"\(field)-error\"")) }
    }

    @Test func `tells who must not know where somebody is nothing of where the help is`() async throws {
        let acts = ProvisionActs(web: try await WebTown(), family: "van-dongen")
        let fleur = try acts.web.circle(acts.family) + "/persons/\(try acts.web.filled.person("fleur"))/secret-address"
        let fatma = try await acts.browser("fatma")
        let open = try await OpenForm(fatma, fleur)
        let hidden = try await fatma.post(
            fleur, open.body(["readers": try acts.web.filled.account("eline").text]))
        #expect(hidden.status == .seeOther)
        let path = try await acts.proposed(by: "fatma", for: "fleur", helper: "Opvang de Haven")
        #expect(try await acts.browser("eline").get(path).shown.contains("Opvang de Haven"))
        let robert = try await acts.browser("robert").get(path)
        #expect(robert.status == .ok && !robert.shown.contains("Opvang de Haven"))
        // Nadia is hidden from Robert: that she advises leaves no trace.
        #expect(try await acts.answer(path, "no", because: "Te vroeg.", by: "nadia").location == path)
        #expect(try await acts.browser("eline").get(path).shown.contains("Te vroeg."))
        let after = try await acts.browser("robert").get(path)
        #expect(!after.shown.contains("Te vroeg.") && !after.shown.contains("Raadt het af"))
        let timeline = try await acts.browser("robert").get(try acts.web.circle(acts.family) + "/timeline")
        #expect(!timeline.shown.contains("antwoord op een hulpvoorstel"))
    }

    @Test func `goes along in a full copy, and is emptied with its part`() async throws {
        let acts = ProvisionActs(web: try await WebTown())
        let path = try await acts.proposed()
        #expect(try await acts.answer(path, "no", because: "Te ver.", by: "joost").location == path)
        _ = try await acts.asked()
        let copy = try await acts.web.copied("noor", for: try await acts.browser("aylin"))
        #expect(copy.contains(ProvisionActs.brings) && copy.contains("Gemeente Zuilen-Ondiep"))
        #expect(!copy.contains("Te ver."))
        let family = try acts.web.filled.family(acts.family)
        let parts = try await acts.web.dossiers.parts(of: family, try acts.web.filled.person("noor"))
        _ = try await acts.web.dossiers.erase(parts, of: family, at: acts.web.clock.now) { _, _ in }
        #expect(try await acts.owed() == [])
        let page = try await acts.browser("marieke").get(path)
        #expect(page.status == .ok && !page.shown.contains(ProvisionActs.help) && !page.shown.contains("Te ver."))
    }
}
