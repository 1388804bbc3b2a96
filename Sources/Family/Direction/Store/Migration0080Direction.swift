// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Why direction came to somebody, who agreed, and until when; and that it is never nobody's.
///
/// A direction that is over points at the one after it, which begins the day it ended: looked at when the transaction
/// ends, so that no gap and no overlap can be written down by whatever program. The columns that point are made by the
/// database itself, so that the release before writes rows that fit.
package let migration0080Direction = Migration(80, "Direction") { d in
    let next: SQL = "\(d.int) GENERATED ALWAYS AS (CASE WHEN until_day IS NULL THEN NULL ELSE number + 1 END) STORED"
    return [
        "ALTER TABLE direction RENAME TO direction_before",
        "DROP INDEX direction_now",
        "DROP INDEX direction_of_account",
        """
        CREATE TABLE direction (
            family_id TEXT NOT NULL REFERENCES family(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('contact', 'monitoring', 'careCoordination', 'safetyCoordination')),
            holder_id TEXT NOT NULL REFERENCES account(id),
            since_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day >= since_day),
            cause TEXT NOT NULL DEFAULT 'start' CHECK (cause IN (
                'start', 'parents', 'handover', 'kind', 'safety', 'absence', 'reassigned', 'inherited')),
            review_day TEXT CHECK (review_day > since_day),
            offers_support \(d.bool) NOT NULL DEFAULT \(d.no),
            by_id TEXT REFERENCES account(id),
            second_id TEXT REFERENCES account(id),
            reason \(d.bytes),
            next_number \(next),
            PRIMARY KEY (family_id, number),
            UNIQUE (family_id, number, since_day),
            FOREIGN KEY (family_id, next_number, until_day) REFERENCES direction (family_id, number, since_day)
                DEFERRABLE INITIALLY DEFERRED,
            CHECK (cause NOT IN ('safety', 'absence') OR second_id IS NOT NULL),
            CHECK (second_id IS NULL OR second_id <> by_id)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX direction_now ON direction (family_id) WHERE until_day IS NULL",
        "CREATE INDEX direction_of_account ON direction (holder_id, family_id) WHERE until_day IS NULL",
        """
        INSERT INTO direction (family_id, number, kind, holder_id, since_day, until_day)
        SELECT family_id, number, kind, holder_id, since_day, until_day FROM direction_before
        """,
        "DROP TABLE direction_before",
        """
        CREATE TABLE direction_agreed (
            family_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, number, person_id),
            FOREIGN KEY (family_id, number) REFERENCES direction (family_id, number)
        ) \(d.clustered)
        """,
    ]
}
