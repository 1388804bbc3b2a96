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

@Suite struct `Asking to forget a young child` {
    private static let family = "de-wit-yildiz"
    private static let words = "Ik wil opnieuw beginnen."

    @Test(arguments: Engine.all)
    func `takes the yes of all who hold authority, and then of who decides`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        #expect(agreement == decision + "/agreement")
        let waiting = try await marieke.get(decision)
        #expect(waiting.shown.contains("We wachten op: Joost de Wit.") && !waiting.text.contains("value=\"erase\""))
        // The one who signs in answers for himself.
        #expect(!waiting.text.contains("saidYes"))
        let joostID = try web.filled.person("joost").text
        let noted = ["decision": "saidYes", "person": joostID] as KeyValuePairs
        #expect(try await web.send(decision + "/decision", noted, by: marieke).status == .notFound)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        #expect(try await !web.isForgettingGranted())

        let question = try await joost.get(agreement)
        #expect(question.shown.contains("Aylin vraagt om te wissen wat alleen over Noor gaat."))
        #expect(!question.text.contains(Self.words))
        let seen = try await joost.get(web.keeping())
        #expect(seen.links.contains(agreement))
        // Who asked gets the answer; he gives it.
        #expect(
            seen.shown.contains("Het antwoord komt voor 23 februari") && !seen.shown.contains("Je krijgt antwoord voor")
        )
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).location == web.keeping())
        #expect(try await web.send(agreement, ["answer": "no"], by: joost).status == .notFound)
        #expect(try await !web.isForgettingGranted())
        let (_, nothing) = try await web.forgettingToday("joost")
        #expect(nothing == nil)
        #expect(try await marieke.get(decision).text.contains("value=\"erase\""))
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).location == "/today")
        #expect(try await web.isForgettingGranted())
    }

    /// What lies granted when somebody else holds authority, or the child turns 12, does not go: who asked hears of it.
    @Test(arguments: Engine.all)
    func `is asked again where somebody else must agree since it was granted`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        try await web.setAuthority(false, of: "joost", over: "noor")
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.askToForget("noor", by: aylin).location == web.keeping())
        let (marieke, decision) = try await web.forgettingToday("marieke")
        _ = try await web.send(try #require(decision) + "/decision", ["decision": "erase"], by: marieke)
        #expect(try await web.isForgettingGranted())
        let again = "Nu moet ook iemand anders ja zeggen. Trek je vraag in, en vraag het opnieuw."
        #expect(try await !aylin.get(web.keeping()).shown.contains(again))
        try await web.setAuthority(true, of: "joost", over: "noor")
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today).map(\.obstacles) == [[.agreement]])
        let page = try await aylin.get(web.keeping())
        #expect(page.shown.contains(again))
        #expect(try await !web.browser(of: "joost").get(web.keeping()).shown.contains(again))
        let path = String(try #require(page.text.firstMatch(of: /action="([^"]*\/withdrawal)"/)).1)
        #expect(try await web.send(path, [:], by: aylin).location == web.keeping())
        #expect(try await !aylin.get(web.keeping()).shown.contains(again))
        #expect(try await web.askToForget("noor", by: aylin).location == web.keeping())
        #expect(try await web.forgettingToday("joost").1 != nil)
    }

    @Test func `is left to a child who turned 12 since it was granted`() async throws {
        let web = try await WebTown()
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        _ = try await web.send(agreement, ["answer": "yes"], by: joost)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        web.clock.wait(.days(160 + 3 * 366))
        #expect(
            try await web.browser(of: "aylin").get(web.keeping()).shown.contains(
                "Nu beslist iemand anders hierover. Trek je vraag in. Wie nu beslist, kan het zelf vragen."))
    }

    @Test(arguments: Engine.all)
    func `ends with a no of one of them, who need not say why`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await web.askedAboutNoor()
        #expect(try await web.send(agreement, ["answer": "no"], by: joost).location == web.keeping())
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(web.keeping()).shown.contains("Het antwoord was nee"))
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !web.isForgettingGranted())
        let (_, nothing) = try await web.forgettingToday("marieke")
        #expect(nothing == nil)
    }

    /// He is asked as one of two who hold authority; whose no it is when he answers, is asked again.
    @Test(arguments: Engine.all)
    func `is answered by nobody who holds authority no more`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (_, decision, joost, agreement) = try await web.askedAboutNoor()
        try await web.setAuthority(false, of: "joost", over: "noor")
        let (family, account) = (try web.filled.family(Self.family), try web.filled.account("joost"))
        let member = try web.filled.membership(Self.family + "/truus")
        // He still reads about her, as her grandmother did.
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE membership SET account_id = \(account) WHERE family_id = \(family) AND id = \(member)")
        }
        #expect(try await joost.get(web.circle(Self.family)).shown.contains("Noor"))
        try await expectNoAnswer(joost, agreement, decision, web)
    }

    @Test(arguments: Engine.all)
    func `is answered by no parent once the child turned 12`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (_, decision, _, agreement) = try await web.askedAboutNoor()
        web.clock.wait(.days(160 + 3 * 366))
        try await expectNoAnswer(web.browser(of: "joost"), agreement, decision, web)
    }

    private func expectNoAnswer(
        _ browser: TownBrowser, _ agreement: String, _ decision: String, _ web: WebTown
    ) async throws {
        #expect(try await browser.get(agreement).status == .notFound)
        #expect(try await web.send(agreement, ["answer": "no"], by: browser).status == .notFound)
        #expect(try await web.browser(of: "marieke").get(decision).status == .ok)
    }

    /// Of a parent who may not read about the child a professional writes down what they say in a talk.
    @Test func `asks who does not read about the child in a talk`() async throws {
        let web = try await WebTown()
        try await web.refuseReading(of: "joost", about: "noor")
        #expect(try await web.askToForget("noor", by: web.browser(of: "aylin")).location == web.keeping())
        let (_, nothing) = try await web.forgettingToday("joost")
        #expect(nothing == nil)
        let (marieke, link) = try await web.forgettingToday("marieke")
        let decision = try #require(link)
        #expect(try await marieke.get(decision).shown.contains("Joost de Wit kan hier niet antwoorden."))
        let joost = try web.filled.person("joost").text
        let noted = try await web.send(
            decision + "/decision", ["decision": "saidYes", "person": joost], by: marieke)
        #expect(noted.location == decision)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        #expect(try await web.dossiers.erasuresDue(by: WebTown.today).map(\.obstacles) == [[.refusal]])
    }
}
