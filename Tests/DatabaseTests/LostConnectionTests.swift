// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization
import TestDatabases
import Testing

@testable import Database

@Suite struct `A connection to PostgreSQL` {
    /// A database behind a proxy.
    private func behindProxy() async throws -> (Database, Proxy) {
        guard case .postgres(let address) = try await TestDatabase.location(.postgres) else { throw Refused() }
        let settings = try PostgresAddress(address).settings
        let proxy = Proxy(to: try #require(UInt16(settings["port"] ?? "5432")))
        let location = DatabaseLocation.postgres("\(address) host=127.0.0.1 port=\(proxy.port) sslmode=disable")
        let database = try await Database.open(location, poolSize: 4)
        try await database.migrate(NoteBook.migrations)
        return (database, proxy)
    }

    @Test(arguments: [Proxy.Fate.lostOnTheWay, .answerLost])
    func `lost during COMMIT leaves the act done once`(fate: Proxy.Fate) async throws {
        let (database, proxy) = try await behindProxy()
        defer { proxy.end() }
        let runs = Atomic(0)
        let questions = Atomic(0)
        proxy.nextCommit(fate)
        let value = try await database.write(
            settled: { connection in
                questions.add(1, ordering: .relaxed)
                return try connection.count(of: "a").map { _ in "settled" }
            },
            { connection in
                runs.add(1, ordering: .relaxed)
                try connection.addNote("a")
                return "done"
            })
        #expect(value == (fate == .answerLost ? "settled" : "done"))
        #expect(runs.load(ordering: .relaxed) == (fate == .answerLost ? 1 : 2))
        #expect(questions.load(ordering: .relaxed) == 1)
        #expect(try await database.read { try $0.notes() } == ["a"])
    }

    @Test(arguments: [Proxy.Fate.lostOnTheWay, .answerLost])
    func `lost during COMMIT is said where nothing can tell`(fate: Proxy.Fate) async throws {
        let (database, proxy) = try await behindProxy()
        defer { proxy.end() }
        proxy.nextCommit(fate)
        await #expect(throws: DatabaseError.outcomeUnknown) { try await database.write { try $0.addNote("a") } }
    }

    @Test func `may be gone for a moment`() async throws {
        let (database, proxy) = try await behindProxy()
        defer { proxy.end() }
        proxy.fall()
        async let note: Void = database.write { try $0.addNote("a") }
        async let count = database.read { try $0.notes().count }
        try await Task.sleep(for: .seconds(1))
        proxy.raise()
        try await note
        #expect(try await count <= 1)
        #expect(try await database.read { try $0.notes() } == ["a"])
    }

    @Test func `gone for long is said, and used again when it is back`() async throws {
        let (database, proxy) = try await behindProxy()
        defer { proxy.end() }
        proxy.fall()
        let error = await #expect(throws: DatabaseError.self) { try await database.write { try $0.addNote("a") } }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        proxy.raise()
        try await database.write { try $0.addNote("b") }
        #expect(try await database.read { try $0.notes() } == ["b"])
    }

    @Test func `that nobody answers is said at the start`() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await Database.open(.postgres("postgres://127.0.0.1:1/rondom"))
        }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
