// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A statement whose interpolated values are bound, never pasted.
///
/// Raw text fits only where the compiler knows it beforehand (`StaticString`), so nothing that came from outside can
/// become SQL. Values become `$1 … $n`, which SQLite and PostgreSQL read the same way.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String
    package private(set) var values: [SQLValue]
    /// Where in `text` each placeholder stands, so that statements can be spliced into each other.
    private var pieces: [String]

    package init(stringLiteral text: StaticString) { self.init(pieces: [text.description], values: []) }

    package init(stringInterpolation interpolation: StringInterpolation) {
        self.init(pieces: interpolation.pieces, values: interpolation.values)
    }

    private init(pieces: [String], values: [SQLValue]) {
        self.pieces = pieces
        self.values = values
        var text = pieces[0]
        for (number, piece) in pieces.dropFirst().enumerated() {
            text += "$"
            text += String(number + 1)
            text += piece
        }
        self.text = text
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString
        fileprivate var pieces = [""]
        fileprivate var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) { append(literal.description) }

        /// A value, bound.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            append(value.sqlValue)
        }

        /// A value that may be missing, bound: NULL where it is. (An overload of its own, as the compiler warns of
        /// optional values in any literal whose interpolation does not name them.)
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        /// A part of a statement, with its values.
        package mutating func appendInterpolation(_ part: SQL) {
            append(part.pieces[0])
            for (value, piece) in zip(part.values, part.pieces.dropFirst()) {
                values.append(value)
                pieces.append(piece)
            }
        }

        /// `(a, b, c, c)` for `IN`; an empty list becomes `(NULL)`, which nothing equals.
        ///
        /// The last value is repeated up to 1, 2, 4, 8 … of them, so that lists of all lengths make few statements,
        /// which are kept prepared.
        package mutating func appendInterpolation(list: some Sequence<some SQLBindable>) {
            var values = list.map(\.sqlValue)
            guard let last = values.last else { return append("(NULL)") }
            let size = 1 << (Int.bitWidth - (values.count - 1).leadingZeroBitCount)
            values.append(contentsOf: repeatElement(last, count: size - values.count))
            append("(")
            for (place, value) in values.enumerated() {
                if place > 0 { append(", ") }
                append(value)
            }
            append(")")
        }

        private mutating func append(_ value: SQLValue) {
            values.append(value)
            pieces.append("")
        }

        private mutating func append(_ text: String) { pieces[pieces.count - 1] += text }
    }
}

/// A value as both engines know it.
package enum SQLValue: Sendable, Hashable {
    case null
    case int(Int64)
    case text(String)
    case bool(Bool)
    case bytes([UInt8])
}

/// What fits into a statement.
package protocol SQLBindable: Sendable {
    var sqlValue: SQLValue { get }
}

extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .int(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .bool(self) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .bytes(self) } }
extension ID: SQLBindable { package var sqlValue: SQLValue { .text(text) } }
extension Moment: SQLBindable { package var sqlValue: SQLValue { .int(milliseconds) } }
extension Day: SQLBindable { package var sqlValue: SQLValue { .text(iso) } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
