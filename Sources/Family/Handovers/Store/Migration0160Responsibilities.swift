// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What can be handed over besides direction: to be called first, and all help of one who leaves.
///
/// Of each of the first two one waits at most, of help one for each who hands it over. The tables are made anew, as SQLite
/// takes no check from a column. The release before reads these rows as direction to be looked at on the day they were made,
/// which it completes for nobody: so nothing moves by it that it does not know.
package let migration0160Responsibilities = Migration(160, "Responsibilities") { d in
    [
        """
        CREATE TABLE handover_made (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            what TEXT NOT NULL CHECK (what IN ('direction', 'contact', 'help')),
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
            CHECK ((what = 'direction') = (kind IS NOT NULL)),
            CHECK ((what = 'direction') = (review_day IS NOT NULL)),
            CHECK (what <> 'help' OR leaves),
            CHECK (what <> 'contact' OR NOT leaves),
            CHECK (talk_day IS NULL OR cold IS NULL),
            CHECK ((talk_day IS NULL) = (story_confirmed IS NULL)),
            CHECK ((talk_day IS NULL) = (introduced IS NULL)),
            CHECK (state <> 'completed' OR talk_day IS NOT NULL OR cold IS NOT NULL)
        ) \(d.clustered)
        """,
        """
        INSERT INTO handover_made (family_id, id, what, kind, review_day, from_id, to_id, proposer_id, made_at, leaves,
            offers_support, state, state_at, talk_day, story_confirmed, introduced, cold, reason, answer, cold_reason,
            version)
        SELECT family_id, id, what, kind, review_day, from_id, to_id, proposer_id, made_at, leaves,
            offers_support, state, state_at, talk_day, story_confirmed, introduced, cold, reason, answer, cold_reason,
            version
        FROM handover
        """,
        """
        CREATE TABLE handover_person_made (
            family_id TEXT NOT NULL,
            handover_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            agreed \(d.bool) NOT NULL,
            PRIMARY KEY (family_id, handover_id, person_id),
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            FOREIGN KEY (family_id, handover_id) REFERENCES handover_made (family_id, id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO handover_person_made (family_id, handover_id, person_id, agreed)
        SELECT h.family_id, h.handover_id, h.person_id, h.agreed FROM handover_person h
        JOIN person p ON p.family_id = h.family_id AND p.id = h.person_id
        """,
        "DROP TABLE handover_person",
        "DROP TABLE handover",
        "ALTER TABLE handover_made RENAME TO handover",
        "ALTER TABLE handover_person_made RENAME TO handover_person",
        """
        CREATE UNIQUE INDEX handover_open ON handover (family_id, what)
        WHERE state IN ('proposed', 'agreed') AND what <> 'help'
        """,
        """
        CREATE UNIQUE INDEX handover_open_help ON handover (family_id, from_id)
        WHERE state IN ('proposed', 'agreed') AND what = 'help'
        """,
    ]
}
