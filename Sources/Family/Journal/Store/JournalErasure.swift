// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties what the journal says of these parts; digests stay, so that the chain still verifies.
    func emptyJournal(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE journal SET body = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
    }
}
