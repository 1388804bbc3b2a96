// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Reading {
    /// What somebody reads in a family they are starting: all of it, until the start is done.
    package static func founding(by starter: ID<Account>, persons: Set<ID<Person>>) -> Reading {
        let coverage = Coverage(share: .all, ground: .membership)
        return Reading(
            reader: starter, ownPerson: nil, membership: nil,
            covered: Dictionary(uniqueKeysWithValues: persons.map { ($0, coverage) }), known: [], persons: [],
            adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: nil)
    }

    /// What somebody reads who was invited: the invitation, and at the moment they accept it, about those for whom
    /// all agreed.
    package static func invited(
        _ reader: ID<Account>, to agreed: [ID<Person>: Share], onBehalfOf organisation: ID<Organisation>? = nil
    ) -> Reading {
        Reading(
            reader: reader, ownPerson: nil, membership: nil,
            covered: agreed.mapValues { Coverage(share: $0, ground: .invitation) }, known: [], persons: [],
            adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: organisation)
    }
}

extension Reading {
    /// What is written with when the other side answers a referral: about the young person, read by nobody.
    package static func answering(_ referral: Referral, by worker: Worker) -> Reading {
        let coverage = Coverage(share: .contact, ground: .asked)
        return Reading(
            reader: worker.account, ownPerson: nil, membership: nil, covered: [referral.person: coverage], known: [],
            persons: [], adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: worker.organisation)
    }

    /// What a team lead writes with who names a stand-in: about those whom the one before covered.
    package static func standingIn(for left: Membership, namedBy lead: ID<Account>) -> Reading {
        let coverage = Coverage(share: left.share, ground: .teamLead)
        return Reading(
            reader: lead, ownPerson: nil, membership: nil,
            covered: Dictionary(uniqueKeysWithValues: left.covers.map { ($0, coverage) }), known: [], persons: [],
            adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: left.organisation)
    }

    /// What is written with when a member leaves whom nobody lets out: about those they covered, read by nobody.
    package static func leaving(_ membership: Membership) -> Reading {
        let coverage = Coverage(share: .contact, ground: .membership)
        return Reading(
            reader: membership.account, ownPerson: nil, membership: membership,
            covered: Dictionary(uniqueKeysWithValues: membership.covers.map { ($0, coverage) }), known: [], persons: [],
            adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: membership.organisation)
    }
}
