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
        let all = try organisations(of: session.account, on: day)
        guard let chosen = session.organisation else { return all.count == 1 ? all[0] : nil }
        return all.first { $0.id == chosen }
    }
}
