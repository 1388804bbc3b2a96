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
        let files = try eraseAttachments(in: parts, of: family)
        try execute("DELETE FROM draft WHERE family_id = \(family) AND part_id IN \(list: parts)")
        let subjects = try execute(
            """
            UPDATE conversation SET subject = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND subject IS NOT NULL
            """)
        return messages + subjects + files
    }

    /// That there were files stays, too.
    private func eraseAttachments(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            DELETE FROM attachment_piece WHERE family_id = \(family) AND attachment_id IN (
                SELECT id FROM attachment WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        return try execute(
            """
            UPDATE attachment SET about = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND about IS NOT NULL
            """)
    }
}
