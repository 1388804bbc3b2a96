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
            try CareReport(row: row, crew: connection.deskCrew(row.id(1)), keptFrom: kept)
        }
    }

    static let columns: SQL = """
        id, desk_organisation, desk_account, urgency, state, place, family_id, closing, several_parties, direction,
        received_at
        """

    init(row: borrowing Row, crew: DeskCrew, keptFrom: Set<ID<Account>>) throws {
        self.init(
            id: row.id(0), desk: Side(row.id(1), row.idIfAny(2)), crew: crew, keptFrom: keptFrom,
            urgency: try row.kept(3), state: try State(row: row), hasSeveralParties: row.bool(8),
            direction: row.ifAny(9) { Direction.Kind(rawValue: $0.text($1)) } ?? nil, received: row.moment(10))
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

/// Something that was said or done with a report.
package struct CareReportEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case taken, passed, sent, judged
        case toDesk, toCircle, toVeiligThuis
        case talked, advised, answered
        /// It went back to the inbox: judging was late, or who had it in hand left.
        case late, left
    }

    package let kind: Kind
    /// nil for what nobody did.
    package let who: ID<Account>?
    package let at: Moment
    /// nil where nothing was said, and when it was erased.
    package let text: String?
}

extension Connection {
    /// Carries out what the rule allows: the next state, what was said, and what is owed then.
    ///
    /// - Throws: ``CareReport/Refusal``
    package func carryOut(
        _ act: CareReport.Act, saying text: PlainText? = nil, at now: Moment, _ key: borrowing DeskKey<CareReport>,
        _ ids: IDSource
    ) throws {
        let before = key.item
        if case .send(let organisation) = act, try !hasDesk(organisation) { throw CareReport.Refusal.notAtDesk }
        let next = try before.after(act, by: key.worker)
        let number = try nextReportEntry(of: before.id)
        let body = try text.map { try key.seal($0.text, at: .careReportEntry(number, of: before.id)) }
        try note(CareReportEntry.Kind(act), by: key.worker, at: now, number, body, of: before.id)
        try owe(next, at: now, ids)
        try save(next, at: now)
        try count(act, before, next, at: now, ids)
    }

    /// What is worth counting, without anybody in it: how long judging took, and whether who reported heard in time.
    private func count(
        _ act: CareReport.Act, _ before: CareReport, _ next: CareReport, at now: Moment, _ ids: IDSource
    ) throws {
        let (organisation, month) = (before.desk.organisation, Month(of: now.day))
        if before.state == .received, next.state == .triaged {
            let began = before.received.day
            try record(
                try Fact(
                    kind: .waitForTriage, organisation: organisation, month: month,
                    shape: .spell(began: began, ended: max(began, now.day)), ids: ids))
        }
        guard case .closed = next.state, let due = try due(of: before.id) else { return }
        try record(
            try Fact(
                kind: .feedbackOnTime, organisation: organisation, month: month, shape: .verdict(now <= due), ids: ids))
    }

    /// When what is owed about it was due, as the board showed it before the act.
    private func due(of id: ID<CareReport>) throws -> Moment? {
        let due = try row(
            """
            SELECT MAX(due_at) FROM promise
            WHERE space = '' AND subject_kind = \(CareReport.subjectKind) AND subject = \(id.text)
            """
        ) { row in row.ifAny(0) { $0.moment($1) } }
        return due ?? nil
    }

    /// Keeps where it stands now, with the moment by which its next act is due.
    func save(_ report: CareReport, at now: Moment) throws {
        var (place, family, closing): (CareReport.Place?, ID<Family>?, CareReport.Closing?)
        if case .assigned(let to) = report.state { place = to }
        if case .circle(let id) = place { family = id }
        if case .closed(let how) = report.state { closing = how }
        let open = try openPromises(about: report.subject).map(\.promise.due).min()
        // Where it went stays known after the talk.
        try execute(
            """
            UPDATE care_report SET
                desk_organisation = \(report.desk.organisation), desk_account = \(report.desk.account),
                urgency = \(report.urgency.rawValue), rank = \(report.urgency.rank), state = \(report.state.word),
                place = COALESCE(CAST(\(place?.word) AS TEXT), place),
                family_id = CASE WHEN CAST(\(place?.word) AS TEXT) IS NULL THEN family_id
                    ELSE CAST(\(family) AS TEXT) END,
                closing = \(closing?.rawValue), several_parties = \(report.hasSeveralParties),
                direction = \(report.direction?.rawValue), due_at = \(report.isOver ? nil : open),
                kept_until = \(closing.map { now + $0.kept }), version = version + 1
            WHERE id = \(report.id)
            """)
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

extension CareReportEntry.Kind {
    fileprivate init(_ act: CareReport.Act) {
        self =
            switch act {
            case .take: .taken
            case .pass: .passed
            case .send: .sent
            case .judge: .judged
            case .assign(.desk): .toDesk
            case .assign(.circle): .toCircle
            case .assign(.veiligThuis): .toVeiligThuis
            case .talk: .talked
            case .advise: .advised
            case .answer: .answered
            }
    }
}

extension SealedPlace {
    static func careReportWorry(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report", "worry", row: id.text, owner: id.text)
    }
    static func careReportEntry(_ number: Int, of id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_entry", "body", row: String(number), owner: id.text)
    }
    static func reportOrigin(_ id: ID<CareReportOrigin>) -> SealedPlace {
        SealedPlace("care_report_origin", "body", row: id.text, owner: id.text)
    }
    static func reportReply(_ id: ID<CareReport>) -> SealedPlace {
        SealedPlace("care_report_origin", "reply", row: id.text, owner: id.text)
    }
}
