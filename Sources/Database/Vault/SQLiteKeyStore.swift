// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Synchronization

/// The key store in a file of its own.
///
/// Its journal is a rollback journal, not WAL: what was deleted is overwritten at once.
final class SQLiteKeyStore: KeyStore {
    private let queue: DatabaseQueue

    /// Open as long as this key store is: closing a file takes away all POSIX locks this process has on it, SQLite's
    /// too, so no second key store on this file may be closed while the first one writes.
    private let file: Int32
    private let seen = Mutex<Seen?>(nil)

    private struct Seen {
        let changes: UInt32
        let generation: Int
    }

    init(path: String, making: Bool) throws {
        if making { try DurableFile.makeFolder(of: path) }
        file = Foundation.open(path, O_RDWR | O_CLOEXEC | (making ? O_CREAT : 0), 0o600)
        guard file >= 0 else {
            if errno == ENOENT { throw VaultError.missing("key store at \(path)") }
            throw VaultError.unavailable("\(path): \(String(cString: strerror(errno)))")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: Self.configuration)
        } catch {
            close(file)
            throw Self.vaultError(error)
        }
    }

    deinit { close(file) }

    func read<Value>(_ questions: (any KeyStoreSession) throws -> Value) throws -> Value {
        try transaction(.deferred, questions)
    }

    func write<Value>(_ hold: KeyStoreHold, _ act: (any KeyStoreSession) throws -> Value) throws -> Value {
        try transaction(.immediate, act)
    }

    /// Mostly four bytes tell that nothing changed: SQLite counts the changes in the file's header (bytes 24 to 27).
    ///
    /// The pair remembered was read under SQLite's lock, when nobody could be writing.
    func generation() throws -> Int {
        if let seen = seen.withLock({ $0 }), seen.changes == changes() { return seen.generation }
        return try read { session in
            guard let state = try session.state() else { throw VaultError.missing("key store in its file") }
            let changes = changes()
            seen.withLock { $0 = changes.map { Seen(changes: $0, generation: state.generation) } }
            return state.generation
        }
    }

    func clusterIdentifier() -> String? { nil }

    private func changes() -> UInt32? {
        var count: UInt32 = 0
        return pread(file, &count, 4, 24) == 4 ? count : nil
    }

    private func transaction<Value>(
        _ kind: GRDB.Database.TransactionKind, _ body: (any KeyStoreSession) throws -> Value
    ) throws -> Value {
        do {
            return try queue.inDatabase { database in
                var value: Value?
                try database.inTransaction(kind) {
                    value = try body(SQLiteKeyStoreSession(database: database))
                    return .commit
                }
                guard let value else { throw VaultError.unavailable("nothing was answered") }
                return value
            }
        } catch { throw Self.vaultError(error) }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "key store"
        // SQLite's own time-out sleeps up to 100 ms between two looks, and so never comes in between busy others.
        configuration.busyMode = .callback { tries in
            usleep(1_000)
            return tries < 30_000
        }
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA journal_mode = DELETE;
                    PRAGMA synchronous = EXTRA;
                    PRAGMA secure_delete = ON;
                    PRAGMA cache_spill = OFF;
                    """)
        }
        return configuration
    }

    private static func vaultError(_ error: any Error) -> any Error {
        guard let error = error as? GRDB.DatabaseError else { return error }
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: VaultError.corrupt(error.message ?? "it is no SQLite file")
        default: VaultError.unavailable(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

private struct SQLiteKeyStoreSession: KeyStoreSession {
    let database: GRDB.Database
    let types = KeyStoreTypes(
        int: "INTEGER", bytes: "BLOB", end: "STRICT, WITHOUT ROWID",
        tableQuestion: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = $1 ORDER BY name")

    func rows(_ statement: String, _ values: [KeyStoreValue]) throws -> [[KeyStoreValue]] {
        let statement = try database.cachedStatement(sql: statement)
        let arguments = StatementArguments(values.map(\.databaseValue))
        return try GRDB.Row.fetchAll(statement, arguments: arguments).map { row in
            row.databaseValues.map(KeyStoreValue.init)
        }
    }
}

extension KeyStoreValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .int(let int): int.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null, .double: self = .null
        case .int64(let int): self = .int(Int(int))
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes(Array(data))
        }
    }
}
