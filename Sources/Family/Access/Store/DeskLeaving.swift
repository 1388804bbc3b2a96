// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Somebody who has something at a desk in hand for an organisation for which they no longer work; nil where nobody has.
    ///
    /// - Parameter held: a question that gives `account` and `organisation` of who has something in hand.
    func gone(among held: SQL, on today: Day) throws -> (ID<Account>, ID<Organisation>)? {
        try row(
            """
            SELECT h.account, h.organisation FROM (\(held)) h WHERE NOT EXISTS (
                SELECT 1 FROM professional p WHERE p.account = h.account AND p.organisation = h.organisation
                    AND (p.until_day IS NULL OR p.until_day > \(today)))
            ORDER BY h.account, h.organisation LIMIT 1
            """
        ) { ($0.id(0), $0.id(1)) }
    }
}
