// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Mail: what somebody chose, the code that confirms an address, and what waits to be told.
///
/// Addresses and codes are sealed under the account's own key. What waits holds no content and no name.
package let migration0016Notices = Migration(16, "Notices") { d in
    [
        """
        CREATE TABLE notice_choice (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            address \(d.bytes) NOT NULL,
            wanted \(d.bool) NOT NULL,
            sent_at \(d.int),
            refused_at \(d.int),
            version \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        """
        CREATE TABLE notice_code (
            account TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
            address \(d.bytes) NOT NULL,
            digits \(d.bytes) NOT NULL,
            until \(d.int) NOT NULL,
            wrong \(d.int) NOT NULL CHECK (wrong >= 0),
            asked \(d.int) NOT NULL CHECK (asked > 0),
            asked_since \(d.int) NOT NULL,
            next_at \(d.int),
            tries \(d.int) NOT NULL,
            refused_at \(d.int),
            CHECK (refused_at IS NULL OR next_at IS NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX notice_code_to_send ON notice_code (next_at) WHERE next_at IS NOT NULL",
        "CREATE INDEX notice_code_by_time ON notice_code (asked_since)",
        """
        CREATE TABLE outbox (
            account TEXT NOT NULL REFERENCES notice_choice (account),
            subject_kind TEXT NOT NULL CHECK (subject_kind IN ('conversation', 'promise')),
            subject TEXT NOT NULL,
            space TEXT NOT NULL,
            at \(d.int) NOT NULL,
            next_at \(d.int) NOT NULL,
            tries \(d.int) NOT NULL CHECK (tries >= 0),
            PRIMARY KEY (account, subject_kind, subject)
        ) \(d.clustered)
        """,
        "CREATE INDEX outbox_to_send ON outbox (next_at)",
        "CREATE INDEX outbox_by_time ON outbox (at)",
    ]
}
