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

    /// Aylin asks about Noor; where Marieke decides and Joost answers.
    private func asked(
        _ web: WebTown
    ) async throws -> (marieke: TownBrowser, decision: String, joost: TownBrowser, agreement: String) {
        let aylin = try await web.browser(of: "aylin")
        #expect(try await web.askToForget("noor", by: aylin).location == web.keeping())
        let (marieke, decision) = try await web.forgettingToday("marieke")
        let (joost, agreement) = try await web.forgettingToday("joost")
        return (marieke, try #require(decision), joost, try #require(agreement))
    }

    private func isGranted(_ web: WebTown) async throws -> Bool {
        try await !web.dossiers.erasuresDue(by: WebTown.today).isEmpty
    }

    @Test(arguments: Engine.all)
    func `takes the yes of all who hold authority, and then of who decides`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await asked(web)
        #expect(agreement == decision + "/agreement")
        let waiting = try await marieke.get(decision)
        #expect(waiting.shown.contains("We wachten op: Joost de Wit.") && !waiting.text.contains("value=\"erase\""))
        // The one who signs in answers for himself.
        #expect(!waiting.text.contains("saidYes"))
        let joostID = try web.filled.person("joost").text
        let noted = ["decision": "saidYes", "person": joostID] as KeyValuePairs
        #expect(try await web.send(decision + "/decision", noted, by: marieke).status == .notFound)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        #expect(try await !isGranted(web))

        let question = try await joost.get(agreement)
        #expect(question.shown.contains("Aylin vraagt om te wissen wat alleen over Noor gaat."))
        #expect(!question.text.contains(Self.words))
        #expect(try await joost.get(web.keeping()).links.contains(agreement))
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).location == web.keeping())
        #expect(try await web.send(agreement, ["answer": "no"], by: joost).status == .notFound)
        #expect(try await !isGranted(web))
        let (_, nothing) = try await web.forgettingToday("joost")
        #expect(nothing == nil)
        #expect(try await marieke.get(decision).text.contains("value=\"erase\""))
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).location == "/today")
        #expect(try await isGranted(web))
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
        #expect(try await isGranted(web))
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
        let (marieke, decision, joost, agreement) = try await asked(web)
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
        let (marieke, decision, joost, agreement) = try await asked(web)
        #expect(try await web.send(agreement, ["answer": "no"], by: joost).location == web.keeping())
        let aylin = try await web.browser(of: "aylin")
        #expect(try await aylin.get(web.keeping()).shown.contains("Het antwoord was nee"))
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !isGranted(web))
        let (_, nothing) = try await web.forgettingToday("marieke")
        #expect(nothing == nil)
    }

    /// He is asked as one of two who hold authority; whose no it is when he answers, is asked again.
    @Test(arguments: Engine.all)
    func `is answered by nobody who holds authority no more`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (_, decision, joost, agreement) = try await asked(web)
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
        let (_, decision, _, agreement) = try await asked(web)
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

    /// Who is not asked finds nothing at the addresses, on no page of theirs and in no log.
    @Test func `is told to nobody else`() async throws {
        let web = try await WebTown()
        // That she had the family in a list stands in the log once a day.
        _ = try await web.forgettingToday("marieke")
        var before: [String: String] = [:]
        // Twice: who looks here stands in the log of who looked before.
        for who in ["sem", "truus", "sanne", "hanna", "sem", "truus", "sanne", "hanna"] {
            before[who] = try await pages(of: who, web)
        }
        let looked = try await whoLooked("joost", web)
        let (marieke, decision, _, agreement) = try await asked(web)
        _ = try await marieke.get(decision)
        _ = try await web.send(decision + "/decision", ["decision": "erase"], by: marieke)
        for who in ["sem", "truus", "sanne", "hanna"] {
            let (now, then) = (try await pages(of: who, web), before[who] ?? "")
            let lines = Set(now.split(separator: "\n")).symmetricDifference(then.split(separator: "\n"))
            #expect(now == then, "\(who): \(lines)")
        }
        #expect(try await whoLooked("joost", web) == looked)
        for who in ["aylin", "sem", "truus", "sanne", "hanna", "bart"] {
            let browser = try await web.browser(of: who)
            #expect(try await browser.get(agreement).status == .notFound, "\(who)")
            #expect(try await web.send(agreement, ["answer": "yes"], by: browser).status == .notFound, "\(who)")
        }
    }

    /// What somebody sees without what differs each time.
    private func pages(of who: String, _ web: WebTown) async throws -> String {
        let browser = try await web.browser(of: who)
        let circle = try web.circle(Self.family)
        let pages = ["/today", circle, circle + "/timeline", circle + "/keeping", circle + "/access"]
        var said: [String] = []
        for page in pages { said.append(try await browser.get(page).shown) }
        return said.joined(separator: "\n")
    }

    private func whoLooked(_ who: String, _ web: WebTown) async throws -> Int {
        let page = try await web.browser(of: who).get(web.circle(Self.family) + "/access").shown
        return page.matches(of: /Marieke/).count
    }

    /// A young person's own question is theirs: their parents' pages stay as they were.
    @Test func `leaves what a young person asks to them`() async throws {
        let web = try await WebTown()
        _ = try await web.forgettingToday("marieke")
        var before: [String: String] = [:]
        for who in ["aylin", "joost"] { before[who] = try await pages(of: who, web) }
        #expect(try await web.askToForget("sem", by: web.browser(of: "sem")).status == .seeOther)
        let (marieke, link) = try await web.forgettingToday("marieke")
        _ = try await marieke.get(try #require(link))
        for who in ["aylin", "joost"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
        _ = try await web.send(try #require(link) + "/decision", ["decision": "erase"], by: marieke)
        for who in ["aylin", "joost"] { #expect(try await pages(of: who, web) == before[who], "\(who)") }
    }

    @Test func `is not decided by who left the circle`() async throws {
        let web = try await WebTown()
        let (marieke, decision, joost, agreement) = try await asked(web)
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        let (family, account, now) = (
            try web.filled.family(Self.family), try web.filled.account("marieke"), web.clock.now
        )
        _ = try await web.database.write { connection in
            try connection.execute(
                "UPDATE membership SET ended_at = \(now) WHERE family_id = \(family) AND account_id = \(account)")
        }
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !isGranted(web))
    }

    @Test(arguments: Engine.all)
    func `is not decided by who is there for her brother alone`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await asked(web)
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        let (family, noor) = (try web.filled.family(Self.family), try web.filled.person("noor"))
        let member = try web.filled.membership(Self.family + "/marieke")
        _ = try await web.database.write { connection in
            try connection.execute(
                """
                DELETE FROM membership_person
                WHERE family_id = \(family) AND membership_id = \(member) AND person_id = \(noor)
                """)
        }
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        #expect(try await !isGranted(web))
    }

    @Test(arguments: Engine.all)
    func `goes on to team leads when who decides is there for her no more`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (marieke, decision, joost, agreement) = try await asked(web)
        #expect(try await web.send(agreement, ["answer": "yes"], by: joost).status == .seeOther)
        try await web.stop("marieke", for: "noor")
        #expect(try await marieke.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: marieke).status == .notFound)
        let (ruud, link) = try await web.forgettingToday("ruud")
        #expect(link == decision)
        #expect(try await web.send(decision + "/decision", ["decision": "erase"], by: ruud).location == "/today")
        #expect(try await isGranted(web))
    }

    @Test(arguments: Engine.all)
    func `goes on to team leads when who was asked as the second is there for them no more`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let sem = try await web.browser(of: "sem")
        _ = try await web.askToForget("sem", by: sem)
        let (marieke, link) = try await web.forgettingToday("marieke")
        let decision = try #require(link)
        let second = "account.\(try web.filled.account("hanna"))"
        _ = try await web.send(
            decision + "/decision", ["decision": "refuse", "reason": "Er loopt nog hulp.", "second": second],
            by: marieke)
        let hanna = try await web.browser(of: "hanna")
        #expect(try await hanna.get(decision).status == .ok)
        try await web.stop("hanna", for: "sem")
        #expect(try await hanna.get(decision).status == .notFound)
        #expect(try await web.send(decision + "/answer", ["answer": "yes"], by: hanna).status == .notFound)
        let ruud = try await web.browser(of: "ruud")
        #expect(try await web.send(decision + "/answer", ["answer": "yes"], by: ruud).location == "/today")
        #expect(try await sem.get(web.keeping()).shown.contains("Het antwoord was nee"))
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

extension WebTown {
    /// Somebody holds authority over a child from now on, or no more.
    fileprivate func setAuthority(_ isHeld: Bool, of parent: String, over child: String) async throws {
        let family = try filled.family("de-wit-yildiz")
        let (parent, child) = (try filled.person(parent), try filled.person(child))
        _ = try await database.write { connection in
            try connection.execute(
                isHeld
                    ? """
                    INSERT INTO authority_holder (family_id, child_id, person_id)
                    VALUES (\(family), \(child), \(parent))
                    """
                    : """
                    DELETE FROM authority_holder
                    WHERE family_id = \(family) AND child_id = \(child) AND person_id = \(parent)
                    """)
        }
    }

    /// A professional is there for one of the children no more, and stays for the other.
    fileprivate func stop(_ professional: String, for child: String) async throws {
        let (member, person) = (try filled.membership("de-wit-yildiz/\(professional)"), try filled.person(child))
        let (now, vault) = (clock.now, vault)
        try await deed(professional, ItemName(.circle, member)) { key, connection in
            let kept = try #require(try connection.member(member, key))
            try connection.end(
                member, for: [person], version: kept.version, at: now, ids: .unguessable, key, vault)
        }
    }

    /// Two professionals refused that a parent reads about a child.
    fileprivate func refuseReading(of parent: String, about child: String) async throws {
        let (family, vaultNow) = (try filled.family("de-wit-yildiz"), clock.now)
        let (child, parent) = (try filled.person(child), try filled.person(parent))
        let (first, second) = (try filled.account("marieke"), try filled.account("hanna"))
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO reading_refusal (family_id, id, child_id, parent_id, part_id, by_id, made_at, second_id,
                    second_at)
                SELECT family_id, '01900000-0000-7000-8000-00000000000a', \(child), \(parent), part_id, \(first),
                    \(vaultNow), \(second), \(vaultNow) FROM person WHERE family_id = \(family) AND id = \(child)
                """)
        }
    }
}
