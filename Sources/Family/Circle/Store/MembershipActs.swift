// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A member as they are kept, for an act that changes them.
package struct KeptMember: Hashable, Sendable {
    package let member: CircleMember
    /// Counts its changes, so that two people who change it at once notice.
    package let version: Int
}

extension Connection {
    /// A member whom the reader knows, with the number of changes; nil for anybody else, and once they left.
    package func member(_ id: ID<Membership>, _ key: borrowing DossierKey) throws -> KeptMember? {
        guard let member = try circle(key).members.first(where: { $0.membership.id == id }) else { return nil }
        let version = try row("SELECT version FROM membership WHERE family_id = \(key.family) AND id = \(id)") {
            $0.int(0)
        }
        // The circle shows a membership without the organisation to who may not know it.
        return version.map { KeptMember(member: member, version: $0) }
    }

    /// Whether the reader knew a member who left.
    package func knewMember(_ id: ID<Membership>, _ key: borrowing DossierKey) throws -> Bool {
        try circle(key, withEnded: true).members.contains { $0.membership.id == id && $0.membership.ended != nil }
    }

    /// Ends a membership for some persons, or all of it.
    ///
    /// - Parameters:
    ///   - version: what the page showed.
    ///   - heard: who said so in a talk with the reader.
    /// - Throws: ``Ending/Refusal``
    package func end(
        _ id: ID<Membership>, for persons: Set<ID<Person>>, heardFrom heard: ID<Person>? = nil, version: Int,
        at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let kept = try member(id, key), let membership = try membership(id, key) else {
            throw Ending.Refusal.changed
        }
        guard kept.version == version else { throw Ending.Refusal.changed }
        // What they only stood in for goes back before anybody inherits.
        let leaves = membership.covers.isSubset(of: persons)
        let stoodIn = leaves ? try handBack(by: membership, in: key.family, at: now, vault) : []
        let ending = try Ending(
            of: membership, for: persons, by: key.reading, heardFrom: heard,
            mustAgree: try whoMustAgree(for: membership.covers, key), try successors(key))
        if ending.isWhole {
            try end(
                membership, heir: ending.heir ?? key.reading.reader, inbox: ending.inbox, by: key.reading.reader,
                at: now, key, vault)
            try oweStandIns(after: stoodIn, in: key.family, at: now, ids: ids, vault)
            try endStandIns(for: id, in: key.family, at: now, ids: ids, vault)
        } else {
            try narrow(id, for: ending.persons, by: key.reading.reader, at: now, key, vault)
        }
        try weigh(membership: id, about: ending.persons, at: now, ids: ids, key, vault)
    }

    /// A membership with all it covers and on whose behalf, whoever asks.
    private func membership(_ id: ID<Membership>, _ key: borrowing DossierKey) throws -> Membership? {
        let account = try row("SELECT account_id FROM membership WHERE family_id = \(key.family) AND id = \(id)") {
            $0.id(0, Account.self)
        }
        guard let account else { return nil }
        return try memberships(of: account, in: [key.family]).map(\.membership).first { $0.id == id }
    }

    /// Ends a membership for some of the persons it covers, with what was agreed to it.
    func narrow(
        _ id: ID<Membership>, for persons: Set<ID<Person>>, by who: ID<Account>?, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            DELETE FROM membership_person
            WHERE family_id = \(key.family) AND membership_id = \(id) AND person_id IN \(list: persons.sorted())
            """)
        try execute("UPDATE membership SET version = version + 1 WHERE family_id = \(key.family) AND id = \(id)")
        try endConsents(restingOn: id, for: persons, by: who, at: now, key)
        try narrowStandIns(for: id, for: persons, by: who, at: now, key, vault)
        for person in persons.sorted() {
            try execute(
                """
                INSERT INTO coverage_ended (family_id, membership_id, person_id, ended_at)
                VALUES (\(key.family), \(id), \(person), \(now)) ON CONFLICT DO NOTHING
                """)
            try journal(
                JournalEntry(
                    at: now, kind: .coverageEnded, who: who, item: ItemName(.circle, id), persons: [person]), key,
                vault)
        }
        let account = try row("SELECT account_id FROM membership WHERE family_id = \(key.family) AND id = \(id)") {
            $0.id(0, Account.self)
        }
        guard let account else { return }
        try handOnDecisions(askedOf: account, key)
        try leaveReferrals(sentBy: account, in: key.family, at: now)
    }

    /// Lets a member in for more persons; how they are known is shared by the family from then on.
    ///
    /// - Returns: whether they are still there: whoever left meanwhile is not brought back by a yes that comes later.
    func widen(
        _ id: ID<Membership>, for persons: Set<ID<Person>>, _ known: MemberFace, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        let found = try row(
            "SELECT part_id, face, ended_at FROM membership WHERE family_id = \(key.family) AND id = \(id)"
        ) { ($0.id(0, Part.self), $0.ifAny(1) { $0.bytes($1) }, !$0.isNull(2)) }
        guard let (part, sealed, isOver) = found, !isOver else { return false }
        let place = SealedPlace.face(of: id, in: key.family)
        let face = try key.open(sealed, in: part, at: place) ?? known.text
        let shared = try key.seal(face, in: key.sharedPart, at: place)
        try execute(
            """
            UPDATE membership SET part_id = \(key.sharedPart), face = \(shared), version = version + 1
            WHERE family_id = \(key.family) AND id = \(id)
            """)
        for person in persons.sorted() {
            try execute(
                """
                INSERT INTO membership_person (family_id, membership_id, person_id)
                VALUES (\(key.family), \(id), \(person)) ON CONFLICT DO NOTHING
                """)
            try execute(
                """
                DELETE FROM coverage_ended
                WHERE family_id = \(key.family) AND membership_id = \(id) AND person_id = \(person)
                """)
            try journal(
                JournalEntry(
                    at: now, kind: .coverageAdded, who: who, item: ItemName(.circle, id), persons: [person]), key,
                vault)
        }
        return true
    }

    /// A member says anew what may be expected of them and what not.
    package func describe(
        _ id: ID<Membership>, expectation: String, notTheirTask: String, mandate: String? = nil,
        _ key: borrowing DossierKey
    ) throws {
        let found = try row(
            "SELECT part_id, face FROM membership WHERE family_id = \(key.family) AND id = \(id)"
        ) { ($0.id(0, Part.self), $0.ifAny(1) { $0.bytes($1) }) }
        let place = SealedPlace.face(of: id, in: key.family)
        guard let (part, sealed) = found, let face = try key.open(sealed, in: part, at: place).flatMap(MemberFace.init)
        else { throw ErasedPart() }
        let new = MemberFace(
            name: face.name, function: face.function, organisation: face.organisation, expectation: expectation,
            notTheirTask: notTheirTask, mandate: mandate ?? face.mandate)
        try execute(
            """
            UPDATE membership SET face = \(try key.seal(new.text, in: part, at: place)), version = version + 1
            WHERE family_id = \(key.family) AND id = \(id)
            """)
    }
}
