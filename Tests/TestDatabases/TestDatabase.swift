// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// The engines that every store test runs on: `@Test(arguments: Engine.all)`.
package typealias Engine = Dialect.Engine

extension Engine {
    package static let all = Array(allCases)
}

/// A fresh database for one test, thrown away when nobody holds it any more.
package enum TestDatabase {
    /// Where a database is, and by what name its engine knows it.
    struct Place: Sendable {
        let engine: Engine
        let name: String
        let location: DatabaseLocation
    }

    /// An empty database of this kind, brought up to these migrations.
    package static func make(_ engine: Engine, migrations: [Migration] = []) async throws -> Database {
        let database = try await open(try await place(engine))
        if !migrations.isEmpty { try await database.migrate(migrations) }
        return database
    }

    /// The place of a new database, for a test that opens it itself, or twice.
    package static func location(_ engine: Engine) async throws -> DatabaseLocation { try await place(engine).location }

    static func place(_ engine: Engine) async throws -> Place {
        switch engine {
        case .sqlite:
            let path = TestFolder.path("sqlite")
            return Place(engine: engine, name: path, location: .sqlite(path: path))
        case .postgres:
            let (name, location) = try await TestCluster.shared.makeDatabase()
            return Place(engine: engine, name: name, location: location)
        }
    }

    /// A database with all that is in another one, to which nobody is connected.
    static func copy(_ original: Place) async throws -> Database {
        switch original.engine {
        case .sqlite:
            let copy = try await place(.sqlite)
            try FileManager.default.copyItem(atPath: original.name, toPath: copy.name)
            return try await open(copy)
        case .postgres:
            let (name, location) = try await TestCluster.shared.makeDatabase(from: original.name)
            return try await open(Place(engine: .postgres, name: name, location: location))
        }
    }

    private static func open(_ place: Place) async throws -> Database {
        let database = try await Database.open(place.location, poolSize: 8)
        if place.engine == .postgres { await TestCluster.shared.keep(place.name, for: database) }
        return database
    }
}
