// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import PeopleStore

/// Reads in what other systems made.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read in what other systems made.", subcommands: [ImportMessagesCommand.self])
}

/// Reads in messages between municipalities and a provider of youth care.
struct ImportMessagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ijw", abstract: "Read in iJw 3.2 messages of a provider: JW301, JW305, JW307 and JW315.",
        discussion: """
            Takes files, and folders with files that end in .xml. Each message is taken over whole or not at all; what was \
            read before changes nothing, so the same folder can be given each night. Says for each message that was not \
            taken over what is wrong, without a word of what stood in it. Runs beside a server.
            """
    )

    @Option(help: "The identifier of the provider, as in its address.")
    var organisation: String

    @Argument(help: "Files and folders.")
    var paths: [String]

    @OptionGroup var places: Places

    /// So many messages are one transaction.
    private static let batch = 200

    func validate() throws {
        if ID<Organisation>(organisation) == nil { throw ValidationError("“\(organisation)” is no identifier.") }
    }

    func run() async throws {
        let files = try MessageFolder.files(in: paths)
        guard !files.isEmpty else { throw Stop.refused("There are no .xml files in \(paths.joined(separator: ", ")).") }
        let (database, vault) = try await places.open()
        let provider = try await provider(database)
        let desk = Desk(Dossiers(database: database, vault: vault, process: "import"))
        let progress = ProgressLine("Messages")
        var report = ImportReport()
        // All of one kind before the next: a start is read after what it belongs to.
        for wave in ImportWave.allCases {
            var batch: [(path: String, message: ArrivedMessage)] = []
            for path in files {
                guard let message = report.message(at: path, in: wave) else { continue }
                batch.append((path, message))
                guard batch.count == Self.batch else { continue }
                try await read(batch, for: provider, desk, &report)
                progress.show(report.done, of: files.count)
                batch = []
            }
            try await read(batch, for: provider, desk, &report)
        }
        progress.finish()
        report.tell()
        await database.close()
        if report.isFaulty { throw ExitCode(1) }
    }

    private func provider(_ database: Database) async throws -> ID<Organisation> {
        let found = try await database.read { [organisation] connection -> (ID<Organisation>, [String])? in
            guard let id = ID<Organisation>(organisation), try connection.organisation(id) != nil else { return nil }
            return (id, try connection.providerCodes(of: id))
        }
        guard let (id, codes) = found else { throw Stop.refused("There is no such organisation.") }
        guard !codes.isEmpty else {
            throw Stop.refused("That organisation has no AGB code yet: a team lead writes it at /assignments/codes.")
        }
        return id
    }

    private func read(
        _ batch: [(path: String, message: ArrivedMessage)], for provider: ID<Organisation>, _ desk: Desk,
        _ report: inout ImportReport
    ) async throws {
        guard !batch.isEmpty else { return }
        let now = Clock.machine.now()
        let outcomes = try await desk.read(batch.map(\.message), for: provider, by: nil, at: now, .unguessable)
        for (file, outcome) in zip(batch, outcomes ?? []) { report.note(outcome, of: file.path) }
    }
}

/// Files named one by one, or by their folder; in the order of their names.
private enum MessageFolder {
    static func files(in paths: [String]) throws -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Stop.refused("There is no \(path).")
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            files += names.filter { $0.lowercased().hasSuffix(".xml") }.sorted().map { path + "/" + $0 }
        }
        return files
    }
}
