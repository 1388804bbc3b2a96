// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import TestDatabases
import Testing

@Suite struct `The schema` {
    private static let steps = [
        Migration(1, "Notes") { _ in ["CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY)"] },
        Migration(3, "Marks") { d in
            ["ALTER TABLE note ADD COLUMN mark \(d.int)", "INSERT INTO note (id, mark) VALUES (\("a"), \(1))"]
        },
    ]

    @Test(arguments: Engine.all)
    func `takes its steps in order, each once`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        #expect(try await database.migrationsDone() == [])
        #expect(try await database.migrate([Self.steps[0]]).map(\.number) == [1])
        #expect(try await database.migrate(Self.steps.reversed()).map(\.number) == [3])
        #expect(try await database.migrate(Self.steps).isEmpty)
        #expect(try await database.migrationsDone() == [1, 3])
    }

    @Test(arguments: Engine.all)
    func `takes a step whole or not at all`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let broken = Migration(2, "Broken") { _ in ["CREATE TABLE half (id TEXT)", "CREATE TABLE half (id TEXT)"] }
        await #expect(throws: DatabaseError.self) { try await database.migrate([Self.steps[0], broken]) }
        #expect(try await database.migrationsDone() == [1])
        await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.rows("SELECT 1 FROM half") { _ in } }
        }
    }

    @Test(arguments: Engine.all)
    func `refuses a database of a newer release`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: Self.steps)
        await #expect(throws: SchemaError.newer(step: 3)) { try await database.migrate([Self.steps[0]]) }
    }

    @Test(arguments: Engine.all)
    func `is made once by two that start together`(engine: Engine) async throws {
        let location = try await TestDatabase.location(engine)
        async let first = Database.open(location).migrate(Self.steps)
        async let second = Database.open(location).migrate(Self.steps)
        let taken = try await first + second
        #expect(taken.map(\.number).sorted() == [1, 3])
    }

    @Test(arguments: Engine.all)
    func `remembers when a step was taken`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        try await database.migrate(Self.steps, at: Moment(milliseconds: 7))
        let taken = try await database.read { connection in
            try connection.rows("SELECT name, taken_at FROM migration ORDER BY number") { "\($0.text(0)) \($0.int(1))" }
        }
        #expect(taken == ["Notes 7", "Marks 7"])
    }
}
