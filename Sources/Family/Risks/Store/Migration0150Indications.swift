// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Safety indications, and what the professional in charge weighed about them.
package let migration0150Indications = Migration(150, "Indications") { d in
    [
        """
        CREATE TABLE risk_indication (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            assessor_id TEXT NOT NULL REFERENCES account(id),
            assessed_day TEXT NOT NULL,
            until_day TEXT NOT NULL,
            made_at \(d.int) NOT NULL,
            replaces_id TEXT,
            replaced_by TEXT,
            signature TEXT NOT NULL CHECK (signature IN ('notNeeded', 'asked', 'signed', 'refused')),
            body \(d.bytes),
            released_at \(d.int),
            released_by TEXT REFERENCES account(id),
            discussed_day TEXT,
            talk \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            FOREIGN KEY (family_id, replaces_id) REFERENCES risk_indication(family_id, id),
            FOREIGN KEY (family_id, replaced_by) REFERENCES risk_indication(family_id, id),
            CHECK (assessed_day < until_day),
            CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (discussed_day IS NULL)),
            CHECK (released_at IS NULL OR signature IN ('notNeeded', 'signed'))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE risk_weighing (
            family_id TEXT NOT NULL,
            indication_id TEXT NOT NULL,
            cause TEXT NOT NULL CHECK (cause IN ('otherIndication', 'plan')),
            asked_at \(d.int) NOT NULL,
            weighed_at \(d.int),
            by_id TEXT REFERENCES account(id),
            body \(d.bytes),
            PRIMARY KEY (family_id, indication_id, cause),
            FOREIGN KEY (family_id, indication_id) REFERENCES risk_indication(family_id, id),
            CHECK ((weighed_at IS NULL) = (by_id IS NULL))
        ) \(d.clustered)
        """,
    ]
}
