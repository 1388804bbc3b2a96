// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who asked to have something destroyed and what was decided, and what may not go for now.
package let migration0096Keeping = Migration(96, "Keeping") { d in
    [
        """
        CREATE TABLE forgetting (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            person_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            asked_at \(d.int) NOT NULL,
            due_day TEXT NOT NULL,
            words \(d.bytes),
            state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'withdrawn', 'done')),
            state_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (state_at >= asked_at)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX forgetting_now ON forgetting (family_id, person_id) WHERE state IN ('asked', 'granted')",
        "CREATE INDEX forgetting_open ON forgetting (state, asked_at) WHERE state IN ('asked', 'granted')",
        """
        CREATE TABLE forgetting_answer (
            family_id TEXT NOT NULL,
            forgetting_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            is_yes \(d.bool) NOT NULL,
            answered_at \(d.int) NOT NULL,
            noted_by TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, forgetting_id, person_id),
            FOREIGN KEY (family_id, forgetting_id) REFERENCES forgetting(family_id, id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE keeping_hold (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            cause TEXT NOT NULL CHECK (cause IN ('complaint', 'court', 'inspection')),
            by_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            ended_at \(d.int),
            ended_by TEXT REFERENCES account(id),
            PRIMARY KEY (family_id, id),
            CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
            CHECK (ended_at IS NULL OR ended_at >= made_at)
        ) \(d.clustered)
        """,
        "CREATE INDEX keeping_hold_open ON keeping_hold (review_day) WHERE ended_at IS NULL",
    ]
}
