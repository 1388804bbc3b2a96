// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a membership ends though nobody in the circle ends it: its term is over, or the member's work is.
///
/// It can't wait for an heir, as it does where somebody ends it (``Ending``): access is gone already. Where nobody in
/// the circle takes over, a colleague of the member does, until somebody stands in.
package struct Lapse: Hashable, Sendable {
    package enum Cause: Hashable, Sendable, CaseIterable {
        /// What was agreed is over.
        case term
        /// The member no longer works for the organisation that was let in.
        case work
    }

    package let membership: Membership
    /// Who directs and is called first from now on, where it was the one who leaves; nil where nobody is left.
    package let heir: ID<Account>?
    /// Who owes from now on what was promised.
    package let inbox: Promise.Owner?
    /// In whose inbox lies that somebody must stand in: the organisation stays involved when one of its people goes.
    package let owesStandIn: ID<Organisation>?

    /// - Parameter colleagues: who works for the same organisation, the team leads first.
    package init(
        of membership: Membership, by cause: Cause, _ successors: Ending.Successors, colleagues: [ID<Account>]
    ) {
        self.membership = membership
        heir = successors.heir(of: membership.account) ?? colleagues.first { $0 != membership.account }
        inbox = successors.inbox(of: membership) ?? heir.map { .account($0) }
        owesStandIn = cause == .work ? membership.organisation : nil
    }
}
