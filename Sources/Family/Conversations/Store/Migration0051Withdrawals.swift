// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0051Withdrawals = Migration(51, "Withdrawals") { d in
    [
        "ALTER TABLE message ADD COLUMN withdrawn_at \(d.int)",
        "CREATE INDEX message_withdrawn ON message (withdrawn_at) WHERE withdrawn_at IS NOT NULL",
        """
        CREATE TABLE concern (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            conversation_id TEXT NOT NULL,
            message_number \(d.int) NOT NULL,
            teller_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, conversation_id, teller_id, message_number),
            FOREIGN KEY (family_id, conversation_id, message_number)
                REFERENCES message(family_id, conversation_id, number)
        ) \(d.clustered)
        """,
    ]
}
