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

extension Connection {
    /// Whether somebody's address is secret, for who may make it so; nil for anybody else.
    package func hasSecretAddress(_ person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool? {
        guard key.reading.mayHideAddress(of: person) else { return nil }
        let kept = try row(
            """
            SELECT person_id FROM secret_address WHERE family_id = \(key.family) AND person_id = \(person)
            """
        ) { _ in true }
        return kept ?? false
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
        let letIn = readers.union([key.reading.reader])
        try execute(
            """
            INSERT INTO secret_address (family_id, person_id, by_id, made_at)
            VALUES (\(key.family), \(person), \(key.reading.reader), \(now)) ON CONFLICT DO NOTHING
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
        // Who was let in before and is not now does not learn it by where others work either.
        try execute(
            """
            DELETE FROM membership_organisation_reader
            WHERE family_id = \(key.family) AND account_id NOT IN \(list: letIn.sorted())
                AND membership_id IN (
                    SELECT membership_id FROM membership_person
                    WHERE family_id = \(key.family) AND person_id = \(person))
            """)
        let circle = try circle(key).members.filter { members.contains($0.membership.id) }
        for member in circle {
            try hideOrganisation(
                of: member.membership.id, covering: member.membership.covers, exceptFrom: letIn,
                by: key.reading.reader, at: now, key, vault)
        }
        try journal(
            JournalEntry(
                at: now, kind: .detailNoted, who: key.reading.reader, item: ItemName(.family, key.family),
                persons: [person], detail: PersonalDetail.address.rawValue), key, vault)
        return true
    }
}
