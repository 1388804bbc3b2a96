// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Foundation

/// A connection to PostgreSQL, open until nobody holds it.
///
/// Only one thread uses it at a time.
final class PostgresLink: @unchecked Sendable {
    let connection: OpaquePointer

    /// Connects, which takes as long as `connect_timeout` for each host.
    init(_ address: PostgresAddress) throws(PostgresError) {
        let settings = Array(address.settings)
        let keywords = settings.map { strdup($0.key) } + [nil]
        let values = settings.map { strdup($0.value) } + [nil]
        defer { (keywords + values).forEach { free($0) } }
        let opened = PQconnectdbParams(keywords.map { UnsafePointer($0) }, values.map { UnsafePointer($0) }, 0)
        guard let opened, PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw PostgresError(connection: opened)
        }
        connection = opened
        // Without this, libpq writes notices to standard error.
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
    }

    deinit { PQfinish(connection) }

    var isUsable: Bool { PQstatus(connection) == CONNECTION_OK }

    /// Carries out a statement of ours at once, and gives the first column of the answer's first row.
    @discardableResult
    func ask(_ statement: String) throws(PostgresError) -> String? {
        guard let result = PQexec(connection, statement) else { throw PostgresError(connection: connection) }
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return nil
        case PGRES_TUPLES_OK:
            guard PQntuples(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
            return String(cString: PQgetvalue(result, 0, 0))
        default: throw PostgresError(result)
        }
    }
}
