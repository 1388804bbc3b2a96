// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties the subjects and messages of the conversations in these parts; that there were so many stays.
    func emptyConversations(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let messages = try execute(
            """
            UPDATE message SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND conversation_id IN (
                SELECT id FROM conversation WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        let subjects = try execute(
            """
            UPDATE conversation SET subject = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND subject IS NOT NULL
            """)
        return messages + subjects
    }
}
