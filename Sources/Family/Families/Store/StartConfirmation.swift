// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody of the family says about what was written down of one person.
package struct Confirmation: Hashable, Sendable {
    package let person: ID<Person>
    /// What is not right, in their words; nil where all of it is.
    package let remark: PlainText?

    package init(_ person: ID<Person>, remark: PlainText?) {
        self.person = person
        self.remark = remark
    }
}

/// The start of a family that somebody of it may confirm now.
package struct StartToConfirm: Hashable, Sendable {
    package let starter: ID<Account>
    package let parentsDirect: Bool
    package let familyKnows: Bool
    package let confirmed: Moment?
    /// The persons about whom the reader has said nothing yet.
    package let open: [ID<Person>]
}

extension Connection {
    /// What the reader may confirm of how the family was started: who they are and the children over whom they hold
    /// authority; nil for a family that told itself, and for whoever is not of it.
    package func startToConfirm(_ key: borrowing DossierKey) throws -> StartToConfirm? {
        guard let own = key.reading.ownPerson else { return nil }
        let start = try row(
            """
            SELECT starter_id, parents_direct, family_knows, confirmed_at FROM family_start
            WHERE family_id = \(key.family)
            """
        ) { ($0.id(0, Account.self), $0.bool(1), $0.bool(2), $0.ifAny(3) { $0.moment($1) }) }
        guard let start else { return nil }
        let said = try rows(
            """
            SELECT person_id FROM confirmation
            WHERE family_id = \(key.family) AND by_person_id = \(own) ORDER BY person_id
            """
        ) { $0.id(0, Person.self) }
        let open = key.reading.decidesAbout.subtracting(said).sorted()
        return StartToConfirm(
            starter: start.0, parentsDirect: start.1, familyKnows: start.2, confirmed: start.3, open: open)
    }

    /// Writes down what somebody of the family says about how it was started.
    ///
    /// What is not right is a promise of who started it to mend that, known to the two of them. The first who holds
    /// authority confirms the start, and directs from then on where the starter left that to the parents: no yes of
    /// the other parent is needed, as direction moves between them later.
    package func confirm(
        _ confirmations: [Confirmation], at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let start = try startToConfirm(key), let own = key.reading.ownPerson else { return }
        for said in confirmations where start.open.contains(said.person) {
            try noteConfirmed(said.person, by: own, isRight: said.remark == nil, at: now, key)
            if let remark = said.remark { try promiseToMend(remark, start, at: now, ids: ids, key, vault) }
        }
        let reader = key.reading.reader
        try journal(
            JournalEntry(
                at: now, kind: .startConfirmed, who: reader, item: ItemName(.family, key.family),
                persons: Set(confirmations.map(\.person))), key, vault)
        let holdsAuthority = try authorities(of: key.family).contains { $0.isHeld(by: own) }
        guard holdsAuthority, start.confirmed == nil else { return }
        try execute("UPDATE family_start SET confirmed_at = \(now) WHERE family_id = \(key.family)")
        guard start.parentsDirect, try directionNow(key)?.holder == start.starter else { return }
        let direction = Direction(kind: .contact, holder: reader, since: now.day, review: now.day + Direction.firstTerm)
        try move(direction, .parents, by: reader, at: now, key, vault)
        try promiseReview(of: direction, at: now, ids: ids, key, vault)
    }

    /// Notes what somebody of the family said about one person.
    package func noteConfirmed(
        _ person: ID<Person>, by who: ID<Person>, isRight: Bool = true, at: Moment, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO confirmation (family_id, person_id, by_person_id, is_right, given_at)
            VALUES (\(key.family), \(person), \(who), \(isRight), \(at))
            """)
    }

    private func promiseToMend(
        _ remark: PlainText, _ start: StartToConfirm, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let successors = try successors(key)
        let isHere = successors.professionals.contains(start.starter)
        let owner = isHere ? start.starter : successors.direction?.holder ?? start.starter
        let promise = Promise(
            id: ids.next(at: now), kind: .mendFamily, owner: .account(owner), receiver: .account(key.reading.reader),
            subject: Promise.Subject(kind: ItemName.Kind.family.rawValue, id: key.family.text), urgency: .week,
            made: now)
        try make(promise, about: [], saying: remark.text, by: key.reading.reader, key, vault)
    }
}
