// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// How a family was started, what it said of that when it joined, and what is left of who was erased.
package let migration0036FamilyStart = Migration(36, "FamilyStart") { d in
    [
        """
        CREATE TABLE family_start (
            family_id TEXT NOT NULL PRIMARY KEY REFERENCES family(id),
            starter_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            parents_direct \(d.bool) NOT NULL,
            family_knows \(d.bool) NOT NULL,
            confirmed_at \(d.int)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE confirmation (
            family_id TEXT NOT NULL REFERENCES family(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            by_person_id TEXT NOT NULL REFERENCES person(id),
            is_right \(d.bool) NOT NULL,
            given_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, person_id, by_person_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE own_account (
            family_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            given_by TEXT NOT NULL REFERENCES account(id),
            given_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, person_id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id)
        ) \(d.clustered)
        """,
        "ALTER TABLE person ADD COLUMN erased_as TEXT CHECK (erased_as IN ('under16', 'from16'))",
    ]
}
