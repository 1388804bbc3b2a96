// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyStore

/// Copies data and keys while they are in use.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy data and keys to an empty folder, while in use, and check the copy.",
        discussion: """
            Data first, keys last: the copy never holds a row without its key. The store key is not copied; keep that \
            elsewhere, and the two folders apart. Data in PostgreSQL are copied with pg_dump. Prints the number of chains and \
            a digest of heads.txt: with that file, kept by somebody outside, `verify --heads` proves what was written.
            """
    )

    @Option(help: "An empty folder, or one to be made (RONDOM_TO).")
    var to: String?

    @OptionGroup var places: Places

    func run() async throws {
        guard let path = to ?? Setting.text("TO") else { throw ValidationError("Say where to with --to FOLDER.") }
        let folder = BackupFolder(path: path)
        let (database, vault) = try await places.open()
        try folder.make()
        do {
            // Before the data: whatever is proven by these heads is in the copy.
            let heads = HeadsFile(try await database.read { try $0.allHeads() })
            try await copyData(of: database, to: folder)
            try vault.copy(to: folder.keys, heads: heads.heads)
            _ = try Vault.check(copy: folder.keys, storeKey: try places.storeKeyPath)
            try folder.write(heads)
            await database.close()
            say("The keys are in \(folder.keys). They open with the store key of now, which is not among them.")
            say("Heads of \(heads.heads.count) chains are in \(folder.heads), whose digest is \(heads.digest).")
        } catch {
            folder.remove()
            throw error
        }
    }

    private func copyData(of database: Database, to folder: BackupFolder) async throws {
        if database.dialect.engine == .sqlite {
            let progress = ProgressLine("Pages")
            try await database.copy(to: folder.sqlite) { progress.show($0, of: $1) }
            progress.finish()
            return say("The data are in \(folder.sqlite), checked.")
        }
        let dump = PostgresProgram(name: "pg_dump", location: try places.databaseLocation)
        if try dump.run(["--format=custom", "--no-owner", "--no-privileges", "--file=" + folder.dump]) {
            say("The data are in \(folder.dump), by pg_dump.")
        } else {
            say(
                "There is no pg_dump here: the keys alone are copied. Copy the data with PostgreSQL's own tools before, "
                    + "never after, the keys.")
        }
    }
}
