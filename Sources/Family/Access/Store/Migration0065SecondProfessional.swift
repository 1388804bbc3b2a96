// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What one professional decided and another was asked to confirm; why, sealed in the part it is about.
package let migration0065SecondProfessional = Migration(65, "SecondProfessional") { d in
    [
        """
        CREATE TABLE second_professional (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            first_id TEXT NOT NULL REFERENCES account(id),
            asked_account TEXT REFERENCES account(id),
            asked_organisation TEXT REFERENCES organisation(id),
            made_at \(d.int) NOT NULL,
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            answer TEXT CHECK (answer IN ('yes', 'no')),
            answered_by TEXT REFERENCES account(id),
            answered_at \(d.int),
            answer_reason \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((asked_account IS NULL) <> (asked_organisation IS NULL)),
            CHECK (asked_account <> first_id),
            CHECK (answered_by <> first_id),
            CHECK ((answer IS NULL) = (answered_by IS NULL)),
            CHECK ((answer IS NULL) = (answered_at IS NULL)),
            CHECK (answer IS NOT NULL OR answer_reason IS NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX second_professional_subject ON second_professional (family_id, subject_kind, subject_id)",
    ]
}
