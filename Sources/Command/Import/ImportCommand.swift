// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

/// Reads in what other systems made.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read in what other systems made.",
        subcommands: [ImportMessagesCommand.self, ImportReportsCommand.self])
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

    @Option(help: "The AGB code of the provider, eight figures: from now on its own, whoever had it before.")
    var code: String?

    @Argument(help: "Files and folders.")
    var paths: [String]

    @OptionGroup var places: Places

    /// So many messages are one transaction.
    private static let batch = 200

    func validate() throws {
        if ID<Organisation>(organisation) == nil { throw ValidationError("“\(organisation)” is no identifier.") }
        if let code, ProviderCode(code) == nil { throw ValidationError("“\(code)” is no AGB code.") }
    }

    func run() async throws {
        let files = try MessageFiles(in: paths)
        guard !files.isEmpty else { throw Stop.refused("There are no .xml files in \(paths.joined(separator: ", ")).") }
        let (database, vault) = try await places.open()
        let provider = try await provider(database)
        let desk = Desk(Dossiers(database: database, vault: vault, process: "import"))
        let progress = ProgressLine("Messages")
        var report = ImportReport()
        let order = order(of: files, &report)
        for start in stride(from: 0, to: order.count, by: Self.batch) {
            let batch = order[start..<min(start + Self.batch, order.count)].compactMap { file in
                let path = files[file.place]
                return report.message(at: path).map { (path: path, message: $0) }
            }
            try await read(batch, for: provider, desk, &report)
            progress.show(report.done, of: files.count)
        }
        progress.finish()
        report.tell()
        await database.close()
        if report.isFaulty { throw ExitCode(1) }
    }

    /// The files in the order in which one message can follow from another.
    ///
    /// Each is looked at twice, here and when its turn has come, as not all fit in memory.
    private func order(
        of files: MessageFiles, _ report: inout ImportReport
    ) -> [(turn: AssignmentMessage.Turn, place: Int)] {
        var order: [(turn: AssignmentMessage.Turn, place: Int)] = []
        order.reserveCapacity(files.count)
        for (place, path) in files.enumerated() {
            if let turn = report.message(at: path)?.message.turn { order.append((turn, place)) }
        }
        order.sort { ($0.turn, $0.place) < ($1.turn, $1.place) }
        return order
    }

    private func provider(_ database: Database) async throws -> ID<Organisation> {
        let code = code.flatMap { ProviderCode($0) }
        let found = try await database.write { [organisation] connection -> (ID<Organisation>, [String])? in
            guard let id = ID<Organisation>(organisation), try connection.organisation(id) != nil else { return nil }
            if let code { try connection.give(code, to: id) }
            return (id, try connection.providerCodes(of: id))
        }
        guard let (id, codes) = found else { throw Stop.refused("There is no such organisation.") }
        guard !codes.isEmpty else {
            throw Stop.refused("That organisation has no AGB code yet: say --code, or let a team lead write it down.")
        }
        return id
    }

    private func read(
        _ batch: [(path: String, message: ArrivedAssignmentMessage)], for provider: ID<Organisation>, _ desk: Desk,
        _ report: inout ImportReport
    ) async throws {
        guard !batch.isEmpty else { return }
        let now = Clock.machine.now()
        let outcomes = try await desk.read(batch.map(\.message), for: provider, by: nil, at: now, .unguessable)
        for (file, outcome) in zip(batch, outcomes ?? []) { report.note(outcome, of: file.path) }
    }
}
