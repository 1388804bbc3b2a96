// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// That safety asks for a look, now that somebody of the family ended what was shared; owed by the professional in
/// charge (*weging*).
package struct Weighing: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// It was weighed before.
        case done
    }

    /// The promise to weigh has the same identifier.
    package let id: ID<Promise>
    package let consent: ID<Consent>?
    package let membership: ID<Membership>?
    package let persons: Set<ID<Person>>
    package let endedBy: ID<Account>
    package let ended: Moment
    package let isOpen: Bool
}

extension Connection {
    /// The professional in charge owes a weighing within a day, where somebody of the family ended what was shared and
    /// safety asks for it.
    ///
    /// Known to who owes it and to nobody else: that there is something to weigh would tell what is held.
    func weigh(
        consent: ID<Consent>? = nil, membership: ID<Membership>? = nil, about persons: Set<ID<Person>>,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard key.reading.ownPerson != nil, try safetyAsks(about: persons, key) else { return }
        let inCharge = try professionalInCharge(key)
        let desk = inCharge.desk.map { Promise.Owner.organisation($0) }
        guard let owner = inCharge.account.map({ .account($0) }) ?? desk, let first = persons.min() else { return }
        let promise = Promise(
            id: ids.next(at: now), kind: .weighWithdrawal, owner: owner,
            receiver: inCharge.desk.map { .organisation($0) } ?? .person(ID(as: first)),
            subject: Promise.Subject(kind: "weighing", id: key.family.text), urgency: .day, made: now,
            fallback: inCharge.desk)
        try make(promise, about: [], saying: "", by: nil, key, vault)
        try execute(
            """
            INSERT INTO weighing (family_id, id, consent_id, membership_id, ended_by, ended_at, part_id)
            VALUES (\(key.family), \(promise.id), \(consent), \(membership), \(key.reading.reader), \(now),
                \(key.part(about: persons)))
            """)
        for person in persons.sorted() {
            try execute(
                """
                INSERT INTO weighing_person (family_id, weighing_id, person_id)
                VALUES (\(key.family), \(promise.id), \(person))
                """)
        }
    }

    /// Whether something is held, safety is directed, or a court's order stands for one of these persons.
    private func safetyAsks(about persons: Set<ID<Person>>, _ key: borrowing DossierKey) throws -> Bool {
        if try directionNow(key)?.kind == .safetyCoordination { return true }
        if try orders(in: key.family, on: key.today).contains(where: { persons.contains($0.child) }) { return true }
        let hold = try row(
            "SELECT id FROM hold WHERE family_id = \(key.family) AND released_at IS NULL ORDER BY id LIMIT 1"
        ) { $0.id(0, Hold.self) }
        return hold != nil
    }

    /// What is to be weighed, for who owes it; nil for anybody else.
    package func weighing(_ id: ID<Promise>, _ key: borrowing DossierKey) throws -> Weighing? {
        guard let promise = try promise(id, in: ID(as: key.family))?.promise, promise.kind == .weighWithdrawal,
            key.reading.mustWeigh(promise)
        else { return nil }
        let persons = try rows(
            """
            SELECT person_id FROM weighing_person WHERE family_id = \(key.family) AND weighing_id = \(id)
            ORDER BY person_id
            """
        ) { $0.id(0, Person.self) }
        return try row(
            """
            SELECT consent_id, membership_id, ended_by, ended_at FROM weighing
            WHERE family_id = \(key.family) AND id = \(id)
            """
        ) { row in
            Weighing(
                id: id, consent: row.idIfAny(0), membership: row.idIfAny(1), persons: Set(persons),
                endedBy: row.id(2), ended: row.moment(3), isOpen: promise.isOpen)
        }
    }

    /// What was weighed is written down, and the promise kept.
    ///
    /// - Throws: ``Weighing/Refusal``
    package func weighed(
        _ weighing: Weighing, _ text: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let place = SealedPlace("weighing", "body", row: weighing.id.text, owner: key.family.text)
        let sealed = try key.seal(text.text, in: key.part(about: weighing.persons), at: place)
        let changed = try execute(
            """
            UPDATE weighing SET weighed_by = \(key.reading.reader), weighed_at = \(now), body = \(sealed)
            WHERE family_id = \(key.family) AND id = \(weighing.id) AND weighed_at IS NULL
            """)
        guard changed == 1 else { throw Weighing.Refusal.done }
        try settle(weighing.id, by: key.reading.reader, at: now, key, vault)
    }
}

extension Reading {
    /// Whether a weighing is the reader's: theirs by name, or by the desk of the organisation they are here for.
    fileprivate func mustWeigh(_ promise: Promise) -> Bool {
        switch promise.owner {
        case .account(let account): account == reader
        case .organisation(let desk): membership?.organisation == desk
        }
    }
}
