// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import TestDatabases
import Testing

@Suite struct `A transaction` {
    @Test(arguments: Engine.all)
    func `keeps what the act wrote`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let given = try await database.write { connection in
            try connection.addNote("a", count: 1)
            return try connection.count(of: "a")
        }
        #expect(given == 1)
        #expect(try await database.read { try $0.notes() } == ["a"])
    }

    @Test(arguments: Engine.all)
    func `keeps nothing of an act that throws`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        await #expect(throws: Refused()) {
            try await database.write { connection in
                try connection.addNote("a")
                throw Refused()
            }
        }
        #expect(try await database.read { try $0.notes() }.isEmpty)
    }

    @Test(arguments: Engine.all)
    func `keeps nothing of an act that hides a failed statement`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        await #expect(throws: DatabaseError.self) {
            try await database.write { connection in
                try connection.addNote("a")
                try? connection.addNote("a")
            }
        }
        #expect(try await database.read { try $0.notes() }.isEmpty)
    }

    @Test(arguments: Engine.all)
    func `names the rule of the schema that said no`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        await #expect(throws: DatabaseError.constraint("note_count")) {
            try await database.write { try $0.addNote("a", count: -1) }
        }
        let name = engine == .sqlite ? "note.id" : "note_pkey"
        await #expect(throws: DatabaseError.constraint(name)) {
            try await database.write { connection in for _ in 1...2 { try connection.addNote("a") } }
        }
    }

    @Test(arguments: Engine.all)
    func `tells how many rows a statement changed`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let counts = try await database.write { connection in
            for id in ["a", "b", "c"] { try connection.addNote(id) }
            return [
                try connection.execute("UPDATE note SET count = 1 WHERE id > \("a")"),
                try connection.execute("DELETE FROM note WHERE id = \("x")"),
                try connection.execute("CREATE TABLE empty (id TEXT)"),
            ]
        }
        #expect(counts == [2, 0, 0])
    }

    @Test(arguments: Engine.all)
    func `gives back what it wrote`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let ids = try await database.write { connection in
            try connection.rows("INSERT INTO note VALUES (\("a"), \(1)), (\("b"), \(2)) RETURNING id") { $0.text(0) }
        }
        #expect(ids == ["a", "b"])
    }

    @Test(arguments: Engine.all)
    func `writes nothing while it reads`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        await #expect(throws: DatabaseError.self) { try await database.read { try $0.addNote("a") } }
        #expect(try await database.read { try $0.notes() }.isEmpty)
    }

    @Test(arguments: Engine.all)
    func `sees one state in all questions`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        let (asked, written) = (Gate(), Gate())
        async let answers = database.read { connection in
            let first = try connection.notes()
            asked.open()
            written.wait()
            return [first, try connection.notes()]
        }
        await asked.passed()
        try await database.write { try $0.addNote("a") }
        written.open()
        #expect(try await answers == [[], []])
    }

    @Test(arguments: Engine.all)
    func `says what is wrong with a statement`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let error = await #expect(throws: DatabaseError.self) {
            try await database.read { try $0.rows("SELECT id FROM nowhere") { $0.int(0) } }
        }
        #expect("\(error as Any)".contains("nowhere"))
    }

    @Test(arguments: Engine.all)
    func `asks within a row's own question`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        try await database.write { connection in for id in ["a", "b"] { try connection.addNote(id) } }
        let counts = try await database.read { connection in
            try connection.rows("SELECT id FROM note ORDER BY id") { _ in try connection.notes().count }
        }
        #expect(counts == [2, 2])
    }

    @Test(arguments: Engine.all)
    func `says so when the database was closed`(engine: Engine) async throws {
        let database = try await NoteBook.make(engine)
        await database.close()
        await #expect(throws: DatabaseError.unavailable("the database was closed")) {
            try await database.write { try $0.addNote("a") }
        }
        await #expect(throws: DatabaseError.unavailable("the database was closed")) {
            try await database.read { try $0.notes() }
        }
    }
}
