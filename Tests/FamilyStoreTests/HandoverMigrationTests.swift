// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import NetworkStore
import PeopleStore
import TestDatabases
import Testing

@Suite struct `Handovers from before help could be handed over` {
    private static let all = peopleMigrations + networkMigrations + familyMigrations

    /// A database as it stood before, in which direction is being handed over with a talk.
    private func before(_ engine: Engine) async throws -> Database {
        let database = try await TestDatabase.make(engine, migrations: Self.all.filter { $0.number < 160 })
        _ = try await database.write { connection in
            let nothing: [UInt8] = []
            for account in ["marieke", "hanna"] {
                try connection.execute(
                    """
                    INSERT INTO account (id, kind, name, language)
                    VALUES (\(account), 'professional', \(nothing), \(nothing))
                    """)
            }
            try connection.execute("INSERT INTO family (id, started_at) VALUES ('family', 1)")
            try connection.execute(
                "INSERT INTO dossier_part (family_id, id, kind) VALUES ('family', 'noor-part', 'person')")
            try connection.execute("INSERT INTO person (family_id, id, part_id) VALUES ('family', 'noor', 'noor-part')")
            try connection.execute("INSERT INTO family (id, started_at) VALUES ('other', 1)")
            try connection.execute(
                "INSERT INTO dossier_part (family_id, id, kind) VALUES ('other', 'isa-part', 'person')")
            try connection.execute("INSERT INTO person (family_id, id, part_id) VALUES ('other', 'isa', 'isa-part')")
            for (id, state) in [("open", "agreed"), ("over", "completed")] {
                try connection.execute(
                    """
                    INSERT INTO handover (family_id, id, what, kind, review_day, from_id, to_id, proposer_id, made_at,
                        leaves, state, state_at, talk_day, story_confirmed, introduced, reason)
                    VALUES ('family', \(id), 'direction', 'monitoring', '2027-01-01', 'marieke', 'hanna', 'marieke', 1,
                        \(true), \(state), 2, '2026-11-01', \(true), \(false), \([1, 2, 3] as [UInt8]))
                    """)
                try connection.execute(
                    """
                    INSERT INTO handover_person (family_id, handover_id, person_id, agreed)
                    VALUES ('family', \(id), 'noor', \(true))
                    """)
            }
            try connection.execute(Self.stranger)
        }
        return database
    }

    /// Somebody of another family was there.
    private static let stranger: SQL = """
        INSERT INTO handover_person (family_id, handover_id, person_id, agreed) VALUES ('family', 'open', 'isa', \(false))
        """

    private func add(_ id: String, _ what: String, leaves: Bool, to database: Database) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO handover (family_id, id, what, from_id, to_id, proposer_id, made_at, leaves, state, state_at)
                VALUES ('family', \(id), \(what), 'marieke', 'hanna', 'marieke', 1, \(leaves), 'proposed', 2)
                """)
        }
    }

    @Test(arguments: Engine.all)
    func `are kept whole, and others stand beside them`(engine: Engine) async throws {
        let database = try await before(engine)
        try await database.migrate(Self.all)
        let kept = try await database.read { connection in
            try connection.rows(
                """
                SELECT h.id, h.state, p.person_id, h.reason FROM handover h
                JOIN handover_person p ON p.family_id = h.family_id AND p.handover_id = h.id ORDER BY h.id
                """
            ) { "\($0.text(0)) \($0.text(1)) \($0.text(2)) \($0.bytes(3))" }
        }
        #expect(kept == ["open agreed noor [1, 2, 3]", "over completed noor [1, 2, 3]"])
        await #expect(throws: (any Error).self) {
            _ = try await database.write { try $0.execute(Self.stranger) }
        }
        try await add("first", "contact", leaves: false, to: database)
        try await add("help", "help", leaves: true, to: database)
        for (id, what, leaves) in [
            ("x", "contact", false), ("y", "help", true), ("z", "help", false), ("q", "all", true),
        ] {
            await #expect(throws: (any Error).self, "\(what) \(leaves)") {
                try await add(id, what, leaves: leaves, to: database)
            }
        }
    }
}
