// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// The offer to make a plan with relatives and others around the family first (*familiegroepsplan*; Jeugdwet 1.1, 4.1.2).
package struct GroupPlanOffer: Hashable, Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        /// It was offered, and the family thinks about it.
        case offered
        /// The family makes one.
        case wanted
        /// The three reasons to go on without: the parents don't want to, a concrete threat to the child's development,
        /// or harm to the child's interest.
        case declined, threat, harm

        /// Whether it is clear that none will be made, so that the six weeks run (4.1.3 lid 5).
        package var startsClock: Bool {
            switch self {
            case .declined, .threat, .harm: true
            case .offered, .wanted: false
            }
        }
    }

    /// The plan is fixed within six weeks after it is clear that the family makes none (4.1.3 lid 5).
    package static let weeksToFix = 6

    package let outcome: Outcome
    package let by: ID<Account>
    package let at: Moment
    /// nil when nothing was said, or when it was erased.
    package let reason: String?

    package init(_ outcome: Outcome, by: ID<Account>, at: Moment, reason: String?) {
        self.outcome = outcome
        self.by = by
        self.at = at
        self.reason = reason
    }

    /// By when the plan is to be fixed.
    package var fixedBy: Day? { outcome.startsClock ? at.day + 7 * Self.weeksToFix : nil }
}

extension Reading {
    /// Whether the reader may record this of the offer: the family says that it wants one or not; why professionals go on
    /// without, a professional says.
    package func mayRecord(_ outcome: GroupPlanOffer.Outcome) -> Bool {
        switch outcome {
        case .wanted, .declined: mayPlan
        case .offered, .threat, .harm: mayPlan && membership?.kind == .professional
        }
    }

    /// Whether the reader is told how the offer ended: that it was a danger, and why, professionals alone.
    package func isTold(_ offer: GroupPlanOffer) -> Bool {
        switch offer.outcome {
        case .offered, .wanted, .declined: readsPlan
        case .threat, .harm: readsPlan && membership?.kind == .professional
        }
    }
}
