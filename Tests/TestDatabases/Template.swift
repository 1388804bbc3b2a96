// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// What many tests begin with: made once for each engine, and copied for each test, which is much quicker.
package actor Template<Value: Sendable> {
    /// A database and its keys for one test alone.
    package struct Copy: Sendable {
        package let database: Database
        package let vault: Vault
        /// What the filling told of what it wrote.
        package let value: Value
    }

    private struct Original: Sendable {
        let place: TestDatabase.Place
        let keys: String
        let value: Value
    }

    private let migrations: [Migration]
    private let fill: @Sendable (Database, Vault) async throws -> Value
    private var originals: [Engine: Task<Original, any Error>] = [:]

    package init(
        _ migrations: [Migration], fill: @escaping @Sendable (Database, Vault) async throws -> Value
    ) {
        self.migrations = migrations
        self.fill = fill
    }

    package func copy(_ engine: Engine) async throws -> Copy {
        let making = originals[engine] ?? Task { [migrations, fill] in try await Self.make(engine, migrations, fill) }
        originals[engine] = making
        let original = try await making.value
        let keys = TestFolder.path("keys")
        try FileManager.default.copyItem(atPath: original.keys, toPath: keys)
        return Copy(
            database: try await TestDatabase.copy(original.place), vault: try Vault.open(at: Self.store(in: keys)),
            value: original.value)
    }

    private static func make(
        _ engine: Engine, _ migrations: [Migration], _ fill: (Database, Vault) async throws -> Value
    ) async throws -> Original {
        let place = try await TestDatabase.place(engine)
        let database = try await Database.open(place.location, poolSize: 8)
        try await database.migrate(migrations)
        let keys = TestFolder.path("keys")
        let value = try await fill(database, try Vault.create(at: store(in: keys)))
        // Nobody may be connected to what PostgreSQL copies, and what SQLite wrote is in one file then.
        await database.close()
        return Original(place: place, keys: keys, value: value)
    }

    private static func store(in folder: String) -> KeyStoreLocation { .sqlite(path: folder + "/rondom.keys") }
}

extension Template<Void> {
    /// An empty database that has these steps.
    package init(_ migrations: [Migration]) { self.init(migrations) { _, _ in } }
}
