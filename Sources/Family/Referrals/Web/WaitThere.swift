// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import NetworkRules
import PeopleRules
import Site

/// How long others waited at an organisation; nil of few.
struct WaitThere: Hashable, Sendable {
    /// From a referral to the start of help.
    let afterReferral: ExpectedWait?
    /// From what the municipality assigned to the start of help.
    let afterAssignment: ExpectedWait?

    init(at organisation: ID<Organisation>, on today: Day, _ connection: Connection) throws {
        afterReferral = try connection.expectedWait(at: organisation, on: today)
        afterAssignment = try connection.expectedWaitAfterAssignment(at: organisation, on: today)
    }
}

extension Language {
    /// What is known of the wait somewhere, with of how many: of referrals here, else of what municipalities assigned.
    func expectedWait(_ there: WaitThere) -> String? {
        if let wait = there.afterReferral {
            return referrals.expected(referrals.span(days: wait.median), about: wait.about)
        }
        return there.afterAssignment.map {
            referrals.expectedAfterAssignment(referrals.span(days: $0.median), about: $0.about)
        }
    }
}
