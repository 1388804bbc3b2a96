// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@testable import Database

@Suite struct `A plan of two hundred actions` {
    private static let family = "de-wit-yildiz"
    /// As they are written where they come from.
    private static let names = [
        "عائشة بن علي", "Нина Коваленко", "Ελένη Παπαδοπούλου", "陳美玲", "नीना शर्मा", "שרה כהן", "Nguyễn Thị Hoa",
        "Þórdís Ævarsdóttir", "김민지", "ሰላም ተስፋዬ",
    ]

    /// Ten goals about Noor, each with twenty things somebody without an account does.
    private func filled(_ engine: Engine) async throws -> WebTown {
        let web = try await WebTown(engine)
        let (family, noor) = (try web.filled.family(Self.family), try web.filled.person("noor"))
        let (vault, now) = (web.vault, web.clock.now)
        let look = Look(
            reader: try web.filled.account("aylin"), at: now, from: "", action: .create, item: ItemName(.plan, family))
        for number in 0..<10 {
            let actions = (0..<20).map { place in
                ActionText(
                    what: "Actie \(number)-\(place)", who: [.named(Self.names[number])], when: .by(now.day + 10))
            }
            let goal = GoalToBegin(
                id: IDSource.unguessable.next(at: now), about: [noor],
                text: GoalText(title: "Doel \(number)", domain: .school, meaning: "Rust.", voice: nil), actions: actions
            )
            _ = try await web.dossiers.act(family, look, form: IDSource.unguessable.next(at: now)) {
                key, connection in
                try connection.begin(goal, at: now, ids: .unguessable, key, vault)
                return Found("", about: [noor])
            }
        }
        return web
    }

    @Test(arguments: Engine.all)
    func `shows each with who does it, in whatever script, and takes one more`(engine: Engine) async throws {
        let web = try await filled(engine)
        let path = try web.circle(Self.family) + "/plan"
        let aylin = try await web.browser(of: "aylin")
        let open = try await OpenForm(aylin, path)
        for number in 0..<10 {
            #expect(open.page.shown.contains(Self.names[number]), "\(Self.names[number])")
            for place in 0..<20 { #expect(open.page.shown.contains("Actie \(number)-\(place)")) }
        }
        let goal = try #require(open.page.text.firstMatch(of: /plan\/goals\/[0-9a-f-]{36}(?=")/)).output
        let typed = "Samen zingen · Владимир Жуков · elke dag"
        let read = try await aylin.post(
            try web.circle(Self.family) + "/\(goal)/actions", open.body(["field": "lines-1", "lines-1": typed]))
        #expect(read.status == .ok && read.text.contains("value=\"Владимир Жуков\""))
    }

    /// Each goal and each action is read with all others of the family: two hundred cost no more questions than one.
    @Test func `asks the database as often as a plan of one action does`() async throws {
        let web = try await filled(.sqlite)
        let family = try web.filled.family(Self.family)
        let look = Look(
            reader: try web.filled.account("aylin"), at: web.clock.now, from: "", action: .read,
            item: ItemName(.plan, family))
        let count = try await web.dossiers.read(family, look) { key, connection in
            let watch = Counting(connection.statements)
            let plan = try Connection(statements: watch).plan(key)
            #expect(plan.actions.count >= 200)
            return Found(watch.count, about: [])
        }
        #expect(try #require(count) <= 16)
    }
}

/// Statements that are counted.
private final class Counting: Statements {
    private let statements: any Statements
    private(set) var count = 0

    init(_ statements: any Statements) { self.statements = statements }

    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        count += 1
        return try statements.rows(sql, decode)
    }

    func execute(_ sql: SQL) throws -> Int { try statements.execute(sql) }
}
