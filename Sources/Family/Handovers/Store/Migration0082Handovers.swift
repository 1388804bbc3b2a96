// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What was proposed to move from one to another, how far it came, and the talk about it.
package let migration0082Handovers = Migration(82, "Handovers") { d in
    [
        """
        CREATE TABLE handover (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            what TEXT NOT NULL CHECK (what IN ('direction')),
            kind TEXT CHECK (kind IN ('contact', 'monitoring', 'careCoordination', 'safetyCoordination')),
            review_day TEXT,
            from_id TEXT NOT NULL REFERENCES account(id),
            to_id TEXT NOT NULL REFERENCES account(id),
            proposer_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            leaves \(d.bool) NOT NULL,
            offers_support \(d.bool) NOT NULL DEFAULT \(d.no),
            state TEXT NOT NULL
                CHECK (state IN ('proposed', 'agreed', 'completed', 'declined', 'withdrawn', 'lapsed')),
            state_at \(d.int) NOT NULL,
            talk_day TEXT,
            story_confirmed \(d.bool),
            introduced \(d.bool),
            cold TEXT CHECK (cold IN ('safety', 'family', 'holder')),
            reason \(d.bytes),
            answer \(d.bytes),
            cold_reason \(d.bytes),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            CHECK (from_id <> to_id),
            CHECK (proposer_id = from_id OR proposer_id = to_id),
            CHECK (what <> 'direction' OR (kind IS NOT NULL AND review_day IS NOT NULL)),
            CHECK (talk_day IS NULL OR cold IS NULL),
            CHECK ((talk_day IS NULL) = (story_confirmed IS NULL)),
            CHECK ((talk_day IS NULL) = (introduced IS NULL)),
            CHECK (state <> 'completed' OR talk_day IS NOT NULL OR cold IS NOT NULL)
        ) \(d.clustered)
        """,
        """
        CREATE UNIQUE INDEX handover_open ON handover (family_id, what)
        WHERE state IN ('proposed', 'agreed')
        """,
        """
        CREATE TABLE handover_person (
            family_id TEXT NOT NULL,
            handover_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            agreed \(d.bool) NOT NULL,
            PRIMARY KEY (family_id, handover_id, person_id),
            FOREIGN KEY (family_id, handover_id) REFERENCES handover (family_id, id)
        ) \(d.clustered)
        """,
    ]
}
