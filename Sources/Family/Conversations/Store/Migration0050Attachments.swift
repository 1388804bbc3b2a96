// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0050Attachments = Migration(50, "Attachments") { d in
    [
        """
        CREATE TABLE attachment (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            conversation_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            message_number \(d.int) CHECK (message_number > 0),
            place \(d.int) NOT NULL DEFAULT 0,
            about \(d.bytes),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, conversation_id) REFERENCES conversation(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE INDEX attachment_message ON attachment (family_id, conversation_id, message_number)",
        "CREATE INDEX attachment_loose ON attachment (at) WHERE message_number IS NULL",
        """
        CREATE TABLE attachment_piece (
            family_id TEXT NOT NULL,
            attachment_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number >= 0),
            body \(d.bytes) NOT NULL,
            PRIMARY KEY (family_id, attachment_id, number),
            FOREIGN KEY (family_id, attachment_id) REFERENCES attachment(family_id, id)
        ) \(d.strict)
        """,
    ]
}
