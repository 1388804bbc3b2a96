// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Direction that waits for a second professional, as nobody takes it from its holder alone.
package let migration0083DirectionToConfirm = Migration(83, "DirectionToConfirm") { d in
    [
        """
        CREATE TABLE direction_to_confirm (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('contact', 'monitoring', 'careCoordination', 'safetyCoordination')),
            cause TEXT NOT NULL CHECK (cause IN ('safety', 'absence', 'kind')),
            by_id TEXT NOT NULL REFERENCES account(id),
            second_id TEXT NOT NULL REFERENCES account(id),
            asked_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            reason \(d.bytes),
            ended_at \(d.int),
            PRIMARY KEY (family_id, id),
            CHECK (by_id <> second_id)
        ) \(d.clustered)
        """
    ]
}
