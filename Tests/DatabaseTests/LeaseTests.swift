// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import TestDatabases
import Testing

@Suite struct `A lease` {
    @Test(arguments: Engine.all)
    func `is held by one at a time`(engine: Engine) async throws {
        let location = try await TestDatabase.location(engine)
        let (one, other) = (try await Database.open(location), try await Database.open(location))
        let lease = try #require(try await one.lease("clock"))
        #expect(await lease.isHeld())
        #expect(try await other.lease("clock") == nil)
        #expect(try await other.lease("another") != nil)
        await lease.release()
        #expect(try await other.lease("clock") != nil)
    }

    @Test(arguments: Engine.all)
    func `is not held after its release`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let lease = try #require(try await database.lease("clock"))
        await lease.release()
        #expect(await !lease.isHeld())
    }

    @Test func `is lost with its file`() async throws {
        let location = try await TestDatabase.location(.sqlite)
        guard case .sqlite(let path) = location else { return }
        let lease = try #require(try await Database.open(location).lease("clock"))
        try FileManager.default.removeItem(atPath: "\(path).clock.lease")
        #expect(await !lease.isHeld())
    }

    @Test func `is lost with its connection`() async throws {
        let database = try await TestDatabase.make(.postgres)
        let lease = try #require(try await database.lease("clock"))
        try await database.write { connection in
            _ = try connection.execute(
                """
                SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """)
        }
        #expect(await !lease.isHeld())
        #expect(try await database.lease("clock") != nil)
    }
}
