// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyStore
import Foundation
import Kernel
import NetworkStore
import PeopleStore

/// Where an installation keeps its data and its keys, from flags or the environment.
struct Places: ParsableArguments {
    @Option(help: "The data: sqlite:PATH or postgres://… (RONDOM_DATABASE).")
    var database = setting("DATABASE", else: "sqlite:rondom.sqlite")

    @Option(help: "The key store, apart from the data: sqlite:PATH or postgres://… (RONDOM_KEYS).")
    var keys = setting("KEYS", else: "sqlite:rondom.keys")

    @Option(help: "The file with the store key; beside the key store unless given (RONDOM_STORE_KEY).")
    var storeKey: String = setting("STORE_KEY", else: "")

    /// All steps of the schema, of all storeys.
    static let migrations = peopleMigrations + networkMigrations + familyMigrations

    var databaseLocation: DatabaseLocation {
        get throws {
            guard let location = DatabaseLocation(database) else {
                throw ValidationError("--database is sqlite:PATH or postgres://…, not “\(database)”.")
            }
            return location
        }
    }

    var keyStoreLocation: KeyStoreLocation {
        get throws {
            guard let location = KeyStoreLocation(keys) else {
                throw ValidationError("--keys is sqlite:PATH or postgres://…, not “\(keys)”.")
            }
            return location
        }
    }

    var storeKeyPath: String? { storeKey.isEmpty ? nil : storeKey }

    /// The data with a schema that fits this program.
    ///
    /// - Throws: ``Stop`` with a sentence that says what to do.
    func openDatabase() async throws -> Database {
        let opened: Database
        do { opened = try await Database.open(try databaseLocation) } catch let error as DatabaseError {
            throw Stop("The database at \(database) can't be opened: \(error.explanation)", exitCode: 2)
        }
        return opened
    }

    /// - Throws: ``Stop`` with a sentence that says what to do.
    func openVault() throws -> Vault {
        do { return try Vault.open(at: try keyStoreLocation, storeKey: storeKeyPath) } catch let error as VaultError {
            throw Stop(error.message, exitCode: 2)
        }
    }

    private static func setting(_ name: String, else standard: String) -> String {
        ProcessInfo.processInfo.environment["RONDOM_" + name] ?? standard
    }
}

/// The command can't go on; the sentence says why and what to do.
struct Stop: Error, CustomStringConvertible {
    let description: String
    let exitCode: Int32

    init(_ description: String, exitCode: Int32 = 1) {
        self.description = description
        self.exitCode = exitCode
    }
}

extension DatabaseError {
    /// What went wrong, for somebody at a terminal.
    var explanation: String {
        switch self {
        case .busy: "too many writes are waiting; try again."
        case .unavailable(let reason):
            "\(reason). Check the address, that it runs or may be written, and that its disk has room."
        case .constraint(let name): "a rule of the schema was broken (\(name))."
        case .damaged(let what): "it is damaged (\(what)). Restore the last back-up with “rondom restore”."
        case .outcomeUnknown: "the connection was lost while writing; look before doing it again."
        case .failed(let reason): "\(reason)"
        }
    }
}
