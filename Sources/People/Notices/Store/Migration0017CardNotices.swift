// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Lets a letter tell that a card was made for somebody, too: the table is made anew, as a check can't be widened.
package let migration0017CardNotices = Migration(17, "CardNotices") { d in
    [
        """
        CREATE TABLE outbox_with_cards (
            account TEXT NOT NULL REFERENCES notice_choice (account),
            subject_kind TEXT NOT NULL CHECK (subject_kind IN ('conversation', 'promise', 'card')),
            subject TEXT NOT NULL,
            space TEXT NOT NULL,
            at \(d.int) NOT NULL,
            next_at \(d.int) NOT NULL,
            tries \(d.int) NOT NULL CHECK (tries >= 0),
            PRIMARY KEY (account, subject_kind, subject)
        ) \(d.clustered)
        """,
        """
        INSERT INTO outbox_with_cards (account, subject_kind, subject, space, at, next_at, tries)
        SELECT account, subject_kind, subject, space, at, next_at, tries FROM outbox
        """,
        "DROP TABLE outbox",
        "ALTER TABLE outbox_with_cards RENAME TO outbox",
        "CREATE INDEX outbox_to_send ON outbox (next_at)",
        "CREATE INDEX outbox_by_time ON outbox (at)",
    ]
}
