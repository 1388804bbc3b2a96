// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0031Circle = Migration(31, "Circle") { d in
    [
        """
        CREATE TABLE membership (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            kind TEXT NOT NULL CHECK (kind IN ('relative', 'professional')),
            organisation_id TEXT REFERENCES organisation(id),
            share \(d.int) NOT NULL CHECK (share BETWEEN 1 AND 3),
            from_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day > from_day),
            ended_at \(d.int),
            part_id TEXT NOT NULL,
            face \(d.bytes),
            organisation_hidden \(d.bool) NOT NULL DEFAULT \(d.no),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (kind = 'professional' OR organisation_id IS NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX membership_account ON membership (account_id, family_id)",
        """
        CREATE TABLE membership_person (
            family_id TEXT NOT NULL,
            membership_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, membership_id, person_id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE membership_organisation_reader (
            family_id TEXT NOT NULL,
            membership_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, membership_id, account_id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE direction (
            family_id TEXT NOT NULL REFERENCES family(id),
            number \(d.int) NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('contact', 'monitoring', 'careCoordination', 'safetyCoordination')),
            holder_id TEXT NOT NULL REFERENCES account(id),
            since_day TEXT NOT NULL,
            until_day TEXT,
            PRIMARY KEY (family_id, number)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX direction_now ON direction (family_id) WHERE until_day IS NULL",
        """
        CREATE TABLE first_contact (
            family_id TEXT NOT NULL REFERENCES family(id),
            number \(d.int) NOT NULL,
            holder_id TEXT NOT NULL REFERENCES account(id),
            since_day TEXT NOT NULL,
            until_day TEXT,
            PRIMARY KEY (family_id, number)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX first_contact_now ON first_contact (family_id) WHERE until_day IS NULL",
    ]
}
