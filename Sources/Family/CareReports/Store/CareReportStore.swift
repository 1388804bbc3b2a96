// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension CareReport: DeskItem {
    package static let kind = ItemName.Kind.careReport

    package static func found(_ id: ID<CareReport>, on today: Day, _ connection: Connection) throws -> CareReport? {
        let kept = try connection.keptFrom(id)
        return try connection.row("SELECT \(columns) FROM care_report WHERE id = \(id) ORDER BY id") { row in
            try CareReport(row: row, crew: connection.deskCrew(row.id(1), on: today), keptFrom: kept)
        }
    }

    static let columns: SQL = """
        id, desk_organisation, desk_account, urgency, state, place, family_id, closing, several_parties, direction,
        received_at, avoids_organisation, judged_at, has_safety, safety_until, safety_over
        """

    /// How many they are.
    static let columnCount = 16

    init(row: borrowing Row, crew: DeskCrew, keptFrom: Set<ID<Account>>) throws {
        self.init(
            id: row.id(0), desk: Side(row.id(1), row.idIfAny(2)), crew: crew, keptFrom: keptFrom,
            avoids: row.idIfAny(11), urgency: try row.kept(3), state: try State(row: row),
            hasSeveralParties: row.bool(8),
            direction: row.ifAny(9) { Direction.Kind(rawValue: $0.text($1)) } ?? nil, received: row.moment(10),
            judged: row.ifAny(12) { $0.moment($1) }, family: row.idIfAny(6),
            safety: try SafetyKeeping(row: row))
    }
}

extension SafetyKeeping {
    /// nil too for what was reported before conditions for safety were kept.
    fileprivate init?(row: borrowing Row) throws {
        guard row.ifAny(13, { $0.bool($1) }) == true else { return nil }
        if row.ifAny(15, { $0.bool($1) }) == true { self = .over; return }
        self = try row.ifAny(14) { .until(try $0.day($1)) } ?? .nobody
    }
}

extension CareReport.State {
    fileprivate init(row: borrowing Row) throws {
        switch row.text(4) {
        case "received": self = .received
        case "triaged": self = .triaged
        case "assigned": self = .assigned(CareReport.Place(row: row))
        case "talked": self = .talked
        default: self = .closed(try row.kept(7))
        }
    }

    fileprivate var word: String {
        switch self {
        case .received: "received"
        case .triaged: "triaged"
        case .assigned: "assigned"
        case .talked: "talked"
        case .closed: "closed"
        }
    }
}

extension CareReport.Place {
    fileprivate init(row: borrowing Row) {
        switch row.text(5) {
        case "circle": self = .circle(row.id(6))
        case "veiligThuis": self = .veiligThuis
        default: self = .desk
        }
    }

    fileprivate var word: String {
        switch self {
        case .desk: "desk"
        case .circle: "circle"
        case .veiligThuis: "veiligThuis"
        }
    }
}

/// Who keeps what holds for safety, and by when they look at it again.
package struct SafetyKeeper: Hashable, Sendable {
    package let name: PlainText
    package let until: Day

    package init(name: PlainText, until: Day) {
        self.name = name
        self.until = until
    }
}

extension Connection {
    /// Carries out what the rule allows: the next state, what was said, and what is owed then.
    ///
    /// - Parameter keeper: who keeps what holds for safety from then on.
    /// - Throws: ``CareReport/Refusal``
    package func carryOut(
        _ act: CareReport.Act, saying text: PlainText? = nil, keeping keeper: SafetyKeeper? = nil, at now: Moment,
        _ key: borrowing DeskKey<CareReport>, _ ids: IDSource
    ) throws {
        let before = key.item
        var next = try before.after(act, by: key.worker).dated(now)
        if let keeper {
            next = try next.after(.keepSafety(until: keeper.until), by: key.worker)
            try keepSafety(keeper, at: now, key)
        }
        guard try hasReader(next, after: act, on: now.day) else { throw CareReport.Refusal.notAtDesk }
        let owed = try openPromises(about: before.subject).filter { $0.promise.kind != .lookAtSafety }
        let due = owed.map(\.promise.due).min()
        // Who keeps what holds for safety was noted with their name.
        if act != keeper.map({ .keepSafety(until: $0.until) }) {
            let number = try nextReportEntry(of: before.id)
            let body = try text.map { try key.seal($0.text, at: .careReportEntry(number, of: before.id)) }
            try note(CareReportEntry.Kind(act), by: key.worker, at: now, number, body, of: before.id)
        }
        try owe(next, at: now, ids)
        try save(next, at: now)
        try count(before, next, due: due, at: now, ids)
    }

    private func keepSafety(
        _ keeper: SafetyKeeper, at now: Moment, _ key: borrowing DeskKey<CareReport>
    ) throws {
        let id = key.item.id
        let number = try nextReportEntry(of: id)
        let body = try key.seal(keeper.name.text, at: .careReportEntry(number, of: id))
        try note(.safetyKept, by: key.worker, at: now, number, body, of: id)
        let sealed = try key.seal(keeper.name.text, at: .safetyKeeper(id))
        try execute("UPDATE care_report SET safety_keeper = \(sealed) WHERE id = \(id)")
    }

    /// Whether somebody can open it where it goes: at another desk, or with a colleague or a family chosen.
    private func hasReader(_ next: CareReport, after act: CareReport.Act, on today: Day) throws -> Bool {
        switch act {
        case .send(let organisation):
            return try deskCrew(organisation, on: today).hasAnybody(besides: next.keptFrom)
        case .pass, .assign(.circle):
            guard next.family != nil, let account = next.desk.account else { return true }
            return try !next.isOf(familiesKept(from: account))
        case .take, .judge, .keepSafety, .endSafety, .assign, .talk, .advise, .answer: return true
        }
    }

    /// What is worth counting, without anybody in it: how long judging took, and whether who reported heard in time.
    ///
    /// - Parameter due: as the board showed it before the act.
    private func count(
        _ before: CareReport, _ next: CareReport, due: Moment?, at now: Moment, _ ids: IDSource
    ) throws {
        let (organisation, month) = (before.desk.organisation, Month(of: now.day))
        if before.state == .received, next.state == .triaged {
            let began = before.received.day
            try record(
                try Fact(
                    kind: .waitForTriage, organisation: organisation, month: month,
                    shape: .spell(began: began, ended: max(began, now.day)), ids: ids))
        }
        guard case .closed = next.state, let due else { return }
        try record(
            try Fact(
                kind: .feedbackOnTime, organisation: organisation, month: month, shape: .verdict(now <= due), ids: ids))
    }

    /// Keeps where it stands now, with the moment by which its next act is due.
    func save(_ report: CareReport, at now: Moment) throws {
        var (place, closing): (CareReport.Place?, CareReport.Closing?)
        if case .assigned(let to) = report.state { place = to }
        if case .closed(let how) = report.state { closing = how }
        var until: Day?
        if case .until(let day)? = report.safety { until = day }
        let open = try openPromises(about: report.subject).map(\.promise.due).min()
        let before = try row("SELECT desk_organisation FROM care_report WHERE id = \(report.id) ORDER BY id") {
            $0.id(0, Organisation.self)
        }
        // Where it went stays known after the talk.
        try execute(
            """
            UPDATE care_report SET
                desk_organisation = \(report.desk.organisation), desk_account = \(report.desk.account),
                urgency = \(report.urgency.rawValue), rank = \(report.urgency.rank), state = \(report.state.word),
                place = COALESCE(CAST(\(place?.word) AS TEXT), place),
                family_id = \(report.family), judged_at = \(report.judged), safety_until = \(until),
                safety_over = \(report.safety == .over),
                closing = \(closing?.rawValue), several_parties = \(report.hasSeveralParties),
                direction = \(report.direction?.rawValue), due_at = \(report.isOver ? nil : open),
                kept_until = \(closing.map { now + $0.kept }), version = version + 1
            WHERE id = \(report.id)
            """)
        try noteNews(of: report.id, at: Set([before, report.desk.organisation].compactMap(\.self)))
    }

    func note(
        _ kind: CareReportEntry.Kind, by worker: Worker?, at now: Moment, _ number: Int, _ body: [UInt8]? = nil,
        of id: ID<CareReport>
    ) throws {
        try execute(
            """
            INSERT INTO care_report_entry (report_id, number, kind, by_account, by_organisation, at, body)
            VALUES (\(id), \(number), \(kind.rawValue), \(worker?.account), \(worker?.organisation), \(now), \(body))
            """)
    }

    func nextReportEntry(of id: ID<CareReport>) throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) + 1 FROM care_report_entry WHERE report_id = \(id)") { $0.int(0) }
            ?? 1
    }

    func keptFrom(_ id: ID<CareReport>) throws -> Set<ID<Account>> {
        Set(
            try rows("SELECT account FROM care_report_kept_from WHERE report_id = \(id) ORDER BY account") {
                $0.id(0)
            })
    }
}
