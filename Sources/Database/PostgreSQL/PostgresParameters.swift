// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// The values of a statement as the protocol sends them, all in the binary format.
struct PostgresParameters {
    /// What each value is, which makes part of a prepared statement's identity; 0 for NULL leaves it to PostgreSQL.
    let kinds: [Oid]
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [CInt] = []

    init(_ values: [SQLValue]) {
        kinds = values.map(Self.kind)
        starts.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        for value in values {
            let start = bytes.count
            append(value)
            starts.append(value == .null ? nil : start)
            lengths.append(CInt(bytes.count - start))
        }
        // An empty text at the end needs an address, too.
        bytes.append(0)
    }

    /// Hands out what libpq asks: values, lengths, formats.
    func with<Result>(
        _ send: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> Result
    ) -> Result {
        bytes.withUnsafeBytes { bytes in
            let values = starts.map { $0.flatMap { bytes.baseAddress?.advanced(by: $0) } }
                .map { $0?.assumingMemoryBound(to: CChar.self) }
            return send(values, lengths, [CInt](repeating: 1, count: starts.count))
        }
    }

    private static func kind(_ value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .int: PostgresField.Kind.int8
        case .text: PostgresField.Kind.text
        case .bool: PostgresField.Kind.bool
        case .bytes: PostgresField.Kind.bytes
        }
    }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: break
        case .int(let number): withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .bool(let flag): bytes.append(flag ? 1 : 0)
        case .bytes(let blob): bytes.append(contentsOf: blob)
        }
    }
}
