// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// An open promise before it is read whole: where it lies, and what decides on its order.
package struct StoredOutline: Hashable, Sendable {
    package let promise: PromiseOutline
    package let space: ID<PromiseSpace>?
    /// As it stands in ``StoredPromise``; read of what lies in an inbox alone, as its owner knows their own anyway.
    package let about: String?
}

extension StoredPromise {
    /// The same without what it says.
    package var outline: StoredOutline { StoredOutline(promise: promise.outline, space: space, about: about) }
}

extension Connection {
    /// What an account owes, first due first: somebody may owe hundreds of things of which a page shows fifty.
    package func openOutlines(of account: ID<Account>) throws -> [StoredOutline] {
        try rows(
            """
            SELECT space, id, kind, receiver_kind, receiver, subject_kind, subject, urgency, working_days,
                due_at, NULL
            FROM promise
            WHERE owner_account = \(account) AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at
            """
        ) { try StoredOutline(row: $0, owner: .account(account)) }
    }

    /// What lies in an organisation's inbox in dossiers, first due first.
    package func openOutlines(of organisation: ID<Organisation>) throws -> [StoredOutline] {
        try rows(
            """
            SELECT space, id, kind, receiver_kind, receiver, subject_kind, subject, urgency, working_days,
                due_at, about
            FROM promise
            WHERE owner_organisation = \(organisation) AND space <> '' AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at
            """
        ) { try StoredOutline(row: $0, owner: .organisation(organisation)) }
    }

    /// What lies in an organisation's inbox outside every dossier, about these kinds of things: of each, by urgency, what is
    /// due first, so many at most, as thousands may.
    package func openOutlinesAtDesk(
        of organisation: ID<Organisation>, about kinds: [String], limit: Int
    ) throws -> [StoredOutline] {
        try PromiseUrgency.words.flatMap { urgency in
            try kinds.flatMap { kind in
                try rows(
                    """
                    SELECT space, id, kind, receiver_kind, receiver, subject_kind, subject, urgency, working_days,
                        due_at, about
                    FROM promise
                    WHERE owner_organisation = \(organisation) AND space = '' AND urgency = \(urgency)
                        AND subject_kind = \(kind) AND settled_at IS NULL AND closed_at IS NULL
                    ORDER BY due_at, id LIMIT \(limit)
                    """
                ) { try StoredOutline(row: $0, owner: .organisation(organisation)) }
            }
        }
    }

    /// Some promises of a space, open or not, before they are read whole.
    package func outlines(of ids: Set<ID<Promise>>, in space: ID<PromiseSpace>) throws -> [PromiseOutline] {
        try rows(
            """
            SELECT id, kind, receiver_kind, receiver, subject_kind, subject, urgency, working_days, due_at,
                owner_account, owner_organisation
            FROM promise WHERE space = \(space) AND id IN \(list: ids.sorted()) ORDER BY id
            """
        ) { row in try PromiseOutline(row: row, from: 0, owner: try Promise.Owner(row: row, from: 9)) }
    }

    /// Some promises whole, by their outlines; what is not there any more is left out.
    package func promises(_ outlines: [StoredOutline]) throws -> [ID<Promise>: StoredPromise] {
        var found: [ID<Promise>: StoredPromise] = [:]
        // An index for each: a list of pairs would be looked along from end to end.
        for start in stride(from: 0, to: outlines.count, by: 64) {
            let some = outlines[start..<min(start + 64, outlines.count)]
            let keys = some.map { ($0.space?.text ?? "", $0.promise.id) }
            let stored = try rows(
                "SELECT \(StoredPromise.columns) FROM promise WHERE \(either: "space", "id", keys) ORDER BY space, id"
            ) { try StoredPromise(row: $0) }
            for promise in stored { found[promise.promise.id] = promise }
        }
        return found
    }
}

extension StoredOutline {
    fileprivate init(row: borrowing Row, owner: Promise.Owner) throws {
        promise = try PromiseOutline(row: row, from: 1, owner: owner)
        let space = row.id(0, PromiseSpace.self)
        // Outside any space it is the empty text.
        self.space = space == ID(stored: "") ? nil : space
        about = row.ifAny(10) { $0.text($1) }
    }
}

extension PromiseOutline {
    /// One whose nine columns begin at a place of the row.
    fileprivate init(row: borrowing Row, from first: Int, owner: Promise.Owner) throws {
        let due = row.moment(first + 8)
        self.init(
            id: row.id(first), kind: PromiseKind(rawValue: row.text(first + 1)), owner: owner,
            receiver: try Promise.Receiver(row: row, from: first + 2),
            subject: Promise.Subject(kind: row.text(first + 4), id: row.text(first + 5)),
            urgency: try PromiseUrgency(
                word: row.text(first + 6), workingDays: row.ifAny(first + 7) { $0.int($1) }, due: due),
            due: due)
    }
}
