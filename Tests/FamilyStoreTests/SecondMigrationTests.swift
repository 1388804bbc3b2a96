// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import NetworkStore
import PeopleStore
import TestDatabases
import Testing

/// A database as it stood before there was one rule for two professionals, with refusals of reading that wait.
private struct Before {
    static let all = peopleMigrations + networkMigrations + familyMigrations

    let database: Database

    init(_ engine: Engine) async throws {
        database = try await TestDatabase.make(engine, migrations: Self.all.filter { $0.number < 99 })
        _ = try await database.write { connection in
            let nothing: [UInt8] = []
            for account in ["marieke", "hanna"] {
                try connection.execute(
                    """
                    INSERT INTO account (id, kind, name, language)
                    VALUES (\(account), 'professional', \(nothing), \(nothing))
                    """)
            }
            try connection.execute("INSERT INTO organisation (id, kind, name) VALUES ('team', 'areaTeam', 'Team')")
            try connection.execute("INSERT INTO family (id, started_at) VALUES ('family', 1)")
            for person in ["noor", "sem", "joost"] {
                try connection.execute(
                    "INSERT INTO dossier_part (family_id, id, kind) VALUES ('family', \(person + "-part"), 'person')")
                try connection.execute(
                    "INSERT INTO person (family_id, id, part_id) VALUES ('family', \(person), \(person + "-part"))")
            }
        }
    }

    /// Marieke asked that Joost does not read about a child.
    func refusal(_ id: String, about child: String, made: Int, endedAt: Int? = nil) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO reading_refusal (family_id, id, child_id, parent_id, part_id, by_id, made_at, ended_at, ended_by)
                VALUES ('family', \(id), \(child), 'joost', \(child + "-part"), 'marieke', \(made), \(endedAt),
                    \(endedAt.map { _ in "marieke" }))
                """)
        }
    }

    func promise(_ id: String, owedBy owner: String, about child: String, made: Int) async throws {
        _ = try await database.write { connection in
            try connection.execute(
                """
                INSERT INTO promise (space, id, kind, owner_account, receiver_kind, receiver, subject_kind, subject,
                    urgency, made_at, due_at, fallback, version)
                VALUES ('family', \(id), 'confirmRefusal', \(owner), 'account', 'marieke', 'readingRefusal', \(child),
                    'day', \(made), \(made + 10), 'team', 1)
                """)
        }
    }

    /// The promises after, with who owes them or that nobody waits for them, and about what.
    func after() async throws -> [String] {
        try await database.migrate(Self.all)
        return try await database.read { connection in
            try connection.rows(
                """
                SELECT id, kind, subject, COALESCE(owner_account, owner_organisation), closed_reason FROM promise
                ORDER BY id
                """
            ) { row in
                let reason = row.ifAny(4) { $0.text($1) } ?? "open"
                return "\(row.text(0)) \(row.text(1)) \(row.text(2)) \(row.text(3)) \(reason)"
            }
        }
    }

    /// What waits for a second professional, and with whom.
    func waiting() async throws -> [String] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT subject_id, COALESCE(asked_account, asked_organisation) FROM second_professional
                WHERE answer IS NULL ORDER BY subject_id
                """
            ) { "\($0.text(0)) \($0.text(1))" }
        }
    }
}

@Suite struct `The step to one rule for two professionals` {
    @Test(arguments: Engine.all)
    func `keeps what waits, gives team leads what came back, and ends what nothing waits for`(
        engine: Engine
    ) async throws {
        let before = try await Before(engine)
        try await before.refusal("waits", about: "noor", made: 100)
        try await before.promise("p1", owedBy: "hanna", about: "noor", made: 100)
        try await before.refusal("came-back", about: "sem", made: 200)
        try await before.promise("p2", owedBy: "marieke", about: "sem", made: 200)
        try await before.refusal("ended", about: "noor", made: 300, endedAt: 400)
        try await before.promise("p3", owedBy: "hanna", about: "noor", made: 300)
        try await before.promise("p4", owedBy: "hanna", about: "sem", made: 500)
        #expect(
            try await before.after() == [
                "p1 confirmDecision waits hanna open", "p2 confirmDecision came-back team open",
                "p3 confirmDecision ended hanna noLongerNeeded", "p4 confirmDecision sem hanna noLongerNeeded",
            ])
        #expect(try await before.waiting() == ["came-back team", "waits hanna"])
    }
}
