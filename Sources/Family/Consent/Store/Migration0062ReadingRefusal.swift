// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// That a parent does not read about a child: proposed by one professional, confirmed by another.
package let migration0062ReadingRefusal = Migration(62, "ReadingRefusal") { d in
    [
        """
        CREATE TABLE reading_refusal (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            child_id TEXT NOT NULL REFERENCES person(id),
            parent_id TEXT NOT NULL REFERENCES person(id),
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            second_id TEXT REFERENCES account(id),
            second_at \(d.int),
            ended_at \(d.int),
            ended_by TEXT REFERENCES account(id),
            reason \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (child_id <> parent_id),
            CHECK (second_id <> by_id),
            CHECK ((second_id IS NULL) = (second_at IS NULL)),
            CHECK ((ended_at IS NULL) = (ended_by IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE UNIQUE INDEX reading_refusal_now ON reading_refusal (family_id, child_id, parent_id)
            WHERE ended_at IS NULL
        """,
    ]
}
