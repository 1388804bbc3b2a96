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

extension Connection {
    /// The consults that a worker may open: what they asked or were asked, and what lies in their inbox; open ones first,
    /// the latest first.
    package func consults(of worker: Worker, limit: Int) throws -> [Consult] {
        try rows(
            """
            SELECT \(Consult.columns) FROM consult
            WHERE asker_organisation = \(worker.organisation) AND (asker_account = \(worker.account)
                    OR asker_account IS NULL)
                OR asked_organisation = \(worker.organisation) AND (asked_account = \(worker.account)
                    OR asked_account IS NULL)
            ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END, since_at DESC, id DESC LIMIT \(limit)
            """
        ) { try Consult(row: $0) }
    }

    /// Those of the ids that are consults, in the order of their ids.
    func consults(_ ids: Set<ID<Consult>>) throws -> [Consult] {
        try rows("SELECT \(Consult.columns) FROM consult WHERE id IN \(list: ids.sorted()) ORDER BY id") {
            try Consult(row: $0)
        }
    }

    package func sight(_ key: borrowing DeskKey<Consult>) throws -> ConsultSight {
        ConsultSight(
            consult: key.item, subject: try subject(key),
            due: try openPromises(about: key.item.subject).first?.promise.due)
    }

    /// Those of the ids that are the keys of consults.
    func consultIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM consult WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }
}
