// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyStore
import Foundation
import Kernel
import NetworkStore
import PeopleStore

/// Where an installation keeps its data and its keys, from options or the environment.
struct Places: ParsableArguments {
    @Option(help: "The data: sqlite:PATH or postgres://… (RONDOM_DATABASE; sqlite:rondom.sqlite unless set).")
    var database: String?

    @Option(help: "The key store, apart from the data: sqlite:PATH or postgres://… (RONDOM_KEYS; sqlite:rondom.keys).")
    var keys: String?

    @Option(help: "The file with the store key (RONDOM_STORE_KEY; rondom.storekey beside the key store).")
    var storeKey: String?

    @Option(help: "How many connections to PostgreSQL at most (RONDOM_POOL_SIZE; 16).")
    var poolSize: Int?

    /// All steps of the schema, of all storeys.
    static let migrations = peopleMigrations + networkMigrations + familyMigrations

    // What was said may hold a password, so it is not repeated.
    var databaseLocation: DatabaseLocation {
        get throws {
            guard let location = DatabaseLocation(database ?? Setting.text("DATABASE") ?? "sqlite:rondom.sqlite")
            else { throw ValidationError("--database is sqlite:PATH or postgres://….") }
            return location
        }
    }

    var keyStoreLocation: KeyStoreLocation {
        get throws {
            guard let location = KeyStoreLocation(keys ?? Setting.text("KEYS") ?? "sqlite:rondom.keys")
            else { throw ValidationError("--keys is sqlite:PATH or postgres://….") }
            return location
        }
    }

    var storeKeyPath: String {
        get throws { try storeKey ?? Setting.text("STORE_KEY") ?? keyStoreLocation.storeKeyPath }
    }

    /// The data, whatever their schema; made where there are none only when told so.
    func openDatabase(making: Bool) async throws -> Database {
        let location = try databaseLocation
        if !making, location.isFree {
            throw Stop.refused("There is no \(location.described). Check --database, or make it with “rondom migrate”.")
        }
        let size = try poolSize ?? Setting.number("POOL_SIZE", in: 1...1_000) ?? 16
        do { return try await Database.open(location, poolSize: size) } catch let error as DatabaseError {
            throw Stop.refused("The \(location.described) can't be opened: \(error.explanation)")
        }
    }

    /// The data with a schema that fits this program.
    func openDatabase() async throws -> Database {
        let database = try await openDatabase(making: false)
        do {
            try Self.refuseWrongSchema(done: try await database.migrationsDone())
        } catch let error as DatabaseError {
            throw Stop.refused("The \(try databaseLocation.described) can't be read: \(error.explanation)")
        }
        return database
    }

    func openVault() throws -> Vault {
        let (location, path) = (try keyStoreLocation, try storeKeyPath)
        do { return try Vault.open(at: location, storeKey: path) } catch let error as VaultError {
            throw Stop.refused(error.message)
        }
    }

    /// Data and keys that belong to each other.
    func open() async throws -> (Database, Vault) {
        let vault = try openVault()
        let database = try await openDatabase()
        try await Self.match(database, vault)
        return (database, vault)
    }

    static func refuseWrongSchema(done: [Int]) throws {
        let (done, known) = (Set(done), Set(migrations.map(\.number)))
        if let newer = done.subtracting(known).max() { throw SchemaError.newer(step: newer) }
        let missing = known.subtracting(done).count
        if missing > 0 { throw SchemaError.older(missing: missing) }
    }

    /// Sees to it that no other installation's keys are taken for those of these data: with them everything would look
    /// erased.
    static func match(_ database: Database, _ vault: Vault) async throws {
        let known = try await database.read { try $0.installation() }
        if let known {
            guard known == vault.installation else {
                throw Stop.refused(
                    "These data and this key store are of two installations. Check --database and --keys.")
            }
            return
        }
        guard try vault.isDemo || vault.heads().isEmpty else {
            throw Stop.refused("This key store was used with other data than these. Check --database and --keys.")
        }
        try await database.write { try $0.claim(for: vault.installation) }
    }
}
