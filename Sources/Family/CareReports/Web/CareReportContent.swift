// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Site

/// One report as one worker sees it.
struct CareReportContent: Sendable {
    let sight: CareReportSight
    let entries: [CareReportEntry]
    let doubles: [Double]
    let worker: Worker
    let names: [ID<Account>: String]
    /// Those at the desk to whom it can be passed on.
    let colleagues: [Account]
    /// The other desks to which it can be sent.
    let desks: [Organisation]
    let files: [Attachment]
    /// Who keeps what holds for safety.
    let safetyKeeper: String?
    /// Whether it came as a message that can be answered with one now.
    let hasMessageToAnswer: Bool

    struct Double: Sendable {
        let id: ID<CareReport>
        let number: String
    }

    init?(_ key: borrowing DeskKey<CareReport>, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        let report = key.item
        guard let sight = try connection.sight(key) else { return nil }
        self.sight = sight
        entries = try connection.entries(key)
        doubles = try connection.doubles(key, on: today).map { Double(id: $0.id, number: $0.number) }
        worker = key.worker
        files = try connection.files(key)
        safetyKeeper = try connection.safetyKeeper(key)
        hasMessageToAnswer = try connection.messageAnswer(key, at: Moment(today)) != nil
        let work = Set(try connection.professionals(in: report.desk.organisation, on: today).map(\.account))
        let others = try work.subtracting([key.worker.account]).filter { account in
            try report.mayHave(account)
                && (report.family == nil || !report.isOf(connection.familiesKept(from: account)))
        }
        colleagues = try connection.accounts(others.sorted(), vault).sorted { $0.profile.name < $1.profile.name }
        let all = try connection.reportDesks(on: today).filter { desk in
            desk.organisation != report.desk.organisation && desk.organisation != report.avoids
                && desk.crew.hasAnybody(besides: report.keptFrom)
        }
        desks = try connection.organisations(all.map(\.organisation))
        let known = Set(entries.compactMap(\.who) + [report.desk.account].compactMap(\.self))
        names = Dictionary(
            uniqueKeysWithValues: try connection.accounts(known.sorted(), vault).map { ($0.id, $0.profile.name) })
    }
}

/// A family around which its reader works, to link a report to.
struct FamilyToLink: Sendable {
    let id: ID<Family>
    let name: String
}
