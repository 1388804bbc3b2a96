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
import Testing

/// Acts about how safe Isa is: five, with a mother who has authority, a father who has none, and a foster mother.
struct IndicationActs {
    static let family = "jansen"
    static let outcome = "Isa is veilig bij Ria. De wisseling blijft zwaar."

    let web: WebTown

    var path: String { get throws { try web.circle(Self.family) + "/indications" } }

    func browser(_ who: String) async throws -> TownBrowser { try await web.browser(of: try web.filled.account(who)) }

    func make(
        by who: String, now: String = "safe", later: String = "middle", instrument: String = "lirik",
        about person: String = "isa", _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        let browser = try await browser(who)
        let open = try await OpenForm(browser, try path + "/new?instrument=\(instrument)")
        return try await browser.post(
            try path,
            open.body([
                "instrument": instrument, "person": try web.filled.person(person).text, "safetyNow": now,
                "futureRisk": later, "outcome": Self.outcome, "assessed": WebTown.today.iso,
                "until": (WebTown.today + 100).iso,
            ]) + "&" + form(more))
    }

    func made(
        by who: String = "zofia", now: String = "safe", later: String = "middle", instrument: String = "lirik",
        _ more: KeyValuePairs<String, String> = [:]
    ) async throws -> String {
        let answer = try await make(by: who, now: now, later: later, instrument: instrument, more)
        return try #require(answer.location, "\(answer.shown)")
    }

    func release(_ path: String, by who: String = "zofia") async throws -> Answer {
        try await web.send(
            path + "/release", ["discussed": WebTown.today.iso, "talk": "Met Debby besproken."],
            by: try await browser(who))
    }

    /// What is owed about indications now, by kind.
    func owed() async throws -> [String] {
        let family = try web.filled.family(Self.family)
        return try await web.database.read { connection in
            try connection.rows(
                """
                SELECT kind FROM promise WHERE space = \(family) AND subject_kind IN ('indication', 'indicationSigned')
                    AND settled_at IS NULL AND closed_at IS NULL ORDER BY kind
                """
            ) { $0.text(0) }
        }
    }
}

@Suite struct `Assessing how safe a child is` {
    private static let sentence = "Het is nu veilig, maar er zijn zorgen over later."

    @Test(arguments: Engine.all)
    func `is read by those who work with the child, and by the family after the talk`(engine: Engine) async throws {
        let acts = IndicationActs(web: try await WebTown(engine))
        let path = try await acts.made()
        for worker in ["zofia", "chidi"] {
            let page = try await acts.browser(worker).get(path)
            #expect(page.shown.contains(Self.sentence) && page.shown.contains(IndicationActs.outcome), "\(worker)")
            #expect(page.shown.contains("Nog niet besproken met het gezin"))
        }
        for reader in ["debby", "ria"] {
            let browser = try await acts.browser(reader)
            #expect(try await browser.get(path).status == .notFound, "\(reader)")
            #expect(try await !browser.get(try acts.path).shown.contains(Self.sentence))
            #expect(try await !browser.get(try acts.web.circle(IndicationActs.family)).shown.contains(Self.sentence))
        }
        #expect(try await acts.release(path).location == path)
        for reader in ["debby", "ria"] {
            let browser = try await acts.browser(reader)
            let page = try await browser.get(path)
            #expect(page.shown.contains(Self.sentence) && page.shown.contains(IndicationActs.outcome), "\(reader)")
            #expect(!page.shown.contains("Met Debby besproken.") && !page.text.contains("/release"))
            #expect(try await browser.get(try acts.web.circle(IndicationActs.family)).shown.contains(Self.sentence))
        }
        #expect(try await acts.browser("chidi").get(path).shown.contains("Met Debby besproken."))
        #expect(try await acts.owed() == ["renewIndication"])
        #expect(try await acts.web.database.read { try $0.allFacts(kind: "indications") } == 1)
    }

    /// A father without authority, a step-father of the other child, a brother, a doctor with share contact, strangers.
    @Test(arguments: ["martijn", "winston", "quinten", "tom", "marieke", "aylin", "ravi", "geert-jan", "ilse"])
    func `is not there for anybody else, released or not`(who: String) async throws {
        let acts = try await Self.released.value
        let browser = try await acts.browser(who)
        let found = try #require(try await Self.address(acts))
        let absent = try acts.path + "/0192f3a0-0000-7000-8000-00000000dead"
        #expect(try await browser.get(found).status == .notFound)
        #expect(try await browser.get(found).text.count == browser.get(absent).text.count)
        #expect(try await !browser.get(try acts.path).shown.contains(Self.sentence))
        #expect(try await !browser.get(try acts.web.circle(IndicationActs.family)).shown.contains(Self.sentence))
        for (act, typed) in [("/release", "talk"), ("/weighing", "weighed")] {
            let sent = try await acts.web.send(
                found + act, ["discussed": WebTown.today.iso, typed: "x"], by: browser)
            #expect(sent.status == .notFound, "\(act)")
        }
        let made = try await acts.web.send(
            try acts.path,
            [
                "instrument": "lirik", "person": try acts.web.filled.person("isa").text, "safetyNow": "safe",
                "futureRisk": "low", "outcome": "x", "assessed": WebTown.today.iso,
                "until": (WebTown.today + 9).iso,
            ], by: browser)
        #expect(made.status == .notFound)
    }

    @Test func `ends with the work of who left`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let path = try await acts.made()
        let chidi = try await acts.browser("chidi")
        #expect(try await chidi.get(path).status == .ok)
        try await acts.web.end("chidi", in: IndicationActs.family, by: "zofia")
        #expect(try await chidi.get(path).status == .notFound)
        #expect(try await acts.release(path, by: "chidi").status == .notFound)
    }

    @Test func `leaves no trace in the log that the family reads`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        _ = try await acts.made()
        let log = try await acts.browser("debby").get(try acts.web.circle(IndicationActs.family) + "/access")
        #expect(log.status == .ok && !log.shown.contains("inschatting"))
        let timeline = try await acts.browser("debby").get(try acts.web.circle(IndicationActs.family) + "/timeline")
        #expect(!timeline.shown.contains("inschatting"))
    }

    @Test func `says at each field what to mend, and keeps what was typed`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let wrong = try await acts.make(
            by: "zofia", now: "", later: "nooit", ["assessed": "x", "person": "y"])
        #expect(wrong.status == .badRequest && wrong.shown.contains(IndicationActs.outcome))
        #expect(wrong.text.contains("id=\"safetyNow-error\""))
        let score = try await acts.make(
            by: "zofia", instrument: "arij", ["safety": "unsafe", "risk": "low", "own-safety": "safe"])
        #expect(score.status == .badRequest && score.text.contains("id=\"reason-error\""))
        let unnamed = try await acts.make(by: "zofia", instrument: "other")
        #expect(unnamed.text.contains("id=\"name-error\""))
        let path = try await acts.made()
        let silent = try await acts.web.send(
            path + "/release", ["discussed": "x", "talk": " "], by: acts.browser("zofia"))
        #expect(silent.status == .badRequest && silent.text.contains("id=\"talk-error\""))
        #expect(silent.text.contains("id=\"discussed-error\""))
    }

    @Test func `sent twice is one`() async throws {
        let acts = IndicationActs(web: try await WebTown())
        let zofia = try await acts.browser("zofia")
        let open = try await OpenForm(zofia, try acts.path + "/new?instrument=lirik")
        let body = open.body([
            "instrument": "lirik", "person": try acts.web.filled.person("isa").text, "safetyNow": "safe",
            "futureRisk": "low", "outcome": "Goed.", "assessed": WebTown.today.iso,
            "until": (WebTown.today + 9).iso,
        ])
        let first = try await zofia.post(try acts.path, body)
        #expect(first.status == .seeOther)
        #expect(try await zofia.post(try acts.path, body).location == first.location)
        #expect(try await acts.owed() == ["renewIndication"])
    }

    private static let released = Task {
        let acts = IndicationActs(web: try await WebTown())
        #expect(try await acts.release(try await acts.made()).status == .seeOther)
        return acts
    }

    private static func address(_ acts: IndicationActs) async throws -> String? {
        let id = try await acts.web.database.read { connection in
            try connection.row("SELECT id FROM risk_indication ORDER BY made_at DESC, id DESC LIMIT 1") { $0.text(0) }
        }
        return try id.map { try acts.path + "/\($0)" }
    }
}

extension Connection {
    fileprivate func allFacts(kind: String) throws -> Int {
        try row("SELECT COUNT(*) FROM fact WHERE kind = \(kind)") { $0.int(0) } ?? 0
    }
}
