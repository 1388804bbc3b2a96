// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Makes what is owed agree with where a loop outside every dossier stands now.
    ///
    /// - Throws: ``PromiseChanged`` when somebody changed one of its promises meanwhile.
    package func owe(_ loop: some Loop, at now: Moment, _ ids: IDSource) throws {
        let change = try change(openPromises(about: loop.subject), to: loop, at: now)
        for promise in change.ended + change.moved { try tell(promise, at: now) }
        let norms = change.new.isEmpty ? Norms() : try norms()
        for debt in change.new {
            let promise = Promise(
                id: ids.next(at: now), kind: debt.kind, owner: debt.owner, receiver: debt.receiver,
                subject: loop.subject, urgency: norms.urgency(of: debt), made: min(debt.since ?? now, now))
            try add(StoredPromise(promise, in: nil))
            try tell(promise, at: now)
        }
    }

    /// Ends and moves what was owed before, and tells what is owed anew: whoever keeps the promises makes that.
    ///
    /// - Parameter open: the promises of the loop that are open before the act.
    /// - Throws: ``PromiseChanged`` when somebody changed one of them meanwhile.
    package func change(_ open: [StoredPromise], to loop: some Loop, at now: Moment) throws -> DebtChange {
        let change = try DebtChange(from: open.map(\.promise), to: loop, at: now)
        for promise in change.ended + change.moved {
            guard let stored = open.first(where: { $0.promise.id == promise.id }) else { continue }
            try save(promise, of: stored)
        }
        return change
    }

    /// Who owes it hears by mail that something waits, where they want that.
    private func tell(_ promise: Promise, at now: Moment) throws {
        guard promise.isOpen, let owner = promise.owner.account else { return }
        try tell([owner], of: .promise(promise.id), in: ID(as: promise.id), at: now)
    }

    /// What is open about one subject outside every dossier, first due first.
    package func openPromises(about subject: Promise.Subject) throws -> [StoredPromise] {
        try rows(
            """
            SELECT \(StoredPromise.columns) FROM promise
            WHERE space = '' AND subject_kind = \(subject.kind) AND subject = \(subject.id)
                AND settled_at IS NULL AND closed_at IS NULL
            ORDER BY due_at, id
            """
        ) { try StoredPromise(row: $0) }
    }
}
