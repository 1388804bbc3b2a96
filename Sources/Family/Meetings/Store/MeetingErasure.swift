// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties what was written of meetings in these parts; that there were so many stays.
    func emptyMeetings(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let meetings: SQL = "SELECT id FROM meeting WHERE family_id = \(family) AND part_id IN \(list: parts)"
        var count = try execute(
            """
            UPDATE meeting SET body = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
        for table in ["meeting_point", "meeting_minutes", "meeting_decision", "meeting_remark"] as [SQL] {
            count += try execute(
                """
                UPDATE \(table) SET body = NULL
                WHERE family_id = \(family) AND meeting_id IN (\(meetings)) AND body IS NOT NULL
                """)
        }
        return count
    }
}
