// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

@Suite struct `What a municipality assigned` {
    private static let absent = "/assignments/0192f3a0-0000-7000-8000-00000000dead"

    /// Het Anker, of which Gerda is the team lead, who wrote down its code.
    private func anker(_ engine: Engine = .sqlite) async throws -> (web: WebTown, gerda: TownBrowser) {
        let web = try await WebTown(engine)
        let gerda = try await web.worker("gerda")
        #expect(try await gerda.get("/assignments/new").location == "/assignments/codes")
        #expect(
            try await web.send("/assignments/codes", ["codes": "1234 5678"], by: gerda).location == "/assignments")
        return (web, gerda)
    }

    private func read(_ messages: [MadeMessage], by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, "/assignments/new")
        var parts = PartsForm(["token": open.token, "form": open.form, "page": "/assignments/new"])
        for (place, message) in messages.enumerated() { parts = parts.with("bericht-\(place + 1).xml", message.bytes) }
        return try await browser.post("/assignments", bytes: parts.body, type: PartsForm.type)
    }

    private func facts(_ kind: FactKind, _ web: WebTown) async throws -> [Fact.Shape] {
        let first: Day = "2026-01-01"
        return try await web.database.read {
            try $0.facts(kind, from: Month(of: first), through: Month(of: WebTown.today)).map(\.shape)
        }
    }

    private func only(_ web: WebTown, _ which: String, by browser: TownBrowser) async throws -> String {
        let links = try await browser.get("/assignments?which=" + which).links
        let items = links.filter { $0.hasPrefix("/assignments/0") }
        #expect(items.count == 1)
        return try #require(items.first)
    }

    @Test(arguments: Engine.all)
    func `waits, is helped and is over as the messages say, in whatever order they lie`(engine: Engine) async throws {
        let (web, gerda) = try await anker(engine)
        let all = [MadeMessage.stopped(), .started(), .assigned(reference: "V-17"), .asked()]
        let first = try await read(Array(all.suffix(2)), by: gerda)
        #expect(first.shown.contains("Alle 2 berichten zijn ingelezen.") && first.shown.contains("1 × toegewezen"))
        let path = try await only(web, "waiting", by: gerda)
        let waiting = try await gerda.get("/assignments")
        #expect(waiting.shown.contains("Fatima el Bouali") && waiting.shown.contains("Gemeente 0344"))
        #expect(try await facts(.assignmentAnswer, web).count == 1)
        let again = try await read(all, by: gerda)
        #expect(again.shown.contains("Was al ingelezen.") && again.shown.contains("1 × begonnen"))
        #expect(try await only(web, "over", by: gerda) == path)
        let page = try await gerda.get(path).shown
        #expect(page.contains("eerder, door de jongere of het gezin") && page.contains("300201"))
        #expect(!page.contains("123456782") && !page.contains("Geheimman"))
        #expect(
            try await facts(.waitAfterAssignment, web)
                == [.spell(began: "2026-09-01", ended: "2026-10-05")])
        #expect(try await facts(.assignedHelpLeftEarly, web) == [.verdict(true)])
        // What was told wrong is taken back, and counts no more.
        let back = [MadeMessage.stopped(delivery: "3", id: "E2"), .started(delivery: "3", id: "S2")]
        #expect(try await read([back[0]], by: gerda).shown.contains("1 × stop teruggenomen"))
        #expect(try await read([back[1]], by: gerda).shown.contains("1 × start teruggenomen"))
        #expect(try await only(web, "waiting", by: gerda) == path)
        for kind in [FactKind.waitAfterAssignment, .assignedHelp, .assignedHelpLeftEarly] {
            #expect(try await facts(kind, web) == [])
        }
    }

    @Test(arguments: Engine.all)
    func `is taken over whole or not at all, and what is wrong is said by line`(engine: Engine) async throws {
        let (web, gerda) = try await anker(engine)
        _ = try await read([.assigned()], by: gerda)
        let cases: [(MadeMessage, String)] = [
            (.started("999999", id: "x1"), "Product 1: bij dit nummer hoort geen toewijzing"),
            (.started(on: "2026-11-24", id: "x2"), "Product 1: die dag moet nog komen"),
            (.stopped(id: "x3"), "Product 1: de hulp was nog niet begonnen"),
            (.assigned("300777"), "een ander bericht met dit nummer is al ingelezen"),
            (
                .assigned(id: "x4").changed { $0.provider = "87654321" },
                "de AGB-code van de aanbieder is niet van jullie"
            ),
            (.started(id: "x5").changed { $0.citizenNumber = "111222333" }, "dit nummer hoort bij een andere jongere"),
            (
                .started(id: "x6").changed { $0.products.append(MadeMessage.started("999999").products[0]) },
                "Product 2: bij dit nummer hoort geen toewijzing"
            ),
            (.started(on: "2027-06-31", id: "x7"), "Begindatum klopt niet (regel 13)"),
            (.started(id: "x8").changed { $0.head = "<!DOCTYPE b>" }, "het bestand bevat een DOCTYPE"),
        ]
        for (message, said) in cases {
            let answer = try await read([message], by: gerda).shown
            #expect(answer.contains(said), "\(said)")
            #expect(answer.contains("0 van de 1 berichten zijn ingelezen"))
        }
        #expect(try await gerda.get("/assignments").shown.contains("Wacht op hulp (1)"))
        #expect(try await facts(.waitAfterAssignment, web) == [])
        // Two lines of one message about the same thing are read one after the other, too.
        let twice = MadeMessage.assigned("300555", id: "x9").changed {
            $0.products.append(MadeMessage.assigned("300555", on: "2026-09-15", from: "2026-09-20").products[0])
        }
        #expect(try await read([twice], by: gerda).shown.contains("2 × toegewezen"))
        #expect(try await gerda.get("/assignments").shown.contains("Wacht op hulp (2)"))
        // What a provider calls a request is told once.
        #expect(try await read([.asked(), .asked(id: "V2")], by: gerda).shown.contains("dit was al aangevraagd"))
        // The number of what was refused is free: the sender mends the message and sends it again.
        #expect(try await read([.started(id: "x6")], by: gerda).shown.contains("1 × begonnen"))
        // Another kind of message has numbers of its own.
        #expect(try await read([.stopped(id: "x6")], by: gerda).shown.contains("1 × gestopt"))
    }

    @Test func `is nothing to anybody but team leads and who has it in hand`() async throws {
        let (web, gerda) = try await anker()
        _ = try await read([.assigned()], by: gerda)
        let path = try await only(web, "waiting", by: gerda)
        let daniel = try await web.worker("daniel")
        let strangers = [daniel, try await web.worker("marieke"), try await web.browser(of: "joost")]
        #expect(try await web.browser().get(path).location?.hasPrefix("/sign-in") == true)
        for stranger in strangers {
            let (answer, nothing) = (try await stranger.get(path), try await stranger.get(Self.absent))
            #expect(Heard(answer) == Heard(nothing) && !answer.text.contains("Bouali"))
            #expect(try await !stranger.get("/assignments").text.contains("Bouali"))
            for closed in ["/assignments/new", "/assignments/codes"] {
                #expect(try await !stranger.get(closed).text.contains("12345678"))
            }
        }
        #expect(try await daniel.get("/assignments/new").status == .notFound)
        let taken = try await web.send(
            path + "/passing", ["colleague": try web.filled.account("daniel").text], by: gerda)
        #expect(taken.location == "/assignments")
        #expect(try await daniel.get("/assignments").shown.contains("Fatima el Bouali"))
        #expect(try await daniel.get(path).shown.contains("Doorgegeven aan Daniël Groen"))
        #expect(try await web.send(path + "/passing", ["colleague": ""], by: daniel).location == "/assignments")
        #expect(try await daniel.get(path).status == .notFound)
        let outside = ["colleague": try web.filled.account("marieke").text]
        let refused = try await web.send(path + "/passing", ["colleague": outside["colleague"] ?? ""], by: gerda)
        #expect(refused.status == .conflict && refused.shown.contains("werkt hier niet meer"))
    }

    @Test func `goes back to the team leads when who had it in hand leaves`() async throws {
        let (web, gerda) = try await anker()
        _ = try await read([.assigned()], by: gerda)
        let path = try await only(web, "waiting", by: gerda)
        let (account, organisation) = (try web.filled.account("daniel"), try web.filled.organisation("het-anker"))
        _ = try await web.send(path + "/passing", ["colleague": account.text], by: gerda)
        let now = web.clock.now
        try await web.database.write { try $0.leaveAssignments(of: account, at: organisation, now: now) }
        #expect(try await gerda.get(path).shown.contains("Nog niemand"))
    }

    @Test func `is read by the day of its messages, and one request can be answered with two`() async throws {
        let (web, gerda) = try await anker()
        let day = { (message: MadeMessage, day: String) in message.changed { $0.day = day } }
        let told = [
            day(.started(on: "2026-11-01", id: "S2"), "2026-11-02"),
            day(.stopped(on: "2026-10-20", reason: "20", id: "E1"), "2026-10-21"),
            day(.stopped(on: "2026-11-10", reason: "31", id: "E2"), "2026-11-11"),
            day(.started(on: "2026-10-05", id: "S1"), "2026-10-06"), day(.assigned(), "2026-09-02"),
        ]
        #expect(try await read(told, by: gerda).shown.contains("Alle 5 berichten zijn ingelezen."))
        #expect(try await gerda.get(only(web, "over", by: gerda)).shown.contains("zoals gepland"))
        let both = MadeMessage.assigned("1", reference: "V-17", id: "A2").changed {
            $0.products += MadeMessage.assigned("2", reference: "V-17").products
        }
        #expect(try await read([.asked(), both], by: gerda).shown.contains("2 × toegewezen"))
        let starts = [MadeMessage.started("1", id: "S3"), .started("2", id: "S4")]
        #expect(try await read(starts, by: gerda).shown.contains("Alle 2 berichten zijn ingelezen."))
        // What a provider calls a request may be another young person's, too.
        let other = MadeMessage.assigned("3", reference: "V-18", id: "A3").changed { $0.citizenNumber = "111222333" }
        #expect(try await read([.asked("V-18", id: "V2"), other], by: gerda).shown.contains("Alle 2 berichten"))
    }

    @Test func `is gone a year after it was over, whoever hands it on meanwhile`() async throws {
        let (web, gerda) = try await anker()
        _ = try await read([.assigned(), .started(), .stopped()], by: gerda)
        let path = try await only(web, "over", by: gerda)
        web.clock.wait(.days(300))
        _ = try await web.send(
            path + "/passing", ["colleague": try web.filled.account("daniel").text], by: try await web.worker("gerda"))
        web.clock.wait(.days(66))
        await HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }.sweep()
        #expect(try await web.worker("gerda").get(path).status == .notFound)
    }

    @Test func `is read by codes that are no other organisation's`() async throws {
        let (web, gerda) = try await anker()
        let other = try web.filled.organisation("gebiedsteam")
        try await web.database.write {
            _ = try $0.setProviderCodes([#require(ProviderCode("11112222"))], of: other)
        }
        for (typed, said) in [
            ("11112222", "staat al bij een andere organisatie"), ("123", "“123” is geen AGB-code"),
            (" ", "Schrijf eerst de AGB-code"),
        ] {
            let answer = try await web.send("/assignments/codes", ["codes": typed], by: gerda)
            #expect(answer.status == .badRequest && answer.shown.contains(said))
        }
        #expect(try await gerda.get("/assignments/codes").text.contains("12345678"))
    }

    @Test func `asks for files when there are none, and takes no more than a hundred`() async throws {
        let (_, gerda) = try await anker()
        #expect(try await read([], by: gerda).shown.contains("Kies een of meer berichten."))
        let many = (0...100).map { MadeMessage.assigned("\($0)", id: "\($0)") }
        let refused = try await read(many, by: gerda)
        #expect(refused.status == .badRequest && refused.shown.contains("hoogstens 100"))
        let large = MadeMessage.assigned().changed { $0.head = String(repeating: " ", count: 1_100_000) }
        #expect(try await read([large], by: gerda).shown.contains("groter dan 1 MB"))
        #expect(try await gerda.get("/assignments").shown.contains("Wacht op hulp (0)"))
    }

    @Test(arguments: Engine.all)
    func `is over when its time was, and gone a year after`(engine: Engine) async throws {
        let (web, gerda) = try await anker(engine)
        _ = try await read([.assigned(until: "2026-11-22"), .asked()], by: gerda)
        let (path, asked) = (try await only(web, "waiting", by: gerda), try await only(web, "asked", by: gerda))
        let sweep = HourlySweep(web.dossiers, Clock { [clock = web.clock] in clock.now }) { Issue.record($0) }
        web.clock.wait(.days(1))
        await sweep.sweep()
        #expect(try await web.worker("gerda").get(path).shown.contains("De tijd was om voor de hulp begon."))
        #expect(try await web.worker("gerda").get(asked).shown.contains("De gemeente moet nog antwoorden."))
        // The first goes a year after it was over; the second was asked for in August, and goes a year after nobody answered.
        web.clock.wait(.days(Assignment.unanswered))
        await sweep.sweep()
        let gerdaLater = try await web.worker("gerda")
        #expect(try await gerdaLater.get(path).status == .notFound)
        #expect(try await gerdaLater.get(asked).shown.contains("een jaar lang geen antwoord"))
        web.clock.wait(Assignment.kept)
        await sweep.sweep()
        let left = try await web.database.read { connection in
            try connection.row(
                "SELECT (SELECT COUNT(*) FROM assignment) + (SELECT COUNT(*) FROM assignment_entry)"
            ) { $0.int(0) }
        }
        #expect(left == 0)
    }

    @Test func `says how long others waited, once there are enough`() async throws {
        let (web, gerda) = try await anker()
        let assigned = (1...12).map { MadeMessage.assigned("\($0)", id: "a\($0)") }
        let started = (1...9).map { MadeMessage.started("\($0)", on: "2026-10-\($0 + 10)", id: "s\($0)") }
        _ = try await read(assigned + started, by: gerda)
        // The sixth of twelve began on 16 October, 45 days after 1 September.
        let page = try await gerda.get("/assignments")
        #expect(page.shown.contains("De helft begon binnen 6 weken na de toewijzing."))
        #expect(page.shown.contains("ongeveer 10 jongeren"))
        // Who refers a young person reads it before sending.
        let form = try await web.worker("marieke").get(
            "/families/\(try web.filled.family("de-wit-yildiz"))/referrals/new?person=\(try web.filled.person("sem"))")
        #expect(form.shown.contains("binnen 6 weken nadat de gemeente de hulp toewees"))
    }
}
