// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Meetings, who was asked, when it could be, and what each said to that; what is written is sealed.
package let migration0092Meetings = Migration(92, "Meetings") { d in
    [
        """
        CREATE TABLE meeting (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            part_id TEXT NOT NULL,
            convener_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            changed_at \(d.int) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('proposed', 'planned', 'held', 'cancelled')),
            chosen \(d.int),
            starts_at \(d.int),
            ends_at \(d.int) CHECK (ends_at > starts_at),
            body \(d.bytes),
            version \(d.int) NOT NULL DEFAULT 1 CHECK (version > 0),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK ((chosen IS NULL) = (starts_at IS NULL)),
            CHECK ((chosen IS NULL) = (ends_at IS NULL)),
            CHECK (state <> 'proposed' OR chosen IS NULL),
            CHECK (state NOT IN ('planned', 'held') OR chosen IS NOT NULL)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_person (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, meeting_id, person_id),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_goal (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            goal_id TEXT NOT NULL,
            PRIMARY KEY (family_id, meeting_id, goal_id),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id),
            FOREIGN KEY (family_id, goal_id) REFERENCES goal(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_time (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number >= 0 AND number < 5),
            starts_at \(d.int) NOT NULL,
            minutes \(d.int) NOT NULL CHECK (minutes > 0),
            PRIMARY KEY (family_id, meeting_id, number),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_invited (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, meeting_id, account_id),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE INDEX meeting_invited_account ON meeting_invited (account_id, family_id, meeting_id)",
        """
        CREATE TABLE meeting_answer (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            account_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            answer TEXT NOT NULL CHECK (answer IN ('can', 'ifNeeded', 'cannot')),
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, meeting_id, account_id, number),
            FOREIGN KEY (family_id, meeting_id, account_id) REFERENCES meeting_invited(family_id, meeting_id, account_id),
            FOREIGN KEY (family_id, meeting_id, number) REFERENCES meeting_time(family_id, meeting_id, number)
        ) \(d.clustered)
        """,
    ]
}
