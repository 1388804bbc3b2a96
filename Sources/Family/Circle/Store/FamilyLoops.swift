// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Makes what is owed in a dossier agree with where a loop stands now.
    ///
    /// - Throws: ``PromiseChanged`` when somebody changed one of its promises meanwhile.
    func owe(
        _ loop: some Loop, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let open = try openPromises(in: ID(as: key.family), about: loop.subject)
        let (change, who) = (try change(open, to: loop, at: now), key.reading.reader)
        for promise in change.ended {
            try journal(
                JournalEntry(
                    at: now, kind: loop.isNeeded ? .promiseSettled : .promiseClosed, who: who,
                    item: ItemName(.promise, promise.id), persons: []), key, vault)
        }
        let norms = change.new.isEmpty ? Norms() : try norms()
        for debt in change.new {
            let promise = Promise(
                id: ids.next(at: now), kind: debt.kind, owner: debt.owner, receiver: debt.receiver,
                subject: loop.subject, urgency: norms.urgency(of: debt), made: now)
            try make(promise, about: [], saying: "", by: who, key, vault)
        }
    }
}
