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

    package func isNull(_ column: Int) -> Bool { unimplemented() }
    package func text(_ column: Int) -> String { unimplemented() }
    package func int(_ column: Int) -> Int { unimplemented() }
    package func bool(_ column: Int) -> Bool { unimplemented() }
    package func bytes(_ column: Int) -> [UInt8] { unimplemented() }

    package func id<Subject>(_ column: Int, _: Subject.Type = Subject.self) -> ID<Subject> { ID(stored: text(column)) }
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

    private func unimplemented() -> Never { fatalError() }
}
