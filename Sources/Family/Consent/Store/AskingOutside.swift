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

    /// A professional asks somebody in a talk who does not sign in, once: who is in charge, or else who plans with them
    /// longest; a director who does not plan with them finds no page for it.
    ///
    /// Where no professional is around them nobody asks.
    func askInPerson(
        _ person: ID<Person>, about subject: Promise.Subject, in family: ID<Family>, until end: Moment, at now: Moment,
        ids: IDSource, _ vault: Vault
    ) throws {
        let planning = try planning(with: person, in: family, on: now.day)
        guard let first = planning.first else { return }
        _ = try withLeavingKey(of: first, in: family, on: now.day, vault) { key, _ in
            let owed = try openPromises(in: ID(as: family), about: subject).map(\.promise)
            guard !owed.contains(where: { $0.kind == .askInPerson }) else { return }
            let director = try professionalInCharge(key).account
            let asker = planning.first { $0.account == director } ?? first
            let promise = Promise(
                id: ids.next(at: now), kind: .askInPerson, owner: .account(asker.account),
                receiver: .person(ID(as: person)), subject: subject, urgency: .agreed(max(end, now)), made: now,
                fallback: asker.organisation)
            try make(promise, about: [], saying: "", by: nil, key, vault)
        }
    }

    /// The professionals who plan with somebody, who is there longest first.
    private func planning(with person: ID<Person>, in family: ID<Family>, on day: Day) throws -> [Membership] {
        try rows(
            """
            SELECT m.id, m.account_id, m.organisation_id, m.share, m.from_day, m.until_day FROM membership m
            JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.family_id = \(family) AND p.person_id = \(person) AND m.kind = 'professional'
                AND m.share >= \(Share.plan.rawValue) AND m.ended_at IS NULL
            ORDER BY m.from_day, m.id
            """
        ) { row in
            Membership(
                id: row.id(0), account: row.id(1), kind: .professional, organisation: row.idIfAny(2), covers: [person],
                share: Share(rawValue: row.int(3)) ?? .plan,
                term: Period(from: try row.day(4), until: try row.ifAny(5) { try $0.day($1) }))
        }.filter { $0.isActive(on: day) }
    }
}
