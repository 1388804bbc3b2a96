// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What makes a form safe to send: a second submission is recognised, and typed text outlives its session.
package let migration0003Forms = Migration(3, "Forms") { d in
    [
        """
        CREATE TABLE submission (
            account TEXT NOT NULL REFERENCES account (id),
            form TEXT NOT NULL,
            at \(d.int) NOT NULL,
            outcome TEXT NOT NULL,
            PRIMARY KEY (account, form)
        ) \(d.clustered)
        """,
        "CREATE INDEX submission_by_time ON submission (at)",
        """
        CREATE TABLE kept_text (
            digest TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            sealed \(d.bytes) NOT NULL,
            until \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX kept_text_by_time ON kept_text (until)",
    ]
}
