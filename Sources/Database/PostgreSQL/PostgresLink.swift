// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Foundation

/// A connection to PostgreSQL, open until nobody holds it.
///
/// Only one thread uses it at a time.
final class PostgresLink: @unchecked Sendable {
    /// A server that stands still keeps its connections open, so silence, too, must end.
    ///
    /// No statement of a page takes so long.
    static let patience = Duration.seconds(8)

    let connection: OpaquePointer
    private var isGivenUp = false

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

    var isUsable: Bool { !isGivenUp && PQstatus(connection) == CONNECTION_OK }

    /// Waits until there is something to get; nil waits for ever.
    func awaitAnswer(_ patience: Duration?) throws(PostgresError) {
        let deadline = patience.map { ContinuousClock.now + $0 }
        while PQisBusy(connection) == 1 {
            var ear = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            let left = deadline.map { ($0 - .now) / .milliseconds(1) }
            if let left, left <= 0 {
                isGivenUp = true
                throw PostgresError(lost: "the server gives no answer")
            }
            poll(&ear, 1, left.map { CInt($0) + 1 } ?? -1)
            guard PQconsumeInput(connection) == 1 else { throw PostgresError(connection: connection) }
        }
    }

    /// Carries out a statement of ours at once, and gives the first column of the answer's first row.
    @discardableResult
    func ask(_ statement: String, _ patience: Duration? = patience) throws(PostgresError) -> String? {
        guard PQsendQuery(connection, statement) == 1 else { throw PostgresError(connection: connection) }
        var answer: PostgresResult?
        while true {
            try awaitAnswer(patience)
            guard let next = PQgetResult(connection) else { break }
            answer = PostgresResult(next)
        }
        guard let result = answer?.pointer else { throw PostgresError(connection: connection) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return nil
        case PGRES_TUPLES_OK:
            guard PQntuples(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
            return String(cString: PQgetvalue(result, 0, 0))
        default: throw PostgresError(result)
        }
    }
}
