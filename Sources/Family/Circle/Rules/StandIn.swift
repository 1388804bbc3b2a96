// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A colleague who does somebody's work for a family for a while (*vervanger*; Jeugdwet 7.3.11 lid 2 a).
///
/// Named by a team lead of the organisation that was let in, for those and as far as the one before; the family sees who.
package struct StandIn: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// The colleague does not work there, is of the family, or may not meet it.
        case notPossible
        /// The last day lies before tomorrow, or later than somebody stands in without being asked for.
        case termTooLong
    }

    /// Within how many working days somebody is named.
    package static let norm = 2

    /// How many days somebody stands in at most: then the family is asked, as for everybody.
    package static let longest = 42

    package let membership: Membership

    /// Who stands in by what a team lead arranged for all families at once (``Absence``).
    package init(
        for left: Membership, as id: ID<Membership>, by colleague: ID<Account>, from today: Day, until: Day
    ) {
        membership = Membership(
            id: id, account: colleague, kind: .professional, organisation: left.organisation, covers: left.covers,
            share: left.share, term: Period(from: today, until: until))
    }

    /// - Parameters:
    ///   - left: the membership of the one before.
    ///   - colleagues: who may be named: works for the organisation, and nothing of the family is kept from them.
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<Membership>, for left: Membership, by colleague: ID<Account>, among colleagues: Set<ID<Account>>,
        from today: Day, until: Day
    ) throws(Refusal) {
        guard colleagues.contains(colleague), colleague != left.account, left.organisation != nil
        else { throw .notPossible }
        guard today < until, until - today <= Self.longest else { throw .termTooLong }
        self.init(for: left, as: id, by: colleague, from: today, until: until)
    }
}

extension StandIn {
    /// Whether somebody names who stands in: a team lead of the organisation that owes it, from whom nothing of the
    /// family is kept.
    ///
    /// - Parameter work: what the reader does for the organisation on whose behalf they ask.
    package static func mayBeNamed(
        by reader: ID<Account>, _ promise: Promise, work: [Professional], keptFrom: Set<ID<Account>>
    ) -> Bool {
        guard promise.kind == .nameStandIn, promise.isOpen, case .organisation(let owing) = promise.owner else {
            return false
        }
        return !keptFrom.contains(reader)
            && work.contains { $0.organisation == owing && $0.function == .teamLead }
    }
}

extension ID<Membership> {
    /// What is promised about it: that somebody stands in.
    package var standIn: Promise.Subject { Promise.Subject(kind: "standIn", id: text) }
}
