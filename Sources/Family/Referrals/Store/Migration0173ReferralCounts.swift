// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Counting thousands of referrals in an inbox reads no referral.
package let migration0173ReferralCounts = Migration(173, "ReferralCounts") { _ in
    [
        """
        CREATE INDEX referral_inbox ON referral (
            receiver_organisation, state, receiver_account, family_id, sender_organisation)
        """
    ]
}
