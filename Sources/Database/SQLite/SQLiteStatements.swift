// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import GRDBSQLite

/// Statements carried out by SQLite, read and bound without a detour through GRDB's own values.
final class SQLiteStatements: Statements {
    private let database: GRDB.Database
    /// The first statement that failed: its act can't succeed any more, whatever the act makes of the error.
    private(set) var failure: GRDB.DatabaseError?

    init(_ database: GRDB.Database) { self.database = database }

    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        try withStatement(sql) { statement in
            var values: [Value] = []
            while try step(statement) { values.append(try decode(Row(source: .sqlite(statement)))) }
            return values
        }
    }

    func execute(_ sql: SQL) throws -> Int {
        try withStatement(sql) { statement in
            let before = sqlite3_total_changes(database.sqliteConnection)
            while try step(statement) {}
            // sqlite3_changes still tells of an earlier statement after one that changes no rows.
            let changed = sqlite3_total_changes(database.sqliteConnection) != before
            return changed ? Int(sqlite3_changes(database.sqliteConnection)) : 0
        }
    }

    private func withStatement<Result>(_ sql: SQL, _ use: (OpaquePointer) throws -> Result) throws -> Result {
        let prepared = try prepare(sql.text)
        let statement = prepared.sqliteStatement
        defer {
            sqlite3_reset(statement)
            // Bound values are copies; large ones must not stay with a statement that is kept.
            if !sql.values.isEmpty { sqlite3_clear_bindings(statement) }
        }
        for (place, value) in sql.values.enumerated() { try bind(value, to: statement, at: CInt(place + 1)) }
        return try use(statement)
    }

    private func prepare(_ text: String) throws -> Statement {
        do {
            let kept = try database.cachedStatement(sql: text)
            // A question asked again while its own rows are being read needs a statement of its own.
            return sqlite3_stmt_busy(kept.sqliteStatement) == 0 ? kept : try database.makeStatement(sql: text)
        } catch let error as GRDB.DatabaseError {
            throw noted(error)
        }
    }

    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw noted(lastError)
        }
    }

    private func bind(_ value: SQLValue, to statement: OpaquePointer, at place: CInt) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .int(let number): sqlite3_bind_int64(statement, place, number)
            case .bool(let flag): sqlite3_bind_int64(statement, place, flag ? 1 : 0)
            case .text(var text): text.withUTF8 { Self.bind($0, as: .text, to: statement, at: place) }
            case .bytes(let bytes):
                bytes.withUnsafeBufferPointer { Self.bind($0, as: .bytes, to: statement, at: place) }
            }
        guard code == SQLITE_OK else { throw noted(lastError) }
    }

    private enum Kind { case text, bytes }

    /// Hands SQLite a copy that it frees itself.
    private static func bind(
        _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, to statement: OpaquePointer, at place: CInt
    ) -> CInt {
        // One byte more, as an empty value needs an address, too: without one SQLite binds NULL.
        guard let copy = malloc(bytes.count + 1) else { return SQLITE_NOMEM }
        if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        return switch kind {
        case .text:
            sqlite3_bind_text64(
                statement, place, copy.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), { free($0) },
                UInt8(SQLITE_UTF8))
        case .bytes: sqlite3_bind_blob64(statement, place, copy, UInt64(bytes.count), { free($0) })
        }
    }

    private var lastError: GRDB.DatabaseError {
        GRDB.DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
            message: database.lastErrorMessage)
    }

    private func noted(_ error: GRDB.DatabaseError) -> DatabaseError {
        if failure == nil || error.spoilsTransaction { failure = error }
        return DatabaseError(sqlite: error)
    }
}
