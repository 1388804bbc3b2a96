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

/// Acts about proposed help, and about what a municipality was asked for.
struct ProvisionActs {
    static let help = "Elke week spelen met een therapeut"
    static let brings = "Slaapt weer de hele nacht."
    static let absent = "0192f3a0-0000-7000-8000-00000000dead"

    let web: WebTown
    var family = "de-wit-yildiz"

    var path: String { get throws { try web.circle(family) + "/provisions" } }

    func browser(_ who: String) async throws -> TownBrowser { try await web.browser(of: try web.filled.account(who)) }

    /// - Returns: the page of the proposal.
    func proposed(
        by who: String = "marieke", for person: String = "noor", helper: String = "Het Anker"
    ) async throws -> String {
        let answer = try await propose(by: who, for: person, helper: helper)
        return try #require(answer.location, "\(answer.shown)")
    }

    func propose(
        by who: String, for person: String, helper: String = "Het Anker",
        starts: String = (WebTown.today + 14).iso
    ) async throws -> Answer {
        try await web.send(
            try path + "/proposals",
            [
                "person": try web.filled.person(person).text, "help": Self.help, "helper": helper, "starts": starts,
                "brings": Self.brings,
            ], by: try await browser(who))
    }

    func answer(_ path: String, _ said: String, because reason: String = "", by who: String) async throws -> Answer {
        try await web.send(path + "/answer", ["answer": said, "reason": reason], by: try await browser(who))
    }

    func note(
        _ path: String, of person: String, _ said: String, because why: String = "", by who: String = "marieke"
    ) async throws -> Answer {
        try await web.send(
            path + "/note", ["noted": try web.filled.person(person).text, "said": said, "how": "spoken", "why": why],
            by: try await browser(who))
    }

    func close(_ path: String, _ act: String, by who: String = "marieke") async throws -> Answer {
        let browser = try await browser(who)
        let seen = try await browser.get(path).field("seen") ?? ""
        return try await web.send(path + act, ["seen": seen], by: browser)
    }

    /// - Returns: the page of what was asked.
    func asked(
        _ day: Day = WebTown.today + -10, by who: String = "marieke", for person: String = "noor"
    ) async throws -> String {
        let answer = try await ask(day.iso, by: who, for: person)
        return try #require(answer.location, "\(answer.shown)")
    }

    func ask(_ day: String, by who: String, for person: String, from proposal: String = "") async throws -> Answer {
        try await web.send(
            try path,
            [
                "person": try web.filled.person(person).text, "help": Self.help,
                "municipality": "Gemeente Zuilen-Ondiep",
                "asked": day, "asker": "family", "proposal": proposal,
            ], by: try await browser(who))
    }

    func decide(
        _ path: String, _ fields: KeyValuePairs<String, String>, by who: String = "marieke"
    ) async throws -> Answer {
        try await web.send(path + "/decision", fields, by: try await browser(who))
    }

    /// Who owes what now: the kind with the account or organisation.
    func owed() async throws -> [String] {
        let family = try web.filled.family(family)
        let rows = try await web.database.read { connection in
            try connection.rows(
                """
                SELECT kind, COALESCE(owner_account, owner_organisation) FROM promise
                WHERE space = \(family) AND subject_kind IN ('proposal', 'provision')
                    AND settled_at IS NULL AND closed_at IS NULL ORDER BY kind
                """
            ) { ($0.text(0), $0.text(1)) }
        }
        let accounts = Dictionary(uniqueKeysWithValues: web.filled.accounts.map { ($1.text, $0) })
        return rows.map { "\($0.0) \(accounts[$0.1] ?? "organisation")" }.sorted()
    }

    /// The verdicts of a kind that were counted.
    func verdicts(_ kind: String) async throws -> [Int] {
        try await web.database.read { connection in
            try connection.rows("SELECT value FROM fact WHERE kind = \(kind) ORDER BY id") { $0.int(0) }
        }
    }
}

extension ProvisionActs {
    /// Carries out something as somebody of the circle.
    func act(
        _ who: String, _ deed: @escaping @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws {
        let family = try web.filled.family(family)
        let (vault, now) = (web.vault, web.clock.now)
        let look = Look(
            reader: try web.filled.account(who), at: now, from: "", action: .update, item: ItemName(.family, family))
        let done = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) {
            try deed($0, $1, vault)
            return Found("done", about: [])
        }
        #expect(done == "done")
    }

    /// Holds what has this page from somebody, as two professionals decide.
    func hold(
        _ path: String, _ kind: ItemName.Kind, from reader: String, about person: String, by who: String = "marieke"
    ) async throws {
        let (by, second) = (try web.filled.account(who), try web.filled.account("carla"))
        let (now, about) = (web.clock.now, try web.filled.person(person))
        let hold = try Hold(
            IDSource.unguessable.next(at: now), of: ItemName(kind, stored: String(path.suffix(36))), about: [about],
            from: [try web.filled.account(reader)], by: by, asking: .account(second), at: now,
            reviewBy: WebTown.today + 10)
        try await act(who) { key, connection, vault in
            let reason = try PlainText.line("Onrust")
            try connection.hold(hold, because: reason, confirmedBy: second, ids: .unguessable, key, vault)
        }
    }
}
