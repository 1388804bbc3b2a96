// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import TestDatabases
import Testing

@Suite struct `The file of a database` {
    @Test func `is made where there is none`() async throws {
        let path = TestFolder.path("sqlite")
        _ = try await Database.open(.sqlite(path: path))
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `that is damaged is said at the start`() async throws {
        let path = TestFolder.path("sqlite")
        try Data(
            "This is no database, and it is long enough to be read as one. \(String(repeating: "x", count: 4_096))".utf8
        )
        .write(to: URL(filePath: path))
        let error = await #expect(throws: DatabaseError.self) { _ = try await Database.open(.sqlite(path: path)) }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `whose pages are damaged is said when they are read`() async throws {
        let path = TestFolder.path("sqlite")
        let database = try await Database.open(.sqlite(path: path))
        try await database.migrate(NoteBook.migrations)
        try await database.write { connection in
            for number in 0..<2_000 { try connection.addNote("note \(number)") }
        }
        await database.close()
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        for page in 4..<10 {
            try file.seek(toOffset: UInt64(page * 4_096))
            try file.write(contentsOf: Data(repeating: 0xA5, count: 2_048))
        }
        let again = try await Database.open(.sqlite(path: path))
        let error = await #expect(throws: DatabaseError.self) { try await again.read { try $0.notes() } }
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `that can't be reached is said at the start`() async throws {
        let error = await #expect(throws: DatabaseError.self) {
            _ = try await Database.open(.sqlite(path: "/nowhere/rondom.db"))
        }
        guard case .unavailable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `is copied while it is written to`() async throws {
        let database = try await NoteBook.make(.sqlite)
        let padding = String(repeating: "x", count: 200)
        try await database.write { connection in
            for number in 0..<20_000 { try connection.addNote("note \(number) \(padding)") }
        }
        let writer = Task {
            var number = 0
            while !Task.isCancelled {
                number += 1
                try await database.write { [number] in try $0.addNote("late \(number)") }
            }
        }
        let path = TestFolder.path("copy")
        let steps = Tally()
        try await database.copy(to: path) { done, all in steps.add(done * 100 / all) }
        writer.cancel()
        let copy = try await Database.open(.sqlite(path: path))
        let notes = try await copy.read { try $0.notes() }
        #expect(notes.count { $0.hasPrefix("note") } == 20_000)
        #expect(steps.numbers.count > 1)
        #expect(steps.numbers.last == 100)
        #expect(steps.numbers == steps.numbers.sorted())
    }

    @Test func `is not copied over another`() async throws {
        let database = try await NoteBook.make(.sqlite)
        let path = TestFolder.path("copy")
        try await database.copy(to: path) { _, _ in }
        await #expect(throws: DatabaseError.self) { try await database.copy(to: path) { _, _ in } }
    }

    @Test func `keeps its log short`() async throws {
        let path = TestFolder.path("sqlite")
        let database = try await Database.open(.sqlite(path: path))
        try await database.migrate([
            Migration(1, "Blobs") { d in
                ["CREATE TABLE blob (number \(d.int) PRIMARY KEY, bytes \(d.bytes)) \(d.strict)"]
            }
        ])
        let bytes = [UInt8](repeating: 7, count: 100_000)
        for number in 0..<600 {
            try await database.write { connection in
                _ = try connection.execute("INSERT INTO blob VALUES (\(number), \(bytes))")
            }
        }
        let size = try FileManager.default.attributesOfItem(atPath: "\(path)-wal")[.size] as? Int ?? 0
        #expect(size < 40_000_000, "60 MB were written")
    }
}
