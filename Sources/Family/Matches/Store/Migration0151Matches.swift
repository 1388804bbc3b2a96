// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Matches received from a regional index, with what came of the talk.
package let migration0151Matches = Migration(151, "Matches") { d in
    [
        """
        CREATE TABLE index_match (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            reporter_id TEXT NOT NULL REFERENCES account(id),
            received_day TEXT NOT NULL,
            made_at \(d.int) NOT NULL,
            parties \(d.bytes),
            talked_day TEXT,
            talked_by TEXT REFERENCES account(id),
            is_told \(d.bool) NOT NULL,
            talk \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((talked_day IS NULL) = (talked_by IS NULL)),
            CHECK (talked_day IS NULL OR received_day <= talked_day),
            CHECK (talked_day IS NOT NULL OR is_told = \(d.no))
        ) \(d.clustered)
        """
    ]
}
