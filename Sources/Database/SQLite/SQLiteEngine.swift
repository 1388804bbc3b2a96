// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CSQLite
import GRDB
import GRDBSQLite
import NIOPosix

/// The data in one file, with a log beside it (WAL): readers don't wait for the writer, nor it for them.
final class SQLiteEngine: DatabaseEngine {
    let path: String
    private let pool: DatabasePool
    private let readers: NIOThreadPool
    private let checkpoints: Checkpoints
    private let group: GroupCommit
    private let news = Announcements()

    /// Opens the file, or makes it; when `queueLimit` acts wait, one more is refused as busy.
    init(
        path: String,
        readerCount: Int = 4,
        queueLimit: Int = 1024,
        onFatal: @escaping @Sendable (String) -> Never
    ) throws {
        self.path = path
        pool = try Self.open(path, readerCount: readerCount)
        checkpoints = try Checkpoints(of: pool, path: path, onFatal: onFatal)
        group = GroupCommit(pool: pool, limit: queueLimit, onFatal: onFatal, afterGroup: checkpoints.groupCommitted)
        readers = NIOThreadPool(numberOfThreads: readerCount)
        readers.start()
    }

    deinit {
        readers.shutdownGracefully { _ in }
    }

    private static func open(_ path: String, readerCount: Int) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.maximumReaderCount = readerCount
        // Another process (a back-up, an erasure) may hold the file for a moment.
        configuration.busyMode = .timeout(5)
        // A statement is planned once for each connection, and not anew for what is bound to it.
        configuration.prepareDatabase { database in
            guard csqlite_keep_plans(database.sqliteConnection) == SQLITE_OK else { throw GRDB.DatabaseError() }
        }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL when it switches the log on, which loses acts with the power.
            // Pages are answered on the writer: what a list of families touches stays in its 16 MB.
            try pool.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")
            }
            _ = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
            return pool
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(sqlite: error)
        }
    }

    func read<Value: Sendable>(_ question: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await readers.carryOut { [pool] in
            do {
                return try pool.read { try question(Connection(statements: SQLiteStatements($0))) }
            } catch let error as GRDB.DatabaseError {
                throw DatabaseError(sqlite: error)
            }
        }
    }

    /// On the writer, in one transaction: its pages stay in memory, where each commit empties those of the readers.
    func answer<Value: Sendable>(
        inTurn turn: String?, _ question: @escaping @Sendable (Connection) throws -> Value,
        noting note: @escaping @Sendable (Value, Connection) throws -> Void
    ) async throws -> Value {
        try await write(inTurn: turn, settled: nil) { connection in
            let answer = try question(connection)
            try note(answer, connection)
            return answer
        }
    }

    /// Acts take turns anyway.
    func write<Value: Sendable>(
        inTurn turn: String?, settled: (@Sendable (Connection) throws -> Value?)?,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await withUnsafeThrowingContinuation { caller in
            let waiting = WaitingAct(
                carryOut: { connection in
                    let value = try act(connection)
                    return { caller.resume(returning: value) }
                },
                refuse: { caller.resume(throwing: $0) })
            do { try group.add(waiting) } catch { caller.resume(throwing: error) }
        }
    }

    func announce() { news.wake() }
    func announcements() -> AsyncStream<Void> { news.stream() }

    func lease(_ name: String) async throws -> Lease? { try FileLease(path: "\(path).\(name).lease")?.lease }

    /// SQLite lets one process write at a time, and each step of the schema looks in its own transaction whether it
    /// was taken: nothing else is needed.
    func alone<Value: Sendable>(_ body: @Sendable () async throws -> Value) async throws -> Value {
        try await body()
    }

    func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws {
        let copy = SQLiteCopy(from: self.path, to: path, progress: progress)
        try await readers.carryOut { try copy.make() }
    }

    func clusterIdentifier() async throws -> String? { nil }

    func close() async {
        group.close()
        news.end()
        try? await readers.shutdownGracefully()
        checkpoints.close()
        // Stands in the writer's queue behind the groups. The file alone holds everything after it.
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? pool.close()
    }
}
