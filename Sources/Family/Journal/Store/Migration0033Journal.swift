// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0033Journal = Migration(33, "Journal") { d in
    [
        """
        CREATE TABLE chain (
            name TEXT NOT NULL PRIMARY KEY,
            number \(d.int) NOT NULL,
            link \(d.bytes) NOT NULL,
            at \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX chain_at ON chain (at)",
        """
        CREATE TABLE journal (
            family_id TEXT NOT NULL REFERENCES family(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            kind TEXT NOT NULL,
            item_kind TEXT NOT NULL,
            item_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            body \(d.bytes),
            digest \(d.bytes) NOT NULL,
            link \(d.bytes) NOT NULL,
            PRIMARY KEY (family_id, number),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
