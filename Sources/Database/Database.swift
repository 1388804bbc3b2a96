// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Where the data lie.
package enum DatabaseLocation: Sendable, Hashable {
    /// A file.
    case sqlite(path: String)
    /// A connection string of libpq, several hosts allowed (`postgres://a,b/rondom?target_session_attrs=read-write`).
    case postgres(String)

    /// Reads `sqlite:PATH` or `postgres://…`; nil for anything else.
    package init?(_ text: String) { return nil }
}

/// The one place where Rondom keeps its data: questions in `read`, acts in `write`.
package final class Database: Sendable {
    package let dialect: Dialect

    init(dialect: Dialect) { self.dialect = dialect }

    /// Opens the database, and makes it where there is none.
    package static func open(_ location: DatabaseLocation, poolSize: Int = 16) async throws -> Database { fatalError() }

    /// Asks questions that all see the same state of the data.
    package func read<Value: Sendable>(
        _ question: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value { fatalError() }

    /// Carries out one act, whole or not at all; when this returns, it is on disk.
    ///
    /// The act may run more than once (a conflict with another one, a group rolled back), so it does nothing but
    /// what it does to the database. `settled` answers, after a connection was lost during COMMIT, whether the act
    /// was done before: it looks for what only the act could have written.
    ///
    /// - Throws: ``DatabaseError``, or what the act threw (then nothing was changed).
    package func write<Value: Sendable>(
        settled: (@Sendable (Connection) throws -> Value?)? = nil,
        _ act: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value { fatalError() }

    /// Tells all processes on this database that something was written; they look in their journals.
    package func announce() { fatalError() }

    /// Wakes at each announcement, at the latest every five seconds.
    package func announcements() -> AsyncStream<Void> { fatalError() }

    /// The right to do alone what only one process may do, or nil while another has it. It ends with `release`, or
    /// with the process.
    package func lease(_ name: String) async throws -> Lease? { fatalError() }

    /// Brings the schema up to date and tells which steps were taken.
    ///
    /// - Throws: ``SchemaError`` when the database is of a newer release.
    @discardableResult
    package func migrate(_ migrations: [Migration]) async throws -> [Migration] { fatalError() }

    /// The numbers of the steps that this database has.
    package func migrationsDone() async throws -> [Int] { fatalError() }

    /// Copies a SQLite database, while it is in use, to an empty place; `progress` hears pages done and in all.
    package func copy(to path: String, progress: @escaping @Sendable (Int, Int) -> Void) async throws { fatalError() }

    /// PostgreSQL's name for the cluster (`system_identifier`); nil for SQLite.
    package func clusterIdentifier() async throws -> String? { fatalError() }

    package func close() async { fatalError() }
}

/// A right that one process has at a time.
package struct Lease: Sendable {
    package let isHeld: @Sendable () async -> Bool
    package let release: @Sendable () async -> Void
}

/// The schema of the database does not fit this program.
package enum SchemaError: Error, Equatable {
    /// The database has a step that this release doesn't know.
    case newer(step: Int)
    /// The database lacks steps of this release.
    case older(missing: Int)
}
