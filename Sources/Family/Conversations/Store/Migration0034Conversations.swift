// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0034Conversations = Migration(34, "Conversations") { d in
    [
        """
        CREATE TABLE conversation (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            part_id TEXT NOT NULL,
            subject \(d.bytes),
            started_at \(d.int) NOT NULL,
            last_number \(d.int) NOT NULL DEFAULT 0,
            last_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE conversation_person (
            family_id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, conversation_id, person_id),
            FOREIGN KEY (family_id, conversation_id) REFERENCES conversation(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE participant (
            family_id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            read_number \(d.int) NOT NULL DEFAULT 0,
            read_at \(d.int),
            PRIMARY KEY (family_id, conversation_id, account_id),
            FOREIGN KEY (family_id, conversation_id) REFERENCES conversation(family_id, id)
        ) \(d.clustered)
        """,
        "CREATE INDEX participant_account ON participant (account_id, family_id)",
        """
        CREATE TABLE message (
            family_id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            id TEXT NOT NULL,
            at \(d.int) NOT NULL,
            author_id TEXT NOT NULL REFERENCES account(id),
            body \(d.bytes),
            PRIMARY KEY (family_id, conversation_id, number),
            FOREIGN KEY (family_id, conversation_id) REFERENCES conversation(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
