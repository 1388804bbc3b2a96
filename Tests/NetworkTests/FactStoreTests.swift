// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `Kept facts` {
    private static let month = Month(of: "2026-11-23")

    @Test(arguments: Engine.all)
    func `are read as they were written, whatever their shape`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: peopleMigrations + networkMigrations)
        let organisation = Organisation(
            id: IDSource.unguessable.next(at: Moment(milliseconds: 1)), kind: .careProvider, name: "Het Anker")
        try await database.write { try $0.add(organisation) }
        let shapes: [Fact.Shape] = [
            .spell(began: "2026-11-02", ended: nil), .spell(began: "2026-11-02", ended: "2026-12-01"), .verdict(true),
            .verdict(false), .grade(7), .count(0),
        ]
        for shape in shapes {
            let fact = try Fact(
                kind: .help, organisation: organisation.id, month: Self.month, shape: shape, ids: .unguessable)
            try await database.write { try $0.record(fact) }
            #expect(try await database.read { try $0.fact(fact.id) } == fact)
        }
        let found = try await database.read { try $0.facts(.help, from: Self.month, through: Self.month) }
        #expect(Set(found.map(\.shape)) == Set(shapes))
    }

    @Test(arguments: Engine.all)
    func `are found by kind and month`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: peopleMigrations + networkMigrations)
        for (number, day) in (["2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01"] as [Day]).enumerated() {
            let fact = try Fact(kind: .helpers, month: Month(of: day), shape: .count(number), ids: .unguessable)
            try await database.write { try $0.record(fact) }
        }
        let found = try await database.read {
            try $0.facts(.helpers, from: Month(of: "2026-02-01"), through: Month(of: "2026-03-01"))
        }
        #expect(found.map(\.shape) == [.count(1), .count(2)])
        #expect(try await database.read { try $0.facts(.help, from: Self.month, through: Self.month) } == [])
    }

    @Test(arguments: Engine.all)
    func `are of a shape that the schema knows`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: peopleMigrations + networkMigrations)
        let fact = try Fact(kind: .collaboration, month: Self.month, shape: .grade(7), ids: .unguessable)
        try await database.write { try $0.record(fact) }
        await #expect(throws: DatabaseError.self) {
            try await database.write { _ = try $0.execute("UPDATE fact SET value = 11") }
        }
    }
}
