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

    /// Its sender was told long ago, or never will be.
    package static let kept = Duration.days(90)

    package let id: ID<KeptReportMessage>
    package let organisation: ID<Organisation>
    package let at: Moment
    package let flaw: ReportMessageFlaw
    private let crew: DeskCrew
    /// Who is named in it: it may be about them.
    private let keptFrom: Set<ID<Account>>

    init(
        id: ID<KeptReportMessage>, organisation: ID<Organisation>, at: Moment, flaw: ReportMessageFlaw, crew: DeskCrew,
        keptFrom: Set<ID<Account>>
    ) {
        (self.id, self.organisation, self.at, self.flaw) = (id, organisation, at, flaw)
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
                "SELECT id, organisation, at, flaw, element, line FROM report_message WHERE id = \(id) ORDER BY id"
            ) { KeptReportMessage(row: $0, crew: DeskCrew()) } ?? nil
        return try found.map { message in
            KeptReportMessage(
                id: id, organisation: message.organisation, at: message.at, flaw: message.flaw,
                crew: try connection.deskCrew(message.organisation, on: today),
                keptFrom: Set(
                    try connection.rows(
                        "SELECT account FROM report_message_kept_from WHERE message_id = \(id) ORDER BY account"
                    ) { $0.id(0, Account.self) }))
        }
    }

    fileprivate init?(row: borrowing Row, crew: DeskCrew) {
        let flaw = ReportMessageFlaw(
            word: row.text(3), element: row.ifAny(4) { $0.text($1) }, line: row.ifAny(5) { $0.int($1) })
        guard let flaw else { return nil }
        self.init(id: row.id(0), organisation: row.id(1), at: row.moment(2), flaw: flaw, crew: crew, keptFrom: [])
    }
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
        let open: SQL = """
            organisation = \(worker.organisation) AND NOT EXISTS (
                SELECT 1 FROM report_message_kept_from k
                WHERE k.message_id = report_message.id AND k.account = \(worker.account))
            """
        items = try connection.rows(
            """
            SELECT id, organisation, at, flaw, element, line FROM report_message
            WHERE \(open)
            ORDER BY at DESC, id LIMIT \(Self.most) OFFSET \((page - 1) * Self.most)
            """
        ) { KeptReportMessage(row: $0, crew: desk.crew) }.compactMap(\.self)
        count =
            try connection.row(
                "SELECT COUNT(*) FROM report_message WHERE \(open)"
            ) { $0.int(0) } ?? 0
    }
}

extension Connection {
    /// The message as it came; nil when it was erased.
    package func bytes(_ key: borrowing DeskKey<KeptReportMessage>) throws -> [UInt8]? {
        let id = key.item.id
        let sealed = try row("SELECT body FROM report_message WHERE id = \(id) ORDER BY id") { $0.bytes(0) }
        return try key.openBytes(sealed, at: .reportMessage(id))
    }
}
