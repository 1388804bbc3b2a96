// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// By what somebody on duty finds one family, as a keyed digest of name and birth; and what they opened, with why.
package let migration0067Emergency = Migration(67, "Emergency") { d in
    [
        """
        CREATE TABLE person_lookup (
            family_id TEXT NOT NULL REFERENCES family(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            digest TEXT NOT NULL,
            PRIMARY KEY (family_id, person_id)
        ) \(d.clustered)
        """,
        "CREATE INDEX person_lookup_digest ON person_lookup (digest)",
        """
        CREATE TABLE emergency (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            opened_at \(d.int) NOT NULL,
            ends_at \(d.int) NOT NULL CHECK (ends_at > opened_at),
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            widened_at \(d.int) CHECK (widened_at >= opened_at),
            wide_reason \(d.bytes),
            reviewed_at \(d.int),
            reviewed_by TEXT REFERENCES account(id),
            was_right \(d.bool),
            is_shown \(d.bool) NOT NULL DEFAULT \(d.no),
            review \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (reviewed_by <> account_id),
            CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
            CHECK ((reviewed_at IS NULL) = (was_right IS NULL)),
            CHECK (reviewed_at IS NOT NULL OR review IS NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX emergency_account ON emergency (account_id, ends_at)",
        "CREATE INDEX emergency_opened ON emergency (opened_at)",
    ]
}
