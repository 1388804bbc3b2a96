// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Proposals of help with what was answered, and what municipalities were asked for and decided.
package let migration0190Provisions = Migration(190, "Provisions") { d in
    [
        """
        CREATE TABLE help_proposal (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            helper_id TEXT REFERENCES organisation(id),
            made_at \(d.int) NOT NULL,
            starts_day TEXT NOT NULL,
            body \(d.bytes),
            outcome TEXT CHECK (outcome IN ('goesOn', 'doesNotGoOn', 'withdrawn')),
            closed_at \(d.int),
            closed_by TEXT REFERENCES account(id),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((outcome IS NULL) = (closed_at IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE help_proposal_answer (
            family_id TEXT NOT NULL,
            proposal_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            by_person_id TEXT,
            by_account_id TEXT REFERENCES account(id),
            is_yes \(d.bool) NOT NULL,
            how TEXT NOT NULL CHECK (how IN ('inRondom', 'onPaper', 'spoken')),
            at \(d.int) NOT NULL,
            noted_by TEXT REFERENCES account(id),
            reason \(d.bytes),
            PRIMARY KEY (family_id, proposal_id, number),
            FOREIGN KEY (family_id, proposal_id) REFERENCES help_proposal(family_id, id),
            FOREIGN KEY (family_id, by_person_id) REFERENCES person(family_id, id),
            CHECK ((by_person_id IS NULL) <> (by_account_id IS NULL)),
            CHECK ((noted_by IS NULL) = (how = 'inRondom'))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE provision_request (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT NOT NULL REFERENCES organisation(id),
            proposal_id TEXT,
            municipality_id TEXT REFERENCES organisation(id),
            made_at \(d.int) NOT NULL,
            asked_day TEXT NOT NULL,
            asker TEXT NOT NULL CHECK (asker IN ('family', 'professional')),
            body \(d.bytes),
            decided_day TEXT,
            result TEXT CHECK (result IN ('granted', 'partly', 'refused', 'withdrawn', 'notNeeded')),
            until_day TEXT,
            letter \(d.bytes),
            decided_by TEXT REFERENCES account(id),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            FOREIGN KEY (family_id, proposal_id) REFERENCES help_proposal(family_id, id),
            CHECK ((decided_day IS NULL) = (result IS NULL) AND (result IS NULL) = (decided_by IS NULL)),
            CHECK (asked_day <= decided_day AND (until_day IS NULL OR result IN ('granted', 'partly')))
        ) \(d.clustered)
        """,
    ]
}
