// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Testing
import TestDatabases

@Suite struct `A transaction` {
    private static let migrations = [
        Migration(1, "Notes") { d in
            ["CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY, count \(d.int) NOT NULL CHECK (count >= 0)) \(d.clustered)"]
        }
    ]

    @Test(arguments: Engine.all)
    func `keeps what the act wrote`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: Self.migrations)
        try await database.write { _ = try $0.execute("INSERT INTO note VALUES (\("a"), \(1))") }
        let counts = try await database.read { try $0.rows("SELECT count FROM note ORDER BY id") { $0.int(0) } }
        #expect(counts == [1])
    }
}
