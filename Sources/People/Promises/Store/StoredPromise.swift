// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// What promises belong together: a dossier, whose key decides who reads them.
///
/// Opaque in this storey.
package enum PromiseSpace {}

/// A promise as it is kept: where, and with what only a higher storey can read.
package struct StoredPromise: Hashable, Sendable {
    package var promise: Promise
    package let space: ID<PromiseSpace>?
    /// The id of the part under whose key the detail is sealed.
    package let about: String?
    /// What the promise says in words, sealed by whoever made it.
    package let detail: [UInt8]?
    /// Counts its changes, so that two people who change it at once notice.
    package let version: Int

    package init(
        _ promise: Promise, in space: ID<PromiseSpace>?, about: String? = nil, detail: [UInt8]? = nil, version: Int = 1
    ) {
        self.promise = promise
        self.space = space
        self.about = about
        self.detail = detail
        self.version = version
    }
}

/// The promise was changed by somebody else since it was read.
package struct PromiseChanged: Error, Hashable {
    package init() {}
}

extension StoredPromise {
    /// The columns that `init(row:)` reads, in its order.
    static let columns: SQL = """
        space, id, kind, owner_account, owner_organisation, receiver_kind, receiver, subject_kind, subject, about,
        urgency, working_days, made_at, due_at, fallback, settled_at, closed_at, closed_reason, detail, version
        """

    init(row: borrowing Row) throws {
        let due = row.moment(13)
        self.init(
            Promise(
                id: row.id(1), kind: PromiseKind(rawValue: row.text(2)), owner: try Promise.Owner(row: row, from: 3),
                receiver: try Promise.Receiver(row: row, from: 5),
                subject: Promise.Subject(kind: row.text(7), id: row.text(8)),
                urgency: try PromiseUrgency(word: row.text(10), workingDays: row.ifAny(11) { $0.int($1) }, due: due),
                made: row.moment(12), due: due, fallback: row.ifAny(14) { $0.id($1) },
                state: try Promise.State(row: row)),
            in: row.text(0).isEmpty ? nil : row.id(0), about: row.ifAny(9) { $0.text($1) },
            detail: row.ifAny(18) { $0.bytes($1) }, version: row.int(19))
    }
}

extension Promise.Owner {
    /// The two columns that begin at a place of the row.
    init(row: borrowing Row, from first: Int) throws {
        if !row.isNull(first) {
            self = .account(row.id(first))
        } else if !row.isNull(first + 1) {
            self = .organisation(row.id(first + 1))
        } else {
            throw DatabaseError.damaged("a promise without an owner")
        }
    }
}

extension Promise.Receiver {
    var word: String {
        switch self {
        case .account: "account"
        case .organisation: "organisation"
        case .person: "person"
        }
    }

    var id: String {
        switch self {
        case .account(let id): id.text
        case .organisation(let id): id.text
        case .person(let id): id.text
        }
    }

    /// The two columns that begin at a place of the row.
    init(row: borrowing Row, from first: Int) throws {
        switch row.text(first) {
        case "account": self = .account(row.id(first + 1))
        case "organisation": self = .organisation(row.id(first + 1))
        case "person": self = .person(row.id(first + 1))
        case let word: throw DatabaseError.damaged("no receiver: \(word)")
        }
    }
}

extension Promise.State {
    fileprivate init(row: borrowing Row) throws {
        if !row.isNull(15) {
            self = .settled(row.moment(15))
        } else if !row.isNull(16) {
            self = .closed(row.moment(16), try row.kept(17))
        } else {
            self = .open
        }
    }
}

extension PromiseUrgency {
    /// How each is written down, most harm from waiting first.
    package static let words = ["acute", "day", "week", "regular", "agreed"]

    package var word: String {
        switch self {
        case .acute: "acute"
        case .day: "day"
        case .week: "week"
        case .regular: "regular"
        case .agreed: "agreed"
        }
    }

    var workingDays: Int? {
        switch self {
        case .regular(let workingDays): workingDays
        case .acute, .day, .week, .agreed: nil
        }
    }

    init(word: String, workingDays: Int?, due: Moment) throws {
        switch (word, workingDays) {
        case ("acute", _): self = .acute
        case ("day", _): self = .day
        case ("week", _): self = .week
        case ("regular", let workingDays?): self = .regular(workingDays: workingDays)
        case ("agreed", _): self = .agreed(due)
        default: throw DatabaseError.damaged("no urgency: \(word)")
        }
    }
}
