// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyStore
import Kernel

/// Checks the chains of journal and access log, and the messages of each conversation.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look whether anything was changed, removed or put in behind our back.",
        discussion: """
            Goes along the journal, the access log and the messages of every family, beside a running server. Exits with 1 when there is \
            damage and 0 when there is none, so that a monitor can use it.
            """
    )

    @Option(help: "A heads.txt of a back-up to compare with, instead of the heads in the key store (RONDOM_HEADS).")
    var heads: String?

    @OptionGroup var places: Places

    func run() async throws {
        let copied = try (heads ?? Setting.text("HEADS")).map { try HeadsFile(reading: $0).heads }
        let (database, vault) = try await places.open()
        let progress = ProgressLine("Chains")
        let dossiers = Dossiers(database: database, vault: vault, process: "verify")
        let chains = try await dossiers.verifyChains(against: copied) { progress.show($0, of: $1) }
        progress.finish()
        let reports = try await chains + dossiers.verifyMessages()
        await database.close()
        var damaged = 0
        for report in reports {
            let damage = report.findings.filter(\.isDamage)
            if !damage.isEmpty { damaged += 1 }
            for finding in damage { say(finding.sentence(in: ChainName(report.chain))) }
        }
        note(reports)
        let records = reports.reduce(0) { $0 + $1.records }
        guard damaged == 0 else {
            throw Stop.failed(
                "\(damaged) of \(reports.count) chains and conversations are damaged. Keep the data as they are, and look who could write "
                    + "them.")
        }
        say("\(reports.count) chains and conversations with \(records) records are as they were written.")
    }

    /// What no head was copied of yet is no damage.
    private func note(_ reports: [ChainReport]) {
        let tails = reports.flatMap(\.findings).compactMap { finding -> Moment? in
            if case .unproven(_, let since) = finding { since } else { nil }
        }
        guard let since = tails.min() else { return }
        let local = since.local
        let minute = local.minute < 10 ? "0\(local.minute)" : "\(local.minute)"
        say(
            "Note: \(tails.count) chains went on since their heads were copied, the oldest since \(local.day.iso) "
                + "\(local.hour):\(minute); until the next copy only the data tell that nothing was cut off there.")
    }
}
