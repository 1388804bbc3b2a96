// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import TestClient
import TestDatabases
import Testing
import Town

/// Two parents in two houses press at the same moment.
@Suite struct `Two parents at once` {
    private static let family = "de-wit-yildiz"

    private func count(_ web: WebTown, _ sql: @escaping @Sendable (ID<Family>) -> SQL) async throws -> Int {
        let family = try web.filled.family(Self.family)
        return try await web.database.read { try $0.row(sql(family)) { $0.int(0) } ?? 0 }
    }

    private func memberships(_ web: WebTown, of person: String) async throws -> Int {
        let account = try web.filled.account(person)
        return try await count(web) { family in
            "SELECT COUNT(*) FROM membership WHERE family_id = \(family) AND account_id = \(account) AND ended_at IS NULL"
        }
    }

    private func entries(_ web: WebTown, _ kind: JournalEntry.Kind) async throws -> Int {
        try await count(web) { family in
            "SELECT COUNT(*) FROM journal WHERE family_id = \(family) AND kind = \(kind.rawValue)"
        }
    }

    /// What each parent sends, ready to go.
    private func together(
        _ one: @escaping @Sendable () async throws -> Answer, _ other: @escaping @Sendable () async throws -> Answer
    ) async throws -> [Answer] {
        async let first = one()
        async let second = other()
        return [try await first, try await second]
    }

    private func yes(
        _ path: String, by browser: TownBrowser, _ web: WebTown, about person: String = "noor"
    ) async throws -> String {
        let open = try await OpenForm(browser, path)
        return open.body([:]) + "&" + form(["person-\(try web.filled.person(person))": "yes"])
    }

    @Test(arguments: Engine.all)
    func `say yes to the same helper, who is let in once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let before = try await entries(web, .memberLetIn)
        let marieke = try await web.browser(of: "marieke")
        let asked = Asked(kind: "professional", organisation: "Het Anker", colleague: "Daniël Groen")
        let path = try #require(try await web.invite(asked, by: marieke, in: Self.family).location)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        _ = try await web.pressShown(path + "/acceptance", on: "/invitations", by: daniel)
        #expect(try await memberships(web, of: "daniel") == 0)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let (hers, his) = (try await yes(path, by: aylin, web), try await yes(path, by: joost, web))
        let answers = try await together({ try await aylin.post(path + "/answer", hers) }) {
            try await joost.post(path + "/answer", his)
        }
        #expect(answers.map(\.status) == [.seeOther, .seeOther])
        #expect(try await memberships(web, of: "daniel") == 1)
        #expect(try await entries(web, .memberLetIn) == before + 1)
        #expect(try await daniel.get(web.circle(Self.family)).status == .ok)
    }

    @Test(arguments: Engine.all)
    func `invite the same helper, who is let in once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let asked = Asked(kind: "professional", organisation: "Het Anker", colleague: "Daniël Groen")
        let path = try web.circle(Self.family) + "/invitations"
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        let hers = try asked.body(web, try await OpenForm(aylin, path + "/new?kind=professional"))
        let his = try asked.body(web, try await OpenForm(joost, path + "/new?kind=professional"))
        let sent = try await together({ try await aylin.post(path, hers) }) { try await joost.post(path, his) }
        #expect(sent.allSatisfy { $0.status == .seeOther })
        let (first, second) = (try #require(sent[0].location), try #require(sent[1].location))
        let (herYes, hisYes) = (try await yes(second, by: aylin, web), try await yes(first, by: joost, web))
        let said = try await together({ try await aylin.post(second + "/answer", herYes) }) {
            try await joost.post(first + "/answer", hisYes)
        }
        #expect(said.map(\.status) == [.seeOther, .seeOther])
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        let token = try #require(try await daniel.get("/invitations").token)
        let accepted = try await together({
            try await daniel.post(
                first + "/acceptance", form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000a1"]))
        }) {
            try await daniel.post(
                second + "/acceptance", form(["token": token, "form": "0192f3a0-0000-7000-8000-0000000000a2"]))
        }
        #expect(accepted.allSatisfy { $0.status == .seeOther || $0.status == .conflict }, "\(accepted.map(\.status))")
        #expect(try await memberships(web, of: "daniel") == 1)
    }

    @Test(arguments: Engine.all)
    func `stop the access of the same member, once`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let page = try web.circle(Self.family) + "/members/\(try web.filled.membership("\(Self.family)/khadija"))"
        let before = try await entries(web, .membershipEnded)
        let bodies = try await ["aylin", "joost"].asyncBodies(of: page, web)
        let answers = try await together({ try await bodies[0].browser.post(page + "/ending", bodies[0].body) }) {
            try await bodies[1].browser.post(page + "/ending", bodies[1].body)
        }
        #expect(Set(answers.map(\.status)) == [.seeOther, .conflict])
        #expect(answers.first { $0.status == .conflict }?.shown.contains("Iemand anders was je voor") == true)
        #expect(try await memberships(web, of: "khadija") == 0)
        #expect(try await entries(web, .membershipEnded) == before + 1)
        #expect(
            try await web.browser(of: web.filled.account("khadija")).get(web.circle(Self.family)).status == .notFound)
    }

    /// One says yes, the other takes the invitation back: whichever comes first, both hear how it stands.
    @Test(arguments: Engine.all)
    func `let in and take back`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let aylin = try await web.browser(of: "aylin")
        let asked = Asked(kind: "professional", organisation: "Het Anker", colleague: "Daniël Groen")
        let path = try #require(try await web.invite(asked, by: aylin, in: Self.family).location)
        let daniel = try await web.browser(of: try web.filled.account("daniel"))
        _ = try await web.pressShown(path + "/acceptance", on: "/invitations", by: daniel)
        let joost = try await web.browser(of: "joost")
        let his = try await yes(path, by: joost, web)
        let open = try await aylin.get(path)
        let act = try #require(open.between("action=\"\(path)/withdrawal\"", "</form>"))
        let hers = form([
            "token": try #require(act.between("name=\"token\" value=\"", "\"")),
            "form": try #require(act.between("name=\"form\" value=\"", "\"")),
        ])
        let answers = try await together({ try await aylin.post(path + "/withdrawal", hers) }) {
            try await joost.post(path + "/answer", his)
        }
        let isIn = try await memberships(web, of: "daniel") == 1
        // Whoever was let in stays, also when the invitation is taken back after that.
        #expect(answers[1].status == (isIn ? .seeOther : .conflict))
        #expect(answers[0].status == .seeOther || isIn && answers[0].status == .conflict)
        #expect(try await daniel.get(web.circle(Self.family)).status == (isIn ? .ok : .notFound))
    }
}

/// A form that somebody has open, filled in.
private struct FilledForm: Sendable {
    let browser: TownBrowser
    let body: String
}

extension [String] {
    /// The form that stops a member's access for Noor, as each of these people has it open.
    fileprivate func asyncBodies(of page: String, _ web: WebTown) async throws -> [FilledForm] {
        var bodies: [FilledForm] = []
        for person in self {
            let browser = try await web.browser(of: person)
            let stop = try #require(try await browser.get(page).between("action=\"\(page)/ending\"", "</form>"))
            let fields = form([
                "token": try #require(stop.between("name=\"token\" value=\"", "\"")),
                "form": try #require(stop.between("name=\"form\" value=\"", "\"")),
                "version": try #require(stop.between("name=\"version\" value=\"", "\"")),
                "persons": try web.filled.person("noor").text,
            ])
            bodies.append(FilledForm(browser: browser, body: fields))
        }
        return bodies
    }
}
