// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// One value of a result in PostgreSQL's binary format (`typsend` of each type), decoded by its type.
struct PostgresField {
    /// Types by their number in PostgreSQL's catalogue (`pg_type.dat`).
    enum Kind {
        static let bool: Oid = 16
        static let bytes: Oid = 17
        static let int8: Oid = 20
        static let int2: Oid = 21
        static let int4: Oid = 23
        static let text: Oid = 25
        static let numeric: Oid = 1700
    }

    /// The bytes as they came, none for NULL; valid as long as the result.
    let raw: UnsafeRawBufferPointer
    private let kind: Oid

    init(_ result: OpaquePointer, _ row: CInt, _ column: Int) {
        let length = Int(PQgetlength(result, row, CInt(column)))
        raw = UnsafeRawBufferPointer(start: PQgetvalue(result, row, CInt(column)), count: length)
        kind = PQftype(result, CInt(column))
    }

    var int: Int {
        switch kind {
        case Kind.int8, Kind.int4, Kind.int2, Kind.bool: bigEndian
        case Kind.numeric: numeric
        default: Int(text) ?? 0
        }
    }

    var text: String {
        switch kind {
        case Kind.int8, Kind.int4, Kind.int2, Kind.bool, Kind.numeric: raw.isEmpty ? "" : String(int)
        default: String(decoding: raw, as: UTF8.self)
        }
    }

    /// Whole numbers of any width, sign in the first byte; a bool is a single 0 or 1.
    private var bigEndian: Int {
        guard let first = raw.first else { return 0 }
        return raw.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
    }

    /// What `sum` of whole numbers gives: digits to the base of 10,000 (`numeric_send`), the fraction left out.
    private var numeric: Int {
        guard raw.count >= 8 else { return 0 }
        let words = stride(from: 0, to: raw.count - 1, by: 2).map { Int(raw[$0]) << 8 | Int(raw[$0 + 1]) }
        let (count, weight, isNegative) = (words[0], Int(Int16(truncatingIfNeeded: words[1])), words[2] == 0x4000)
        guard weight >= 0, words.count >= 4 + count else { return 0 }
        let size = (0...weight).reduce(0) { $0 &* 10_000 &+ ($1 < count ? words[4 + $1] : 0) }
        return isNegative ? -size : size
    }
}
