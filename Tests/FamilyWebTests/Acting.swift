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

/// A page with a form on it, as it was given out.
struct OpenForm {
    let page: Answer
    let token: String
    let form: String

    init(_ browser: TownBrowser, _ path: String) async throws {
        page = try await browser.get(path)
        token = try #require(page.token)
        form = try #require(page.field("form"))
    }

    /// The fields that are ours, before what is typed.
    func body(_ typed: KeyValuePairs<String, String>) -> String {
        TestClient.form(["token": token, "form": form]) + "&" + TestClient.form(typed)
    }
}

extension WebTown {
    /// How much a family's dossier holds of what an act leaves behind.
    struct Traces: Equatable {
        var messages: Int
        var conversations: Int
        var journal: Int
        var accessRecords: Int
    }

    func traces(_ slug: String) async throws -> Traces {
        let family = try filled.family(slug)
        return try await database.read { connection in
            Traces(
                messages: try connection.count("SELECT COUNT(*) FROM message WHERE family_id = \(family)"),
                conversations: try connection.count("SELECT COUNT(*) FROM conversation WHERE family_id = \(family)"),
                journal: try connection.count("SELECT COUNT(*) FROM journal WHERE family_id = \(family)"),
                accessRecords: try connection.count("SELECT COUNT(*) FROM access_record WHERE chain = \(family)"))
        }
    }

    /// Refused attempts stand in the chain of this process.
    func refusals() async throws -> Int {
        try await database.read { try $0.count("SELECT COUNT(*) FROM access_record WHERE chain = \("process:test")") }
    }

    /// Ends a membership, as the director does, and tells who listens.
    func end(_ member: String, in slug: String, by director: String) async throws {
        let family = try filled.family(slug)
        let id = try filled.membership("\(slug)/\(member)")
        let vault = vault
        let now = clock.now
        let actor = try filled.account(director)
        let look = Look(reader: actor, at: now, from: "", action: .update, item: ItemName(.circle, family))
        let form: ID<Submission> = IDSource.unguessable.next(at: now)
        let done = try await dossiers.act(family, look, form: form) { key, connection in
            guard let found = try connection.circle(key).members.first(where: { $0.membership.id == id })
            else { return nil }
            try connection.end(found.membership, heir: actor, by: actor, at: now, key, vault)
            return Found("done", about: found.membership.covers)
        }
        #expect(done == "done")
        await live.wrote(in: family)
    }

    /// Writes a message and tells the answer.
    @discardableResult
    func write(_ text: String, in path: String, by browser: TownBrowser) async throws -> Answer {
        let open = try await OpenForm(browser, path)
        return try await browser.post(path + "/messages", open.body(["message": text]))
    }
}

extension Connection {
    fileprivate func count(_ sql: SQL) throws -> Int { try row(sql) { $0.int(0) } ?? 0 }
}

extension WebTown {
    /// A town with this family held as a whole from grandmother: it is on the closed track.
    static func closed(_ slug: String, _ engine: Engine = .sqlite) async throws -> WebTown {
        let web = try await WebTown(engine)
        let family = try web.filled.family(slug)
        let (truus, by, second) = (
            try web.filled.account("truus"), try web.filled.account("marieke"), try web.filled.account("sanne")
        )
        let (noor, now, vault) = (try web.filled.person("noor"), web.clock.now, web.vault)
        let hold = try Hold(
            IDSource.unguessable.next(at: now), of: ItemName(.family, family), about: [noor], from: [truus], by: by,
            asking: .account(second), at: now, reviewBy: WebTown.today + 7)
        let look = Look(reader: by, at: now, from: "", action: .create, item: ItemName(.hold, hold.id))
        _ = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) { key, connection in
            try connection.hold(hold, because: .line("Eer"), confirmedBy: second, ids: .unguessable, key, vault)
            return Found("", about: [])
        }
        return web
    }
}
