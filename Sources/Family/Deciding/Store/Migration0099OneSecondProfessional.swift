// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who decides with somebody is written down in one place, and asked by one kind of promise.
///
/// What waits keeps waiting, with whom it lies now; with team leads where it came back to the one who asked, who can't
/// confirm it. Of direction that was asked before only what moved is known to have been confirmed. A promise for which
/// nothing waits is not waited for any more. The table is made anew, as SQLite takes no column away that a check names.
package let migration0099OneSecondProfessional = Migration(99, "OneSecondProfessional") { d in
    [
        """
        INSERT INTO second_professional (family_id, id, subject_kind, subject_id, first_id, asked_account, made_at,
            part_id, answer, answered_by, answered_at)
        SELECT family_id, id, 'readingRefusal', id, by_id, second_id, made_at, part_id, 'yes', second_id, second_at
        FROM reading_refusal WHERE second_id IS NOT NULL
        """,
        """
        UPDATE promise SET owner_account = NULL, owner_organisation = fallback
        WHERE kind IN ('confirmRefusal', 'confirmDirection') AND receiver_kind = 'account' AND owner_account = receiver
            AND fallback IS NOT NULL AND settled_at IS NULL AND closed_at IS NULL
        """,
        """
        INSERT INTO second_professional (family_id, id, subject_kind, subject_id, first_id, asked_account,
            asked_organisation, made_at, part_id)
        SELECT r.family_id, r.id, 'readingRefusal', r.id, r.by_id, p.owner_account, p.owner_organisation, r.made_at,
            r.part_id
        FROM reading_refusal r JOIN promise p ON p.space = r.family_id AND p.kind = 'confirmRefusal'
            AND p.subject = r.child_id AND p.receiver = r.by_id AND p.made_at = r.made_at
        WHERE r.second_id IS NULL AND r.ended_at IS NULL AND p.settled_at IS NULL AND p.closed_at IS NULL
            AND (p.owner_account IS NULL OR p.owner_account <> r.by_id)
        """,
        """
        UPDATE promise SET subject = (
            SELECT MIN(r.id) FROM reading_refusal r WHERE r.family_id = promise.space AND r.child_id = promise.subject
                AND r.by_id = promise.receiver AND r.made_at = promise.made_at)
        WHERE kind = 'confirmRefusal' AND EXISTS (
            SELECT 1 FROM reading_refusal r WHERE r.family_id = promise.space AND r.child_id = promise.subject
                AND r.by_id = promise.receiver AND r.made_at = promise.made_at)
        """,
        """
        INSERT INTO second_professional (family_id, id, subject_kind, subject_id, first_id, asked_account, made_at,
            part_id, answer, answered_by, answered_at)
        SELECT c.family_id, c.id, 'directionToConfirm', c.id, c.by_id, c.second_id, c.asked_at, s.id,
            CASE WHEN c.ended_at IS NOT NULL THEN 'yes' END, CASE WHEN c.ended_at IS NOT NULL THEN c.second_id END,
            c.ended_at
        FROM direction_to_confirm c
        JOIN dossier_part s ON s.family_id = c.family_id AND s.kind = 'shared'
        WHERE c.ended_at IS NULL OR EXISTS (
            SELECT 1 FROM direction n WHERE n.family_id = c.family_id AND n.by_id = c.by_id AND n.cause = c.cause
                AND n.second_id = c.second_id AND n.kind = c.kind AND n.review_day = c.review_day)
        """,
        "UPDATE promise SET kind = 'confirmDecision' WHERE kind IN ('confirmRefusal', 'confirmDirection')",
        """
        UPDATE promise SET closed_at = made_at, closed_reason = 'noLongerNeeded', look_at = NULL, version = version + 1
        WHERE kind = 'confirmDecision' AND subject_kind IN ('readingRefusal', 'directionToConfirm')
            AND settled_at IS NULL AND closed_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM second_professional s WHERE s.family_id = promise.space
                    AND s.subject_kind = promise.subject_kind AND s.subject_id = promise.subject AND s.answer IS NULL)
        """,
        """
        CREATE TABLE direction_to_confirm_made (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('contact', 'monitoring', 'careCoordination', 'safetyCoordination')),
            cause TEXT NOT NULL CHECK (cause IN ('safety', 'absence', 'kind')),
            by_id TEXT NOT NULL REFERENCES account(id),
            asked_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            reason \(d.bytes),
            ended_at \(d.int),
            PRIMARY KEY (family_id, id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO direction_to_confirm_made (family_id, id, kind, cause, by_id, asked_at, review_day, reason, ended_at)
        SELECT family_id, id, kind, cause, by_id, asked_at, review_day, reason, ended_at FROM direction_to_confirm
        """,
        "DROP TABLE direction_to_confirm",
        "ALTER TABLE direction_to_confirm_made RENAME TO direction_to_confirm",
    ]
}
