// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Which parties work on one goal at once, and how much of the plan a family does itself.
package struct WhoWorksOnGoal: Hashable, Sendable {
    /// To what somebody who does an action belongs.
    package enum Party: Hashable, Sendable {
        /// The family and its own network.
        case own
        case organisation(ID<Organisation>)
        /// A professional whose organisation the reader may not know.
        case professional(ID<Account>)
    }

    /// Two organisations or more work on the goal at the same time: they should know of each other.
    package let overlap: Set<Party>

    /// - Parameter open: the parties of each action that is not done.
    package init(open: [Set<Party>]) {
        let others = open.reduce(into: Set<Party>()) { $0.formUnion($1) }.subtracting([.own])
        overlap = others.count > 1 ? others : []
    }

    /// How many of these actions somebody of the family or its own network does.
    package static func own(of actions: [Set<Party>]) -> Int { actions.count { $0.contains(.own) } }
}
