// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import TestDatabases
import Testing

@Suite struct `A row` {
    private static let migrations = [
        Migration(1, "Values") { d in
            [
                """
                CREATE TABLE kept (
                    number \(d.int) NOT NULL PRIMARY KEY, text TEXT, bytes \(d.bytes), flag \(d.bool), size \(d.int)
                ) \(d.strict)
                """
            ]
        }
    ]

    private func database(_ engine: Engine, text: String? = nil, bytes: [UInt8]? = nil, size: Int? = nil)
        async throws -> Database
    {
        let database = try await TestDatabase.make(engine, migrations: Self.migrations)
        try await database.write { connection in
            _ = try connection.execute(
                """
                INSERT INTO kept (number, text, bytes, flag, size)
                VALUES (\(1), \(text), \(bytes), \(size.map { $0 > 0 }), \(size))
                """)
        }
        return database
    }

    @Test(arguments: Engine.all, ["", "é 𝒳 “’”", "Robert'); --", String(repeating: "lang ", count: 50_000)])
    func `gives back text`(engine: Engine, text: String) async throws {
        let database = try await database(engine, text: text)
        let kept = try await database.read { try $0.row("SELECT text FROM kept") { $0.text(0) } }
        #expect(kept == text)
    }

    @Test(arguments: Engine.all, [[], [0, 255, 39, 92], [UInt8](repeating: 7, count: 300_000)] as [[UInt8]])
    func `gives back bytes`(engine: Engine, bytes: [UInt8]) async throws {
        let database = try await database(engine, bytes: bytes)
        let kept = try await database.read { try $0.row("SELECT bytes FROM kept") { ($0.bytes(0), $0.isNull(0)) } }
        #expect(kept?.0 == bytes)
        #expect(kept?.1 == false)
    }

    @Test(arguments: Engine.all, [0, 1, -1, 1_764_547_200_000, .max, .min])
    func `gives back whole numbers, yes and no`(engine: Engine, size: Int) async throws {
        let database = try await database(engine, size: size)
        let kept = try await database.read { try $0.row("SELECT size, flag FROM kept") { ($0.int(0), $0.bool(1)) } }
        #expect(kept?.0 == size)
        #expect(kept?.1 == (size > 0))
    }

    @Test(arguments: Engine.all)
    func `tells nothing from empty`(engine: Engine) async throws {
        let database = try await database(engine)
        let isNull = try await database.read { connection in
            try connection.row("SELECT text, bytes, flag, size FROM kept") { row in
                (0..<4).map { row.isNull($0) } + [row.text(0).isEmpty, row.bytes(1).isEmpty, !row.bool(2)]
            }
        }
        #expect(isNull == Array(repeating: true, count: 7))
    }

    @Test(arguments: Engine.all)
    func `reads what the kernel means`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let (id, day, moment) = (
            IDSource.unguessable.next(at: Moment(milliseconds: 1), Self.self), "2026-11-22" as Day,
            Moment(milliseconds: 12)
        )
        let answer = try await database.read { connection in
            try connection.row("SELECT \(id), \(day), \(moment), CAST(\(Day?.none) AS TEXT)") { row in
                (row.id(0, Self.self), try row.day(1), row.moment(2), try row.ifAny(3) { try $0.day($1) })
            }
        }
        #expect(answer?.0 == id)
        #expect(answer?.1 == day)
        #expect(answer?.2 == moment)
        #expect(answer?.3 == nil)
    }

    @Test(arguments: Engine.all)
    func `says so when a day is none`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        await #expect(throws: DatabaseError.damaged("no day: gisteren")) {
            try await database.read { try $0.row("SELECT \("gisteren")") { try $0.day(0) } }
        }
    }

    @Test(arguments: Engine.all, [[1], [9_999, 1], [10_000, 99_990_000], [-5, -70_000_000_001], [0], [5, -5]])
    func `counts and sums`(engine: Engine, sizes: [Int]) async throws {
        let database = try await TestDatabase.make(engine, migrations: Self.migrations)
        try await database.write { connection in
            for (number, size) in sizes.enumerated() {
                try connection.execute("INSERT INTO kept (number, size) VALUES (\(number), \(size))")
            }
        }
        let sums = try await database.read { connection in
            try connection.row("SELECT count(*), sum(size) FROM kept") { ($0.int(0), $0.int(1)) }
        }
        #expect(sums?.0 == sizes.count)
        #expect(sums?.1 == sizes.reduce(0, +))
    }

    @Test(arguments: Engine.all)
    func `stands in the order of its bytes`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let names = ["a", "B", "é", "Z", "z", "10", "9", "a b", "ab"]
        try await database.write { connection in for name in names { try connection.addNote(name) } }
        #expect(
            try await database.read { try $0.notes() }
                == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }
}
