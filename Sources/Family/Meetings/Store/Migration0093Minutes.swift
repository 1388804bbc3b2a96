// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What is to be talked about in a meeting, and what was written down of it, sealed with the meeting's part.
package let migration0093Minutes = Migration(93, "Minutes") { d in
    [
        """
        CREATE TABLE meeting_point (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, meeting_id, id),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_minutes (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            body \(d.bytes),
            PRIMARY KEY (family_id, meeting_id, number),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_decision (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            version \(d.int) NOT NULL,
            place \(d.int) NOT NULL,
            body \(d.bytes),
            action_id TEXT,
            PRIMARY KEY (family_id, meeting_id, id),
            FOREIGN KEY (family_id, meeting_id, version) REFERENCES meeting_minutes(family_id, meeting_id, number),
            FOREIGN KEY (family_id, action_id) REFERENCES plan_action(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE meeting_remark (
            family_id TEXT NOT NULL,
            meeting_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (family_id, meeting_id, id),
            FOREIGN KEY (family_id, meeting_id) REFERENCES meeting(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
