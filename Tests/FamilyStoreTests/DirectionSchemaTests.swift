// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestDatabases
import Testing
import Town

@Suite struct `The schema of direction` {
    private static let family = "de-wit-yildiz"

    /// How many direct each family of the town, as the database has it.
    private func directors(_ town: FilledDatabase) async throws -> [Int] {
        try await town.dossiers.database.read { connection in
            try connection.rows(
                """
                SELECT (SELECT COUNT(*) FROM direction d WHERE d.family_id = f.id AND d.until_day IS NULL)
                FROM family f ORDER BY f.id
                """
            ) { $0.int(0) }
        }
    }

    @Test(arguments: Engine.all)
    func `keeps one director of every family of the town`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        let counts = try await directors(town)
        #expect(counts.count == 6 && counts.allSatisfy { $0 == 1 })
    }

    /// Each line: what a program would write that knows no rule.
    static let wrong: [String: @Sendable (ID<Family>) -> [SQL]] = [
        "an end without a next": { family in
            ["UPDATE direction SET until_day = '2026-11-23' WHERE family_id = \(family) AND until_day IS NULL"]
        },
        "a second director": { family in
            [
                """
                INSERT INTO direction (family_id, number, kind, holder_id, since_day)
                SELECT family_id, number + 1, kind, holder_id, '2026-11-23' FROM direction
                WHERE family_id = \(family) AND until_day IS NULL
                """
            ]
        },
        "a day without a director": { family in
            [
                "UPDATE direction SET until_day = '2026-11-22' WHERE family_id = \(family) AND until_day IS NULL",
                """
                INSERT INTO direction (family_id, number, kind, holder_id, since_day)
                SELECT family_id, MAX(number) + 1, 'contact', MAX(holder_id), '2026-11-23' FROM direction
                WHERE family_id = \(family) GROUP BY family_id
                """,
            ]
        },
        "a director taken away": { family in
            ["DELETE FROM direction WHERE family_id = \(family) AND until_day IS NULL"]
        },
        "the past taken away": { family in
            ["DELETE FROM direction_agreed", "DELETE FROM direction WHERE family_id = \(family) AND number = 2"]
        },
        "a kind that is none": { family in
            ["UPDATE direction SET kind = 'all' WHERE family_id = \(family) AND until_day IS NULL"]
        },
        "taking it without a second professional": { family in
            ["UPDATE direction SET cause = 'safety' WHERE family_id = \(family) AND until_day IS NULL"]
        },
    ]

    @Test(arguments: Engine.all, wrong.keys.sorted())
    func `refuses whatever leaves another number of directors than one`(engine: Engine, what: String) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        let statements = try #require(Self.wrong[what])(family)
        await #expect(throws: DatabaseError.self) {
            try await town.dossiers.database.write { connection in
                for statement in statements { try connection.execute(statement) }
            }
        }
        #expect(try await directors(town).allSatisfy { $0 == 1 })
    }
}
