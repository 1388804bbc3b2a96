// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import GRDB
import GRDBSQLite

extension DatabaseError {
    /// What an error of SQLite means to us.
    init(sqlite error: GRDB.DatabaseError) {
        let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: .constraint(Self.constraintName(message))
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(message)
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM,
                .SQLITE_PROTOCOL:
                .unavailable(message)
            default: .failed(message)
            }
    }

    /// `UNIQUE constraint failed: account.name` names `account.name`.
    private static func constraintName(_ message: String) -> String {
        message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
    }
}

extension GRDB.DatabaseError {
    /// The disk would not confirm what was written.
    ///
    /// The kernel may have thrown the pages away and say yes the next time (the "fsyncgate" of 2018), so nothing that
    /// this process does after it can be trusted.
    var isFailedFlush: Bool {
        extendedResultCode == .SQLITE_IOERR_FSYNC || extendedResultCode == .SQLITE_IOERR_DIR_FSYNC
    }

    /// SQLite may have undone the whole transaction, not only the statement
    /// (https://www.sqlite.org/lang_transaction.html, "Response To Errors Within A Transaction").
    var spoilsTransaction: Bool {
        switch resultCode {
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_BUSY, .SQLITE_INTERRUPT, .SQLITE_CORRUPT: true
        default: false
        }
    }
}
