// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Why did you look: what somebody of the family asks a professional, and the answer; both sealed in the asker's part.
package let migration0045LogQuestions = Migration(45, "LogQuestions") { d in
    [
        """
        CREATE TABLE log_question (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            asker_id TEXT NOT NULL REFERENCES account(id),
            person_id TEXT NOT NULL REFERENCES person(id),
            part_id TEXT NOT NULL,
            who_id TEXT NOT NULL REFERENCES account(id),
            organisation_id TEXT REFERENCES organisation(id),
            day TEXT NOT NULL,
            action TEXT NOT NULL,
            item_kind TEXT,
            item_id TEXT,
            promise_id TEXT NOT NULL,
            asked_at \(d.int) NOT NULL,
            question \(d.bytes),
            answered_at \(d.int),
            answered_by TEXT REFERENCES account(id),
            answer \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((item_kind IS NULL) = (item_id IS NULL)),
            CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
            CHECK (answer IS NULL OR answered_at IS NOT NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX log_question_of_asker ON log_question (family_id, asker_id, day)",
        """
        CREATE UNIQUE INDEX log_question_open ON log_question (family_id, asker_id, who_id)
        WHERE answered_at IS NULL
        """,
    ]
}
