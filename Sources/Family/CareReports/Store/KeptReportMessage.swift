// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Database
import FamilyRules
import Foundation
import Kernel
import PeopleRules
import PeopleStore

/// A message that could not be taken in as a report: kept as it came, so that its sender can be told what is wrong.
package struct KeptReportMessage: DeskItem, Hashable {
    package static let kind = ItemName.Kind.reportMessage

    /// So long it is kept, and longer until it is settled.
    package static let kept = Duration.days(90)

    package enum State: Hashable, Sendable {
        case kept
        /// Its sender was told what is wrong, or it was settled otherwise.
        case answered
    }

    package let id: ID<KeptReportMessage>
    package let organisation: ID<Organisation>
    package let at: Moment
    package let flaw: ReportMessageFlaw
    package private(set) var state: State
    private let crew: DeskCrew
    /// Who is named in it: it may be about them.
    private let keptFrom: Set<ID<Account>>

    init(
        id: ID<KeptReportMessage>, organisation: ID<Organisation>, at: Moment, flaw: ReportMessageFlaw,
        state: State = .kept, crew: DeskCrew, keptFrom: Set<ID<Account>>
    ) {
        (self.id, self.organisation, self.at, self.flaw, self.state) = (id, organisation, at, flaw, state)
        (self.crew, self.keptFrom) = (crew, keptFrom)
    }

    package func isOpen(to worker: Worker) -> Bool {
        worker.organisation == organisation && crew.contains(worker.account)
            && !keptFrom.contains(worker.account)
    }

    package static func found(
        _ id: ID<KeptReportMessage>, on today: Day, _ connection: Connection
    ) throws -> KeptReportMessage? {
        let found =
            try connection.row(
                "SELECT \(columns) FROM report_message WHERE id = \(id) ORDER BY id"
            ) { KeptReportMessage(row: $0, crew: DeskCrew()) } ?? nil
        return try found.map { message in
            KeptReportMessage(
                id: id, organisation: message.organisation, at: message.at, flaw: message.flaw,
                state: message.state, crew: try connection.deskCrew(message.organisation, on: today),
                keptFrom: Set(
                    try connection.rows(
                        "SELECT account FROM report_message_kept_from WHERE message_id = \(id) ORDER BY account"
                    ) { $0.id(0, Account.self) }))
        }
    }

    fileprivate static let columns: SQL = "id, organisation, at, flaw, element, line, settled_at"

    fileprivate init?(row: borrowing Row, crew: DeskCrew) {
        let flaw = ReportMessageFlaw(
            word: row.text(3), element: row.ifAny(4) { $0.text($1) }, line: row.ifAny(5) { $0.int($1) })
        guard let flaw else { return nil }
        let isSettled = row.ifAny(6) { $0.moment($1) } != nil
        self.init(
            id: row.id(0), organisation: row.id(1), at: row.moment(2), flaw: flaw, state: isSettled ? .answered : .kept,
            crew: crew, keptFrom: [])
    }

    /// The message once nothing is owed of it.
    package var settled: KeptReportMessage {
        var next = self
        next.state = .answered
        return next
    }
}

/// What can't be read may be a worry about a child: somebody at the desk looks by the next working day.
extension KeptReportMessage: Loop {
    package static let subjectKind = "reportMessage"

    package var subject: Promise.Subject { Promise.Subject(kind: Self.subjectKind, id: id.text) }
    package var isOver: Bool { state == .answered }
    package var isNeeded: Bool { true }

    package var debts: [Debt] {
        let desk = Side(organisation)
        return isOver
            ? [] : [Debt(.answerUnread, of: desk.owner, to: desk.receiver, .regular(workingDays: 1), since: at)]
    }
}

extension PromiseKind {
    /// To tell who sent a report that can't be read what is wrong with it, or to settle it otherwise.
    package static let answerUnread = PromiseKind(rawValue: "answerUnread")
}

/// The messages at a desk that could not be taken in: the latest first.
package struct KeptReportMessages: DeskList {
    package static let most = 50

    package let items: [KeptReportMessage]
    /// nil for who is not at a desk.
    package let desk: ReportDesk?
    package let count: Int

    package init(of worker: Worker, on today: Day, page: Int, _ connection: Connection) throws {
        let desk = try connection.reportDesk(worker.organisation, on: today)
        guard let desk, desk.crew.contains(worker.account) else {
            (items, self.desk, count) = ([], nil, 0)
            return
        }
        self.desk = desk
        let open = Self.open(to: worker)
        items = try connection.rows(
            """
            SELECT \(KeptReportMessage.columns) FROM report_message
            WHERE \(open)
            ORDER BY at DESC, id LIMIT \(Self.most) OFFSET \((page - 1) * Self.most)
            """
        ) { KeptReportMessage(row: $0, crew: desk.crew) }.compactMap(\.self)
        count =
            try connection.row(
                "SELECT COUNT(*) FROM report_message WHERE \(open)"
            ) { $0.int(0) } ?? 0
    }

    fileprivate static func open(to worker: Worker) -> SQL {
        """
        organisation = \(worker.organisation) AND NOT EXISTS (
            SELECT 1 FROM report_message_kept_from k
            WHERE k.message_id = report_message.id AND k.account = \(worker.account))
        """
    }
}

extension Connection {
    /// How many messages wait until somebody settles them, at the desk of a worker who is there.
    package func unreadMessages(at worker: Worker) throws -> Int {
        try row(
            "SELECT COUNT(*) FROM report_message WHERE \(KeptReportMessages.open(to: worker)) AND settled_at IS NULL"
        ) { $0.int(0) } ?? 0
    }

    /// Those of them that wait, and that a worker at the desk may open.
    package func unreadMessages(
        _ ids: Set<ID<KeptReportMessage>>, at worker: Worker, on today: Day
    ) throws -> [KeptReportMessage] {
        guard !ids.isEmpty, try deskCrew(worker.organisation, on: today).contains(worker.account) else { return [] }
        return try rows(
            """
            SELECT \(KeptReportMessage.columns) FROM report_message
            WHERE id IN \(list: ids.sorted()) AND \(KeptReportMessages.open(to: worker)) AND settled_at IS NULL
            ORDER BY id
            """
        ) { KeptReportMessage(row: $0, crew: DeskCrew()) }.compactMap(\.self)
    }

    /// Nothing is owed of it any more.
    package func settle(_ key: borrowing DeskKey<KeptReportMessage>, at now: Moment, _ ids: IDSource) throws {
        guard !key.item.isOver else { return }
        try execute("UPDATE report_message SET settled_at = \(now) WHERE id = \(key.item.id)")
        try owe(key.item.settled, at: now, ids)
    }

    /// Whether a message waits that is kept from all at its desk, or nobody is there.
    func hasForsakenMessages(on today: Day, at organisation: ID<Organisation>?) throws -> Bool {
        let desks = try rows(
            """
            SELECT DISTINCT organisation FROM report_message
            WHERE settled_at IS NULL AND (CAST(\(organisation) AS TEXT) IS NULL OR organisation = \(organisation))
            ORDER BY organisation
            """
        ) { $0.id(0, Organisation.self) }
        return try desks.contains { desk in
            let crew = try deskCrew(desk, on: today).all
            let keptFromAll = try row(
                """
                SELECT m.id FROM report_message m JOIN report_message_kept_from k ON k.message_id = m.id
                WHERE m.organisation = \(desk) AND m.settled_at IS NULL AND k.account IN \(list: crew.sorted())
                GROUP BY m.id HAVING COUNT(*) >= \(crew.count) ORDER BY m.id LIMIT 1
                """
            ) { $0.id(0, KeptReportMessage.self) }
            return crew.isEmpty || keptFromAll != nil
        }
    }

    /// The message as it came; nil when it was erased.
    package func bytes(_ key: borrowing DeskKey<KeptReportMessage>) throws -> [UInt8]? {
        let id = key.item.id
        let sealed = try row("SELECT body FROM report_message WHERE id = \(id) ORDER BY id") { $0.bytes(0) }
        return try key.openBytes(sealed, at: .reportMessage(id))
    }
}
