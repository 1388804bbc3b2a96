// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// The key store in a PostgreSQL cluster of its own: one connection, one transaction at a time.
final class PostgresKeyStore: KeyStore {
    private let connection: VaultPostgresConnection
    private let asked = Atomic<Int>(0)
    private let answer = Mutex(Answer(upTo: 0, generation: 0))

    /// The last generation read, and up to which asker it was read after they came.
    private struct Answer {
        var upTo: Int
        var generation: Int
    }

    init(_ address: String) throws {
        connection = try VaultPostgresConnection(address)
    }

    func read<Value>(_ questions: (any KeyStoreSession) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", questions)
    }

    /// Not serialisable but read committed after taking the lock: then each statement sees what was done before it.
    func write<Value>(_ hold: KeyStoreHold, _ act: (any KeyStoreSession) throws -> Value) throws -> Value {
        try transaction("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE") { session in
            if try session.hasTables() {
                let lock = hold == .alone ? "FOR UPDATE" : "FOR SHARE"
                try session.rows("SELECT singleton FROM vault_state ORDER BY singleton \(lock)", [])
            }
            return try act(session)
        }
    }

    /// Many ask at once, at the start of each transaction: who had to wait takes an answer that was asked for after
    /// they came.
    func generation() throws -> Int {
        let ticket = asked.add(1, ordering: .sequentiallyConsistent).newValue
        return try answer.withLock { answer in
            if answer.upTo >= ticket { return answer.generation }
            let upTo = asked.load(ordering: .sequentiallyConsistent)
            let rows = try connection.again { try $0.rows("SELECT generation FROM vault_state ORDER BY singleton", []) }
            guard case .int(let generation)? = rows.first?.first else { throw VaultError.missing("key store") }
            answer = Answer(upTo: upTo, generation: generation)
            return generation
        }
    }

    func clusterIdentifier() throws -> String? {
        let question = "SELECT CAST(system_identifier AS TEXT) FROM pg_control_system()"
        let rows = try connection.again { try $0.rows(question, []) }
        guard case .text(let identifier)? = rows.first?.first else { return nil }
        return identifier
    }

    /// Runs it a second time on a new connection when the first was lost.
    ///
    /// The acts allow that, even where the lost one was committed.
    private func transaction<Value>(_ begin: String, _ body: (any KeyStoreSession) throws -> Value) throws -> Value {
        try connection.again { session in
            try session.rows(begin, [])
            do {
                let value = try body(session)
                try session.rows("COMMIT", [])
                return value
            } catch {
                _ = try? session.rows("ROLLBACK", [])
                throw error
            }
        }
    }
}
