// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties the faces of the members that were sealed in these parts.
    func emptyFaces(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE membership SET face = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND face IS NOT NULL
            """)
    }
}
