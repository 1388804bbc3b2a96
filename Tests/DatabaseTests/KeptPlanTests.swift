// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import TestDatabases
import Testing

/// An index that holds only rows with one certain value could serve a statement when that very value is bound to it: then
/// the statement would be planned anew each time it is carried out.
@Suite struct `The plan of a statement` {
    private static let schema = Migration(1, "Notes") { d in
        [
            "CREATE TABLE note (space TEXT NOT NULL, subject TEXT NOT NULL, at \(d.int) NOT NULL)",
            "CREATE INDEX note_outside ON note (subject) WHERE space = ''",
        ]
    }

    @Test func `stays the same whatever is bound to it`() async throws {
        let database = try await TestDatabase.make(.sqlite, migrations: [Self.schema])
        let plan = try await database.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN SELECT at FROM note WHERE space = \("") AND subject = \("a")") {
                $0.text(3)
            }
        }
        #expect(plan.count == 1 && plan.allSatisfy { !$0.contains("note_outside") })
    }
}
