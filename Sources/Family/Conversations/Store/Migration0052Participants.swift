// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// From which message somebody takes part, and who let them in; and which conversations stay between two.
package let migration0052Participants = Migration(52, "Participants") { d in
    [
        "ALTER TABLE participant ADD COLUMN from_number \(d.int) NOT NULL DEFAULT 1",
        "ALTER TABLE participant ADD COLUMN added_by TEXT REFERENCES account(id)",
        "ALTER TABLE conversation ADD COLUMN private_line \(d.bool) NOT NULL DEFAULT \(d.no)",
        """
        CREATE TABLE draft (
            family_id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            part_id TEXT NOT NULL,
            body \(d.bytes) NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, conversation_id, account_id),
            FOREIGN KEY (family_id, conversation_id) REFERENCES conversation(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
