// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What was agreed to a helper, as it goes along to the colleague who takes over all they do (Jeugdwet 7.3.11 lid 2 a).
///
/// A colleague of the same organisation reads what the one before read, about those persons, so far and until that day: no
/// more, and by the same yes. For anybody else the family is asked, as for everybody.
package struct HandoverRights: Hashable, Sendable {
    /// By which the colleague is in the circle from then on.
    package let membership: Membership

    /// nil where nothing goes along: another organisation, or a colleague who reads all of it already.
    ///
    /// Who only stands in is in the circle by it, and yet what was agreed goes along: the family takes back what it agreed
    /// to, and nobody agreed to who stands in.
    ///
    /// - Parameters:
    ///   - left: the membership of who hands over.
    ///   - own: by which the one who takes over is in the circle already.
    ///   - standIns: those of them by which they only stand in for somebody.
    package init?(
        of left: Membership, to next: ID<Account>, having own: [Membership], standIns: Set<ID<Membership>> = [],
        as id: ID<Membership>, from today: Day
    ) {
        let agreed = own.filter { !standIns.contains($0.id) }
        guard left.isActive(on: today), left.account != next, let organisation = left.organisation,
            own.contains(where: { $0.organisation == organisation && $0.isActive(on: today) }), !left.covers.isEmpty,
            !agreed.contains(where: { $0.organisation == organisation && $0.isActive(on: today) && $0.carries(left) })
        else { return nil }
        membership = Membership(
            id: id, account: next, kind: .professional, organisation: organisation, covers: left.covers,
            share: left.share, term: Period(from: today, until: left.term.until))
    }
}

extension Membership {
    /// Whether it lets in to all that another one does, as long.
    fileprivate func carries(_ other: Membership) -> Bool {
        guard share >= other.share, covers.isSuperset(of: other.covers) else { return false }
        guard let until = term.until else { return true }
        return other.term.until.map { $0 <= until } ?? false
    }
}
