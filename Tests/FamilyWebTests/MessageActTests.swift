// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import Testing
import Town

/// Pressing a form of one button.
extension WebTown {
    func press(_ path: String, on page: String, by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, page)
        return try await browser.post(path, open.body([:]))
    }
}

@Suite struct `A message taken back` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func written(_ web: WebTown, by person: String = "aylin") async throws -> (String, TownBrowser) {
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: person)
        #expect(try await web.write("Dit had ik niet moeten zeggen.", in: path, by: browser).location == path + "#m14")
        return (path, browser)
    }

    @Test(arguments: Engine.all)
    func `leaves a trace and not its text`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (path, aylin) = try await written(web)
        #expect(try await aylin.get(path).text.contains("/messages/14/withdrawal"))
        #expect(try await !web.browser(of: "joost").get(path).text.contains("/messages/14/withdrawal"))
        let done = try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin)
        #expect(done.location == path + "#m14")
        for person in ["joost", "sanne", "marieke"] {
            let page = try await web.browser(of: person).get(path)
            #expect(page.shown.contains("Aylin Yildiz trok dit bericht in."), "\(person)")
            #expect(!page.text.contains("niet moeten zeggen"))
        }
        #expect(try await aylin.get(path).shown.contains("Je trok dit bericht in."))
        #expect(try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin).location == path + "#m14")
    }

    @Test func `is for who wrote it, on the same day`() async throws {
        let web = try await WebTown()
        let (path, aylin) = try await written(web)
        for person in ["joost", "sanne", "marieke"] {
            let browser = try await web.browser(of: person)
            #expect(try await web.press(path + "/messages/14/withdrawal", on: path, by: browser).status == .notFound)
        }
        for number in ["0", "99", "x", "-1"] {
            #expect(
                try await web.press(path + "/messages/\(number)/withdrawal", on: path, by: aylin).status == .notFound)
        }
        web.clock.now = Moment(WebTown.today + 1, hour: 8)
        try await web.signIn("aylin", in: aylin)
        let late = try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin)
        #expect(late.status == .conflict && late.shown.contains("alleen op dezelfde dag"))
        #expect(try await aylin.get(path).text.contains("niet moeten zeggen"))
    }

    @Test(arguments: Engine.all)
    func `is opened with a reason by the professional in charge alone, for thirty days`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let (path, aylin) = try await written(web)
        _ = try await web.press(path + "/messages/14/withdrawal", on: path, by: aylin)
        let address = path + "/messages/14/withdrawn"
        for person in ["aylin", "joost", "sanne", "hanna", "thijs"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get(address).status == .notFound, "\(person)")
            let token = try #require(try await browser.get("/account").token)
            let body = form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000f0", "reason": "Zomaar"])
            #expect(try await browser.post(address, body).status == .notFound, "\(person)")
        }
        let marieke = try await web.browser(of: "marieke")
        #expect(try await marieke.get(path).links.contains(address))
        #expect(try await !marieke.get(address).text.contains("niet moeten zeggen"))
        let open = try await OpenForm(marieke, address)
        #expect(try await marieke.post(address, open.body(["reason": " "])).status == .badRequest)
        let opened = try await marieke.post(address, open.body(["reason": "Melding van school"]))
        #expect(opened.status == .ok && opened.shown.contains("Dit had ik niet moeten zeggen."))
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { _ in }
        web.clock.wait(.days(29))
        await sweep.sweep()
        try await web.signIn("marieke", in: marieke)
        #expect(try await marieke.get(address).status == .ok)
        web.clock.wait(.days(2))
        await sweep.sweep()
        try await web.signIn("marieke", in: marieke)
        #expect(try await marieke.get(address).status == .notFound)
        #expect(try await marieke.get(path).shown.contains("trok dit bericht in."))
        let damaged = try await web.dossiers.verifyMessages().filter { !$0.findings.isEmpty }
        #expect(damaged.map(\.chain) == [])
    }
}

@Suite struct `A message that is not right` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    @Test(arguments: Engine.all)
    func `is told to the professional in charge, and to nobody else`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        _ = try await web.write("Je bent een slechte moeder.", in: path, by: joost)
        let people = ["joost", "sanne", "truus", "hanna"]
        var before: [String: [String]] = [:]
        // Looked at twice, as the first look leaves read marks for the others.
        for person in people + people { before[person] = try await shown(to: person, web) }
        let ask = try #require(try await aylin.get(path).links.first { $0.hasSuffix("/14/concern") })
        #expect(try await aylin.get(ask).shown.contains("Je bent een slechte moeder."))
        #expect(try await web.press(ask, on: ask, by: aylin).location == path + "#m14")
        #expect(try await aylin.get(path).shown.contains("Alleen jij ziet dat hier."))
        for person in people {
            #expect(try await shown(to: person, web) == before[person], "\(person)")
        }
        let marieke = try await web.browser(of: "marieke")
        let list = try await marieke.get(web.conversations("de-wit-yildiz"))
        let concern = try #require(list.links.first { $0.contains("/concerns/") })
        let page = try await marieke.get(concern)
        #expect(page.shown.contains("Aylin Yildiz meldde dit") && page.shown.contains("slechte moeder"))
        for person in people + ["aylin", "thijs"] {
            #expect(try await web.browser(of: person).get(concern).status == .notFound, "\(person)")
        }
        #expect(try await web.press(concern + "/answer", on: concern, by: marieke).status == .seeOther)
        #expect(try await !marieke.get(web.conversations("de-wit-yildiz")).text.contains("/concerns/"))
    }

    /// All that a person finds on the pages on which a trace could be.
    private func shown(to person: String, _ web: WebTown) async throws -> [String] {
        let browser = try await web.browser(of: person)
        let circle = try web.circle("de-wit-yildiz")
        let pages = [circle, circle + "/conversations", try web.conversation(Self.talk), circle + "/access"]
        var shown: [String] = []
        for page in pages {
            let answer = try await browser.get(page)
            shown.append(answer.shown.replacing(/[A-Za-z0-9+\/=.]{40,}/, with: ""))
        }
        return shown
    }

    @Test func `is told once, of another's message, by who takes part`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let ask = try #require(try await aylin.get(path).links.first { $0.hasSuffix("/concern") })
        #expect(try await web.press(ask, on: ask, by: aylin).status == .seeOther)
        #expect(try await web.press(ask, on: ask, by: aylin).status == .seeOther)
        let own = try await web.write("Van mij.", in: path, by: aylin)
        #expect(own.status == .seeOther)
        #expect(try await aylin.get(path + "/messages/14/concern").status == .notFound)
        for person in ["truus", "hanna", "thijs", "sem"] {
            let browser = try await web.browser(of: person)
            #expect(try await browser.get(ask).status == .notFound, "\(person)")
        }
        let promises = try await web.database.read { connection in
            try connection.row("SELECT COUNT(*) FROM promise WHERE kind = 'hearConcern'") { $0.int(0) }
        }
        #expect(promises == 1)
    }
}

@Suite struct `Somebody who takes part later` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func add(_ who: String?, to path: String, by browser: TownBrowser, _ web: WebTown) async throws -> Answer {
        let open = try await OpenForm(browser, path + "/participants")
        let chosen = try who.map { try web.filled.account($0).text } ?? ""
        return try await browser.post(path + "/participants", open.body(["who": chosen]))
    }

    @Test(arguments: Engine.all)
    func `reads what comes from then on, and all see it`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let marieke = try await web.browser(of: "marieke")
        let before = try #require(web.town.family("de-wit-yildiz")?.conversations.first).messages
        let hanna = try await web.browser(of: "hanna")
        #expect(try await hanna.get(path).status == .notFound)
        #expect(try await add("hanna", to: path, by: marieke, web).location == path)
        #expect(try await web.write("Welkom Hanna.", in: path, by: marieke).status == .seeOther)
        let page = try await hanna.get(path)
        #expect(
            page.status == .ok && page.shown.contains("Welkom Hanna.")
                && page.shown.contains("Vanaf hier lees jij mee."))
        for message in before { #expect(!page.shown.onOneLine.contains(message.text.onOneLine)) }
        for address in ["?before=5", "?before=14", "/messages", "/messages/3/concern"] {
            let answer = try await hanna.get(path + address)
            for message in before { #expect(!answer.shown.onOneLine.contains(message.text.onOneLine), "\(address)") }
        }
        let seen = try await web.browser(of: "aylin").get(path)
        #expect(seen.shown.contains("Vanaf hier leest Hanna Bos mee. Dat deed Marieke Postma."))
        #expect(seen.shown.contains("Hanna"))
        let token = try #require(try await hanna.get(path + "/copy").token)
        let copy = try await hanna.post(
            path + "/copy", form(["token": token, "from": "2025-01-01", "until": "2026-12-31"]))
        #expect(copy.text.contains("Welkom Hanna.") && !copy.text.contains(before[0].text.prefix(20)))
    }

    @Test func `must read about all it is about, and be chosen by who takes part`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let refused = try await add("dave", to: path, by: aylin, web)
        #expect(refused.status == .badRequest && refused.shown.contains("kan hier niet aan meedoen"))
        #expect(try await add(nil, to: path, by: aylin, web).shown.contains("Kies iemand."))
        #expect(try await add("thijs", to: path, by: aylin, web).status == .notFound)
        #expect(try await add("joost", to: path, by: aylin, web).status == .seeOther)
        for person in ["hanna", "truus", "thijs"] {
            #expect(try await web.browser(of: person).get(path + "/participants").status == .notFound)
        }
        let line = try web.conversation("de-wit-yildiz/sem-met-priya")
        for person in ["sem", "priya"] {
            #expect(try await web.browser(of: person).get(line + "/participants").status == .notFound)
        }
    }

    /// Robert may not learn of Nadia: nobody can bring them together, and the words tell nothing.
    @Test func `never meets who must not know of them`() async throws {
        let web = try await WebTown()
        let path = try web.conversation("van-dongen/bezoek")
        let eline = try await web.browser(of: "eline")
        let refused = try await add("nadia", to: path, by: eline, web)
        #expect(refused.status == .badRequest && refused.shown.contains("Deze persoon kan hier niet aan meedoen."))
        let robert = try await web.browser(of: "robert")
        #expect(try await !robert.get(path + "/participants").text.contains("Nadia"))
        #expect(try await add("nadia", to: path, by: robert, web).status == .notFound)
    }
}

@Suite struct `A draft` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    private func keep(_ text: String, _ path: String, by browser: TownBrowser, quiet: Bool = false) async throws
        -> Answer
    {
        let open = try await OpenForm(browser, path)
        return try await browser.post(path + "/draft", open.body(["message": text, "quiet": quiet ? "yes" : ""]))
    }

    @Test(arguments: Engine.all)
    func `waits for who typed it until it is sent`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let before = try await web.traces("de-wit-yildiz")
        #expect(try await keep("Nog niet <af>", path, by: aylin).location == path + "?kept=yes#write")
        #expect(try await aylin.get(path + "?kept=yes").text.contains(">Concept bewaard.</span>"))
        #expect(try await !aylin.get(path).text.contains(">Concept bewaard.</span>"))
        #expect(try await keep("Nog niet <heel> af", path, by: aylin, quiet: true).status == .noContent)
        #expect(try await web.traces("de-wit-yildiz").journal == before.journal)
        #expect(try await aylin.get(path).text.contains("Nog niet &lt;heel&gt; af</textarea>"))
        let his = try await joost.get(path)
        #expect(his.status == .ok && !his.text.contains("heel"))
        #expect(try await web.write("Af.", in: path, by: aylin).status == .seeOther)
        #expect(try await !aylin.get(path).text.contains("&lt;heel&gt;"))
        _ = try await keep("Weer een", path, by: aylin)
        _ = try await keep("", path, by: aylin)
        #expect(try await !aylin.get(path).text.contains("Weer een"))
    }

    @Test func `is still there when the clock was set back, or a year ahead and mended`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        _ = try await keep("Nog niet af", path, by: web.browser(of: "aylin"))
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { _ in }
        for span: Duration in [.hours(-1), .days(365), .days(-365)] {
            web.clock.wait(span)
            await sweep.sweep()
            #expect(try await web.browser(of: "aylin").get(path).text.contains("Nog niet af</textarea>"))
        }
    }

    @Test func `is kept for nobody who may not write there`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        for person in ["hanna", "truus", "thijs", "ravi"] {
            let browser = try await web.browser(of: person)
            let token = try #require(try await browser.get("/account").token)
            let answer = try await browser.post(path + "/draft", form(["token": token, "message": "x"]))
            #expect(answer.status == .notFound, "\(person)")
        }
    }
}
