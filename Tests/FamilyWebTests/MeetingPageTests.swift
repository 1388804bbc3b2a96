// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import Testing

/// What somebody sends to propose a meeting, beginning from the form as it was given out.
struct ProposedMeeting {
    let web: WebTown
    let browser: TownBrowser
    let path: String

    init(_ web: WebTown, by who: String) async throws {
        self.web = web
        browser = try await web.browser(of: who)
        path = try web.circle("de-wit-yildiz") + "/meetings"
    }

    func open(about person: String = "noor") async throws -> OpenForm {
        try await OpenForm(browser, path + "/new?about=\(try web.filled.person(person))")
    }

    /// Who is on the list already.
    static func chosen(_ page: Answer, _ field: String = "invited") -> [String] {
        page.text.matches(of: /name="([a-z]+)" id="[^"]*" \s*value="([^"]*)" checked/)
            .filter { $0.1 == field }.map { String($0.2) }
    }

    /// Sends the form with what stands in it, but for what is typed.
    func send(
        about person: String = "noor", invited: [String]? = nil, _ typed: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let open = try await open(about: person)
        let names = Set(typed.map(\.key))
        let list = try invited?.map { try web.filled.account($0).text } ?? Self.chosen(open.page)
        var body = open.body(["about": try web.filled.person(person).text])
        let usual = ["subject": "Hoe gaat het met Noor?", "day-1": "2026-11-30", "clock-1": "15.30"]
        for (name, value) in usual.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
            body += "&" + form([name: value])
        }
        for account in list { body += "&" + form(["invited": account]) }
        return try await browser.post(path, body + "&" + form(["length": "60"]) + "&" + form(typed))
    }
}

@Suite struct `Proposing a meeting` {
    @Test(arguments: Engine.all)
    func `has everybody who belongs there on the list, and is sent with one press`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let open = try await marieke.open()
        let names = ["aylin", "joost", "truus", "khadija", "sanne", "hanna", "tom"]
        #expect(try Set(ProposedMeeting.chosen(open.page)) == Set(names.map { try web.filled.account($0).text }))
        let sent = try await marieke.send()
        let address = try #require(sent.location)
        for who in names where !["khadija", "hanna", "tom"].contains(who) {
            let browser = try await web.browser(of: who)
            #expect(try await browser.get("/today").shown.contains("Zeggen of je bij een overleg kunt zijn"), "\(who)")
            #expect(try await browser.get(address).shown.contains("Kun jij erbij zijn?"), "\(who)")
        }
        for who in ["sem", "priya", "robert"] {
            #expect(try await web.browser(of: who).get(address).status == .notFound, "\(who)")
        }
    }

    @Test func `asks once more when somebody who belongs there was left out`() async throws {
        let web = try await WebTown()
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let asked = try await marieke.send(invited: ["aylin", "joost"])
        #expect(asked.status == .ok && asked.shown.contains("Hoort er nog iemand bij?"))
        #expect(asked.shown.contains("Truus de Wit") && asked.text.contains("name=\"missing\""))
        #expect(try await marieke.send(invited: ["aylin", "joost"], ["missing": "known"]).status == .seeOther)
    }

    @Test(arguments: [
        ("subject", " ", "subject"), ("clock-1", "25.00", "clock-1"), ("day-1", "2026-11-20", "day-1"),
        ("day-1", "volgende week", "day-1"), ("video", "javascript:alert(1)", "video"),
        ("video", "http://example.nl/room", "video"), ("video", "https://marieke@voorbeeld.nl", "video"),
    ])
    func `says at the field what to mend, and keeps what was typed`(
        field: String, value: String, error: String
    ) async throws {
        let web = try await WebTown.toRead
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let names: KeyValuePairs = [field: value, "place": "Bij de schommel"]
        let answer = try await marieke.send(names)
        #expect(answer.status == .badRequest && answer.text.contains("id=\"\(error)-error\""))
        #expect(answer.text.contains("Bij de schommel") && !answer.text.contains("href=\"javascript"))
    }

    /// On the last Sunday of March the hour from two to three is left out.
    @Test func `takes no time that no clock shows`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await ProposedMeeting(web, by: "marieke")
        for (clock, status) in [("2.30", 400), ("1.30", 200)] {
            let sent = try await marieke.send(
                invited: ["aylin"], ["day-1": "2027-03-28", "clock-1": clock])
            #expect(sent.status.code == status, "\(clock)")
        }
    }

    @Test func `takes neither fifty times nor nobody`() async throws {
        let web = try await WebTown.toRead
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let open = try await marieke.open()
        var body = open.body(["about": try web.filled.person("noor").text, "subject": "Noor", "length": "60"])
        for number in 1...50 {
            body += "&" + form(["day-\(number)": "2026-12-0\(number % 9 + 1)", "clock-\(number)": "10.00"])
        }
        let answer = try await marieke.browser.post(marieke.path, body)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("id=\"day-1-error\"") && answer.text.contains("id=\"invited-error\""))
    }

    @Test func `is not for who reads no plan, nor about whom one may not read`() async throws {
        let web = try await WebTown.toRead
        let noor = try web.filled.person("noor")
        for (who, status) in [
            ("truus", 200), ("aylin", 200), ("sem", 404), ("priya", 404),
        ] {
            let browser = try await web.browser(of: who)
            let answer = try await browser.get(try web.circle("de-wit-yildiz") + "/meetings/new?about=\(noor)")
            #expect(answer.status.code == status, "\(who)")
        }
        #expect(
            try await web.browser(of: "robert").get(try web.circle("de-wit-yildiz") + "/meetings").status == .notFound)
    }

    @Test func `makes two meetings where two must not meet, and neither tells of the other`() async throws {
        let web = try await WebTown()
        try await web.hide("tom", from: "joost", in: "de-wit-yildiz", by: "marieke")
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let open = try await marieke.open()
        let (joost, tomAccount) = (try web.filled.account("joost").text, try web.filled.account("tom").text)
        #expect(
            ProposedMeeting.chosen(open.page).contains(joost) && !ProposedMeeting.chosen(open.page).contains(tomAccount)
        )
        let apart = ProposedMeeting.chosen(open.page, "apart")
        #expect(apart.contains(tomAccount) && !apart.contains(joost))
        let together = try await marieke.send(invited: ["joost", "tom"], ["missing": "known"])
        #expect(together.status == .badRequest && together.shown.contains("kan hier niet bij zijn"))
        let sent = try await marieke.send(
            invited: ["joost", "aylin"],
            ["apart": tomAccount, "apart-day": "2026-12-04", "apart-clock": "11.00", "missing": "known"])
        #expect(sent.location?.hasSuffix("/meetings") == true)
        for who in ["joost"] {
            let list = try await web.browser(of: who).get(marieke.path)
            #expect(list.text.matches(of: /href="[^"]*\/meetings\/[0-9a-f-]{36}"/).count == 1, "\(who)")
        }
        #expect(!(try await web.browser(of: "joost").get(marieke.path)).shown.contains("Tom"))
    }
}

@Suite struct `A meeting's page` {
    private func proposed(_ web: WebTown) async throws -> String {
        let marieke = try await ProposedMeeting(web, by: "marieke")
        let sent = try await marieke.send(
            invited: ["aylin", "joost", "sanne"],
            ["missing": "known", "place": "Kamer 12", "video": "https://bellen.voorbeeld.nl/a", "clock-1": "15.30"])
        return try #require(sent.location)
    }

    private func post(
        _ browser: TownBrowser, _ address: String, _ part: String, _ typed: KeyValuePairs<String, String>
    ) async throws -> Answer {
        let open = try await OpenForm(browser, address)
        return try await browser.post(address + "/" + part, open.body(typed))
    }

    @Test(arguments: Engine.all)
    func `is answered with one press, which everybody sees and Vandaag forgets`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let address = try await proposed(web)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await post(aylin, address, "answers", ["answer-0": "cannot"]).location == address)
        // Below stands what was done today.
        let waits = try #require(try await aylin.get("/today").text.split(separator: "id=\"done\"").first)
        #expect(!waits.contains("Zeggen of je bij een overleg"))
        for who in ["joost", "marieke", "aylin"] {
            #expect(try await web.browser(of: who).get(address).shown.contains("Kan niet"), "\(who)")
        }
        #expect(try await post(aylin, address, "answers", ["answer-0": "maybe"]).status == .badRequest)
        let tom = try await web.browser(of: "priya")
        let sent = form([
            "token": try await tom.get("/account").token ?? "", "form": "01900000-0000-7000-8000-000000000001",
            "answer-0": "can",
        ])
        #expect(try await tom.post(address + "/answers", sent).status == .notFound)
    }

    @Test func `is called off by who asked for it alone, and the others press that they saw it`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web)
        let aylin = try await web.browser(of: "aylin")
        #expect(try await post(aylin, address, "cancellation", ["reason": "Nee"]).status == .notFound)
        let marieke = try await web.browser(of: "marieke")
        let late = try await OpenForm(marieke, address)
        #expect(try await post(marieke, address, "cancellation", ["reason": "Ik ben ziek"]).location == address)
        let page = try await aylin.get(address)
        #expect(page.shown.contains("Dit overleg gaat niet door") && page.shown.contains("Ik ben ziek"))
        #expect(try await aylin.get("/today").shown.contains("Zien wat er aan een overleg veranderde"))
        #expect(try await post(aylin, address, "seen", [:]).location == address)
        #expect(try await !aylin.get(address).text.contains(address + "/seen"))
        let again = try await marieke.post(address + "/cancellation", late.body(["reason": "Toch"]))
        #expect(again.status == .conflict)
    }

    @Test func `is changed once by two at a time: the second sees how it stands`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web)
        let marieke = try await web.browser(of: "marieke")
        let (first, second) = (
            try await OpenForm(marieke, address + "/change"), try await OpenForm(marieke, address + "/change")
        )
        for (open, status) in [(first, 303), (second, 409)] {
            var body = open.body([
                "subject": "Anders", "day-1": "2026-12-08", "clock-1": "9.00", "length": "30", "missing": "known",
                "version": open.page.field("version") ?? "",
            ])
            for account in ProposedMeeting.chosen(open.page) { body += "&" + form(["invited": account]) }
            #expect(try await marieke.post(address + "/change", body).status.code == status)
        }
        #expect(try await web.browser(of: "joost").get(address).shown.contains("Dinsdag 8 december, 9.00 uur"))
    }

    @Test func `has an agenda of what each may read, and a file for one's calendar`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web)
        let sanne = try await web.browser(of: "sanne")
        #expect(try await post(sanne, address, "points", ["point": "De gymles"]).location == address)
        for who in ["aylin", "sanne"] {
            let page = try await web.browser(of: who).get(address)
            #expect(page.shown.contains("De gymles") && page.shown.contains("Kamer 12"), "\(who)")
            #expect(page.shown.contains("Met Noor een nieuwe bril uitzoeken"), "\(who)")
        }
        #expect(try await !sanne.get(address).shown.contains("Bij Joost langskomen"))
        let file = try await sanne.get(address + "/calendar")
        #expect(file.text.hasPrefix("BEGIN:VCALENDAR\r\n") && file.text.contains("LOCATION:Kamer 12"))
        #expect(try await web.browser(of: "truus").get(address + "/calendar").status == .notFound)
    }

    @Test func `stands on top of the day on which it is, in its family alone`() async throws {
        let web = try await WebTown()
        let address = try await proposed(web)
        #expect(try await web.browser(of: "aylin").get("/today").shown.contains("Het volgende overleg"))
        #expect(try await !web.browser(of: "sanne").get("/today").shown.contains("Overleg vandaag"))
        web.clock.now = Moment("2026-11-30", hour: 8)
        for who in ["aylin", "sanne", "marieke"] {
            let page = try await web.browser(of: who).get("/today")
            #expect(page.shown.contains("Overleg vandaag") && page.text.contains(address), "\(who)")
        }
        #expect(try await !web.browser(of: "truus").get("/today").shown.contains("Overleg vandaag"))
        try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
        let sanne = try await web.browser(of: "sanne")
        #expect(try await !sanne.get("/today").shown.contains("Overleg vandaag"))
        #expect(try await sanne.get(address).status == .notFound)
    }
}
