// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres

/// A value as it travels to PostgreSQL: bytes and numbers binary, text as it is.
struct VaultPostgresValue {
    let type: Oid
    private let bytes: [UInt8]?

    private static let bytea: Oid = 17
    private static let int8: Oid = 20
    private static let int4: Oid = 23
    private static let text: Oid = 25

    init(_ value: KeyStoreValue) {
        switch value {
        case .null: (type, bytes) = (Self.text, nil)
        case .int(let int): (type, bytes) = (Self.int8, withUnsafeBytes(of: Int64(int).bigEndian) { Array($0) })
        case .text(let text): (type, bytes) = (Self.text, Array(text.utf8))
        case .bytes(let content): (type, bytes) = (Self.bytea, content)
        }
    }

    static func read(_ result: OpaquePointer?, _ row: Int32, _ column: Int32) -> KeyStoreValue {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        return switch PQftype(result, column) {
        case bytea: .bytes(Array(bytes))
        case int8: .int(Int(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))))
        case int4: .int(Int(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        default: .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    fileprivate var content: [UInt8] { bytes ?? [] }
    fileprivate var isNull: Bool { bytes == nil }
}

extension [VaultPostgresValue] {
    /// Where each value lies, how long it is and that it is binary, as libpq asks.
    func withPointers<Answer>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Answer) -> Answer {
        // An empty value lies somewhere, too: no address means NULL.
        let joined = flatMap(\.content) + [0]
        return joined.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            var place = 0
            let pointers = map { value -> UnsafePointer<CChar>? in
                defer { place += value.content.count }
                return value.isNull ? nil : start?.advanced(by: place)
            }
            return body(pointers, map { Int32($0.content.count) }, map { _ in 1 })
        }
    }
}
