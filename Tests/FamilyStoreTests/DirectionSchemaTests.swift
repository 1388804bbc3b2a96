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

    /// What a program would write that knows no rule.
    enum Wrong: String, CaseIterable, Sendable {
        case anEndWithoutANext, aSecondDirector, aDayWithoutADirector, aDirectorTakenAway, thePastTakenAway
        case aKindThatIsNone, withoutASecondProfessional, allTakenAway

        func statements(_ family: ID<Family>) -> [SQL] {
            let now: SQL = "WHERE family_id = \(family) AND until_day IS NULL"
            switch self {
            case .anEndWithoutANext: return ["UPDATE direction SET until_day = '2026-11-23' \(now)"]
            case .aSecondDirector:
                return [
                    """
                    INSERT INTO direction (family_id, number, kind, holder_id, since_day)
                    SELECT family_id, number + 1, kind, holder_id, '2026-11-23' FROM direction \(now)
                    """
                ]
            case .aDayWithoutADirector:
                return [
                    "UPDATE direction SET until_day = '2026-11-22' \(now)",
                    """
                    INSERT INTO direction (family_id, number, kind, holder_id, since_day)
                    SELECT family_id, MAX(number) + 1, 'contact', MAX(holder_id), '2026-11-23' FROM direction
                    WHERE family_id = \(family) GROUP BY family_id
                    """,
                ]
            case .aDirectorTakenAway: return ["DELETE FROM direction \(now)"]
            case .thePastTakenAway: return ["DELETE FROM direction WHERE family_id = \(family) AND number = 2"]
            case .allTakenAway:
                return [
                    "DELETE FROM direction_agreed WHERE family_id = \(family)",
                    "DELETE FROM direction WHERE family_id = \(family)",
                ]
            case .aKindThatIsNone: return ["UPDATE direction SET kind = 'all' \(now)"]
            case .withoutASecondProfessional: return ["UPDATE direction SET cause = 'safety' \(now)"]
            }
        }
    }

    @Test(arguments: Engine.all, Wrong.allCases)
    func `refuses whatever leaves another number of directors than one`(engine: Engine, what: Wrong) async throws {
        let town = try await FilledDatabase.told(engine)
        let family = try town.filled.family(Self.family)
        let statements = what.statements(family)
        await #expect(throws: DatabaseError.self) {
            try await town.dossiers.database.write { connection in
                for statement in statements { try connection.execute(statement) }
            }
        }
        #expect(try await directors(town).allSatisfy { $0 == 1 })
    }
}
