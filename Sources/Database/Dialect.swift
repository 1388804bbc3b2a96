// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What must differ between the engines in a schema, as parts of a statement.
package struct Dialect: Sendable, Hashable {
    package enum Engine: String, Sendable, CaseIterable {
        case sqlite, postgres
    }

    package let engine: Engine

    package init(_ engine: Engine) { self.engine = engine }

    /// A column of bytes.
    package var bytes: SQL { engine == .sqlite ? "BLOB" : "BYTEA" }
    /// A whole number of 64 bits: a count, or a moment in milliseconds.
    package var int: SQL { engine == .sqlite ? "INTEGER" : "BIGINT" }
    package var bool: SQL { engine == .sqlite ? "INTEGER" : "BOOLEAN" }
    /// False, as a default.
    package var no: SQL { engine == .sqlite ? "0" : "FALSE" }
    /// Behind the closing bracket of a table whose rows lie in the order of their key.
    package var clustered: SQL { engine == .sqlite ? "STRICT, WITHOUT ROWID" : "" }
    /// Behind the closing bracket of any other table.
    package var strict: SQL { engine == .sqlite ? "STRICT" : "" }
}
