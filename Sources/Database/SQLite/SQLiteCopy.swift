// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB

/// A copy of a database that is in use: one state of it, checked.
struct SQLiteCopy: Sendable {
    private static let pagesPerStep: CInt = 512

    let from: String
    let to: String
    let progress: @Sendable (Int, Int) -> Void

    init(from: String, to: String, progress: @escaping @Sendable (Int, Int) -> Void) {
        (self.from, self.to, self.progress) = (from, to, progress)
    }

    /// Copies and checks.
    func make() throws {
        guard !FileManager.default.fileExists(atPath: to) else {
            throw DatabaseError.unavailable("there is a file at \(to) already")
        }
        do {
            let copy = try DatabaseQueue(path: to)
            try write(to: copy)
            try check(copy)
            // One file without a log beside it, which opens from a disk that can't be written, too.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch {
            // Half a copy must not be taken for a whole one.
            try? FileManager.default.removeItem(atPath: to)
            throw (error as? GRDB.DatabaseError).map { DatabaseError(sqlite: $0) } ?? error
        }
    }

    private func write(to copy: DatabaseQueue) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let source = try DatabaseQueue(path: from, configuration: configuration)
        // Within one read transaction, or each write to the source would start the copy again.
        try source.read { source in
            _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
            try copy.writeWithoutTransaction { copy in
                try source.backup(to: copy, pagesPerStep: Self.pagesPerStep) {
                    progress($0.completedPageCount, $0.totalPageCount)
                }
            }
        }
        try source.close()
    }

    private func check(_ copy: DatabaseQueue) throws {
        let verdict = try copy.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)") }
        guard verdict == ["ok"] else { throw DatabaseError.damaged(verdict.joined(separator: "; ")) }
    }
}
