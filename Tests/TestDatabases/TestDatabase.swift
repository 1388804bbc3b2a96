// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The engines that every store test runs on: `@Test(arguments: Engine.all)`.
package typealias Engine = Dialect.Engine

extension Engine {
    package static let all = Array(allCases)
}

/// A fresh database for one test, thrown away when nobody holds it any more.
package enum TestDatabase {
    /// An empty database of this kind, brought up to these migrations.
    package static func make(_ engine: Engine, migrations: [Migration] = []) async throws -> Database {
        switch engine {
        case .sqlite:
            return try await open(.sqlite(path: TestFolder.path("sqlite")), migrations)
        case .postgres:
            let (name, location) = try await TestCluster.shared.makeDatabase()
            let database = try await open(location, migrations)
            await TestCluster.shared.keep(name, for: database)
            return database
        }
    }

    /// The place of a new database, for a test that opens it itself, or twice.
    package static func location(_ engine: Engine) async throws -> DatabaseLocation {
        switch engine {
        case .sqlite: .sqlite(path: TestFolder.path("sqlite"))
        case .postgres: try await TestCluster.shared.makeDatabase().location
        }
    }

    private static func open(_ location: DatabaseLocation, _ migrations: [Migration]) async throws -> Database {
        let database = try await Database.open(location, poolSize: 8)
        if !migrations.isEmpty { try await database.migrate(migrations) }
        return database
    }
}
