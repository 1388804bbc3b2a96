// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Keeps somebody's own yes to members who were let in without anybody's, as with who started the family.
    ///
    /// - Parameter heard: how it was heard, where it was not said in Rondom.
    func keepOwnYes(
        to memberships: Set<ID<Membership>>, about person: ID<Person>, heard: GoingOn.Heard? = nil, at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey
    ) throws {
        let without = try rows(
            """
            SELECT m.id, m.share, m.until_day, m.account_id FROM membership m
            WHERE m.family_id = \(key.family) AND m.id IN \(list: memberships.sorted()) AND m.ended_at IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM consent c
                    JOIN consent_person p ON p.family_id = c.family_id AND p.consent_id = c.id
                    WHERE c.family_id = m.family_id AND c.membership_id = m.id AND p.person_id = \(person))
            ORDER BY m.id
            """
        ) { ($0.id(0, Membership.self), $0.int(1), $0.ifAny(2) { $0.text($1) }, $0.id(3, Account.self)) }
        for (membership, share, until, account) in without {
            let id: ID<Consent> = ids.next(at: now)
            // What somebody asked they see: of a member who is hidden from who writes it down it is the member's own.
            let by = key.reading.isHidden(membership) ? account : key.reading.reader
            try execute(
                """
                INSERT INTO consent (family_id, id, asked, by_id, membership_id, share, part_id, made_at, until_day,
                    closed_at)
                VALUES (\(key.family), \(id), 'share', \(by), \(membership), \(share),
                    \(key.sharedPart), \(now), \(until), \(now))
                """)
            try execute(
                """
                INSERT INTO consent_person (family_id, consent_id, person_id, agreed_at)
                VALUES (\(key.family), \(id), \(person), \(now))
                """)
            try insertOwnYes(to: id, about: person, heard: heard, at: now, key)
        }
    }

    /// Keeps what somebody said in a talk about members to whom others agreed for them: it is theirs from then on.
    ///
    /// Each of those consents gets it, known to who heard it or not: what is left without it ends by itself.
    func keepHeardYes(
        to memberships: Set<ID<Membership>>, heard: GoingOn.Heard, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let agreed = try rows(
            """
            SELECT c.id FROM consent c JOIN consent_person p ON p.family_id = c.family_id AND p.consent_id = c.id
            WHERE c.family_id = \(key.family) AND c.membership_id IN \(list: memberships.sorted())
                AND p.person_id = \(heard.from) AND p.agreed_at IS NOT NULL AND p.ended_at IS NULL
                AND NOT EXISTS (
                    SELECT 1 FROM consent_answer a
                    WHERE a.family_id = c.family_id AND a.consent_id = c.id AND a.person_id = p.person_id
                        AND a.by_person_id = p.person_id AND a.answer = 'yes')
            ORDER BY c.id
            """
        ) { $0.id(0, Consent.self) }
        for consent in agreed {
            try execute(
                "UPDATE consent SET version = version + 1 WHERE family_id = \(key.family) AND id = \(consent)")
            try insertOwnYes(to: consent, about: heard.from, heard: heard, at: now, key)
            try journal(
                JournalEntry(
                    at: now, kind: .consentAnswered, who: heard.by, item: ItemName(.consent, consent),
                    persons: [heard.from]), key, vault)
        }
    }

    private func insertOwnYes(
        to consent: ID<Consent>, about person: ID<Person>, heard: GoingOn.Heard?, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        let how = heard?.how ?? .inRondom
        try execute(
            """
            INSERT INTO consent_answer (family_id, consent_id, number, person_id, by_person_id, answer, how, at, noted_by)
            SELECT \(key.family), \(consent), COALESCE(MAX(number), 0) + 1, \(person), \(person), 'yes',
                \(how.rawValue), \(heard?.at ?? now), \(heard?.by)
            FROM consent_answer WHERE family_id = \(key.family) AND consent_id = \(consent)
            """)
    }
}
