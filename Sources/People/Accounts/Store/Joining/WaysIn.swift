// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Whether an account has a way to sign in: then a card replaces it.
    package func hasWayIn(_ account: ID<Account>) throws -> Bool { try countPasskeys(of: account) > 0 }

    /// Takes all ways to sign in from an account and signs it out everywhere.
    package func endWaysIn(of account: ID<Account>) throws {
        try removePasskeys(of: account)
        try endSessions(of: account)
    }
}
