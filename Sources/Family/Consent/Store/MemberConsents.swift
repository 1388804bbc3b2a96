// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Keeps what was agreed in an invitation as the consent on which the membership rests: with what each said, and taken
    /// back like any other.
    func keepConsent(
        of invitation: Invitation, letting membership: ID<Membership>, in persons: Set<ID<Person>>, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        let (family, id) = (key.family, ID<Consent>(as: invitation.id))
        let isThere = try row(
            "SELECT id FROM membership WHERE family_id = \(family) AND id = \(membership) AND ended_at IS NULL"
        ) { $0.id(0, Membership.self) }
        guard isThere != nil else { return }
        try execute(
            """
            INSERT INTO consent (family_id, id, asked, by_id, membership_id, share, part_id, made_at, until_day, closed_at)
            VALUES (\(family), \(id), 'share', \(invitation.by), \(membership), \(invitation.share.rawValue),
                \(key.sharedPart), \(invitation.made), \(invitation.until), \(now))
            ON CONFLICT DO NOTHING
            """)
        for person in persons.sorted() {
            try execute(
                """
                INSERT INTO consent_person (family_id, consent_id, person_id, agreed_at)
                VALUES (\(family), \(id), \(person), \(now)) ON CONFLICT DO NOTHING
                """)
        }
        try copyAnswers(of: invitation.id, about: persons, key)
    }

    /// What was said in the invitation about these persons, as it was said there.
    private func copyAnswers(
        of invitation: ID<Invitation>, about persons: Set<ID<Person>>, _ key: borrowing DossierKey
    ) throws {
        let last = try row(
            """
            SELECT COALESCE(MAX(number), 0) FROM consent_answer
            WHERE family_id = \(key.family) AND consent_id = \(invitation)
            """
        ) { $0.int(0) }
        try execute(
            """
            INSERT INTO consent_answer (family_id, consent_id, number, person_id, by_person_id, answer, how, at,
                noted_by, second_id)
            SELECT a.family_id, a.invitation_id,
                \(last ?? 0) + ROW_NUMBER() OVER (ORDER BY a.given_at, a.person_id, a.by_person_id),
                a.person_id, a.by_person_id, a.answer, 'inRondom', a.given_at,
                CASE WHEN a.answer = 'notAsked' THEN i.by_id END, CASE WHEN a.answer = 'notAsked' THEN i.second_id END
            FROM invitation_answer a JOIN invitation i ON i.family_id = a.family_id AND i.id = a.invitation_id
            WHERE a.family_id = \(key.family) AND a.invitation_id = \(invitation)
                AND a.person_id IN \(list: persons.sorted())
            """)
    }

    /// Ends what was agreed to a membership, for some persons or for all: nothing rests on it any more.
    ///
    /// Called by whatever ends or narrows a membership, in its transaction, so that both say the same.
    func endConsents(
        restingOn membership: ID<Membership>, for persons: Set<ID<Person>>? = nil, by who: ID<Account>?,
        at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let some: SQL = persons.map { "AND person_id IN \(list: $0.sorted())" } ?? ""
        try execute(
            """
            UPDATE consent_person SET ended_at = \(now), ended_by = \(who)
            WHERE family_id = \(key.family) AND ended_at IS NULL AND agreed_at IS NOT NULL \(some)
                AND consent_id IN (
                    SELECT id FROM consent WHERE family_id = \(key.family) AND membership_id = \(membership))
            """)
    }
}
