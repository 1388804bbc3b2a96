// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When a circle began to end and when it was closed, from which the time runs that a dossier is kept; no answers.
package let migration0091Closing = Migration(91, "Closing") { d in
    [
        """
        CREATE TABLE circle_closing (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            by_id TEXT NOT NULL REFERENCES account(id),
            started_at \(d.int) NOT NULL,
            due_day TEXT NOT NULL,
            closed_at \(d.int),
            stopped_at \(d.int),
            PRIMARY KEY (family_id, id),
            CHECK (closed_at IS NULL OR stopped_at IS NULL),
            CHECK (closed_at IS NULL OR closed_at >= started_at)
        ) \(d.clustered)
        """,
        """
        CREATE UNIQUE INDEX circle_closing_now ON circle_closing (family_id)
        WHERE closed_at IS NULL AND stopped_at IS NULL
        """,
    ]
}
