// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Keeps a new promise.
    package func add(_ stored: StoredPromise) throws {
        let promise = stored.promise
        try execute(
            """
            INSERT INTO promise (
                \(StoredPromise.columns), look_at
            ) VALUES (
                \(stored.space?.text ?? ""), \(promise.id), \(promise.kind.rawValue), \(promise.owner.account),
                \(promise.owner.organisation), \(promise.receiver.word), \(promise.receiver.id),
                \(promise.subject.kind), \(promise.subject.id), \(stored.about), \(promise.urgency.word),
                \(promise.urgency.workingDays), \(promise.made), \(promise.due), \(promise.fallback),
                \(promise.settledAt), \(promise.closing?.at), \(promise.closing?.reason.rawValue), \(stored.detail),
                \(stored.version), \(promise.nextLook(done: []))
            )
            """)
    }

    /// Keeps what a rule made of a promise: settled, closed, or owed by another.
    ///
    /// - Throws: ``PromiseChanged`` when somebody changed it since it was read.
    package func save(_ promise: Promise, of stored: StoredPromise) throws {
        let done = try steps(of: stored)
        let changed = try execute(
            """
            UPDATE promise
            SET owner_account = \(promise.owner.account), owner_organisation = \(promise.owner.organisation),
                fallback = \(promise.fallback), settled_at = \(promise.settledAt), closed_at = \(promise.closing?.at),
                closed_reason = \(promise.closing?.reason.rawValue), look_at = \(promise.nextLook(done: done)),
                version = version + 1
            WHERE space = \(stored.space?.text ?? "") AND id = \(promise.id) AND version = \(stored.version)
            """)
        guard changed == 1 else { throw PromiseChanged() }
    }

    package func promise(_ id: ID<Promise>, in space: ID<PromiseSpace>?) throws -> StoredPromise? {
        try row(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE space = \(space?.text ?? "") AND id = \(id) ORDER BY id
            """
        ) { try StoredPromise(row: $0) }
    }

    /// Some promises of a space, open or not, first made first.
    package func promises(_ ids: Set<ID<Promise>>, in space: ID<PromiseSpace>) throws -> [StoredPromise] {
        try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE space = \(space) AND id IN \(list: ids.sorted()) ORDER BY made_at, id
            """
        ) { try StoredPromise(row: $0) }
    }

    /// What is open in a space, first due first.
    package func openPromises(in space: ID<PromiseSpace>) throws -> [StoredPromise] {
        try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE space = \(space) AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at, id
            """
        ) { try StoredPromise(row: $0) }
    }

    /// What is open in a space about one subject, first due first: what an act settles.
    package func openPromises(in space: ID<PromiseSpace>, about subject: Promise.Subject) throws -> [StoredPromise] {
        try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE space = \(space) AND subject_kind = \(subject.kind) AND subject = \(subject.id)
                AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at, id
            """
        ) { try StoredPromise(row: $0) }
    }

    /// What an account kept since a moment, latest first.
    package func keptPromises(of account: ID<Account>, since moment: Moment, limit: Int) throws -> [StoredPromise] {
        try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE owner_account = \(account) AND settled_at >= \(moment) AND settled_at IS NOT NULL
            ORDER BY settled_at DESC, id LIMIT \(limit)
            """
        ) { try StoredPromise(row: $0) }
    }

    /// When each promise is due that an account has to keep, first due first: no more of them than an index tells.
    package func duePromises(
        of account: ID<Account>
    ) throws -> [(space: ID<PromiseSpace>, promise: ID<Promise>, due: Moment)] {
        try rows(
            """
            SELECT space, id, due_at FROM promise
            WHERE owner_account = \(account) AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at, id
            """
        ) { ($0.id(0), $0.id(1), $0.moment(2)) }
    }

    /// Hands what an account owes in a space to another: a member who leaves takes no promise along.
    ///
    /// Each goes to the owner that `heir` names for it; where it names nobody, it stays.
    package func handOver(
        owedBy account: ID<Account>, in space: ID<PromiseSpace>, to heir: (Promise) -> Promise.Owner?
    ) throws {
        for stored in try openPromises(in: space) where stored.promise.owner == .account(account) {
            guard let owner = heir(stored.promise) else { continue }
            try save(try stored.promise.handedOver(to: owner), of: stored)
        }
    }
}

extension Promise {
    fileprivate var settledAt: Moment? {
        switch state {
        case .settled(let at): at
        case .open, .closed: nil
        }
    }

    fileprivate var closing: (at: Moment, reason: ClosingReason)? {
        switch state {
        case .closed(let at, let reason): (at, reason)
        case .open, .settled: nil
        }
    }
}
