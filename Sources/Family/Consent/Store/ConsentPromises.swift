// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Consent {
    package var subject: Promise.Subject { Promise.Subject(kind: ItemName.Kind.consent.rawValue, id: id.text) }

    /// Those whose answer is waited for, about any of the persons.
    func waiting(_ mustAgree: [ID<Person>: WhoMustAgree], at now: Moment) -> Set<ID<Person>> {
        persons.reduce(into: []) { waiting, person in
            if asksAnew(person, at: now) { waiting.insert(person) }
            guard let who = mustAgree[person], case .waits(let others) = outcome(for: person, who, at: now) else {
                return
            }
            waiting.formUnion(others)
        }
    }
}

extension Connection {
    /// Each who is waited for and signs in owes an answer, once; known to who owes it and to who asked.
    ///
    /// A parent whose reading is refused can't open the question: the professional in charge asks them outside.
    func askThose(
        whoWaitIn consent: Consent, _ mustAgree: [ID<Person>: WhoMustAgree], at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let leftOut = try notAsked(in: consent.id, key).filter(\.isKept).map(\.who)
        let awaited = consent.waiting(mustAgree, at: now).subtracting(leftOut)
        let outside = awaited.intersection(try refusedReaders(of: consent.persons, key))
        if !outside.isEmpty {
            try askOutside(consent.id, by: consent.by, until: consent.closes, at: now, ids: ids, key, vault)
        }
        let waiting = try accounts(ofPersons: awaited.subtracting(outside), key)
        let owed = try openPromises(in: ID(as: key.family), about: consent.subject).map(\.promise.owner)
        for account in waiting.values.sorted() where !owed.contains(.account(account)) {
            let promise = Promise(
                id: ids.next(at: now), kind: .answerConsent, owner: .account(account),
                receiver: .account(consent.by), subject: consent.subject, urgency: .agreed(consent.closes), made: now)
            try make(promise, about: [], saying: "", by: nil, key, vault)
        }
    }

    /// Whoever is not waited for any more owes no answer.
    func settleAnswered(
        _ consent: Consent, _ mustAgree: [ID<Person>: WhoMustAgree], at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let awaited = consent.waiting(mustAgree, at: now)
        let waiting = Set(try accounts(ofPersons: awaited, key).values)
        let isOutside = try !awaited.isDisjoint(with: refusedReaders(of: consent.persons, key))
        for stored in try openPromises(in: ID(as: key.family), about: consent.subject)
        where stored.promise.kind == .answerConsent || stored.promise.kind == .askInPerson && !isOutside {
            guard case .account(let account) = stored.promise.owner, !waiting.contains(account) else { continue }
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    /// Ends asking where nobody answered in time: nobody owes an answer any more, nor what a second professional was asked
    /// about who is left out.
    package func sweepConsents(at now: Moment) throws {
        let over = try rows(
            """
            SELECT family_id, id FROM consent
            WHERE closed_at IS NULL AND made_at <= \(now - Consent.term) ORDER BY made_at, id LIMIT 500
            """
        ) { ($0.id(0, Family.self), $0.id(1, Consent.self)) }
        for (family, id) in over {
            try execute("UPDATE consent SET closed_at = \(now) WHERE family_id = \(family) AND id = \(id)")
            let subject = Promise.Subject(kind: ItemName.Kind.consent.rawValue, id: id.text)
            for stored in try openPromises(in: ID(as: family), about: subject)
            where [.answerConsent, .askInPerson].contains(stored.promise.kind) {
                try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
            let leftOut = try rows(
                """
                SELECT id FROM not_asked WHERE family_id = \(family) AND consent_id = \(id) AND answer IS NULL ORDER BY id
                """
            ) { $0.id(0, NotAsked.self) }
            for leaving in leftOut {
                try closeDecision(about: Decided.notAsked.subject(leaving), in: family, at: now)
            }
        }
    }
}
