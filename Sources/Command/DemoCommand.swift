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

    @Option(help: "The folder for the town's data; made when it is not there (RONDOM_DATA; var).")
    var data: String?

    @Option(help: "The town's database when not in that folder: sqlite:PATH or postgres://… (RONDOM_DEMO_DATABASE).")
    var database: String?

    @OptionGroup var listening: Listening

    @OptionGroup var mailing: Mailing

    @Option(help: "How many families the town has (RONDOM_FAMILIES; 40).")
    var families: Int?

    @Flag(help: "Fill the town and stop (RONDOM_FILL_ONLY).")
    var fillOnly = false

    private var folder: String { data ?? Setting.text("DATA") ?? "var" }

    func run() async throws {
        let port = try listening.portNumber
        let address = try listening.localAddress
        let mail = try mailing.settings(leadingTo: address)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let vault = try openVault()
        let database = try await open()
        try await Places.match(database, vault)
        try await fill(database, vault)
        guard try !(fillOnly || Setting.isOn("FILL_ONLY")) else { return await database.close() }
        let server = Server(
            database: database, vault: vault, host: listening.address, port: port, patience: try listening.patience,
            isDemo: true, isSecure: false, isBehindProxy: false, address: address, name: "Rondom van Zuilen-Ondiep",
            mail: mail)
        try await server.run()
    }

    /// New keys beside data, or beside an old store key, would open nothing.
    private var isBegun: Bool {
        ["town.keys", "rondom.storekey", "town.sqlite"].contains {
            FileManager.default.fileExists(atPath: folder + "/" + $0)
        }
    }

    private func openVault() throws -> Vault {
        let location = KeyStoreLocation.sqlite(path: folder + "/town.keys")
        do {
            return isBegun ? try Vault.open(at: location) : try Vault.create(at: location, isDemo: true)
        } catch let error as VaultError { throw Stop.refused(error.message) }
    }

    private func open() async throws -> Database {
        let place = database ?? Setting.text("DEMO_DATABASE") ?? "sqlite:\(folder)/town.sqlite"
        guard let location = DatabaseLocation(place) else {
            throw ValidationError("--database is sqlite:PATH or postgres://….")
        }
        do {
            let database = try await Database.open(location)
            try await database.migrate(Places.migrations)
            return database
        } catch let error as DatabaseError {
            throw Stop.refused("The town's database can't be opened: \(error.explanation)")
        }
    }

    private func fill(_ database: Database, _ vault: Vault) async throws {
        guard try await !database.read({ try $0.isDemo() }) else { return }
        guard try await !database.read({ try $0.hasFamilies() }) else {
            throw Stop.refused("The town was left half filled. Remove \(folder) and start again.")
        }
        let dossiers = Dossiers(database: database, vault: vault, process: "town")
        let progress = ProgressLine("Families")
        let count = try families ?? Setting.number("FAMILIES", in: 1...100_000) ?? 40
        let town = Town.zuilenOndiep(today: Clock.machine.now().day, families: count)
        let filled = try await town.fill(dossiers, ids: .unguessable) { progress.show($0, of: $1) }
        try await town.fillPlans(dossiers, filled, ids: .unguessable)
        try await town.fillIndications(dossiers, filled, ids: .unguessable)
        try await town.fillCareReports(dossiers, filled, at: Clock.machine.now(), ids: .unguessable)
        try await town.fillAssignments(dossiers, filled, at: Clock.machine.now(), ids: .unguessable)
        try await town.fillGuests(dossiers, filled, at: Clock.machine.now(), ids: .unguessable)
        progress.finish()
    }
}
