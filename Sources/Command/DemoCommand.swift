// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyStore
import Foundation
import Kernel
import PeopleStore
import Town

/// Fills an invented town on first start, and serves it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Serve an invented town, to look around in.",
        discussion: "Everybody in it is invented, and signs in with one click. It has a database of its own."
    )

    @Option(help: "The folder for the town's data; made when it is not there.")
    var data = "var"

    @Option(help: "Where the town's database is when not in that folder: sqlite:PATH or postgres://…")
    var database: String?

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at (PORT).")
    var port = Int(ProcessInfo.processInfo.environment["PORT"] ?? "") ?? 8080

    @Option(help: "How many families the town has.")
    var families = 40

    @Flag(help: "Fill the town and stop.")
    var fillOnly = false

    func run() async throws {
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let vault = try openVault()
        let database = try await open()
        try await database.migrate(Places.migrations)
        try await fill(database, vault)
        guard !fillOnly else { return await database.close() }
        let server = Server(
            database: database, vault: vault, host: host, port: port, isDemo: true, isSecure: false,
            isBehindProxy: false, name: "Rondom van Zuilen-Ondiep")
        try await server.run()
    }

    /// New keys beside data, or beside an old store key, would open nothing.
    private var isBegun: Bool {
        ["town.keys", "rondom.storekey", "town.sqlite"].contains {
            FileManager.default.fileExists(atPath: data + "/" + $0)
        }
    }

    private func openVault() throws -> Vault {
        let location = KeyStoreLocation.sqlite(path: data + "/town.keys")
        do {
            return isBegun ? try Vault.open(at: location) : try Vault.create(at: location)
        } catch let error as VaultError { throw Stop(error.message, exitCode: 2) }
    }

    private func open() async throws -> Database {
        guard let location = DatabaseLocation(database ?? "sqlite:\(data)/town.sqlite") else {
            throw ValidationError("--database is sqlite:PATH or postgres://…, not “\(database ?? "")”.")
        }
        do { return try await Database.open(location) } catch let error as DatabaseError {
            throw Stop("The town's database can't be opened: \(error.explanation)", exitCode: 2)
        }
    }

    private func fill(_ database: Database, _ vault: Vault) async throws {
        guard try await database.read({ try $0.demoPeople() }).isEmpty else { return }
        guard try await !database.read({ try $0.hasFamilies() }) else {
            throw Stop("The town was left half filled. Remove \(data) and start again.", exitCode: 2)
        }
        let dossiers = Dossiers(database: database, vault: vault, process: "town")
        let progress = ProgressLine("Families")
        let town = Town.zuilenOndiep(today: Clock.machine.now().day, families: families)
        _ = try await town.fill(dossiers, ids: .unguessable) { progress.show($0, of: $1) }
        progress.finish()
    }
}
