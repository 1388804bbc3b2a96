// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// In which families another one stands in than who does for all: a family of one who is away, and a colleague.
package let migration0111DividedAbsences = Migration(111, "DividedAbsences") { d in
    [
        """
        CREATE TABLE absence_family (
            absence_id TEXT NOT NULL REFERENCES absence(id),
            family_id TEXT NOT NULL REFERENCES family(id),
            for_id TEXT NOT NULL,
            stand_in_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (absence_id, family_id, for_id),
            FOREIGN KEY (family_id, for_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """
    ]
}
