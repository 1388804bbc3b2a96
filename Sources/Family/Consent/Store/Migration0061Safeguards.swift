// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What a court ordered for a child, on which grounds something is shared, and what was weighed when a consent ended.
package let migration0061Safeguards = Migration(61, "Safeguards") { d in
    [
        """
        CREATE TABLE protection_order (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL REFERENCES person(id),
            part_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('supervision', 'provisionalSupervision', 'guardianship', 'probation',
                'secureCare')),
            from_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day > from_day),
            by_id TEXT NOT NULL REFERENCES account(id),
            recorded_at \(d.int) NOT NULL,
            ended_at \(d.int),
            ended_by TEXT REFERENCES account(id),
            institution \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
            CHECK (until_day IS NOT NULL OR kind IN ('guardianship', 'probation'))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE ground_term (
            ground TEXT NOT NULL CHECK (ground IN ('directlyInvolved', 'required', 'reportToSafeHome', 'reportToBoard',
                'conflictOfDuties', 'publicTask', 'consent')),
            from_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day > from_day),
            PRIMARY KEY (ground, from_day)
        ) \(d.clustered)
        """,
        """
        INSERT INTO ground_term (ground, from_day) VALUES ('directlyInvolved', '2015-01-01'),
            ('required', '2015-01-01'), ('reportToSafeHome', '2015-01-01'), ('reportToBoard', '2015-01-01'),
            ('conflictOfDuties', '2015-01-01'), ('publicTask', '2018-05-25'), ('consent', '2018-05-25')
        """,
        """
        CREATE TABLE ground_use (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            ground TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            used_at \(d.int) NOT NULL,
            part_id TEXT NOT NULL,
            letter \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE ground_use_person (
            family_id TEXT NOT NULL,
            use_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, use_id, person_id),
            FOREIGN KEY (family_id, use_id) REFERENCES ground_use(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE weighing (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            consent_id TEXT,
            membership_id TEXT,
            ended_by TEXT NOT NULL REFERENCES account(id),
            ended_at \(d.int) NOT NULL,
            part_id TEXT NOT NULL,
            weighed_by TEXT REFERENCES account(id),
            weighed_at \(d.int),
            body \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            FOREIGN KEY (family_id, consent_id) REFERENCES consent(family_id, id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id),
            CHECK (consent_id IS NOT NULL OR membership_id IS NOT NULL),
            CHECK ((weighed_at IS NULL) = (weighed_by IS NULL)),
            CHECK (weighed_at IS NOT NULL OR body IS NULL)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE weighing_person (
            family_id TEXT NOT NULL,
            weighing_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, weighing_id, person_id),
            FOREIGN KEY (family_id, weighing_id) REFERENCES weighing(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
