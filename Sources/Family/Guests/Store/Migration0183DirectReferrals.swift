// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Which area team may know of what a guest referred, and who directs the help.
package let migration0183DirectReferrals = Migration(183, "DirectReferrals") { d in
    [
        "ALTER TABLE outside_referral ADD COLUMN area_team TEXT REFERENCES organisation (id)",
        """
        ALTER TABLE outside_referral ADD COLUMN direction TEXT CHECK (
            direction IN ('family', 'practice', 'provider', 'offered', 'areaTeam')
                AND (direction NOT IN ('offered', 'areaTeam') OR area_team IS NOT NULL))
        """,
        """
        CREATE INDEX outside_referral_area ON outside_referral (area_team, asked_day)
        WHERE area_team IS NOT NULL AND over_at IS NULL
        """,
        """
        CREATE INDEX outside_referral_unseen ON outside_referral (asked_day, receiver_organisation)
        WHERE aim = 'help' AND area_team IS NULL
        """,
    ]
}
