// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import GRDB
import GRDBSQLite

/// The few statements around the acts of a group, on SQLite's one writer.
struct WriteTransaction {
    let database: GRDB.Database

    func begin() throws { try run("BEGIN IMMEDIATE") }
    func commit() throws { try run("COMMIT") }

    /// Undoes everything; SQLite may have done so already.
    func rollBack() throws {
        if isOpen { try run("ROLLBACK") }
    }

    var isOpen: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    func openSavepoint() throws { try run("SAVEPOINT act") }
    func keepSavepoint() throws { try run("RELEASE act") }

    func undoSavepoint() throws {
        try run("ROLLBACK TO act")
        try run("RELEASE act")
    }

    /// GRDB would watch these statements for its observers, which nobody here uses.
    private func run(_ sql: String) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        let code = sqlite3_step(statement)
        defer { sqlite3_reset(statement) }
        guard code == SQLITE_DONE else {
            throw GRDB.DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
                message: database.lastErrorMessage)
        }
    }
}
