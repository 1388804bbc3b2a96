// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What is held is any item; who confirmed stands with what else two professionals decide, and it may be held from
/// somebody who does not sign in yet.
///
/// The tables are made anew, as SQLite takes no check from a column that has one.
package let migration0066Holding = Migration(66, "Holding") { d in
    [
        """
        INSERT INTO second_professional (family_id, id, subject_kind, subject_id, first_id, asked_account, made_at,
            part_id, answer, answered_by, answered_at)
        SELECT family_id, id, 'holdStart', id, by_id, second_id, made_at, part_id, 'yes', second_id, made_at FROM hold
        """,
        """
        CREATE TABLE hold_made (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            item_kind TEXT NOT NULL,
            item_id TEXT NOT NULL,
            reason \(d.bytes),
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT REFERENCES organisation(id),
            made_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            released_at \(d.int),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO hold_made (family_id, id, item_kind, item_id, reason, part_id, by_id, made_at, review_day, released_at)
        SELECT family_id, id, item_kind, item_id, reason, part_id, by_id, made_at, review_day, released_at FROM hold
        """,
        """
        CREATE TABLE hold_reader_made (
            family_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            hold_id TEXT NOT NULL,
            PRIMARY KEY (family_id, account_id, hold_id),
            FOREIGN KEY (family_id, hold_id) REFERENCES hold_made(family_id, id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO hold_reader_made (family_id, account_id, hold_id)
        SELECT family_id, account_id, hold_id FROM hold_reader
        """,
        "DROP TABLE hold_reader",
        "DROP TABLE hold",
        "ALTER TABLE hold_made RENAME TO hold",
        "ALTER TABLE hold_reader_made RENAME TO hold_reader",
        "CREATE INDEX hold_reader_account ON hold_reader (account_id, family_id, hold_id)",
        """
        CREATE TABLE hold_about (
            family_id TEXT NOT NULL,
            hold_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, hold_id, person_id),
            FOREIGN KEY (family_id, hold_id) REFERENCES hold(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE hold_from_person (
            family_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            hold_id TEXT NOT NULL,
            PRIMARY KEY (family_id, person_id, hold_id),
            FOREIGN KEY (family_id, hold_id) REFERENCES hold(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE INDEX hold_review ON hold (review_day) WHERE released_at IS NULL",
    ]
}
