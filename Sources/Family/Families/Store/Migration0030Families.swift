// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0030Families = Migration(30, "Families") { d in
    [
        """
        CREATE TABLE family (
            id TEXT NOT NULL PRIMARY KEY,
            name \(d.bytes),
            started_at \(d.int) NOT NULL,
            version \(d.int) NOT NULL DEFAULT 1
        ) \(d.strict)
        """,
        """
        CREATE TABLE dossier_part (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('shared', 'person')),
            erased_at \(d.int),
            PRIMARY KEY (family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE person (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            part_id TEXT NOT NULL UNIQUE,
            account_id TEXT REFERENCES account(id),
            name \(d.bytes),
            birth \(d.bytes),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX person_account ON person (account_id, family_id)",
        """
        CREATE TABLE tie (
            family_id TEXT NOT NULL REFERENCES family(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            other_id TEXT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL
                CHECK (kind IN ('parent', 'newPartner', 'guardian', 'fosterParent', 'sibling', 'other')),
            PRIMARY KEY (family_id, person_id, other_id),
            CHECK (person_id <> other_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE authority (
            family_id TEXT NOT NULL REFERENCES family(id),
            child_id TEXT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('jointByParents', 'byOneParent', 'jointWithThirdParty',
                'guardianship', 'temporarilyNone', 'undeterminable')),
            under_investigation \(d.bool) NOT NULL,
            PRIMARY KEY (family_id, child_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE authority_holder (
            family_id TEXT NOT NULL,
            child_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, child_id, person_id),
            FOREIGN KEY (family_id, child_id) REFERENCES authority(family_id, child_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE personal_detail (
            family_id TEXT NOT NULL REFERENCES family(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            kind TEXT NOT NULL CHECK (kind IN ('address', 'phone', 'school', 'placeOfCare', 'pickUpTimes', 'meetingPlace')),
            hidden \(d.bool) NOT NULL,
            value \(d.bytes),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, person_id, kind)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE personal_detail_reader (
            family_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, person_id, kind, account_id),
            FOREIGN KEY (family_id, person_id, kind) REFERENCES personal_detail(family_id, person_id, kind)
        ) \(d.clustered)
        """,
    ]
}
