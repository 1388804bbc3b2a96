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
    /// When is looked whether it is still needed so.
    package let review: Day?

    package init(kind: Kind, holder: ID<Account>, since: Day, review: Day? = nil) {
        self.kind = kind
        self.holder = holder
        self.since = since
        self.review = review
    }
}

extension Direction {
    /// What may be expected of who directs, shown to all; each kind has its own.
    package enum Act: String, Sendable, CaseIterable {
        case answers, passesOn
        case follows, reminds, tells
        case keepsPlan, bringsTogether, movesOnWhatStops
        case agreesOnSafety, watchesSafety, weighsReport
    }
}

extension Direction.Kind {
    /// What somebody who directs so does.
    package var acts: [Direction.Act] {
        switch self {
        case .contact: [.answers, .passesOn]
        case .monitoring: [.follows, .reminds, .tells]
        case .careCoordination: [.keepsPlan, .bringsTogether, .follows, .movesOnWhatStops]
        case .safetyCoordination: [.agreesOnSafety, .watchesSafety, .weighsReport, .tells]
        }
    }

    /// Whether somebody of the family may direct so: the parents do by default, and never safety.
    package var isForFamily: Bool { self != .safetyCoordination }
}
