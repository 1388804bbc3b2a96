// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Reading {
    /// Whether the reader may make somebody's address secret: an adult their own; for anybody, a professional who plans
    /// with them.
    package func mayHideAddress(of person: ID<Person>) -> Bool {
        mayHandCard(to: person) || ownPerson == person && adults.contains(person)
    }
}

/// How somebody's address is kept, for who may make it secret.
package struct SecretAddressSight: Hashable, Sendable {
    package let isSecret: Bool
    /// Who may know, besides the person.
    package let readers: Set<ID<Account>>
    /// Whose organisation is not told, of those who are there for the person.
    package let organisations: [ID<Membership>]
}

extension Connection {
    /// How somebody's address is kept, for who may make it so; nil for anybody else.
    ///
    /// To who is not let in a secret one is as one that nobody made secret: they may make it so, and nothing changes.
    package func secretAddress(of person: ID<Person>, _ key: borrowing DossierKey) throws -> SecretAddressSight? {
        guard key.reading.mayHideAddress(of: person) else { return nil }
        guard try isSecret(person, key), try isLetIn(at: person, key) else {
            return SecretAddressSight(isSecret: false, readers: [], organisations: [])
        }
        let readers = try rows(
            """
            SELECT DISTINCT account_id FROM personal_detail_reader
            WHERE family_id = \(key.family) AND person_id = \(person) ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        let organisations = try members(for: person, key).filter(\.isHidden).map(\.id)
        return SecretAddressSight(isSecret: true, readers: Set(readers), organisations: organisations)
    }

    /// Whether the reader is not to know where somebody is, and so not who helps them there either.
    func hidesPlaces(of person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        try isSecret(person, key) && !isLetIn(at: person, key)
    }

    /// A member whose organisation the reader knows, with whether others do.
    private struct PlacedMember {
        let id: ID<Membership>
        let covers: Set<ID<Person>>
        let isHidden: Bool
        /// Somebody else who is covered has a secret address, too.
        let isOfAnother: Bool
    }

    /// The members who are there for a person, and of whom the reader knows where they work: who does not know it neither
    /// opens nor closes it.
    private func members(for person: ID<Person>, _ key: borrowing DossierKey) throws -> [PlacedMember] {
        let hidden = Set(
            try rows(
                """
                SELECT id FROM membership WHERE family_id = \(key.family) AND organisation_hidden = \(true) ORDER BY id
                """
            ) { $0.id(0, Membership.self) })
        let secret = Set(
            try rows(
                "SELECT person_id FROM secret_address WHERE family_id = \(key.family) ORDER BY person_id"
            ) { $0.id(0, Person.self) })
        return try circle(key).members.filter {
            $0.membership.covers.contains(person) && $0.face?.organisation != nil
        }.map {
            PlacedMember(
                id: $0.membership.id, covers: $0.membership.covers, isHidden: hidden.contains($0.membership.id),
                isOfAnother: !secret.subtracting([person]).isDisjoint(with: $0.membership.covers))
        }
    }

    private func isSecret(_ person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        try row(
            "SELECT person_id FROM secret_address WHERE family_id = \(key.family) AND person_id = \(person)"
        ) { _ in true } ?? false
    }

    /// Whether the reader knows the secret: the person, who made it so, and those who were let in.
    private func isLetIn(at person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        guard key.reading.ownPerson != person else { return true }
        return try row(
            """
            SELECT 1 FROM secret_address
            WHERE family_id = \(key.family) AND person_id = \(person) AND by_id = \(key.reading.reader)
            UNION SELECT 1 FROM personal_detail_reader
            WHERE family_id = \(key.family) AND person_id = \(person) AND account_id = \(key.reading.reader)
            ORDER BY 1
            """
        ) { _ in true } ?? false
    }

    /// Makes somebody's address secret (*geheim adres*): the address and all that gives it away are shown to those alone who
    /// are let in, and where some members work is not told to others.
    ///
    /// - Parameters:
    ///   - readers: who may know it, besides the person.
    ///   - members: those whose organisation tells where somebody is.
    /// - Returns: whether it was done; not for who may not.
    package func hideAddress(
        of person: ID<Person>, exceptFrom readers: Set<ID<Account>>, organisationsOf members: Set<ID<Membership>>,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        guard key.reading.mayHideAddress(of: person) else { return false }
        // Who is not let in does not let themself in by making it secret once more.
        guard try !isSecret(person, key) || isLetIn(at: person, key) else { return true }
        let letIn = readers.union([key.reading.reader])
        let wasSecret = try isSecret(person, key)
        try execute(
            """
            INSERT INTO secret_address (family_id, person_id, by_id, made_at)
            VALUES (\(key.family), \(person), \(key.reading.reader), \(now))
            ON CONFLICT (family_id, person_id) DO UPDATE SET by_id = excluded.by_id, made_at = excluded.made_at
            """)
        try execute(
            "UPDATE personal_detail SET hidden = \(true) WHERE family_id = \(key.family) AND person_id = \(person)")
        try execute(
            "DELETE FROM personal_detail_reader WHERE family_id = \(key.family) AND person_id = \(person)")
        for reader in letIn.sorted() {
            try execute(
                """
                INSERT INTO personal_detail_reader (family_id, person_id, kind, account_id)
                SELECT family_id, person_id, kind, \(reader) FROM personal_detail
                WHERE family_id = \(key.family) AND person_id = \(person)
                """)
        }
        for member in try self.members(for: person, key) where members.contains(member.id) || member.isHidden {
            // What was hidden for somebody else's sake opens to nobody by this, and closes to nobody.
            guard !member.isHidden || wasSecret && !member.isOfAnother else { continue }
            try hideOrganisation(
                of: member.id, covering: member.covers, exceptFrom: letIn, by: key.reading.reader, at: now, key, vault)
        }
        try journal(
            JournalEntry(
                at: now, kind: .detailNoted, who: key.reading.reader, item: ItemName(.family, key.family),
                persons: [person], detail: PersonalDetail.address.rawValue), key, vault)
        return true
    }

    /// Lets what was secret be seen again: those details, and where those members work.
    ///
    /// What is not named stays secret, and so does what is noted from now on, until nothing of it is.
    ///
    /// - Returns: whether it was done; not for who may not, nor for who is not let in.
    package func showAddress(
        of person: ID<Person>, details: Set<PersonalDetail>, organisationsOf members: Set<ID<Membership>>,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        guard let sight = try secretAddress(of: person, key), sight.isSecret else { return false }
        let kinds = details.map(\.rawValue).sorted()
        try execute(
            """
            UPDATE personal_detail SET hidden = \(false)
            WHERE family_id = \(key.family) AND person_id = \(person) AND kind IN \(list: kinds)
            """)
        for member in try self.members(for: person, key)
        where members.contains(member.id) && member.isHidden && !member.isOfAnother {
            try execute(
                """
                UPDATE membership SET organisation_hidden = \(false), version = version + 1
                WHERE family_id = \(key.family) AND id = \(member.id)
                """)
        }
        let isLeft = try row(
            """
            SELECT 1 FROM personal_detail
            WHERE family_id = \(key.family) AND person_id = \(person) AND hidden = \(true) ORDER BY kind
            """
        ) { _ in true }
        if isLeft == nil, try self.members(for: person, key).allSatisfy({ !$0.isHidden || $0.isOfAnother }) {
            try execute(
                "DELETE FROM secret_address WHERE family_id = \(key.family) AND person_id = \(person)")
        }
        for kind in kinds {
            try journal(
                JournalEntry(
                    at: now, kind: .detailNoted, who: key.reading.reader, item: ItemName(.family, key.family),
                    persons: [person], detail: kind), key, vault)
        }
        return true
    }
}
