// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The safety card, each time it was written; and what was looked at before the family of a closed track was reached.
package let migration0068Safety = Migration(68, "Safety") { d in
    [
        """
        CREATE TABLE safety_card (
            family_id TEXT NOT NULL REFERENCES family(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            part_id TEXT NOT NULL,
            body \(d.bytes),
            by_id TEXT NOT NULL REFERENCES account(id),
            written_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, number),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE safety_check (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            contact TEXT NOT NULL CHECK (contact IN ('letter', 'call', 'interpreter', 'informalMember')),
            is_safe \(d.bool) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            checked_at \(d.int) NOT NULL,
            used_at \(d.int),
            part_id TEXT NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (used_at IS NULL OR is_safe <> \(d.no))
        ) \(d.clustered)
        """,
    ]
}
