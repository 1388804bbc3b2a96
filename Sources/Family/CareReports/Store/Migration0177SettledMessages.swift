// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When a message that can't be read was settled, and whether what held for safety holds no more at the desk.
package let migration0177SettledMessages = Migration(177, "SettledMessages") { d in
    [
        "ALTER TABLE report_message ADD COLUMN settled_at \(d.int)",
        // What came before nobody owed anything of: it goes after its ninety days as it would have.
        "UPDATE report_message SET settled_at = at",
        "CREATE INDEX report_message_open ON report_message (organisation) WHERE settled_at IS NULL",
        "ALTER TABLE care_report ADD COLUMN safety_over \(d.bool)",
    ]
}
