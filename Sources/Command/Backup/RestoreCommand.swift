// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Foundation
import PeopleStore

/// Puts a back-up in an empty place.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a back-up in an empty place; nothing is ever overwritten.",
        discussion: """
            --database and --keys say where to. Where the newest key store still exists, keep it with --keep-keys and put \
            only the data back: what was erased since stays closed. A copy of the key store opens only with the store key \
            of its time.
            """
    )

    @Option(help: "The folder of the back-up (RONDOM_FROM).")
    var from: String?

    @Flag(help: "Put the data beside the key store that is there (RONDOM_KEEP_KEYS).")
    var keepKeys = false

    @OptionGroup var places: Places

    func run() async throws {
        guard let path = from ?? Setting.text("FROM") else {
            throw ValidationError("Say where from with --from FOLDER.")
        }
        let folder = BackupFolder(path: path)
        let isDump = folder.has(folder.dump)
        guard isDump || folder.has(folder.sqlite) else {
            throw Stop.refused("There are no data in \(path)/data, where “rondom backup” puts them.")
        }
        let location = try places.databaseLocation
        try await refuseUsed(location, isDump: isDump)
        let installation = try restoreKeys(from: folder)
        try await restoreData(from: folder, to: location)
        try await look(installation)
        say("The data are back in the \(location.described). Run “rondom verify” now.")
    }

    private func refuseUsed(_ location: DatabaseLocation, isDump: Bool) async throws {
        if case .sqlite(let path) = location {
            guard !isDump else { throw Stop.refused("This back-up is of PostgreSQL. Say --database postgres://….") }
            guard location.isFree else {
                throw Stop.refused(
                    "There is a database at \(path) already. Nothing was changed; choose an empty place.")
            }
            return
        }
        guard isDump else { throw Stop.refused("This back-up is of SQLite. Say --database sqlite:PATH.") }
        let database = try await places.openDatabase(making: false)
        let isEmpty = try await database.isEmpty()
        await database.close()
        guard isEmpty else {
            throw Stop.refused("There are tables in that database already. Nothing was changed; choose an empty one.")
        }
    }

    /// - Returns: the installation of the keys.
    private func restoreKeys(from folder: BackupFolder) throws -> String {
        if try keepKeys || Setting.isOn("KEEP_KEYS") { return try places.openVault().installation }
        let location = try places.keyStoreLocation
        if case .sqlite(let path) = location, FileManager.default.fileExists(atPath: path) {
            throw Stop.refused(
                "There is a key store at \(path) already. Keep it with --keep-keys, or choose an empty place.")
        }
        guard folder.has(folder.keys) else {
            throw Stop.refused("There are no keys at \(folder.keys). Put them there, or say --keep-keys.")
        }
        let installation = try Vault.check(copy: folder.keys, storeKey: try places.storeKeyPath)
        try Vault.restore(copy: folder.keys, to: location)
        say("The keys are back, and open with the store key in \(try places.storeKeyPath).")
        return installation
    }

    private func restoreData(from folder: BackupFolder, to location: DatabaseLocation) async throws {
        do {
            if case .sqlite(let path) = location {
                let progress = ProgressLine("Pages")
                try await DatabaseLocation.restore(copy: folder.sqlite, to: path) { progress.show($0, of: $1) }
                return progress.finish()
            }
            let program = PostgresProgram(name: "pg_restore", location: location)
            let name = location.environment["PGDATABASE"] ?? "rondom"
            guard
                try program.run(
                    ["--exit-on-error", "--single-transaction", "--no-owner", "--dbname=" + name, folder.dump])
            else {
                throw Stop.failed("There is no pg_restore here. Put \(folder.dump) back with PostgreSQL's own tools.")
            }
        } catch let error as DatabaseError {
            throw Stop.failed("The data are not back: \(error.explanation) The keys are; go on with --keep-keys.")
        }
    }

    private func look(_ installation: String) async throws {
        let database = try await places.openDatabase(making: false)
        let known = try await database.read { try $0.installation() }
        await database.close()
        guard known == nil || known == installation else {
            throw Stop.failed("The data are back, but they and the key store are of two installations. Check --keys.")
        }
    }
}
