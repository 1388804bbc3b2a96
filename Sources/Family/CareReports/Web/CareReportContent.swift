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
        let work = Set(try connection.professionals(in: report.desk.organisation, on: today).map(\.account))
        let others = work.subtracting([key.worker.account]).filter { report.mayHave($0) }
        colleagues = try connection.accounts(others.sorted(), vault).sorted { $0.profile.name < $1.profile.name }
        let all = try connection.reportDesks(on: today).map(\.organisation)
        desks = try connection.organisations(all.filter { $0 != report.desk.organisation })
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
