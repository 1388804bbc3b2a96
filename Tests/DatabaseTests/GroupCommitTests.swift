// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestDatabases
import Testing

@testable import Database

@Suite struct `Acts that come together` {
    @Test(arguments: Engine.all)
    func `are all kept`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        try await withThrowingTaskGroup { writers in
            for writer in 0..<64 {
                writers.addTask {
                    for number in 0..<8 { try await database.write { try $0.addNote("\(writer) \(number)") } }
                }
            }
            try await writers.waitForAll()
        }
        #expect(try await database.read { try $0.notes() }.count == 64 * 8)
    }

    @Test(arguments: Engine.all)
    func `build on each other`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        try await database.write { try $0.addNote("a") }
        try await withThrowingTaskGroup { writers in
            for _ in 0..<64 { writers.addTask { try await database.write { try $0.raise("a") } } }
            try await writers.waitForAll()
        }
        #expect(try await database.read { try $0.count(of: "a") } == 64)
    }

    @Test(arguments: Engine.all)
    func `fail alone`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let failures = await withTaskGroup(of: Bool.self) { writers in
            for writer in 0..<64 {
                writers.addTask {
                    do {
                        try await database.write { connection in
                            try connection.addNote("\(writer)")
                            if writer.isMultiple(of: 4) { throw Refused() }
                            if writer % 4 == 1 { try connection.addNote("\(writer)") }
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await writers.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(failures == 32)
        #expect(try await database.read { try $0.notes() }.allSatisfy { (Int($0) ?? 0) % 4 > 1 })
    }

    @Test func `share a transaction on SQLite`() async throws {
        let database = try await NoteBook.make(.sqlite)
        let (started, mayEnd) = (Gate(), Gate())
        async let first: Void = database.write { _ in
            started.open()
            mayEnd.wait()
        }
        await started.passed()
        let depths = Tally()
        try await withThrowingTaskGroup { writers in
            for writer in 0..<10 {
                writers.addTask {
                    try await database.write { connection in
                        try connection.addNote("\(writer)")
                        let count = try connection.notes().count
                        depths.add(count)
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            let outside = try await database.read { try $0.notes() }
            #expect(outside.isEmpty)
            mayEnd.open()
            try await writers.waitForAll()
        }
        try await first
        #expect(depths.numbers.sorted() == Array(1...10))
    }

    @Test func `are refused once too many wait`() async throws {
        let engine = try SQLiteEngine(path: TestFolder.path("sqlite"), queueLimit: 4, onFatal: Database.stop)
        let (started, mayEnd) = (Gate(), Gate())
        async let first: Void = engine.write(inTurn: nil, settled: nil) { _ in
            started.open()
            mayEnd.wait()
        }
        await started.passed()
        let outcomes = await withTaskGroup(of: DatabaseError?.self) { writers in
            for _ in 0..<6 {
                writers.addTask {
                    do {
                        try await engine.write(inTurn: nil, settled: nil) { _ in }
                        return nil
                    } catch {
                        return error as? DatabaseError
                    }
                }
            }
            var outcomes: [DatabaseError?] = []
            for await outcome in writers {
                outcomes.append(outcome)
                if outcomes.count == 2 { mayEnd.open() }
            }
            return outcomes
        }
        try await first
        #expect(outcomes == [.busy, .busy, nil, nil, nil, nil])
        await engine.close()
    }
}
