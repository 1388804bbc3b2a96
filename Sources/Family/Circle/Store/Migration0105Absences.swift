// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who is away and who stands in, and in which families that made somebody a member or moved what was held.
package let migration0105Absences = Migration(105, "Absences") { d in
    [
        """
        CREATE TABLE absence (
            id TEXT NOT NULL PRIMARY KEY,
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            account_id TEXT NOT NULL REFERENCES account(id),
            stand_in_id TEXT NOT NULL REFERENCES account(id),
            by_id TEXT NOT NULL REFERENCES account(id),
            from_day TEXT NOT NULL,
            until_day TEXT NOT NULL,
            begun_at \(d.int),
            ended_at \(d.int),
            CHECK (account_id <> stand_in_id),
            CHECK (until_day > from_day)
        )
        """,
        "CREATE INDEX absence_open ON absence (organisation_id, account_id) WHERE ended_at IS NULL",
        """
        CREATE TABLE stand_in (
            family_id TEXT NOT NULL REFERENCES family(id),
            absence_id TEXT NOT NULL REFERENCES absence(id),
            for_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            membership_id TEXT,
            directs \(d.bool) NOT NULL,
            is_called_first \(d.bool) NOT NULL,
            PRIMARY KEY (family_id, absence_id, for_id),
            FOREIGN KEY (family_id, for_id) REFERENCES membership(family_id, id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE INDEX stand_in_absence ON stand_in (absence_id, family_id)",
    ]
}
