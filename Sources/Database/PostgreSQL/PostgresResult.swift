// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// The answer to one statement, freed with the last who holds it.
final class PostgresResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var rowCount: CInt { PQntuples(pointer) }
    /// How many rows a statement changed; 0 for one that changes none, such as CREATE TABLE.
    var changedCount: Int { Int(String(cString: PQcmdTuples(pointer))) ?? 0 }
    /// What was done, in PostgreSQL's words: `COMMIT`, `INSERT 0 1`.
    var deed: String { String(cString: PQcmdStatus(pointer)) }
}
