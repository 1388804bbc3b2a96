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
    /// Whether the phone of who is on duty can be rung here; else nothing acute is taken.
    package let hasPhone: Bool
    package let files: [ReportFile]
    /// The message as which it came from another system; nil for what somebody typed.
    package let message: ReportMessage.Head?

    package init(
        id: ID<CareReport>, origin: ID<CareReportOrigin>, number: String, code: String, formDigest: String,
        urgency: CareReport.Urgency, worry: ReportedWorry, reporter: ReportOrigin, isAboutColleague: Bool,
        from: String?, hasPhone: Bool, files: [ReportFile] = [], message: ReportMessage.Head? = nil
    ) {
        (self.id, self.origin, self.number, self.code) = (id, origin, number, code)
        (self.formDigest, self.urgency, self.worry) = (formDigest, urgency, worry)
        (self.reporter, self.isAboutColleague, self.from) = (reporter, isAboutColleague, from)
        (self.hasPhone, self.files, self.message) = (hasPhone, files, message)
    }
}

/// Whoever reads a message in is not at the desk any more.
struct NotAtDesk: Error {}

/// Why a report could not be brought; nothing of it was kept then.
package enum BringingRefused: Error, Hashable {
    /// That desk takes none.
    case noDesk
    /// It is acute, and nobody is on duty who may read it, or none of them can be rung.
    case nobodyOnDuty
    /// It is about somebody there, and there is no other desk.
    case noOtherDesk
    /// The same form was sent before, and said something else.
    case changed
    case tooMany
}

extension Desk {
    /// Keeps a report at a desk, or at another one where it may be about somebody who works there; the promise to judge
    /// it is made with it.
    ///
    /// A form that was sent before is kept once.
    /// - Parameters:
    ///   - organisation: nil for any desk.
    ///   - look: who at that desk reads it in, on record; nil for who brings it themselves.
    /// - Returns: whether it was not there before.
    /// - Throws: ``BringingRefused``, or ``NotAtDesk`` where the reader is not at it.
    @discardableResult
    package func bring(
        _ report: ReportToBring, to organisation: ID<Organisation>?, by look: Look? = nil, at now: Moment,
        _ vault: Vault, _ ids: IDSource
    ) async throws -> Bool {
        try await bring(report.id, report.origin, by: look) { connection -> CareReport? in
            if let look, let organisation { try connection.requireCrew(look, of: organisation) }
            guard try !connection.isBrought(report, vault) else { return nil }
            try connection.slow(report, at: now, vault)
            return try connection.accepted(report, at: organisation, now: now, vault)
        } _: { kept, keys, connection in
            let isLast = try ReportFlood.standsLast(
                kept.urgency,
                lately: connection.reportsBrought(to: kept.desk.organisation, since: now - ReportFlood.span, now: now))
            try connection.add(kept, report, keys, vault)
            try connection.add(report.files, to: kept.id, keys, at: now, ids)
            if let head = report.message {
                try connection.add(head, to: kept.id, keys)
                let worker = try look.flatMap { try connection.worker($0) }
                try connection.note(.readIn, by: worker, at: now, 1, of: kept.id)
            }
            try connection.owe(kept, at: now, ids)
            try connection.save(kept, at: now)
            // What comes in a flood stands last until somebody looked at it.
            if isLast, report.from != nil { try connection.putLast(kept.id) }
        }
    }
}

extension Connection {
    /// - Throws: ``NotAtDesk``
    fileprivate func requireCrew(_ look: Look, of organisation: ID<Organisation>) throws {
        guard try deskCrew(organisation, on: look.at.day).contains(look.reader) else { throw NotAtDesk() }
    }

    /// - Throws: ``BringingRefused/changed`` when the form was sent before, and said something else.
    fileprivate func isBrought(_ report: ReportToBring, _ vault: Vault) throws -> Bool {
        let before = try row(
            "SELECT content_digest FROM care_report WHERE form_digest = \(report.formDigest) ORDER BY id"
        ) { $0.text(0) }
        guard let before else { return false }
        guard before == vault.reportContent(report) else { throw BringingRefused.changed }
        return true
    }

    /// What was sent by a clock that ran ahead slows nobody.
    fileprivate func slow(_ report: ReportToBring, at now: Moment, _ vault: Vault) throws {
        guard let from = report.from else { return }
        let digest = vault.reportSender(from)
        try execute("DELETE FROM care_report_sender WHERE at <= \(now - ReportFlood.span) OR at > \(now)")
        let sent = try row("SELECT COUNT(*) FROM care_report_sender WHERE digest = \(digest)") { $0.int(0) } ?? 0
        guard sent < ReportFlood.perAddress else { throw BringingRefused.tooMany }
        try execute(
            """
            INSERT INTO care_report_sender (digest, form_digest, at) VALUES (\(digest), \(report.formDigest), \(now))
            """)
    }

    fileprivate func putLast(_ id: ID<CareReport>) throws {
        try execute("UPDATE care_report SET rank = \(CareReport.lastRank) WHERE id = \(id)")
    }

    fileprivate func reportsBrought(
        to organisation: ID<Organisation>, since: Moment, now: Moment
    ) throws -> Int {
        try row(
            """
            SELECT COUNT(*) FROM care_report
            WHERE desk_organisation = \(organisation) AND received_at > \(since) AND received_at <= \(now)
                AND is_public = \(true)
            """
        ) { $0.int(0) } ?? 0
    }

    /// The report as it is taken in.
    ///
    /// Who works at any desk under the name of somebody it is about never opens it, wherever it goes.
    fileprivate func accepted(
        _ report: ReportToBring, at organisation: ID<Organisation>?, now: Moment, _ vault: Vault
    ) throws -> CareReport {
        let all = try reportDesks(on: now.day)
        let chosen = all.first { organisation == nil || $0.organisation == organisation }
        guard let chosen else { throw BringingRefused.noDesk }
        var kept = Set<ID<Account>>()
        var suspect: [ID<Organisation>: Set<ID<Account>>] = [:]
        for desk in all {
            let persons = report.worry.persons
            kept.formUnion(try namesakes(of: persons, at: desk, on: now.day, vault))
            suspect[desk.organisation] = try namesakes(
                of: persons.filter(\.isConcerned), at: desk, on: now.day, vault)
        }
        let desk = try desk(for: report, chosen, among: all, keptFrom: kept, suspect: suspect, now: now)
        return CareReport(
            id: report.id, desk: Side(desk.organisation), crew: desk.crew,
            keptFrom: kept,
            avoids: report.isAboutColleague ? chosen.organisation : nil, urgency: report.urgency, received: now,
            safety: report.worry.safety.isEmpty ? nil : .nobody)
    }

    /// Which desk gets it: another one, where it may be about somebody at the one that was chosen; a helper who is named
    /// sends it nowhere.
    private func desk(
        for report: ReportToBring, _ chosen: ReportDesk, among all: [ReportDesk],
        keptFrom kept: Set<ID<Account>>, suspect: [ID<Organisation>: Set<ID<Account>>], now: Moment
    ) throws -> ReportDesk {
        let takes = { (desk: ReportDesk) in
            desk.takes(report.urgency, keptFrom: kept, hasPhone: report.hasPhone, at: now)
        }
        let isNamed = { (desk: ReportDesk) in suspect[desk.organisation]?.isEmpty == false }
        let others = all.filter { $0.organisation != chosen.organisation && takes($0) }
        if isNamed(chosen) || report.isAboutColleague, let other = others.first(where: { !isNamed($0) }) {
            return other
        }
        guard report.isAboutColleague || !chosen.crew.hasAnybody(besides: kept) else {
            guard takes(chosen) else { throw BringingRefused.nobodyOnDuty }
            return chosen
        }
        guard let other = others.first else { throw BringingRefused.noOtherDesk }
        return other
    }

    private func namesakes(
        of persons: [ReportedPerson], at desk: ReportDesk, on today: Day, _ vault: Vault
    ) throws -> Set<ID<Account>> {
        let work = Set(try professionals(in: desk.organisation, on: today).map(\.account))
        return Set(
            try accounts(work.sorted(), vault).filter { account in
                persons.contains { $0.isCalled(account.profile.name) }
            }.map(\.id))
    }

    fileprivate func add(
        _ kept: CareReport, _ report: ReportToBring, _ keys: borrowing BroughtKeys, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO care_report (id, number, desk_organisation, urgency, rank, state, several_parties, received_at,
                due_at, form_digest, content_digest, avoids_organisation, is_public, has_safety, worry)
            VALUES (\(kept.id), \(report.number), \(kept.desk.organisation), \(kept.urgency.rawValue),
                \(kept.urgency.rank), 'received', \(false), \(kept.received), \(kept.received), \(report.formDigest),
                \(vault.reportContent(report)), \(kept.avoids), \(report.from != nil),
                \(kept.safety != nil),
                \(try keys.seal(report.worry.text, at: .careReportWorry(kept.id), of: kept.id)))
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
