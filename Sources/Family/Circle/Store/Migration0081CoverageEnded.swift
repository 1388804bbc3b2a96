// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// For whom a member stood in the circle before, while they stay for others: who helped so far is counted.
package let migration0081CoverageEnded = Migration(81, "CoverageEnded") { d in
    [
        """
        CREATE TABLE coverage_ended (
            family_id TEXT NOT NULL,
            membership_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            ended_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, membership_id, person_id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """
    ]
}
