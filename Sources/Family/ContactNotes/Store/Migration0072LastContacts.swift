// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// When somebody was last in contact with a family, after how many days they want to hear that they were not, and their
/// own working notes, which belong to no dossier.
package let migration0072LastContacts = Migration(72, "Last contacts") { d in
    [
        """
        CREATE TABLE last_contact (
            account_id TEXT NOT NULL REFERENCES account(id),
            family_id TEXT NOT NULL REFERENCES family(id),
            at \(d.int) NOT NULL,
            PRIMARY KEY (account_id, family_id)
        ) \(d.clustered)
        """,
        """
        INSERT INTO last_contact (account_id, family_id, at)
        SELECT m.author_id, m.family_id, MAX(m.at) FROM message m
        WHERE EXISTS (
            SELECT 1 FROM participant p JOIN person q ON q.family_id = p.family_id AND q.account_id = p.account_id
            WHERE p.family_id = m.family_id AND p.conversation_id = m.conversation_id AND p.account_id <> m.author_id
        )
        GROUP BY m.author_id, m.family_id
        """,
        """
        CREATE TABLE quiet_choice (
            account_id TEXT NOT NULL PRIMARY KEY REFERENCES account(id),
            days \(d.int) NOT NULL CHECK (days > 0)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE working_note (
            account_id TEXT NOT NULL REFERENCES account(id),
            id TEXT NOT NULL UNIQUE,
            at \(d.int) NOT NULL,
            body \(d.bytes) NOT NULL,
            PRIMARY KEY (account_id, id)
        ) \(d.clustered)
        """,
    ]
}
