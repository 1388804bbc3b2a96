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
    /// Where in `text` each placeholder begins, in UTF-8, so that statements can be spliced into each other.
    private var places: [Int]

    package init(stringLiteral text: StaticString) { (self.text, values, places) = (text.description, [], []) }

    package init(stringInterpolation sql: StringInterpolation) {
        (text, values, places) = (sql.text, sql.values, sql.places)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []
        fileprivate var places: [Int] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 4 * interpolationCount)
            values.reserveCapacity(interpolationCount)
            places.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        /// A value, bound.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            append(value.sqlValue)
        }

        /// A value that may be missing, bound: NULL where it is. (An overload of its own, as the compiler warns of
        /// optional values in any literal whose interpolation does not name them.)
        package mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            append(value.sqlValue)
        }

        /// A part of a statement, with its values.
        package mutating func appendInterpolation(_ part: SQL) {
            var rest = Substring(part.text)
            var done = 0
            for (number, (value, place)) in zip(part.values, part.places).enumerated() {
                text += rest.prefix(utf8: place - done)
                append(value)
                let placeholder = Self.placeholder(number + 1).utf8.count
                rest = rest.dropFirst(utf8: place - done + placeholder)
                done = place + placeholder
            }
            text += rest
        }

        /// `(a, b, c, c)` for `IN`; an empty list becomes `(NULL)`, which nothing equals.
        ///
        /// The last value is repeated up to 1, 2, 4, 8 … of them, so that lists of all lengths make few statements,
        /// which are kept prepared.
        package mutating func appendInterpolation(list: some Sequence<some SQLBindable>) {
            let values = list.map(\.sqlValue)
            guard let last = values.last else { return text += "(NULL)" }
            let size = 1 << (Int.bitWidth - (values.count - 1).leadingZeroBitCount)
            self.values.reserveCapacity(self.values.count + size)
            places.reserveCapacity(places.count + size)
            for place in 0..<size {
                text += place == 0 ? "(" : ", "
                append(place < values.count ? values[place] : last)
            }
            text += ")"
        }

        /// `((a = $1 AND b = $2) OR (a = $3 AND b = $4) …)` for some pairs, each of which an index finds; repeated as a
        /// list is.
        package mutating func appendInterpolation(
            either one: StaticString, _ other: StaticString, _ pairs: [(some SQLBindable, some SQLBindable)]
        ) {
            guard let last = pairs.last else { return text += "(1 = 0)" }
            let size = 1 << (Int.bitWidth - (pairs.count - 1).leadingZeroBitCount)
            for place in 0..<size {
                let pair = place < pairs.count ? pairs[place] : last
                text += place == 0 ? "((" : " OR ("
                appendLiteral(one)
                text += " = "
                append(pair.0.sqlValue)
                text += " AND "
                appendLiteral(other)
                text += " = "
                append(pair.1.sqlValue)
                text += ")"
            }
            text += ")"
        }

        private mutating func append(_ value: SQLValue) {
            values.append(value)
            places.append(text.utf8.count)
            text += Self.placeholder(values.count)
        }

        private static func placeholder(_ number: Int) -> String { "$" + String(number) }
    }
}

extension Substring {
    fileprivate func prefix(utf8 count: Int) -> Substring { self[..<utf8.index(startIndex, offsetBy: count)] }
    fileprivate func dropFirst(utf8 count: Int) -> Substring { self[utf8.index(startIndex, offsetBy: count)...] }
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
