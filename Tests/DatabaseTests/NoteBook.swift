// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import TestDatabases

/// A table for tests.
enum NoteBook {
    static let migrations = [
        Migration(1, "Notes") { d in
            [
                """
                CREATE TABLE note (
                    id TEXT NOT NULL PRIMARY KEY,
                    count \(d.int) NOT NULL CONSTRAINT note_count CHECK (count >= 0)
                ) \(d.clustered)
                """
            ]
        }
    ]

    static func make(_ engine: Engine) async throws -> Database {
        try await TestDatabase.make(engine, migrations: migrations)
    }
}

extension Connection {
    func addNote(_ id: String, count: Int = 0) throws {
        try execute("INSERT INTO note (id, count) VALUES (\(id), \(count))")
    }

    func notes() throws -> [String] { try rows("SELECT id FROM note ORDER BY id") { $0.text(0) } }

    func count(of id: String) throws -> Int? { try row("SELECT count FROM note WHERE id = \(id)") { $0.int(0) } }

    func raise(_ id: String) throws {
        guard let count = try count(of: id) else { return }
        try execute("UPDATE note SET count = \(count + 1) WHERE id = \(id)")
    }
}

/// What an act throws of its own.
struct Refused: Error, Equatable {}
