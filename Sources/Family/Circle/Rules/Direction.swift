// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Who directs, in exactly one of four explicit kinds (*regie*); at any moment exactly one holder does.
package struct Direction: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// No direction needed; the fixed point of contact answers.
        case contact
        /// Follows whether what was agreed happens (*monitoring*).
        case monitoring
        /// Makes the help fit together (*zorgcoördinatie*).
        case careCoordination
        /// Directs safety (*veiligheidscoördinatie*); never somebody of the family.
        case safetyCoordination
    }

    package let kind: Kind
    package let holder: ID<Account>
    package let since: Day

    package init(kind: Kind, holder: ID<Account>, since: Day) {
        self.kind = kind
        self.holder = holder
        self.since = since
    }
}
