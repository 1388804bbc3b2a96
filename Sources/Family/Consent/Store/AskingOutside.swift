// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Who holds authority over one of these and may not read about them, as two professionals decided.
    func refusedReaders(of persons: Set<ID<Person>>, _ key: borrowing DossierKey) throws -> Set<ID<Person>> {
        Set(
            try rows(
                """
                SELECT parent_id FROM reading_refusal
                WHERE family_id = \(key.family) AND child_id IN \(list: persons.sorted()) AND second_id IS NOT NULL
                    AND ended_at IS NULL
                ORDER BY parent_id
                """
            ) { $0.id(0) })
    }

    /// The professional in charge asks somebody in a talk, once, and writes down what they say.
    func askOutside(
        _ consent: ID<Consent>, by asker: ID<Account>, until end: Moment, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let subject = Promise.Subject(kind: ItemName.Kind.consent.rawValue, id: consent.text)
        let owed = try openPromises(in: ID(as: key.family), about: subject).map(\.promise)
        guard !owed.contains(where: { $0.kind == .askInPerson }) else { return }
        let inCharge = try professionalInCharge(key)
        guard let owner = inCharge.owner else { return }
        let promise = Promise(
            id: ids.next(at: now), kind: .askInPerson, owner: owner,
            receiver: inCharge.desk.map { .organisation($0) } ?? .account(asker), subject: subject,
            urgency: .agreed(max(end, now)), made: now, fallback: inCharge.desk)
        try make(promise, about: [], saying: "", by: nil, key, vault)
    }

    /// What a parent owed an answer to about a child they read about no longer is asked of them outside.
    func askOutside(
        _ parent: ID<Person>, about child: ID<Person>, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let accounts = try accounts(ofPersons: [parent], key).values
        for stored in try openPromises(in: ID(as: key.family)) where stored.promise.kind == .answerConsent {
            guard case .account(let owner) = stored.promise.owner, accounts.contains(owner) else { continue }
            let id: ID<Consent> = ID(stored: stored.promise.subject.id)
            let asked = try row(
                """
                SELECT c.by_id, c.made_at FROM consent c
                JOIN consent_person p ON p.family_id = c.family_id AND p.consent_id = c.id
                WHERE c.family_id = \(key.family) AND c.id = \(id) AND p.person_id = \(child)
                """
            ) { ($0.id(0, Account.self), $0.moment(1)) }
            guard let (asker, made) = asked else { continue }
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
            try askOutside(id, by: asker, until: made + Consent.term, at: now, ids: ids, key, vault)
        }
    }
}
