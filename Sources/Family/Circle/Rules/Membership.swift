// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody from outside the household who stands in the circle (*kringlid*): grandmother, coach, or professional.
package struct Membership: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// From the family's own network.
        case relative
        case professional
    }

    package let id: ID<Membership>
    package let account: ID<Account>
    package let kind: Kind
    /// On whose behalf a professional is here.
    package let organisation: ID<Organisation>?
    /// The persons for whom this member was let in.
    package let covers: Set<ID<Person>>
    package let share: Share
    package let term: Period
    /// Ending a membership ends access that moment, whatever its term.
    package let ended: Moment?

    package init(
        id: ID<Membership>, account: ID<Account>, kind: Kind, organisation: ID<Organisation>? = nil,
        covers: Set<ID<Person>>, share: Share, term: Period, ended: Moment? = nil
    ) {
        self.id = id
        self.account = account
        self.kind = kind
        self.organisation = organisation
        self.covers = covers
        self.share = share
        self.term = term
        self.ended = ended
    }

    /// The membership with more persons covered.
    package func covering(_ more: Set<ID<Person>>) -> Membership {
        Membership(
            id: id, account: account, kind: kind, organisation: organisation, covers: covers.union(more), share: share,
            term: term, ended: ended)
    }

    /// The membership as far as it covers these persons.
    package func narrowed(to persons: Set<ID<Person>>) -> Membership {
        Membership(
            id: id, account: account, kind: kind, organisation: organisation, covers: covers.intersection(persons),
            share: share, term: term, ended: ended)
    }

    /// The membership as it is shown to who may not know where the member works.
    package var withoutOrganisation: Membership {
        Membership(
            id: id, account: account, kind: kind, covers: covers, share: share, term: term, ended: ended)
    }

    /// Whether it gives access on a day.
    package func isActive(on day: Day) -> Bool { ended == nil && term.contains(day) }

    /// Whether who works for these organisations may use it: a professional is let in on behalf of one, and reads and
    /// acts by it on no other's.
    package func serves(_ organisations: Set<ID<Organisation>>) -> Bool {
        switch kind {
        case .relative: true
        case .professional: organisation.map(organisations.contains) ?? false
        }
    }
}

/// How much a member may see of what is about the persons they cover.
package enum Share: Int, Comparable, Sendable, CaseIterable {
    /// Who is in the circle; conversations they take part in; what they owe and are owed.
    case contact = 1
    /// Also goals, actions, meetings.
    case plan = 2
    /// Also the timeline, safety and reports released.
    case all = 3

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
