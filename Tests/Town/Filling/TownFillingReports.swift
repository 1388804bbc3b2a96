// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

extension Town {
    /// Opens the desks of the town, with somebody on duty.
    package func fillDesks(_ dossiers: Dossiers, _ filled: FilledTown, at now: Moment, ids: IDSource) async throws {
        let crews = [("gebiedsteam", ["mirjam", "lotte"]), ("jeugdbescherming", ["ilse"])]
        for (slug, members) in crews {
            let organisation = try filled.organisation(slug)
            let accounts = Set(try members.map { try filled.account($0) })
            try await dossiers.database.write { connection in
                try connection.setDesk(of: organisation, members: accounts, at: now, ids)
            }
        }
        let worker = Worker(try filled.account("mirjam"), for: try filled.organisation("gebiedsteam"))
        _ = try await dossiers.database.write { try $0.setDuty(of: worker, until: now + .hours(12), on: now.day) }
    }

    /// Writes some reports that wait at the desk of the area team, of different urgency.
    package func fillCareReports(
        _ dossiers: Dossiers, _ filled: FilledTown, at now: Moment, ids: IDSource
    ) async throws {
        try await fillDesks(dossiers, filled, at: now - .hours(1), ids: ids)
        for (place, told) in Self.reports.enumerated() {
            try await bring(told, dossiers, filled, at: now - .hours(place * 5 + 1), ids: ids)
        }
    }

    private func bring(
        _ told: TownReport, _ dossiers: Dossiers, _ filled: FilledTown, at moment: Moment, ids: IDSource
    ) async throws {
        let organisation = try filled.organisation("gebiedsteam")
        let vault = dossiers.vault
        let form = ids.next(at: moment, CareReport.self).text
        let receipt = vault.reportReceipt(form)
        let report = ReportToBring(
            id: ids.next(at: moment), origin: ids.next(at: moment), number: receipt.number, code: receipt.code,
            formDigest: vault.reportForm(form), urgency: told.urgency, worry: told.worry, reporter: told.reporter,
            isAboutColleague: false, from: nil, hasPhone: false)
        try await Desk(dossiers).bring(report, to: organisation, at: moment, vault, ids)
    }

    private static let reports = [
        TownReport(
            .day,
            ReportedWorry(
                persons: [
                    ReportedPerson(kind: .child, name: "Milan Verbeek", birth: "2017-04-12"),
                    ReportedPerson(kind: .unborn, name: "", birth: nil),
                ], place: "Prinses Irenelaan",
                facts: "Zaterdagavond stond Milan alleen buiten, zonder jas. Het was elf uur.",
                interpretation: "Misschien was er niemand thuis."),
            ReportOrigin(kind: .neighbour, name: "", reach: "", mayBeNamed: false)),
        TownReport(
            .regular,
            ReportedWorry(
                persons: [ReportedPerson(kind: .child, name: "Jula Koç", birth: "2013-09-30")], place: "Oeverlyceum",
                facts: "Zij was deze maand negen dagen ziek gemeld.", told: "Haar ouders weten dat wij dit melden."),
            ReportOrigin(kind: .school, name: "Anouk Smeets", reach: "zorg@oeverlyceum.example", mayBeNamed: true)),
        TownReport(
            .regular,
            ReportedWorry(
                persons: [ReportedPerson(kind: .child, name: "Milan Verbeek", birth: "2017-04-12")],
                facts: "Bij een melding over lawaai was hij alleen thuis met een baby."),
            ReportOrigin(kind: .police, name: "Wijkagent Ondiep", reach: "0900 8844", mayBeNamed: true)),
        TownReport(
            .day,
            ReportedWorry(
                persons: [
                    ReportedPerson(kind: .child, name: "Evi Postma", birth: "2019-02-11", role: .youngPerson),
                    ReportedPerson(kind: .parent, name: "Kim Postma", birth: nil, role: .parentWithAuthority),
                ], place: "Amsterdamsestraatweg", facts: "Vrijdagavond was er ruzie. Evi zat op de trap.",
                told: "Moeder weet dat dit is overgedragen.", help: "De huisarts kent het gezin.",
                safety: [
                    SafetyCondition(
                        .agreed, "Vader slaapt tot maandag bij zijn broer. Moeder belt oma als het misgaat."),
                    SafetyCondition(.banned, "Niet opgelegd."),
                ]),
            ReportOrigin(
                kind: .veiligThuis, name: "R. Visser, Veilig Thuis Utrecht", reach: "0800 2000", mayBeNamed: true)),
    ]
}

/// A worry as somebody of the town reports it.
private struct TownReport: Sendable {
    let urgency: CareReport.Urgency
    let worry: ReportedWorry
    let reporter: ReportOrigin

    init(_ urgency: CareReport.Urgency, _ worry: ReportedWorry, _ reporter: ReportOrigin) {
        self.urgency = urgency
        self.worry = worry
        self.reporter = reporter
    }
}
