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
    package func goingOn(_ key: borrowing DossierKey) throws -> GoingOnSight? {
        guard let own = key.reading.persons.first(where: { $0.id == key.reading.ownPerson }),
            let birthday = GoingOn.birthday(of: own.birth, on: key.today)
        else { return nil }
        let members = try circle(key).members.filter {
            GoingOn.isChosen($0.membership, by: own.id, since: birthday)
        }
        return members.isEmpty ? nil : GoingOnSight(person: own.id, birthday: birthday, members: members)
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
        for id in choice.leaves.sorted() {
            // One who was let go with another is gone already.
            guard let member = try member(id, key) else { continue }
            try end(id, for: [sight.person], version: member.version, at: now, ids: ids, key, vault)
        }
        for stored in try openPromises(in: ID(as: key.family), about: sight.person.goingOn) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
    }
}

/// A young person who signs in and was not asked yet.
private struct NotYetAsked: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let part: ID<Part>
    let account: ID<Account>
}

extension Dossiers {
    /// Asks whoever turned 18 what becomes of their circle; once, however often it looks, and late.
    package func sweepGoingOn(at now: Moment, telling report: (any Error) -> Void) async throws {
        let vault = vault
        await each(try await database.read { try $0.notYetAsked() }, telling: report) { young, connection in
            try connection.askWhoStays(young, at: now, ids: .unguessable, vault)
        }
    }
}

extension Connection {
    fileprivate func askWhoStays(_ young: NotYetAsked, at now: Moment, ids: IDSource, _ vault: Vault) throws {
        let births = try births(in: [young.part], of: young.family, try vault.keys(of: [ID(as: young.part)]))
        guard let birth = births.first(where: { $0.0 == young.person })?.1,
            let birthday = GoingOn.birthday(of: birth, on: now.day), try !isAsked(young)
        else { return }
        _ = try withKey(of: young.family, for: young.account, .all, on: now.day, by: nil, vault) { key in
            guard try goingOn(key) != nil else { return true }
            // What others agreed for them ends as the six weeks do, and not before they had a day.
            let due = max(Moment(birthday.end), now + .days(1))
            let promise = Promise(
                id: ids.next(at: now), kind: .chooseCircle, owner: .account(young.account),
                receiver: .account(young.account), subject: young.person.goingOn, urgency: .agreed(due), made: now)
            try make(promise, about: [], saying: "", by: nil, key, vault)
            return true
        }
    }

    /// Another process may have asked since it was listed.
    private func isAsked(_ young: NotYetAsked) throws -> Bool {
        try row(
            """
            SELECT id FROM promise
            WHERE space = \(young.family) AND subject_kind = 'goingOn' AND subject = \(young.person) ORDER BY id LIMIT 1
            """
        ) { _ in true } ?? false
    }

    /// Those of families who sign in, hold no authority over others, and were not asked yet.
    fileprivate func notYetAsked() throws -> [NotYetAsked] {
        try rows(
            """
            SELECT o.family_id, o.id, o.part_id, o.account_id FROM person o
            WHERE o.account_id IS NOT NULL AND o.birth IS NOT NULL AND EXISTS (
                SELECT 1 FROM membership_person p WHERE p.family_id = o.family_id AND p.person_id = o.id)
                AND NOT EXISTS (
                    SELECT 1 FROM authority_holder h WHERE h.family_id = o.family_id AND h.person_id = o.id)
                AND NOT EXISTS (
                    SELECT 1 FROM promise q
                    WHERE q.space = o.family_id AND q.subject_kind = 'goingOn' AND q.subject = o.id)
            ORDER BY o.family_id, o.id
            """
        ) { NotYetAsked(family: $0.id(0), person: $0.id(1), part: $0.id(2), account: $0.id(3)) }
    }
}

extension ID<Person> {
    /// What is promised about the circle around them from 18.
    fileprivate var goingOn: Promise.Subject { Promise.Subject(kind: "goingOn", id: text) }
}
