// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When it was decided to help without a yes that was missing; and whose address is secret.
package let migration0103Exceptions = Migration(103, "Exceptions") { d in
    [
        "ALTER TABLE consent_person ADD COLUMN exception_at \(d.int)",
        """
        CREATE TABLE secret_address (
            family_id TEXT NOT NULL REFERENCES family(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            by_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, person_id)
        ) \(d.clustered)
        """,
    ]
}
