// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What somebody is not told yet, and that somebody asked to look into what is kept about them.
package let migration0102Withholding = Migration(102, "Withholding") { d in
    [
        """
        CREATE TABLE withholding (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL REFERENCES person(id),
            by_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            given_at \(d.int),
            part_id TEXT NOT NULL,
            what \(d.bytes),
            reason \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE inspection (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('look', 'copy')),
            person_id TEXT NOT NULL REFERENCES person(id),
            asker_id TEXT NOT NULL REFERENCES person(id),
            made_at \(d.int) NOT NULL,
            outcome TEXT CHECK (outcome IN ('all', 'part')),
            answered_by TEXT REFERENCES account(id),
            answered_at \(d.int),
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((outcome IS NULL) = (answered_by IS NULL)),
            CHECK ((outcome IS NULL) = (answered_at IS NULL))
        ) \(d.clustered)
        """,
    ]
}
