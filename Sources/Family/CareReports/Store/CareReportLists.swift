// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A report as it stands on the board: about whom, and never who reported.
package struct CareReportSight: Hashable, Sendable {
    package let report: CareReport
    package let number: String
    /// nil when it was erased.
    package let worry: ReportedWorry?
    /// When what is owed is due; nil when it is over.
    package let due: Moment?
    /// Whether it came in a flood, and nobody looked at it yet.
    package let isLast: Bool

    package init(report: CareReport, number: String, worry: ReportedWorry?, due: Moment?, isLast: Bool) {
        (self.report, self.number, self.worry) = (report, number, worry)
        (self.due, self.isLast) = (due, isLast)
    }
}

/// How many open reports there are of each urgency.
package struct BoardCounts: Hashable, Sendable {
    package let open: [CareReport.Urgency: Int]
    package let last: Int

    package init(open: [CareReport.Urgency: Int], last: Int) {
        self.open = open
        self.last = last
    }

    package var total: Int { open.values.reduce(last, +) }
}

/// The open reports at a worker's desk, still sealed: by urgency, then by when they are due.
package struct SealedReports: DeskList {
    package let worker: Worker
    package let desk: ReportDesk?
    package let items: [CareReport]
    package let counts: BoardCounts
    private let outlines: [ID<CareReport>: CareReport.Outline]

    /// Nothing for who is not at the desk.
    ///
    /// - Parameter page: which so many of them; the first is 1.
    package init(of worker: Worker, on today: Day, page: Int, size: Int, _ connection: Connection) throws {
        let desk = try connection.reportDesk(worker.organisation, on: today)
        self.worker = worker
        guard let desk, desk.crew.contains(worker.account) else {
            (self.desk, items, outlines, counts) = (nil, [], [:], BoardCounts(open: [:], last: 0))
            return
        }
        let open = Self.notKept(from: worker, try connection.familiesKept(from: worker.account))
        let found = try connection.rows(
            """
            SELECT \(CareReport.columns), \(CareReport.outlineColumns) FROM care_report
            WHERE desk_organisation = \(worker.organisation) AND state <> 'closed' AND \(open)
            ORDER BY rank, due_at, id LIMIT \(size) OFFSET \((page - 1) * size)
            """
        ) { row in
            (
                report: try CareReport(row: row, crew: desk.crew, keptFrom: []),
                outline: CareReport.Outline(row: row, from: CareReport.columnCount)
            )
        }
        self.desk = desk
        items = found.map(\.report)
        outlines = Dictionary(uniqueKeysWithValues: found.map { ($0.report.id, $0.outline) })
        counts = try Self.counts(at: worker, open, connection)
    }

    private static func counts(at worker: Worker, _ open: SQL, _ connection: Connection) throws -> BoardCounts {
        let counts = try connection.rows(
            """
            SELECT rank, COUNT(*) FROM care_report
            WHERE desk_organisation = \(worker.organisation) AND state <> 'closed' AND \(open)
            GROUP BY rank ORDER BY rank
            """
        ) { ($0.int(0), $0.int(1)) }
        let byRank = Dictionary(uniqueKeysWithValues: counts)
        return BoardCounts(
            open: Dictionary(
                uniqueKeysWithValues: CareReport.Urgency.allCases.compactMap { urgency in
                    byRank[urgency.rank].map { (urgency, $0) }
                }), last: byRank[CareReport.lastRank] ?? 0)
    }

    fileprivate static func notKept(from worker: Worker, _ families: Set<ID<Family>>) -> SQL {
        """
        NOT EXISTS (
            SELECT 1 FROM care_report_kept_from k
            WHERE k.report_id = care_report.id AND k.account = \(worker.account))
        \(families.isEmpty ? "" : "AND (family_id IS NULL OR family_id NOT IN \(list: families.sorted()))" as SQL)
        """
    }

    package func sight(_ key: borrowing DeskKey<CareReport>) throws -> CareReportSight? {
        try outlines[key.item.id]?.opened(key)
    }
}

extension CareReport {
    /// What a list shows of one besides, still sealed.
    fileprivate struct Outline: Sendable {
        let number: String
        let worry: [UInt8]
        let due: Moment?
        let isLast: Bool

        init(row: borrowing Row, from first: Int) {
            number = row.text(first)
            worry = row.bytes(first + 1)
            due = row.ifAny(first + 2) { $0.moment($1) }
            isLast = row.int(first + 3) == CareReport.lastRank
        }

        func opened(_ key: borrowing DeskKey<CareReport>) throws -> CareReportSight {
            let worry = try key.open(worry, at: .careReportWorry(key.item.id)).flatMap(ReportedWorry.init(text:))
            return CareReportSight(
                report: key.item, number: number, worry: worry, due: due, isLast: isLast)
        }
    }

    fileprivate static let outlineColumns: SQL = "number, worry, due_at, rank"
}

extension Connection {
    package func sight(_ key: borrowing DeskKey<CareReport>) throws -> CareReportSight? {
        let outline = try row(
            "SELECT \(CareReport.outlineColumns) FROM care_report WHERE id = \(key.item.id) ORDER BY id"
        ) { CareReport.Outline(row: $0, from: 0) }
        return try outline?.opened(key)
    }

    /// What was said and done with a report, first first.
    package func entries(_ key: borrowing DeskKey<CareReport>) throws -> [CareReportEntry] {
        let id = key.item.id
        let stored = try rows(
            "SELECT number, kind, by_account, at, body FROM care_report_entry WHERE report_id = \(id) ORDER BY number"
        ) { row in
            (
                number: row.int(0), kind: try row.kept(1, CareReportEntry.Kind.self), who: row.idIfAny(2, Account.self),
                at: row.moment(3), body: row.bytesIfAny(4)
            )
        }
        return try stored.map { entry in
            CareReportEntry(
                kind: entry.kind, who: entry.who, at: entry.at,
                text: try key.open(entry.body, at: .careReportEntry(entry.number, of: id)))
        }
    }

    /// Other reports at the same desk about somebody of the same name and day of birth, by number: the latest first.
    package func doubles(
        _ key: borrowing DeskKey<CareReport>, on today: Day
    ) throws -> [(id: ID<CareReport>, number: String)] {
        let report = key.item
        let found = try rows(
            """
            SELECT DISTINCT r.id, r.number, r.received_at FROM care_report_likeness own
            JOIN care_report_likeness l ON l.digest = own.digest AND l.report_id <> own.report_id
            JOIN care_report r ON r.id = l.report_id
            WHERE own.report_id = \(report.id) AND r.desk_organisation = \(report.desk.organisation)
            ORDER BY r.received_at DESC, r.id LIMIT 20
            """
        ) { (id: $0.id(0, CareReport.self), number: $0.text(1)) }
        let (worker, kept) = (key.worker, try familiesKept(from: key.worker.account))
        return try found.filter {
            try CareReport.found($0.id, on: today, self)?.isOpen(to: worker, keptFrom: kept) ?? false
        }
    }

    /// Those of the ids that are reports at a worker's desk, and not kept from them.
    func careReports(_ ids: Set<ID<CareReport>>, at worker: Worker, on today: Day) throws -> [CareReport] {
        guard !ids.isEmpty else { return [] }
        let crew = try deskCrew(worker.organisation, on: today)
        let kept = try familiesKept(from: worker.account)
        return try rows(
            """
            SELECT \(CareReport.columns) FROM care_report
            WHERE id IN \(list: ids.sorted()) AND desk_organisation = \(worker.organisation)
                AND \(SealedReports.notKept(from: worker, kept))
            ORDER BY id
            """
        ) { try CareReport(row: $0, crew: crew, keptFrom: []) }
    }

    /// Those of the ids that are the keys of reports, of who made them, or of messages that were not taken in.
    func careReportIDs(among ids: [String]) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT id FROM care_report WHERE id IN \(list: ids)
                UNION SELECT id FROM care_report_origin WHERE id IN \(list: ids)
                UNION SELECT id FROM report_message WHERE id IN \(list: ids) ORDER BY 1
                """
            ) { $0.text(0) })
    }
}
