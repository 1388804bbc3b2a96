// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// How one account stands in all its families, found in one place: a worker's list asks that of fifty at once.
package let migration0040ByAccount = Migration(40, "ByAccount") { _ in
    [
        """
        CREATE INDEX membership_of_account ON membership (account_id, family_id, id, kind, organisation_id, share,
            from_day, until_day, ended_at)
        """,
        "CREATE INDEX direction_of_account ON direction (holder_id, family_id) WHERE until_day IS NULL",
        "CREATE INDEX hold_reader_account ON hold_reader (account_id, family_id, hold_id)",
        "CREATE INDEX hidden_member_account ON hidden_member (account_id, family_id, membership_id)",
        "CREATE INDEX access_mention_account ON access_mention (account_id, day, family_id)",
    ]
}
