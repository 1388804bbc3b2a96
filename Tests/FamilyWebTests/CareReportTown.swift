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
import Town

/// What somebody got who reported a worry.
struct Receipt: Hashable {
    let number: String
    let code: String
}

extension WebTown {
    /// The town with its desks open, and Mirjam on duty.
    static func withDesks(
        _ engine: Engine = .sqlite, hasDutyPhone: Bool = true, sendsMail: Bool = true
    ) async throws -> WebTown {
        let web = try await WebTown(engine, hasDutyPhone: hasDutyPhone, sendsMail: sendsMail)
        try await web.town.fillDesks(web.dossiers, web.filled, at: web.clock.now, ids: .unguessable)
        return web
    }

    /// Names who is at the desk of the area team.
    func atDesk(_ members: [String]) async throws {
        let accounts = Set(try members.map { try filled.account($0) })
        let (organisation, now) = (try filled.organisation("gebiedsteam"), clock.now)
        try await database.write { try $0.setDesk(of: organisation, members: accounts, at: now, .unguessable) }
    }

    func worker(_ who: String) async throws -> TownBrowser { try await browser(of: try filled.account(who)) }

    /// The form for a report as a browser holds it, filled in.
    func reportForm(
        _ browser: TownBrowser, _ typed: KeyValuePairs<String, String> = [:], after seconds: Int = 30
    ) async throws -> String {
        let page = try await browser.get("/reports/new")
        clock.wait(.seconds(seconds))
        var fields = [
            "form": try #require(page.field("form")), "made": try #require(page.field("made")), "website": "",
            "name-1": "Joost de Wit", "kind-1": "parent", "birth-1": "1984-05-14",
            "facts": "Ik hoorde zondag een kind huilen.", "interpretation": "Misschien slaat hij.",
            "only": "Het was in de hal.", "urgency": "regular", "reporter": "neighbour",
            "reporter-name": "Wilma Bos", "reach": "06 12345678",
            "desk": try filled.organisation("gebiedsteam").text,
        ]
        if let token = page.token { fields["token"] = token }
        for (name, value) in typed { fields[name] = value }
        return fields.sorted { $0.key < $1.key }.map { form([$0.key: $0.value]) }.joined(separator: "&")
    }

    /// Sends a report without an account, and gives what its reporter got.
    func report(_ typed: KeyValuePairs<String, String> = [:]) async throws -> Receipt {
        let browser = browser()
        let sent = try await browser.post("/reports", try await reportForm(browser, typed))
        #expect(sent.location == "/reports/receipt", "\(sent.shown)")
        let page = try await browser.get("/reports/receipt")
        let facts = page.text.matches(of: /<dd>([^<]*)<\/dd>/).map { String($0.1) }
        return Receipt(number: try #require(facts.first), code: try #require(facts.last))
    }

    /// The address of the only report on a board.
    func onlyReport(_ worker: TownBrowser) async throws -> String {
        let board = try await worker.get("/desk")
        return try #require(board.links.first { $0.hasPrefix("/desk/reports/") }, "\(board.shown)")
    }

    func answer(to receipt: Receipt) async throws -> Answer {
        try await browser().post("/reports/answer", form(["number": receipt.number, "code": receipt.code]))
    }
}

extension WebTown {
    /// The clock of the town, as what runs by itself reads it.
    var reading: Clock { Clock { [clock] in clock.now } }

    /// Looks once as the clock of reports does; tells whether any lie where nobody can read them.
    @discardableResult
    func look(_ phone: DutyPhone? = nil) async throws -> Bool {
        try await ReportClock(database, reading, phone: phone) {
            Issue.record($0)
        } forsaken: {
        }.look()
    }

    /// What all at the desk of the area team are called.
    func crewNames() async throws -> [String] {
        let (organisation, vault) = (try filled.organisation("gebiedsteam"), vault)
        return try await database.read { connection in
            let crew = try connection.deskCrew(organisation, on: Self.today)
            return try connection.accounts(crew.all.sorted(), vault).map(\.profile.name)
        }
    }

    /// How much access is on record.
    func accessRows() async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) FROM access_record") { $0.int(0) } ?? 0 }
    }

    /// Opens the desk of another organisation.
    func openDesk(_ slug: String, _ members: [String]) async throws {
        let (organisation, now) = (try filled.organisation(slug), clock.now)
        let accounts = Set(try members.map { try filled.account($0) })
        try await database.write { try $0.setDesk(of: organisation, members: accounts, at: now, .unguessable) }
    }

    /// Somebody's work ends by its date, without an act.
    func endWork(_ who: String) async throws {
        let (account, today) = (try filled.account(who), Self.today)
        _ = try await database.write {
            try $0.execute("UPDATE professional SET until_day = \(today) WHERE account = \(account)")
        }
    }
}
