// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Whom somebody who came of age keeps around them.
package struct GoingOnSight: Hashable, Sendable {
    package let person: ID<Person>
    package let birthday: Birthday
    /// Who came in before the birthday.
    package let members: [CircleMember]
}

extension Connection {
    /// About whom the reader chooses since they are 18; nil for anybody else.
    ///
    /// - Parameter person: whom the reader asks in a talk, as is promised.
    package func goingOn(_ key: borrowing DossierKey, askedInPerson person: ID<Person>? = nil) throws -> GoingOnSight? {
        guard let who = person ?? key.reading.ownPerson, let found = key.reading.persons.first(where: { $0.id == who }),
            let birthday = GoingOn.birthday(of: found.birth, on: key.today)
        else { return nil }
        if person != nil {
            guard key.reading.mayHandCard(to: who), try isToAskInPerson(who, key) else { return nil }
        }
        let members = try circle(key).members.filter {
            GoingOn.isChosen($0.membership, by: who, since: birthday)
        }
        return members.isEmpty ? nil : GoingOnSight(person: who, birthday: birthday, members: members)
    }

    /// Keeps some members around the reader, by their own yes, and lets the others go for them.
    ///
    /// - Throws: ``GoingOn/Refusal``; ``Ending/Refusal`` where nobody is left who could direct.
    package func choose(
        _ stays: Set<ID<Membership>>, shown: Set<ID<Membership>>, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try goingOn(key) else { throw GoingOn.Refusal.notYours }
        let choice = try GoingOn(stays, shown: shown, of: Set(sight.members.map(\.membership.id)))
        for kept in try consents(key) {
            guard let membership = kept.consent.membership, choice.stays.contains(membership),
                kept.consent.asksAnew(sight.person, at: now)
            else { continue }
            try answer(kept, [sight.person: .yes], at: now, ids: ids, key, vault)
        }
        try keepOwnYes(to: choice.stays, about: sight.person, at: now, ids: ids, key)
        try letGo(choice.leaves, around: sight.person, at: now, ids: ids, key, vault)
    }

    /// Writes down who stays and who leaves, as somebody who does not sign in said it in a talk.
    ///
    /// - Throws: ``GoingOn/Refusal``; ``Ending/Refusal`` where nobody is left who could direct.
    package func note(
        _ stays: Set<ID<Membership>>, shown: Set<ID<Membership>>, heardFrom person: ID<Person>, _ how: Consent.How,
        on day: Day, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try goingOn(key, askedInPerson: person) else { throw GoingOn.Refusal.notYours }
        let heard = try GoingOn.Heard(
            from: person, by: key.reading, how, on: day, since: sight.birthday, now: now)
        let choice = try GoingOn(stays, shown: shown, of: Set(sight.members.map(\.membership.id)))
        // Who says that everybody stays means those, too, whom the one who writes it down may not know.
        let kept = choice.leaves.isEmpty ? try chosen(by: person, since: sight.birthday, key) : choice.stays
        try keepHeardYes(to: kept, heard: heard, at: now, key, vault)
        try keepOwnYes(to: kept, about: person, heard: heard, at: now, ids: ids, key)
        try letGo(choice.leaves, around: person, heardFrom: person, at: now, ids: ids, key, vault)
    }

    /// All about whom somebody chooses, whoever may know of them.
    private func chosen(
        by person: ID<Person>, since birthday: Birthday, _ key: borrowing DossierKey
    ) throws -> Set<ID<Membership>> {
        let around = try rows(
            """
            SELECT m.account_id FROM membership m
            JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
            WHERE m.family_id = \(key.family) AND p.person_id = \(person) AND m.ended_at IS NULL ORDER BY m.account_id
            """
        ) { $0.id(0, Account.self) }
        return try Set(around).reduce(into: []) { chosen, account in
            let memberships = try memberships(of: account, in: [key.family]).map(\.membership)
            chosen.formUnion(memberships.filter { GoingOn.isChosen($0, by: person, since: birthday) }.map(\.id))
        }
    }

    /// Who leaves leaves for them, and who wrote it down last; then nobody owes the question any more.
    private func letGo(
        _ leaves: Set<ID<Membership>>, around person: ID<Person>, heardFrom heard: ID<Person>? = nil, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let own = key.reading.membership?.id
        for id in leaves.subtracting([own].compactMap(\.self)).sorted() + leaves.filter({ $0 == own }) {
            // One who was let go with another is gone already.
            guard let member = try member(id, key) else { continue }
            try end(id, for: [person], heardFrom: heard, version: member.version, at: now, ids: ids, key, vault)
        }
        for stored in try openPromises(in: ID(as: key.family), about: person.goingOn) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }

    /// Whether it is owed to ask somebody in a talk who stays.
    private func isToAskInPerson(_ person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        try openPromises(in: ID(as: key.family), about: person.goingOn).contains { $0.promise.kind == .askInPerson }
    }
}

extension ID<Person> {
    /// What is promised about the circle around them from 18.
    var goingOn: Promise.Subject { Promise.Subject(kind: GoingOn.subjectKind, id: text) }
}
