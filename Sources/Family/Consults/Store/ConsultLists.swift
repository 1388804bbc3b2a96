// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A consult as it stands in a list.
package struct ConsultSight: Hashable, Sendable {
    package let consult: Consult
    /// nil when it was erased.
    package let subject: String?
    /// When what is owed is due; nil when it is over.
    package let due: Moment?

    package init(consult: Consult, subject: String?, due: Moment?) {
        (self.consult, self.subject, self.due) = (consult, subject, due)
    }
}

/// The consults that a worker may open, still sealed: what they asked or were asked, and what lies in their inbox.
package struct SealedConsults: DeskList {
    package let worker: Worker
    /// Open ones first, the latest first.
    package let items: [Consult]
    private let outlines: [ID<Consult>: Consult.Outline]

    package init(of worker: Worker, limit: Int, _ connection: Connection) throws {
        let found = try connection.rows(
            """
            SELECT \(Consult.columns), \(Consult.outlineColumns) FROM consult
            WHERE asker_organisation = \(worker.organisation) AND (asker_account = \(worker.account)
                    OR asker_account IS NULL)
                OR asked_organisation = \(worker.organisation) AND (asked_account = \(worker.account)
                    OR asked_account IS NULL)
            ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END,
                CASE WHEN state = 'closed' THEN -since_at ELSE since_at END, id LIMIT \(limit)
            """
        ) { (consult: try Consult(row: $0), outline: Consult.Outline(row: $0, from: 9)) }
        self.worker = worker
        // Where there are more than a list holds, those that wait longest stay in it.
        let open = found.prefix { !$0.consult.isOver }
        items = open.reversed().map(\.consult) + found.dropFirst(open.count).map(\.consult)
        outlines = Dictionary(uniqueKeysWithValues: found.map { ($0.consult.id, $0.outline) })
    }

    package func sight(_ key: borrowing DeskKey<Consult>) throws -> ConsultSight? {
        try outlines[key.item.id]?.opened(key)
    }
}

extension Consult {
    /// What a list shows of one besides, still sealed.
    fileprivate struct Outline: Sendable {
        let subject: [UInt8]
        let due: Moment?

        init(row: borrowing Row, from first: Int) {
            subject = row.bytes(first)
            due = row.ifAny(first + 1) { $0.moment($1) }
        }

        func opened(_ key: borrowing DeskKey<Consult>) throws -> ConsultSight {
            let subject = try key.open(subject, at: .consultSubject(key.item.id))
            return ConsultSight(consult: key.item, subject: subject, due: due)
        }
    }

    fileprivate static let outlineColumns: SQL = """
        subject, (
            SELECT MIN(p.due_at) FROM promise p
            WHERE p.space = '' AND p.subject_kind = 'consult' AND p.subject = consult.id
                AND p.settled_at IS NULL AND p.closed_at IS NULL)
        """
}

extension Connection {
    package func sight(_ key: borrowing DeskKey<Consult>) throws -> ConsultSight? {
        let outline = try row(
            "SELECT \(Consult.outlineColumns) FROM consult WHERE id = \(key.item.id) ORDER BY id"
        ) { Consult.Outline(row: $0, from: 0) }
        return try outline?.opened(key)
    }

    /// Those of the ids that are consults, in the order of their ids.
    func consults(_ ids: Set<ID<Consult>>) throws -> [Consult] {
        try rows("SELECT \(Consult.columns) FROM consult WHERE id IN \(list: ids.sorted()) ORDER BY id") {
            try Consult(row: $0)
        }
    }

    /// Those of the ids that are the keys of consults.
    func consultIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM consult WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }
}
