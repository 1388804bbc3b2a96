// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Takes the steps of the schema that a database lacks, each in a transaction of its own.
struct Migrator: Sendable {
    let database: Database
    let moment: Moment

    /// The numbers of the steps taken so far; none in an empty database.
    static func done(in database: Database) async throws -> [Int] {
        let engine = database.dialect.engine
        return try await database.read { connection in
            guard try connection.hasMigrationTable(engine) else { return [] }
            return try connection.migrationsDone()
        }
    }

    func migrate(_ migrations: [Migration]) async throws -> [Migration] {
        try await database.makeMigrationTable()
        let known = Set(migrations.map(\.number))
        if let stranger = try await Self.done(in: database).first(where: { !known.contains($0) }) {
            throw SchemaError.newer(step: stranger)
        }
        var taken: [Migration] = []
        for migration in migrations.sorted(by: { $0.number < $1.number }) where try await take(migration) {
            taken.append(migration)
        }
        return taken
    }

    /// Takes a step unless it was taken; looked up in its own transaction, as two processes may start together.
    private func take(_ migration: Migration) async throws -> Bool {
        let statements = migration.statements(database.dialect)
        return try await database.write(settled: { try $0.hasTaken(migration) ? true : nil }) { [moment] connection in
            if try connection.hasTaken(migration) { return false }
            for statement in statements { try connection.execute(statement) }
            try connection.execute(
                """
                INSERT INTO migration (number, name, taken_at)
                VALUES (\(migration.number), \(migration.name), \(moment))
                """)
            return true
        }
    }
}

extension Database {
    fileprivate func makeMigrationTable() async throws {
        let (engine, int) = (dialect.engine, dialect.int)
        try await write { connection in
            if try connection.hasMigrationTable(engine) { return }
            try connection.execute(
                """
                CREATE TABLE migration (
                    number \(int) NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    taken_at \(int) NOT NULL
                )
                """)
        }
    }
}

extension Connection {
    fileprivate func hasMigrationTable(_ engine: Dialect.Engine) throws -> Bool {
        switch engine {
        case .sqlite:
            try row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'") { _ in true } ?? false
        case .postgres:
            try row("SELECT to_regclass('migration') IS NOT NULL") { $0.bool(0) } ?? false
        }
    }

    fileprivate func migrationsDone() throws -> [Int] {
        try rows("SELECT number FROM migration ORDER BY number") { $0.int(0) }
    }

    fileprivate func hasTaken(_ migration: Migration) throws -> Bool {
        try row("SELECT 1 FROM migration WHERE number = \(migration.number)") { _ in true } ?? false
    }
}
