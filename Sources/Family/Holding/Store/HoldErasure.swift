// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties why something was held, where that was sealed in these parts; what is held stays held.
    func emptyHoldReasons(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE hold SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
    }
}
