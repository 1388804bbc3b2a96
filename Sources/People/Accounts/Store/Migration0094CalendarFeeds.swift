// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The secret address at which somebody's own calendar finds when they have an appointment; one each, as a digest.
package let migration0094CalendarFeeds = Migration(94, "Calendar feeds") { d in
    [
        """
        CREATE TABLE calendar_feed (
            account_id TEXT PRIMARY KEY REFERENCES account(id),
            digest TEXT NOT NULL UNIQUE,
            made_at \(d.int) NOT NULL
        ) \(d.clustered)
        """
    ]
}
