// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What the key store says of itself.
struct KeyStoreState: Equatable {
    var generation: Int
    var fingerprint: [UInt8]
    var installation: String
}

/// A key as it lies in the key store.
struct WrappedKey: Equatable {
    var id: String
    var wrapped: [UInt8]
    var madeAt: Int
}

/// The tables, and every statement on them.
extension KeyStoreSession {
    func makeTables() throws {
        try rows(
            """
            CREATE TABLE IF NOT EXISTS vault_key (
                id TEXT PRIMARY KEY, wrapped \(types.bytes) NOT NULL, made_at \(types.int) NOT NULL
            ) \(types.end)
            """, [])
        try rows(
            """
            CREATE TABLE IF NOT EXISTS vault_state (
                singleton \(types.int) PRIMARY KEY CHECK (singleton = 1), generation \(types.int) NOT NULL,
                fingerprint \(types.bytes) NOT NULL, installation TEXT NOT NULL
            ) \(types.end)
            """, [])
        try rows(
            """
            CREATE TABLE IF NOT EXISTS vault_head (
                chain TEXT PRIMARY KEY, number \(types.int) NOT NULL, link \(types.bytes) NOT NULL, at \(types.int) NOT NULL
            ) \(types.end)
            """, [])
    }

    /// Whether this is a key store at all.
    func hasTables() throws -> Bool { try !rows(types.tableQuestion, [.text("vault_state")]).isEmpty }

    /// Nil when the tables are there and nothing was ever written.
    func state() throws -> KeyStoreState? {
        try rows("SELECT generation, fingerprint, installation FROM vault_state ORDER BY singleton", []).first.map {
            guard case .int(let generation) = $0[0], case .bytes(let print) = $0[1], case .text(let name) = $0[2]
            else { throw VaultError.corrupt("its first row can't be read") }
            return KeyStoreState(generation: generation, fingerprint: print, installation: name)
        }
    }

    func setState(_ state: KeyStoreState) throws {
        try rows(
            """
            INSERT INTO vault_state (singleton, generation, fingerprint, installation) VALUES (1, $1, $2, $3)
            ON CONFLICT (singleton) DO UPDATE SET generation = excluded.generation, fingerprint = excluded.fingerprint
            """, [.int(state.generation), .bytes(state.fingerprint), .text(state.installation)])
    }

    /// The keys of these parts that there are, with the generation under which they are wrapped.
    func keys(_ ids: [String]) throws -> [WrappedKey] {
        try inBatches(ids) { batch in
            try rows(
                """
                SELECT id, wrapped, made_at FROM vault_key WHERE id IN (\(places(batch.count))) ORDER BY id
                """, batch.map { .text($0) })
        }.map(wrappedKey)
    }

    /// The keys after this one, in the order of their identifiers.
    func keys(after id: String, atMost limit: Int) throws -> [WrappedKey] {
        try rows(
            "SELECT id, wrapped, made_at FROM vault_key WHERE id > $1 ORDER BY id LIMIT $2",
            [.text(id), .int(limit)]
        ).map(wrappedKey)
    }

    func countKeys() throws -> Int {
        guard case .int(let count)? = try rows("SELECT count(*) FROM vault_key", []).first?.first else { return 0 }
        return count
    }

    /// Keys that are there already stay what they are.
    func add(_ keys: [WrappedKey]) throws { try insert(keys, onConflict: "DO NOTHING") }

    func replace(_ keys: [WrappedKey]) throws {
        try insert(keys, onConflict: "DO UPDATE SET wrapped = excluded.wrapped")
    }

    /// How many there were.
    func delete(_ ids: [String]) throws -> Int {
        try inBatches(ids) { batch in
            try rows(
                "DELETE FROM vault_key WHERE id IN (\(places(batch.count))) RETURNING id", batch.map { .text($0) })
        }.count
    }

    private func insert(_ keys: [WrappedKey], onConflict: String) throws {
        for start in stride(from: 0, to: keys.count, by: 200) {
            let batch = keys[start..<min(start + 200, keys.count)]
            let rowPlaces = batch.indices.map {
                "($\(($0 - start) * 3 + 1), $\(($0 - start) * 3 + 2), $\(($0 - start) * 3 + 3))"
            }
            try rows(
                """
                INSERT INTO vault_key (id, wrapped, made_at) VALUES \(rowPlaces.joined(separator: ", "))
                ON CONFLICT (id) \(onConflict)
                """, batch.flatMap { [.text($0.id), .bytes($0.wrapped), .int($0.madeAt)] })
        }
    }

    private func wrappedKey(_ row: [KeyStoreValue]) throws -> WrappedKey {
        guard case .text(let id) = row[0], case .bytes(let wrapped) = row[1], case .int(let madeAt) = row[2]
        else { throw VaultError.corrupt("a key can't be read") }
        return WrappedKey(id: id, wrapped: wrapped, madeAt: madeAt)
    }

    /// Lists of few lengths, the last value repeated, so that few statements need be prepared.
    private func inBatches(_ ids: [String], _ ask: ([String]) throws -> [[KeyStoreValue]]) throws -> [[KeyStoreValue]] {
        guard let last = ids.last else { return [] }
        let size = ids.count == 1 ? 1 : ids.count <= 8 ? 8 : 64
        return try stride(from: 0, to: ids.count, by: size).flatMap { start in
            let batch = ids[start..<min(start + size, ids.count)]
            return try ask(batch + Array(repeating: last, count: size - batch.count))
        }
    }

    private func places(_ count: Int) -> String { (1...count).map { "$\($0)" }.joined(separator: ", ") }
}
