// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What is owed, by whom, to whom, by when; and the steps taken to chase it.
///
/// Rows of one space (a dossier, opaque here) lie together. What the promise says in words is sealed by whoever made
/// it, in `detail`, under the part in `about`.
package let migration0006Promises = Migration(6, "Promises") { d in
    [
        """
        CREATE TABLE promise (
            space TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            owner_account TEXT REFERENCES account (id),
            owner_organisation TEXT REFERENCES organisation (id),
            receiver_kind TEXT NOT NULL CHECK (receiver_kind IN ('account', 'organisation', 'person')),
            receiver TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            about TEXT,
            urgency TEXT NOT NULL CHECK (urgency IN ('acute', 'day', 'week', 'regular', 'agreed')),
            working_days \(d.int) CHECK (working_days > 0),
            made_at \(d.int) NOT NULL,
            due_at \(d.int) NOT NULL CHECK (due_at >= made_at),
            fallback TEXT REFERENCES organisation (id),
            look_at \(d.int),
            settled_at \(d.int),
            closed_at \(d.int),
            closed_reason TEXT CHECK (closed_reason IN ('weSpoke', 'noLongerNeeded')),
            detail \(d.bytes),
            version \(d.int) NOT NULL,
            PRIMARY KEY (space, id),
            CHECK ((owner_account IS NULL) <> (owner_organisation IS NULL)),
            CHECK ((urgency = 'regular') = (working_days IS NOT NULL)),
            CHECK (settled_at IS NULL OR closed_at IS NULL),
            CHECK ((closed_at IS NULL) = (closed_reason IS NULL)),
            CHECK ((settled_at IS NULL AND closed_at IS NULL) OR look_at IS NULL)
        ) \(d.clustered)
        """,
        """
        CREATE INDEX open_promise_in_space ON promise (space, due_at)
        WHERE settled_at IS NULL AND closed_at IS NULL
        """,
        """
        CREATE INDEX open_promise_of_account ON promise (owner_account, due_at)
        WHERE settled_at IS NULL AND closed_at IS NULL
        """,
        """
        CREATE INDEX open_promise_of_organisation ON promise (owner_organisation, due_at)
        WHERE settled_at IS NULL AND closed_at IS NULL
        """,
        "CREATE INDEX promise_to_chase ON promise (look_at) WHERE look_at IS NOT NULL",
        """
        CREATE TABLE promise_step (
            space TEXT NOT NULL,
            promise TEXT NOT NULL,
            step TEXT NOT NULL CHECK (step IN ('nearing', 'due', 'escalated')),
            at \(d.int) NOT NULL,
            PRIMARY KEY (space, promise, step),
            FOREIGN KEY (space, promise) REFERENCES promise (space, id)
        ) \(d.clustered)
        """,
    ]
}
