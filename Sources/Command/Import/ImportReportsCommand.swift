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

/// Reads in reports from other systems at the desk of an organisation.
struct ImportReportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stuf",
        abstract: "Read in StUF-Jeugdzorg 1.0.9 messages at a desk: zorgmeldingDi01 and vtMeldingDi01.",
        discussion: """
            Takes files, and folders with files that end in .xml. Each message becomes one report, however often it is \
            given. What can't be read is kept for the desk, which answers its sender, and is said here by element and line, \
            without a word of what stood in it. Runs beside a server.
            """
    )

    @Option(help: "The identifier of the organisation whose desk it is, as in its address.")
    var organisation: String

    @Argument(help: "Files and folders.")
    var paths: [String]

    @OptionGroup var places: Places

    func validate() throws {
        if ID<Organisation>(organisation) == nil { throw ValidationError("“\(organisation)” is no identifier.") }
    }

    func run() async throws {
        let files = try MessageFiles(in: paths)
        guard !files.isEmpty else { throw Stop.refused("There are no .xml files in \(paths.joined(separator: ", ")).") }
        let (database, vault) = try await places.open()
        let place = try await database.read { [organisation] connection -> ID<Organisation>? in
            guard let id = ID<Organisation>(organisation) else { return nil }
            return try connection.reportDesk(id, on: Clock.machine.now().day)?.organisation
        }
        guard let place else { throw Stop.refused("That organisation has no desk.") }
        let desk = Desk(Dossiers(database: database, vault: vault, process: "import"))
        let progress = ProgressLine("Messages")
        var report = ReportImportReport()
        for path in files {
            try await read(path, at: place, desk, vault, &report)
            progress.show(report.done, of: files.count)
        }
        progress.finish()
        report.tell()
        await database.close()
        if report.isFaulty { throw ExitCode(1) }
    }

    private func read(
        _ path: String, at place: ID<Organisation>, _ desk: Desk, _ vault: Vault, _ report: inout ReportImportReport
    ) async throws {
        guard let bytes = MessageFiles.bytes(at: path, limit: ReportMessage.longest) else {
            return report.note(nil, of: path)
        }
        let message: Result<ReportMessage, ReportMessageFlaw>
        do { message = .success(try ReportMessage(xml: bytes)) } catch { message = .failure(error) }
        let outcome = try await desk.receive(
            ArrivedReportMessage(bytes, message), for: place, by: nil, at: Clock.machine.now(), vault, .unguessable)
        report.note(outcome, of: path)
    }
}

/// How an import goes, file by file; nothing of what stood in one.
struct ReportImportReport {
    private var brought = 0
    private var before = 0
    private var faults = 0

    var done: Int { brought + before + faults }
    var isFaulty: Bool { faults > 0 }

    /// - Parameter outcome: nil for a file that can't be read at all.
    mutating func note(_ outcome: ReportMessageOutcome?, of path: String) {
        switch outcome {
        case nil: fault(path, "not taken in: it can't be opened, or is larger than 8 MB.")
        case .brought(let number):
            brought += 1
            say("\(path): report \(number).")
        case .broughtBefore: before += 1
        case .kept(let flaw): fault(path, "kept for an answer: \(flaw.explanation)")
        case .refused(let refused): fault(path, "not taken in: no desk takes it (\(refused)).")
        }
    }

    func tell() {
        say("Reports: \(brought). Taken in before, nothing changed: \(before). Not taken in: \(faults).")
    }

    private mutating func fault(_ path: String, _ reason: String) {
        faults += 1
        say("\(path): \(reason)")
    }
}

extension ReportMessageFlaw {
    fileprivate var explanation: String {
        switch self {
        case .tooLarge: "it is larger than 8 MB."
        case .notXML(let line): "it is no well-formed XML in UTF-8\(line.map { " (line \($0))" } ?? "")."
        case .documentType: "it defines a document type, which no message does."
        case .otherMessage: "it is no zorgmeldingDi01 or vtMeldingDi01."
        case .missing(let element): "\(element) is missing."
        case .wrong(let element, let line): "\(element) is not right (line \(line))."
        case .sameName: "its sender sent another message by this name."
        }
    }
}
