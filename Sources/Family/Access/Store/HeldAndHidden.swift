// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Hides a member from a named person: no page, count or list shows that person a trace of them.
    package func hide(
        _ member: ID<Membership>, covering persons: Set<ID<Person>>, from account: ID<Account>, by who: ID<Account>?,
        at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO hidden_member (family_id, account_id, membership_id)
            VALUES (\(key.family), \(account), \(member)) ON CONFLICT DO NOTHING
            """)
        try leaveReferrals(keptFrom: [account], in: key.family, at: at)
        try journal(
            JournalEntry(
                at: at, kind: .memberHidden, who: who, item: ItemName(.circle, member), persons: persons), key, vault)
    }

    /// Hides where a member works from all but those let in now: a refuge's name tells where somebody is.
    package func hideOrganisation(
        of member: ID<Membership>, covering persons: Set<ID<Person>>, exceptFrom readers: Set<ID<Account>>,
        by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            UPDATE membership SET organisation_hidden = \(true), version = version + 1
            WHERE family_id = \(key.family) AND id = \(member)
            """)
        try execute(
            """
            DELETE FROM membership_organisation_reader
            WHERE family_id = \(key.family) AND membership_id = \(member)
            """)
        for reader in readers.sorted() {
            try execute(
                """
                INSERT INTO membership_organisation_reader (family_id, membership_id, account_id)
                VALUES (\(key.family), \(member), \(reader)) ON CONFLICT DO NOTHING
                """)
        }
        try journal(
            JournalEntry(
                at: at, kind: .organisationHidden, who: who, item: ItemName(.circle, member), persons: persons), key,
            vault)
    }

    /// Notes a young person's yes (from 16) to somebody of the family reading with them.
    package func letRead(
        _ letIn: Standing.LetIn, by who: ID<Account>?, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try execute(
            """
            INSERT INTO let_in (family_id, child_id, reader_id)
            VALUES (\(key.family), \(letIn.child), \(letIn.reader)) ON CONFLICT DO NOTHING
            """)
        try journal(
            JournalEntry(
                at: at, kind: .readingLetIn, who: who, item: ItemName(.family, key.family), persons: [letIn.child],
                detail: letIn.reader.text), key, vault)
    }

    /// From whom each member of the circle is hidden or held: account of the reader, account of the member.
    func hiddenFrom(_ key: borrowing DossierKey) throws -> [(reader: ID<Account>, member: ID<Account>)] {
        try rows(
            """
            SELECT h.account_id, m.account_id FROM hidden_member h
            JOIN membership m ON m.family_id = h.family_id AND m.id = h.membership_id
            WHERE h.family_id = \(key.family)
            UNION SELECT r.account_id, m.account_id FROM hold_reader r
            JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
            JOIN membership m ON m.family_id = h.family_id AND m.id = h.item_id
            WHERE r.family_id = \(key.family) AND h.item_kind = 'circle' AND h.released_at IS NULL
            ORDER BY 1, 2
            """
        ) { ($0.id(0), $0.id(1)) }
    }

    /// Whether two accounts must not meet in this family: one is hidden, or held, from the other.
    ///
    /// Whoever asks; what it answers is for deciding whom to leave out, and no page tells of it.
    package func mustNotMeet(_ key: borrowing DossierKey) throws -> (ID<Account>, ID<Account>) -> Bool {
        let apart = Set(try hiddenFrom(key).map { [$0.reader, $0.member] as Set })
        return { apart.contains([$0, $1]) }
    }

    /// The accounts of the members who leave no trace for the reader.
    func accountsHidden(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        let reader = key.reading
        guard !reader.hiddenMembers.isEmpty || reader.held.items.contains(where: { $0.kind == .circle }) else {
            return []
        }
        return Set(try hiddenFrom(key).filter { $0.reader == reader.reader }.map(\.member))
    }
}
