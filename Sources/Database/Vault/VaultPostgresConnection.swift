// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPostgres
import Foundation

/// The blocking connection to the key store's cluster, made anew when it was lost; used by one thread at a time, which
/// the lock sees to.
final class VaultPostgresConnection: @unchecked Sendable {
    private let address: String
    private let lock = NSLock()
    private var link: VaultPostgresLink

    init(_ address: String) throws {
        self.address = address
        link = try VaultPostgresLink(address)
    }

    /// Does it, and once more on a new connection when this one was lost meanwhile.
    func again<Value>(_ act: (any KeyStoreSession) throws -> Value) throws -> Value {
        lock.lock()
        defer { lock.unlock() }
        if link.isLost { link = try VaultPostgresLink(address) }
        do {
            return try act(link)
        } catch {
            guard link.isLost else { throw error }
            link = try VaultPostgresLink(address)
            return try act(link)
        }
    }
}

/// A connection of libpq with its prepared statements, until it is lost.
private final class VaultPostgresLink: KeyStoreSession {
    let types = KeyStoreTypes(
        int: "BIGINT", bytes: "BYTEA", end: "", tableQuestion: "SELECT $1 WHERE to_regclass($1) IS NOT NULL")

    private let pointer: OpaquePointer
    private var prepared: [String: String] = [:]
    private var wasTurnedAway = false

    /// Statements for batches have many lengths; beyond this many they are not kept.
    private static let preparedLimit = 40

    init(_ address: String) throws {
        guard let pointer = Self.connect(address) else { throw VaultError.unavailable("no memory") }
        self.pointer = pointer
        guard PQstatus(pointer) == CONNECTION_OK else { throw Self.failure(pointer) }
        try rows("SELECT set_config('client_min_messages', 'warning', false)", [])
        // Keys must be on disk when they are said to be, whatever the cluster's default.
        try rows(
            """
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') IN ('off', 'local')
            """, [])
    }

    deinit { PQfinish(pointer) }

    /// Gone, or led to a server that goes away or may no longer write (after a failover).
    var isLost: Bool { wasTurnedAway || PQstatus(pointer) != CONNECTION_OK }

    @discardableResult
    func rows(_ statement: String, _ values: [KeyStoreValue]) throws -> [[KeyStoreValue]] {
        let values = values.map(VaultPostgresValue.init)
        let name = try prepare(statement, values)
        let result = values.withPointers { pointers, lengths, formats in
            PQexecPrepared(pointer, name, Int32(values.count), pointers, lengths, formats, 1)
        }
        return try read(result)
    }

    /// A cluster that does not answer holds a request up for seconds, not minutes; the address may say otherwise, for
    /// what it spells out comes last.
    private static func connect(_ address: String) -> OpaquePointer? {
        let settings = [
            ("application_name", "rondom key store"), ("connect_timeout", "5"), ("tcp_user_timeout", "5000"),
            ("dbname", address), ("client_encoding", "UTF8"),
        ]
        let names = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { (names + values).forEach { free($0) } }
        return PQconnectdbParams(
            names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    private func prepare(_ statement: String, _ values: [VaultPostgresValue]) throws -> String {
        if let name = prepared[statement] { return name }
        let isKept = prepared.count < Self.preparedLimit
        let name = isKept ? "vault\(prepared.count)" : ""
        _ = try read(PQprepare(pointer, name, statement, Int32(values.count), values.map(\.type)))
        if isKept { prepared[statement] = name }
        return name
    }

    private func read(_ result: OpaquePointer?) throws -> [[KeyStoreValue]] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return []
        case PGRES_TUPLES_OK:
            return (0..<PQntuples(result)).map { row in
                (0..<PQnfields(result)).map { VaultPostgresValue.read(result, row, $0) }
            }
        default:
            let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
            if let state, ["25006", "57P01", "57P02", "57P03"].contains(state) { wasTurnedAway = true }
            throw Self.failure(pointer)
        }
    }

    private static func failure(_ pointer: OpaquePointer) -> VaultError {
        let words = String(cString: PQerrorMessage(pointer)).split(separator: "\n").first.map(String.init)
        return .unavailable(words ?? "PostgreSQL does not answer")
    }
}
