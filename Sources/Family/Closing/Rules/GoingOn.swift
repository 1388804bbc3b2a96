// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// From 18 the circle around somebody goes on or ends as they choose themself (BW 1:233; Jeugdwet 7.3.4, 7.3.5).
///
/// Whoever came in before was let in by others. Each stays or leaves for this person alone; who is there for brothers and
/// sisters, too, stays for them.
package struct GoingOn: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// Nobody decides it for somebody else, nor before their birthday.
        case notYours
        /// Somebody came or left since the page was shown.
        case changed
    }

    package let stays: Set<ID<Membership>>
    package let leaves: Set<ID<Membership>>

    /// - Parameters:
    ///   - shown: the members whom the page showed.
    ///   - members: the members who came in before the birthday.
    /// - Throws: ``Refusal``
    package init(
        _ stays: Set<ID<Membership>>, shown: Set<ID<Membership>>, of members: Set<ID<Membership>>
    ) throws(Refusal) {
        guard !members.isEmpty else { throw .notYours }
        guard shown == members, stays.isSubset(of: members) else { throw .changed }
        self.stays = stays
        leaves = members.subtracting(stays)
    }

    /// The birthday from which the circle is somebody's own; nil before it, and where no date is known.
    package static func birthday(of birth: BirthDate, on day: Day) -> Birthday? {
        Birthday.last(of: birth, on: day).flatMap { $0.age == .eighteen ? $0 : nil }
    }

    /// Whether somebody chooses about a member: one who covers them, and came in before the birthday.
    package static func isChosen(_ membership: Membership, by person: ID<Person>, since birthday: Birthday) -> Bool {
        membership.ended == nil && membership.covers.contains(person) && membership.term.from < birthday.day
    }
}
