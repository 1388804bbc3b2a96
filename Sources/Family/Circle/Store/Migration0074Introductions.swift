// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What helpers said of who follows them.
package let migration0074Introductions = Migration(74, "Introductions") { d in
    [
        """
        CREATE TABLE introduction (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            by_id TEXT NOT NULL REFERENCES account(id),
            follower_id TEXT NOT NULL REFERENCES account(id),
            part_id TEXT NOT NULL,
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (by_id <> follower_id)
        ) \(d.clustered)
        """
    ]
}
