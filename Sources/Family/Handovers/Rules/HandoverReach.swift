// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Where help goes on with a handover, as far as its reader knows: at another organisation others wait, too.
package enum HandoverReach: Hashable, Sendable {
    /// To somebody of the same organisation, or from or to the family: no wait comes with it.
    case near
    /// To somebody who works elsewhere.
    case elsewhere([ID<Organisation>])
    /// The reader does not know for whom one of the two works.
    case unknown

    /// - Parameter members: as the reader knows them; where a helper's organisation is hidden, without it.
    package init(from: ID<Account>, to: ID<Account>, among members: [Membership], on today: Day) {
        let helpers = members.filter { $0.kind == .professional && $0.isActive(on: today) }
        let (before, next) = (helpers.filter { $0.account == from }, helpers.filter { $0.account == to })
        guard !before.isEmpty, !next.isEmpty else { self = .near; return }
        let (left, reached) = (Set(before.compactMap(\.organisation)), Set(next.compactMap(\.organisation)))
        guard left.isDisjoint(with: reached) else { self = .near; return }
        self = left.isEmpty || reached.isEmpty ? .unknown : .elsewhere(reached.sorted())
    }
}
