// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What was asked, of whom, and what each of those who must agree said; nothing is changed that somebody said.
///
/// What invitations asked until now was agreed in them: each becomes a consent on which its membership rests.
package let migration0060Consent = Migration(60, "Consent") { d in
    [
        """
        CREATE TABLE consent (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            asked TEXT NOT NULL CHECK (asked IN ('share', 'help')),
            by_id TEXT NOT NULL REFERENCES account(id),
            membership_id TEXT,
            share \(d.int) CHECK (share BETWEEN 1 AND 3),
            part_id TEXT NOT NULL,
            letter \(d.bytes),
            made_at \(d.int) NOT NULL,
            until_day TEXT,
            closed_at \(d.int),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id),
            CHECK ((share IS NULL) = (membership_id IS NULL)),
            CHECK (asked <> 'share' OR membership_id IS NOT NULL OR until_day IS NOT NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX consent_open ON consent (made_at) WHERE closed_at IS NULL",
        """
        CREATE TABLE consent_person (
            family_id TEXT NOT NULL,
            consent_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            agreed_at \(d.int),
            ended_at \(d.int),
            ended_by TEXT REFERENCES account(id),
            exception TEXT CHECK (exception IN ('seriousHarm', 'persists', 'urgentNeed')),
            exception_by TEXT REFERENCES account(id),
            exception_reason \(d.bytes),
            PRIMARY KEY (family_id, consent_id, person_id),
            FOREIGN KEY (family_id, consent_id) REFERENCES consent(family_id, id),
            CHECK (ended_at IS NOT NULL OR ended_by IS NULL),
            CHECK ((exception IS NULL) = (exception_by IS NULL)),
            CHECK (exception IS NOT NULL OR exception_reason IS NULL)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE consent_answer (
            family_id TEXT NOT NULL,
            consent_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            person_id TEXT NOT NULL,
            by_person_id TEXT NOT NULL REFERENCES person(id),
            answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'notReached', 'notAsked')),
            how TEXT NOT NULL CHECK (how IN ('inRondom', 'onPaper', 'spoken')),
            at \(d.int) NOT NULL,
            noted_by TEXT REFERENCES account(id),
            second_id TEXT REFERENCES account(id),
            note \(d.bytes),
            PRIMARY KEY (family_id, consent_id, number),
            FOREIGN KEY (family_id, consent_id, person_id)
                REFERENCES consent_person(family_id, consent_id, person_id),
            CHECK (how = 'inRondom' OR noted_by IS NOT NULL),
            CHECK (answer <> 'notAsked' OR noted_by IS NOT NULL),
            CHECK (second_id <> noted_by)
        ) \(d.clustered)
        """,
        """
        INSERT INTO consent (family_id, id, asked, by_id, membership_id, share, part_id, made_at, until_day, closed_at)
        SELECT i.family_id, i.id, 'share', i.by_id, i.membership_id, i.share, m.part_id, i.made_at, i.until_day, i.made_at
        FROM invitation i JOIN membership m ON m.family_id = i.family_id AND m.id = i.membership_id
        """,
        """
        INSERT INTO consent_person (family_id, consent_id, person_id, agreed_at, ended_at)
        SELECT p.family_id, p.invitation_id, p.person_id, p.agreed_at,
            CASE WHEN m.ended_at IS NOT NULL THEN m.ended_at WHEN c.person_id IS NULL THEN i.accepted_at END
        FROM invitation_person p
        JOIN invitation i ON i.family_id = p.family_id AND i.id = p.invitation_id
        JOIN membership m ON m.family_id = i.family_id AND m.id = i.membership_id
        LEFT JOIN membership_person c ON c.family_id = i.family_id AND c.membership_id = i.membership_id
            AND c.person_id = p.person_id
        WHERE p.agreed_at IS NOT NULL
        """,
        """
        INSERT INTO consent_answer (family_id, consent_id, number, person_id, by_person_id, answer, how, at, noted_by,
            second_id)
        SELECT a.family_id, a.invitation_id,
            ROW_NUMBER() OVER (PARTITION BY a.family_id, a.invitation_id ORDER BY a.given_at, a.person_id, a.by_person_id),
            a.person_id, a.by_person_id, a.answer, 'inRondom', a.given_at,
            CASE WHEN a.answer = 'notAsked' THEN i.by_id END, CASE WHEN a.answer = 'notAsked' THEN i.second_id END
        FROM invitation_answer a
        JOIN invitation i ON i.family_id = a.family_id AND i.id = a.invitation_id
        JOIN consent_person p ON p.family_id = a.family_id AND p.consent_id = a.invitation_id
            AND p.person_id = a.person_id
        """,
    ]
}
