// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What happened, without persons.
///
/// Rows lie in the order of an id that tells no more than the month.
package let migration0020Facts = Migration(20, "Facts") { d in
    [
        """
        CREATE TABLE fact (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            team TEXT REFERENCES team (id),
            organisation TEXT REFERENCES organisation (id),
            area TEXT REFERENCES area (code),
            target_group TEXT NOT NULL,
            month TEXT NOT NULL,
            shape TEXT NOT NULL CHECK (shape IN ('spell', 'verdict', 'grade', 'count')),
            began TEXT,
            ended TEXT CHECK (ended >= began),
            value \(d.int),
            CHECK ((shape = 'spell') = (began IS NOT NULL)),
            CHECK ((shape = 'spell') = (value IS NULL)),
            CHECK (shape <> 'verdict' OR value IN (0, 1)),
            CHECK (shape <> 'grade' OR value BETWEEN 1 AND 10),
            CHECK (shape <> 'count' OR value >= 0)
        ) \(d.clustered)
        """,
        "CREATE INDEX fact_by_kind ON fact (kind, month)",
    ]
}
