// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who is not asked to agree, because asking is dangerous: proposed by one professional, answered by a second.
package let migration0101NotAsked = Migration(101, "NotAsked") { d in
    [
        """
        CREATE TABLE not_asked (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            consent_id TEXT NOT NULL,
            who_id TEXT NOT NULL REFERENCES person(id),
            by_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            answer TEXT CHECK (answer IN ('yes', 'no')),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, consent_id) REFERENCES consent(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE UNIQUE INDEX not_asked_now ON not_asked (family_id, consent_id, who_id)
            WHERE answer IS NULL OR answer = 'yes'
        """,
        """
        CREATE TABLE not_asked_about (
            family_id TEXT NOT NULL,
            not_asked_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, not_asked_id, person_id),
            FOREIGN KEY (family_id, not_asked_id) REFERENCES not_asked(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
