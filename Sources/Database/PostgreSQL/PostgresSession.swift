// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// A connection on which transactions run.
///
/// Statements are prepared once, and what needs no answer of its own (BEGIN, PREPARE) travels with the statement
/// behind it. Only one thread uses it at a time.
final class PostgresSession: @unchecked Sendable {
    private struct Shape: Hashable {
        let text: String
        let kinds: [Oid]
    }

    /// Statements kept by a session; a list in `IN` makes them many.
    private static let enough = 1_000

    /// An advisory lock that this session holds as long as the server works for it.
    let mark = Int64.random(in: .min ... .max)
    /// How long to wait for an answer; nil for what may take long, such as a step of the schema.
    var patience: Duration? = PostgresLink.patience
    private let link: PostgresLink
    private var prepared: [Shape: String] = [:]
    private var nameCount = 0
    /// How often the server still has to say that it is through with what we sent.
    private var unanswered = 0

    init(_ address: PostgresAddress) throws(PostgresError) {
        link = try PostgresLink(address)
        try link.ask("SELECT pg_advisory_lock(\(mark))")
        // "Done" must mean "on disk", also where an administrator traded that for speed.
        try link.ask(
            """
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """)
        // A table read from end to end counts as read by everybody who writes in it, and acts would be undone for it.
        try link.ask("SET enable_seqscan = off")
        guard PQenterPipelineMode(link.connection) == 1 else { throw PostgresError(connection: link.connection) }
    }

    var isUsable: Bool { link.isUsable }

    /// Waits until the server has ended another session, however long that takes it up to five seconds.
    func awaitEnd(of mark: Int64) throws(PostgresError) {
        try carryOut("SET lock_timeout = '5s'")
        try carryOut("SELECT pg_advisory_lock(\(mark))")
        try carryOut("SELECT pg_advisory_unlock(\(mark))")
        try carryOut("RESET lock_timeout")
    }

    /// Carries out a statement; `opening`, when given, goes before it in the same message.
    func run(_ sql: SQL, after opening: StaticString? = nil) throws(PostgresError) -> PostgresResult {
        try readRest()
        if let opening { try send(opening.description) }
        let parameters = PostgresParameters(sql.values)
        let shape = Shape(text: sql.text, kinds: parameters.kinds)
        let known = prepared[shape]
        let name: String
        if let known { name = known } else { name = try prepare(shape) }
        let count = CInt(parameters.kinds.count)
        try sent(parameters.with { PQsendQueryPrepared(link.connection, name, count, $0, $1, $2, 1) })
        try sync()
        let (result, error, answered) = try read()
        if known == nil, answered > (opening == nil ? 0 : 1) { prepared[shape] = name }
        if let error { throw error }
        guard let result else { throw PostgresError(connection: link.connection) }
        return result
    }

    /// Carries out a statement of ours, not prepared.
    @discardableResult
    func carryOut(_ statement: String) throws(PostgresError) -> PostgresResult {
        try sendLast(statement)
        unanswered -= 1
        let (result, error, _) = try read()
        if let error { throw error }
        guard let result else { throw PostgresError(connection: link.connection) }
        return result
    }

    /// Sends a statement whose answer nobody waits for; it is read before the next one.
    func sendLast(_ statement: String) throws(PostgresError) {
        try readRest()
        try send(statement)
        try sync()
        unanswered += 1
    }

    private func prepare(_ shape: Shape) throws(PostgresError) -> String {
        if prepared.count >= Self.enough { try forgetStatements() }
        nameCount += 1
        let name = "s\(nameCount)"
        try sent(PQsendPrepare(link.connection, name, shape.text, CInt(shape.kinds.count), shape.kinds))
        return name
    }

    private func forgetStatements() throws(PostgresError) {
        try send("DEALLOCATE ALL")
        prepared = [:]
    }

    private func send(_ statement: String) throws(PostgresError) {
        try sent(PQsendQueryParams(link.connection, statement, 0, nil, nil, nil, nil, 1))
    }

    private func sync() throws(PostgresError) { try sent(PQpipelineSync(link.connection)) }

    private func sent(_ success: CInt) throws(PostgresError) {
        if success != 1 { throw PostgresError(connection: link.connection) }
    }

    private func readRest() throws(PostgresError) {
        while unanswered > 0 {
            unanswered -= 1
            if let error = try read().error, error.isLoss { throw error }
        }
    }

    /// Reads all answers up to the next sync: the last result, the first error, and how many statements went well.
    private func read() throws(PostgresError) -> (result: PostgresResult?, error: PostgresError?, answered: Int) {
        var (result, error, answered): (PostgresResult?, PostgresError?, Int) = (nil, nil, 0)
        while true {
            try link.awaitAnswer(patience)
            guard let pointer = PQgetResult(link.connection) else {
                // Between two statements there is a nil; after a lost connection nothing else.
                if link.isUsable { continue }
                throw error ?? PostgresError(connection: link.connection)
            }
            let next = PostgresResult(pointer)
            switch next.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: (result, answered) = (next, answered + 1)
            case PGRES_PIPELINE_SYNC: return (result, error, answered)
            case PGRES_PIPELINE_ABORTED: break
            default: error = error ?? PostgresError(pointer)
            }
        }
    }
}
