// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Brings what the log (WAL) holds into the file, mostly beside the writer, so that a commit costs one flush.
///
/// SQLite by itself does so inside a commit. Here a connection of its own copies most of the log; then the writer,
/// between two groups, copies the few pages that came meanwhile, after which the log starts again from its beginning.
final class Checkpoints: Sendable {
    private enum State { case waiting, copying, copied }

    /// Pages of 4 kB in the log from which it is copied.
    private static let enough: CInt = 4096

    private let aside: DatabaseQueue
    private let thread = DispatchQueue(label: "checkpoint")
    private let onFatal: @Sendable (String) -> Never
    private let pages = Pages()
    private let state = Mutex(State.waiting)

    init(of pool: DatabasePool, path: String, onFatal: @escaping @Sendable (String) -> Never) throws {
        self.onFatal = onFatal
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        aside = try DatabaseQueue(path: path, configuration: configuration)
        pool.writeWithoutTransaction { [pages] in pages.count(commitsOf: $0) }
    }

    /// Called on the writer after each group.
    func groupCommitted(on writer: GRDB.Database) {
        guard pages.inLog >= Self.enough else { return }
        switch state.withLock({ $0 }) {
        case .waiting:
            state.withLock { $0 = .copying }
            thread.async { [self] in
                aside.inDatabase { copy($0) }
                state.withLock { $0 = .copied }
            }
        case .copying: break
        case .copied:
            copy(writer)
            state.withLock { $0 = .waiting }
        }
    }

    /// Closes the connection of its own.
    func close() { thread.sync { try? aside.close() } }

    /// Copies as far as no reader is in the way; what remains comes next time.
    private func copy(_ database: GRDB.Database) {
        do {
            try database.checkpoint(.passive)
        } catch let error as GRDB.DatabaseError where error.isFailedFlush {
            onFatal(
                "the disk did not confirm a write, so what is on it is unknown: \(error). Check the disk, then start.")
        } catch {
            // The log holds everything; the next group tries again.
        }
    }
}

/// How many pages the log holds, as SQLite tells after each commit of a connection.
///
/// Only the writer's queue touches the number.
private final class Pages: @unchecked Sendable {
    private(set) var inLog: CInt = 0

    /// Takes the place of SQLite's own checkpoints, which hang on the same hook.
    func count(commitsOf database: GRDB.Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                context.map { Unmanaged<Pages>.fromOpaque($0).takeUnretainedValue().inLog = pages }
                return SQLITE_OK
            }, context)
    }
}
