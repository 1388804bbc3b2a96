// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A report as somebody sends it in.
package struct ReportToBring: Sendable {
    package let id: ID<CareReport>
    package let origin: ID<CareReportOrigin>
    /// What is shown to who sends it: a number to call about, and a code that opens the answer.
    package let number: String
    package let code: String
    /// By which it is known when it is sent again.
    package let formDigest: String
    package let urgency: CareReport.Urgency
    package let worry: ReportedWorry
    package let reporter: ReportOrigin
    /// Whether who reports says that it is about somebody who works at the desk.
    package let isAboutColleague: Bool
    /// nil for who is signed in: they are not slowed.
    package let from: String?

    package init(
        id: ID<CareReport>, origin: ID<CareReportOrigin>, number: String, code: String, formDigest: String,
        urgency: CareReport.Urgency, worry: ReportedWorry, reporter: ReportOrigin, isAboutColleague: Bool,
        from: String?
    ) {
        (self.id, self.origin, self.number, self.code) = (id, origin, number, code)
        (self.formDigest, self.urgency, self.worry) = (formDigest, urgency, worry)
        (self.reporter, self.isAboutColleague, self.from) = (reporter, isAboutColleague, from)
    }
}

/// Why a report could not be brought; nothing of it was kept then.
package enum BringingRefused: Error, Hashable {
    /// That desk takes none.
    case noDesk
    /// It is acute, and nobody is on duty.
    case nobodyOnDuty
    /// It is about somebody there, and there is no other desk.
    case noOtherDesk
    case tooMany
}

extension Connection {
    /// Keeps a report at a desk, or at another one where it may be about somebody who works there; the promise to judge
    /// it is made with it.
    ///
    /// A form that was sent before is kept once.
    /// - Throws: ``BringingRefused``
    package func bring(
        _ report: ReportToBring, to organisation: ID<Organisation>, at now: Moment, _ keys: borrowing BroughtKeys,
        _ vault: Vault, _ ids: IDSource
    ) throws {
        guard try !isBrought(report.formDigest) else { return }
        try slow(report, at: now, vault)
        let (desk, keptFrom) = try self.desk(for: report, at: organisation, now: now, vault)
        guard desk.takes(report.urgency, at: now) else { throw BringingRefused.nobodyOnDuty }
        let kept = CareReport(
            id: report.id, desk: Side(desk.organisation), crew: desk.crew, keptFrom: keptFrom,
            urgency: report.urgency, received: now)
        let isLast = try ReportFlood.standsLast(
            report.urgency, lately: reportsBrought(to: desk.organisation, since: now - ReportFlood.span))
        try add(kept, report, keys, vault)
        try owe(kept, at: now, ids)
        try save(kept, at: now)
        // What comes in a flood stands last until somebody looked at it.
        if isLast, report.from != nil {
            try execute("UPDATE care_report SET rank = \(CareReport.lastRank) WHERE id = \(kept.id)")
        }
    }

    private func isBrought(_ form: String) throws -> Bool {
        try row("SELECT 1 FROM care_report WHERE form_digest = \(form) ORDER BY id") { _ in true } ?? false
    }

    private func slow(_ report: ReportToBring, at now: Moment, _ vault: Vault) throws {
        guard let from = report.from else { return }
        let digest = vault.reportSender(from)
        try execute("DELETE FROM care_report_sender WHERE at <= \(now - ReportFlood.span)")
        let sent = try row("SELECT COUNT(*) FROM care_report_sender WHERE digest = \(digest)") { $0.int(0) } ?? 0
        guard sent < ReportFlood.perAddress else { throw BringingRefused.tooMany }
        try execute(
            """
            INSERT INTO care_report_sender (digest, form_digest, at) VALUES (\(digest), \(report.formDigest), \(now))
            """)
    }

    private func reportsBrought(to organisation: ID<Organisation>, since: Moment) throws -> Int {
        try row(
            """
            SELECT COUNT(*) FROM care_report
            WHERE desk_organisation = \(organisation) AND received_at > \(since) AND is_public = \(true)
            """
        ) { $0.int(0) } ?? 0
    }

    /// Which desk gets it, and from whom it is kept there.
    ///
    /// Who works there under the name of somebody it is about never opens it; another desk has it, where there is one.
    private func desk(
        for report: ReportToBring, at organisation: ID<Organisation>, now: Moment, _ vault: Vault
    ) throws -> (ReportDesk, Set<ID<Account>>) {
        let all = try reportDesks(on: now.day)
        guard let chosen = all.first(where: { $0.organisation == organisation }) else { throw BringingRefused.noDesk }
        var keptFrom: [ID<Organisation>: Set<ID<Account>>] = [:]
        for desk in all { keptFrom[desk.organisation] = try namesakes(of: report, at: desk, on: now.day, vault) }
        let isSuspect = report.isAboutColleague || keptFrom[organisation]?.isEmpty == false
        let namesakes = keptFrom.values.reduce(into: Set<ID<Account>>()) { $0.formUnion($1) }
        guard isSuspect else { return (chosen, []) }
        let other = all.first { desk in
            desk.organisation != organisation && keptFrom[desk.organisation]?.isEmpty != false
                && desk.takes(report.urgency, at: now)
        }
        if let other { return (other, namesakes) }
        guard !report.isAboutColleague else { throw BringingRefused.noOtherDesk }
        return (chosen, namesakes)
    }

    private func namesakes(
        of report: ReportToBring, at desk: ReportDesk, on today: Day, _ vault: Vault
    ) throws -> Set<ID<Account>> {
        let work = Set(try professionals(in: desk.organisation, on: today).map(\.account))
        return Set(
            try accounts(work.sorted(), vault).filter { account in
                report.worry.persons.contains { $0.isCalled(account.profile.name) }
            }.map(\.id))
    }

    private func add(
        _ kept: CareReport, _ report: ReportToBring, _ keys: borrowing BroughtKeys, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO care_report (id, number, desk_organisation, urgency, rank, state, several_parties, received_at,
                due_at, form_digest, is_public, worry)
            VALUES (\(kept.id), \(report.number), \(kept.desk.organisation), \(kept.urgency.rawValue),
                \(kept.urgency.rank), 'received', \(false), \(kept.received), \(kept.received), \(report.formDigest),
                \(report.from != nil), \(try keys.seal(report.worry.text, at: .careReportWorry(kept.id), of: kept.id)))
            """)
        for account in kept.keptFrom.sorted() {
            try execute("INSERT INTO care_report_kept_from (report_id, account) VALUES (\(kept.id), \(account))")
        }
        for likeness in Set(report.worry.persons.compactMap(\.likeness)).sorted() {
            try execute(
                """
                INSERT INTO care_report_likeness (report_id, digest)
                VALUES (\(kept.id), \(vault.reportLikeness(likeness)))
                """)
        }
        try execute(
            """
            INSERT INTO care_report_origin (id, report_id, code_digest, body)
            VALUES (\(report.origin), \(kept.id), \(vault.reportCode(report.code)),
                \(try keys.seal(report.reporter.text, at: .reportOrigin(report.origin), of: report.origin)))
            """)
    }
}

extension CareReport {
    /// Behind all that can wait: what came in a flood.
    static let lastRank = 4
}
