// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Synchronization
import TestDatabases
import Testing

@Suite struct `On PostgreSQL, an act` {
    @Test func `that met another one is done again`() async throws {
        let database = try await NoteBook.make(.postgres)
        try await database.write { try $0.addNote("a") }
        let (asked, written) = (Gate(), Gate())
        let runs = Atomic(0)
        async let slow: Void = database.write { connection in
            let count = try connection.count(of: "a") ?? 0
            if runs.add(1, ordering: .relaxed).newValue == 1 {
                asked.open()
                written.wait()
            }
            try connection.execute("UPDATE note SET count = \(count + 1) WHERE id = \("a")")
        }
        await asked.passed()
        try await database.write { try $0.raise("a") }
        written.open()
        try await slow
        #expect(try await database.read { try $0.count(of: "a") } == 2)
        #expect(runs.load(ordering: .relaxed) == 2)
    }

    @Test func `that saw what another changed unseen is done again`() async throws {
        let database = try await NoteBook.make(.postgres)
        // Each adds a note only if there is none yet: the rule "at most one" holds for any order of the two.
        let (asked, written) = (Gate(), Gate())
        let runs = Atomic(0)
        async let slow: Void = database.write { connection in
            let isEmpty = try connection.notes().isEmpty
            if runs.add(1, ordering: .relaxed).newValue == 1 {
                asked.open()
                written.wait()
            }
            if isEmpty { try connection.addNote("slow") }
        }
        await asked.passed()
        try await database.write { connection in if try connection.notes().isEmpty { try connection.addNote("fast") } }
        written.open()
        try await slow
        #expect(try await database.read { try $0.notes() } == ["fast"])
    }

    @Test func `whose connection breaks is done again`() async throws {
        let database = try await NoteBook.make(.postgres)
        let runs = Atomic(0)
        try await database.write { connection in
            try connection.addNote("a")
            guard runs.add(1, ordering: .relaxed).newValue == 1 else { return }
            _ = try connection.rows("SELECT pg_terminate_backend(pg_backend_pid())") { $0.bool(0) }
        }
        #expect(try await database.read { try $0.notes() } == ["a"])
        #expect(runs.load(ordering: .relaxed) == 2)
    }

    @Test func `prepares many statements and keeps few`() async throws {
        let database = try await NoteBook.make(.postgres)
        let sums = try await database.write { connection in
            var (sums, question): ([Int?], SQL) = ([], "SELECT 1")
            for size in 1...1_100 {
                question = size.isMultiple(of: 25) ? "SELECT \(size)" : "\(question) + 1"
                let spaced: SQL = size % 2 == 0 ? "\(question) " : question
                sums.append(try connection.row(spaced) { $0.int(0) })
            }
            return sums
        }
        #expect(sums.count == 1_100)
    }
}
