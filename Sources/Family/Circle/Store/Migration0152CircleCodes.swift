// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Codes by which a family lets a helper ask to come into its circle; found by their digest, once.
package let migration0152CircleCodes = Migration(152, "CircleCodes") { d in
    [
        """
        CREATE TABLE circle_code (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            digest TEXT NOT NULL UNIQUE,
            by_id TEXT NOT NULL REFERENCES account(id),
            share \(d.int) NOT NULL CHECK (share BETWEEN 1 AND 3),
            made_at \(d.int) NOT NULL,
            ends_at \(d.int) NOT NULL CHECK (ends_at > made_at),
            used_at \(d.int),
            used_by TEXT REFERENCES account(id),
            ended_at \(d.int),
            body \(d.bytes),
            PRIMARY KEY (family_id, id),
            CHECK ((used_at IS NULL) = (used_by IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE circle_code_person (
            family_id TEXT NOT NULL,
            code_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            PRIMARY KEY (family_id, code_id, person_id),
            FOREIGN KEY (family_id, code_id) REFERENCES circle_code(family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
