// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// The one place where Rondom keeps its data: questions in `read`, acts in `write`.
package final class Database: Sendable {
    package let dialect: Dialect
    private let engine: any DatabaseEngine

    private init(_ dialect: Dialect, _ engine: any DatabaseEngine) {
        self.dialect = dialect
        self.engine = engine
    }

    /// Opens the database, and makes it where there is none.
    ///
    /// `poolSize` is how many connections to PostgreSQL are open at most. `onFatal` is what to do when the disk would
    /// not confirm a write: nothing after that can be trusted, so it must end the process.
    ///
    /// - Throws: ``DatabaseError/unavailable(_:)`` when it can't be reached, ``DatabaseError/damaged(_:)`` when the
    ///   file is no database.
    package static func open(
        _ location: DatabaseLocation,
        poolSize: Int = 16,
        onFatal: @escaping @Sendable (String) -> Never = stop
    ) async throws -> Database {
        switch location {
        case .sqlite(let path):
            Database(Dialect(.sqlite), try SQLiteEngine(path: path, onFatal: onFatal))
        case .postgres(let address):
            Database(Dialect(.postgres), try await PostgresEngine(address: address, poolSize: poolSize))
        }
    }

    /// Says why on standard error and ends the process with code 70 (EX_SOFTWARE), without tidying up.
    @Sendable package static func stop(_ reason: String) -> Never {
        FileHandle.standardError.write(Data("rondom: \(reason)\n".utf8))
        _exit(70)
    }

    /// Asks questions that all see the same state of the data.
    package func read<Value: Sendable>(
        _ question: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await engine.read(question)
    }

    /// Asks questions and notes that they were answered; when this returns, the note is on disk.
    ///
    /// Both may run more than once. The note is carried out by itself when a connection was lost while it was being
    /// committed, so it must not matter whether it is there twice.
    package func answer<Value: Sendable>(
        inTurn turn: String? = nil, _ question: @escaping @Sendable (Connection) throws -> Value,
        noting note: @escaping @Sendable (Value, Connection) throws -> Void
    ) async throws -> Value {
        try await engine.answer(inTurn: turn, question, noting: note)
    }

    /// Carries out one act, whole or not at all; when this returns, it is on disk.
    ///
    /// The act may run more than once (a conflict with another one, a group rolled back), so it does nothing but
    /// what it does to the database. A statement that fails, fails the act, also when the act catches the error.
    /// `settled` answers, after a connection was lost during COMMIT, whether the act was done before: it looks for
    /// what only the act could have written. Acts of one `turn` change the same rows, so of this process one at a time
    /// is begun.
    ///
    /// - Throws: ``DatabaseError``, or what the act threw (then nothing was changed).
    package func write<Value: Sendable>(
        inTurn turn: String? = nil, settled: (@Sendable (Connection) throws -> Value?)? = nil,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await engine.write(inTurn: turn, settled: settled, act)
    }

    /// Tells all processes on this database that something was written; they look in their journals.
    package func announce() { engine.announce() }

    /// Wakes at each announcement, at the latest every five seconds.
    package func announcements() -> AsyncStream<Void> { engine.announcements() }

    /// The right to do alone what only one process may do, or nil while another has it.
    ///
    /// It ends with `release`, or with the process.
    package func lease(_ name: String) async throws -> Lease? { try await engine.lease(name) }

    /// Brings the schema up to date and tells which steps were taken.
    ///
    /// - Throws: ``SchemaError`` when the database is of a newer release.
    @discardableResult
    package func migrate(
        _ migrations: [Migration], at moment: Moment = Clock.machine.now()
    ) async throws -> [Migration] {
        try await engine.alone { [self] in try await Migrator(database: self, moment: moment).migrate(migrations) }
    }

    /// The numbers of the steps that this database has.
    package func migrationsDone() async throws -> [Int] {
        try await Migrator.done(in: self)
    }

    /// Copies a SQLite database, while it is in use, to an empty place; `progress` hears pages done and in all.
    ///
    /// - Throws: ``DatabaseError/damaged(_:)`` when the copy does not pass SQLite's own check.
    package func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws {
        try await engine.copy(to: path, progress: progress)
    }

    /// PostgreSQL's name for the cluster (`system_identifier`); nil for SQLite.
    package func clusterIdentifier() async throws -> String? { try await engine.clusterIdentifier() }

    /// Lets the acts that wait finish, and lets go of the database.
    package func close() async { await engine.close() }
}
