// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Questions without names between professionals, each sealed under a key of its own, with all that was done with them.
package let migration0118Consults = Migration(118, "Consults") { d in
    [
        """
        CREATE TABLE consult (
            id TEXT NOT NULL PRIMARY KEY,
            asker_organisation TEXT NOT NULL REFERENCES organisation(id),
            asker_account TEXT REFERENCES account(id),
            asked_organisation TEXT NOT NULL REFERENCES organisation(id),
            asked_account TEXT REFERENCES account(id),
            haste TEXT NOT NULL CHECK (haste IN ('day', 'week', 'regular')),
            state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'closed')),
            closing TEXT CHECK (closing IN ('helped', 'helpedPartly', 'noLongerNeeded', 'unheard')),
            subject \(d.bytes) NOT NULL,
            since_at \(d.int) NOT NULL,
            closed_at \(d.int),
            version \(d.int) NOT NULL DEFAULT 1,
            CHECK (asker_account IS NULL OR asked_account IS NULL OR asker_account <> asked_account),
            CHECK ((state = 'closed') = (closing IS NOT NULL)),
            CHECK ((state = 'closed') = (closed_at IS NOT NULL))
        ) \(d.clustered)
        """,
        "CREATE INDEX consult_asker ON consult (asker_organisation, asker_account, since_at)",
        "CREATE INDEX consult_asked ON consult (asked_organisation, asked_account, since_at)",
        "CREATE INDEX consult_open ON consult (since_at) WHERE state <> 'closed'",
        "CREATE INDEX consult_over ON consult (closed_at) WHERE closed_at IS NOT NULL",
        """
        CREATE TABLE consult_entry (
            consult_id TEXT NOT NULL REFERENCES consult(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'question', 'answer', 'again', 'taken', 'passed', 'late', 'left', 'helped', 'helpedPartly',
                'noLongerNeeded', 'unheard')),
            by_account TEXT REFERENCES account(id),
            by_organisation TEXT REFERENCES organisation(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (consult_id, number),
            CHECK (kind IN ('late', 'left', 'unheard') OR by_account IS NOT NULL)
        ) \(d.clustered)
        """,
        """
        CREATE INDEX open_promise_outside ON promise (subject)
        WHERE space = '' AND settled_at IS NULL AND closed_at IS NULL
        """,
    ]
}
