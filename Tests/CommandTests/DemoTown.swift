// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Foundation
import Kernel
import NetworkStore
import PeopleStore
import TestDatabases
import Town

/// The families of the town told by hand, in a folder as `rondom demo` makes it; filled once and copied for each test.
struct DemoTown: Sendable {
    let folder: String
    let filled: FilledTown

    private static let filling = Task {
        let folder = TestFolder.path("town")
        let vault = try Vault.create(at: .sqlite(path: folder + "/town.keys"), isDemo: true)
        let database = try await Database.open(.sqlite(path: folder + "/town.sqlite"))
        try await database.migrate(peopleMigrations + networkMigrations + familyMigrations)
        try await database.write { try $0.claim(for: vault.installation) }
        let dossiers = Dossiers(database: database, vault: vault, process: "town")
        let today = Clock.machine.now().day
        let filled = try await Town.zuilenOndiep(today: today, families: TownFamily.told(today: today).count)
            .fill(dossiers, ids: .unguessable)
        await database.close()
        return DemoTown(folder: folder, filled: filled)
    }

    static func fresh() async throws -> DemoTown {
        let town = try await filling.value
        let folder = TestFolder.path("town")
        try FileManager.default.copyItem(atPath: town.folder, toPath: folder)
        return DemoTown(folder: folder, filled: town.filled)
    }

    var options: [String] { ["--database", "sqlite:\(folder)/town.sqlite", "--keys", "sqlite:\(folder)/town.keys"] }

    func run(_ command: [String]) throws -> RondomProgram.Run { try RondomProgram.run(command + options) }

    func serve(_ options: [String] = []) throws -> RunningServer {
        try RunningServer(["demo", "--data", folder] + options)
    }

    func open() async throws -> Dossiers {
        let database = try await Database.open(.sqlite(path: folder + "/town.sqlite"))
        let vault = try Vault.open(at: .sqlite(path: folder + "/town.keys"))
        return Dossiers(database: database, vault: vault, process: "test")
    }
}
