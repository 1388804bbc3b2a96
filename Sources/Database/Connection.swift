// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What one transaction can ask and do; it lives for one closure and is never kept.
package struct Connection {
    let statements: any Statements

    /// The answer to a question, row by row.
    package func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
        try statements.rows(sql, decode)
    }

    /// The first row of the answer, or nil when there is none.
    package func row<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> Value? {
        try rows(sql, decode).first
    }

    /// Carries out a statement and tells how many rows it changed.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int { try statements.execute(sql) }
}

/// How an engine carries out statements: one implementation for SQLite, one for PostgreSQL.
protocol Statements {
    func rows<Value>(_ sql: SQL, _ decode: (borrowing Row) throws -> Value) throws -> [Value]
    func execute(_ sql: SQL) throws -> Int
}
