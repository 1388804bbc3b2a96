// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// Whom somebody could ask to a meeting about some persons, of those they know.
package struct MeetingCandidates: Hashable, Sendable {
    package let belongs: WhoBelongs
    private let apart: Set<Set<ID<Account>>>

    init(belongs: WhoBelongs, apart: Set<Set<ID<Account>>>) {
        self.belongs = belongs
        self.apart = apart
    }

    /// Those who belong there, were not asked, and could meet all who were.
    package func missing(asking invited: Set<ID<Account>>) -> [ID<Account>] {
        belongs.missing(asking: invited) { apart.contains([$0, $1]) }
    }
}

extension Connection {
    /// Whom the reader could ask, the family first.
    ///
    /// For a professional those they know in the circle who may read about all of them, and to whom nothing of what it is
    /// about is denied. For anybody else all whom they know there: who is left out would tell what is kept from whom.
    package func candidates(
        about persons: Set<ID<Person>>, goals: Set<ID<Goal>> = [], among circle: CircleSight,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> MeetingCandidates {
        let known = circle.accountsInOrder
        let reader = key.reading.reader
        guard key.reading.decidesWithSecond else {
            let seen = circle.accounts(of: persons, besides: key.reading.adults)
            return MeetingCandidates(
                belongs: WhoBelongs(knowing: known, besides: reader, expected: seen.contains), apart: [])
        }
        let coming = try readings(of: Set(known), key, vault).filter { _, reading in
            reading.mayTakePart(about: persons)
                && goals.allSatisfy { !reading.held.items.contains(ItemName(.goal, $0)) }
        }
        let mustNotMeet = try mustNotMeet(key)
        let belongs = WhoBelongs(
            known, besides: reader, mayCome: { coming[$0] != nil }, mustNotMeet: mustNotMeet)
        let apart = belongs.everybody.flatMap { one in
            belongs.everybody.filter { $0 != one && mustNotMeet($0, one) }.map { [one, $0] as Set }
        }
        return MeetingCandidates(belongs: belongs, apart: Set(apart))
    }

    /// What each of some accounts may read; nothing is looked up for who never stood in the circle.
    func readings(
        of accounts: Set<ID<Account>>, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> [ID<Account>: Reading] {
        let around = Set(
            try rows(
                """
                SELECT account_id FROM person WHERE family_id = \(key.family) AND account_id IS NOT NULL
                UNION SELECT account_id FROM membership WHERE family_id = \(key.family) ORDER BY 1
                """
            ) { $0.id(0, Account.self) })
        var readings: [ID<Account>: Reading] = [:]
        for account in accounts.intersection(around).sorted() {
            readings[account] = try reading(of: key.family, by: account, on: key.today, vault)
        }
        return readings
    }
}

extension CircleSight {
    fileprivate var membersNow: [Membership] { members.map(\.membership).filter { $0.ended == nil } }

    /// All who stand in it now: the family first, then its own network, then professionals.
    fileprivate var accountsInOrder: [ID<Account>] {
        let family = persons.compactMap(\.person.account)
        let others = [Membership.Kind.relative, .professional].flatMap { kind in
            membersNow.filter { $0.kind == kind }.map(\.account)
        }
        return (family + others).reduce(into: []) { all, one in
            if !all.contains(one) { all.append(one) }
        }
    }

    /// Who has to do with all of some persons, by what is seen of the circle: those it is about, the adults of the family,
    /// and whoever is there for each of them.
    fileprivate func accounts(of about: Set<ID<Person>>, besides adults: Set<ID<Person>>) -> Set<ID<Account>> {
        let own = persons.map(\.person).filter { about.contains($0.id) || adults.contains($0.id) }
        return Set(own.compactMap(\.account))
            .union(membersNow.filter { about.isSubset(of: $0.covers) }.map(\.account))
    }
}
