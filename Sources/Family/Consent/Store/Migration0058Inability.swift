// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// That a young person can't judge their own interests: each record stays, whatever came after it.
package let migration0058Inability = Migration(58, "Inability") { d in
    [
        """
        CREATE TABLE inability (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL REFERENCES person(id),
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            recorded_at \(d.int) NOT NULL,
            until_day TEXT NOT NULL,
            reason \(d.bytes),
            withdrawn_at \(d.int),
            withdrawn_by TEXT REFERENCES account(id),
            withdrawal \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
            CHECK (withdrawn_at IS NOT NULL OR withdrawal IS NULL)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX inability_now ON inability (family_id, person_id) WHERE withdrawn_at IS NULL",
    ]
}
