// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The invented town's people, in demo mode only; nothing of it is anybody's secret.
package let migration0005DemoPeople = Migration(5, "DemoPeople") { d in
    [
        """
        CREATE TABLE demo_person (
            slug TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL UNIQUE REFERENCES account (id),
            position_nl TEXT NOT NULL,
            position_en TEXT NOT NULL,
            place \(d.int) NOT NULL
        ) \(d.clustered)
        """
    ]
}
