// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// On whose behalf somebody works in a session: what they chose, else the only organisation they work for.
    ///
    /// Nil when they chose none of several, and when they no longer work for the one they chose.
    package func organisation(behind session: Session, on day: Day) throws -> Organisation? {
        try organisation(behind: session.behalf, of: session.account, on: day).flatMap { try organisation($0) }
    }

    /// The same, where only what was chosen is known.
    package func organisation(
        behind behalf: Behalf, of account: ID<Account>, on day: Day
    ) throws -> ID<Organisation>? {
        behalf.organisation(among: try workplaces(of: account, on: day))
    }

    /// What an account does on a day for the organisation on whose behalf it asks.
    package func work(behind behalf: Behalf, of account: ID<Account>, on day: Day) throws -> [Professional] {
        let work = try professionals(of: account, on: day)
        let organisation = behalf.organisation(among: Set(work.map(\.organisation)))
        return work.filter { $0.organisation == organisation }
    }

    /// The organisations that an account works for on a day.
    package func workplaces(of account: ID<Account>, on day: Day) throws -> Set<ID<Organisation>> {
        Set(
            try rows(
                """
                SELECT organisation FROM professional
                WHERE account = \(account) AND from_day <= \(day) AND (until_day IS NULL OR until_day > \(day))
                ORDER BY organisation
                """
            ) { $0.id(0) })
    }
}
