// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import GRDBSQLite
import Kernel

/// One row of an answer, read by the place of its columns (0, 1, …), valid while it is being decoded.
package struct Row: ~Copyable {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source

    package func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, CInt(column)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, CInt(column)) == 1
        }
    }

    /// The column as text; empty for NULL.
    package func text(_ column: Int) -> String {
        switch source {
        case .sqlite(let statement):
            guard let start = sqlite3_column_text(statement, CInt(column)) else { return "" }
            let length = Int(sqlite3_column_bytes(statement, CInt(column)))
            return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
        case .postgres(let result, let row):
            return PostgresField(result, row, column).text
        }
    }

    /// The column as a whole number; 0 for NULL.
    package func int(_ column: Int) -> Int {
        switch source {
        case .sqlite(let statement): Int(sqlite3_column_int64(statement, CInt(column)))
        case .postgres(let result, let row): PostgresField(result, row, column).int
        }
    }

    /// The column as yes or no; no for NULL.
    package func bool(_ column: Int) -> Bool { int(column) != 0 }

    /// The column as bytes; none for NULL.
    package func bytes(_ column: Int) -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            guard let start = sqlite3_column_blob(statement, CInt(column)) else { return [] }
            let length = Int(sqlite3_column_bytes(statement, CInt(column)))
            return [UInt8](UnsafeRawBufferPointer(start: start, count: length))
        case .postgres(let result, let row):
            return [UInt8](PostgresField(result, row, column).raw)
        }
    }

    /// The column as an identifier; for NULL one that names nothing.
    package func id<Subject>(_ column: Int, _: Subject.Type = Subject.self) -> ID<Subject> {
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_text(statement, CInt(column))
            let length = Int(sqlite3_column_bytes(statement, CInt(column)))
            return ID(stored: UnsafeBufferPointer(start: start, count: start == nil ? 0 : length))
        case .postgres(let result, let row):
            return ID(stored: PostgresField(result, row, column).text)
        }
    }

    /// The column as an identifier; nil for NULL.
    package func idIfAny<Subject>(_ column: Int, _: Subject.Type = Subject.self) -> ID<Subject>? {
        isNull(column) ? nil : id(column)
    }

    /// The column as bytes; nil for NULL.
    package func bytesIfAny(_ column: Int) -> [UInt8]? { isNull(column) ? nil : bytes(column) }

    package func moment(_ column: Int) -> Moment { Moment(milliseconds: Int64(int(column))) }

    /// - Throws: ``DatabaseError/damaged(_:)`` when the column holds no day.
    package func day(_ column: Int) throws -> Day {
        let text = text(column)
        guard let day = Day(text) else { throw DatabaseError.damaged("no day: \(text)") }
        return day
    }

    /// A column that may be NULL: `try row.ifAny(3) { try $0.day($1) }`.
    package func ifAny<Value>(_ column: Int, _ read: (borrowing Row, Int) throws -> Value) rethrows -> Value? {
        isNull(column) ? nil : try read(self, column)
    }
}
