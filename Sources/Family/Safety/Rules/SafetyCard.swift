// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What professionals must know before they call, write or come by (*veiligheidskaart*): short, and read first in an
/// emergency.
///
/// No one of the family reads it.
package struct SafetyCard: Hashable, Sendable {
    /// What is asked, in the order in which it is read.
    package enum Line: String, Sendable, CaseIterable {
        /// What never to do: "bel nooit het huisnummer".
        case never
        /// How, and when, it is safe to reach them.
        case safely
        /// The word by which they know who calls, or say that somebody listens.
        case word
        case mustNotKnow
        /// What else to do.
        case also
    }

    package let lines: [Line: String]
    package let by: ID<Account>
    package let at: Moment

    package init(lines: [Line: String], by: ID<Account>, at: Moment) {
        self.lines = lines.filter { !$0.value.isEmpty }
        self.by = by
        self.at = at
    }

    package var isEmpty: Bool { lines.isEmpty }
}

extension Reading {
    /// Whether the reader reads the safety card: a professional of the circle, and who opened the family in an emergency.
    package var readsSafetyCard: Bool { decidesWithSecond || isEmergency }

    /// Whether the reader writes it: a professional who plans with somebody of the family.
    package var writesSafetyCard: Bool {
        decidesWithSecond && covered.contains { $0.value.share >= .plan }
    }
}
