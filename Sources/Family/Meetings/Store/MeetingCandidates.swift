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
    /// Whom the reader could ask: of those they know in the circle who may read about all of them and to whom nothing of what it
    /// is about is denied; the family first.
    package func candidates(
        about persons: Set<ID<Person>>, goals: Set<ID<Goal>> = [], among circle: CircleSight,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> MeetingCandidates {
        let family = circle.persons.compactMap(\.person.account)
        let members = circle.members.filter { $0.membership.ended == nil }
        let relatives = members.filter { $0.membership.kind == .relative }.map(\.membership.account)
        let others = members.filter { $0.membership.kind == .professional }.map(\.membership.account)
        let known = (family + relatives + others).reduce(into: [ID<Account>]()) { all, one in
            if !all.contains(one) { all.append(one) }
        }
        let coming = try Set(
            known.filter { account in
                guard let reading = try reading(of: key.family, by: account, on: key.today, vault) else { return false }
                return reading.mayTakePart(about: persons)
                    && goals.allSatisfy { !reading.held.items.contains(ItemName(.goal, $0)) }
            })
        let mustNotMeet = try mustNotMeet(key)
        let reader = key.reading.reader
        let belongs = WhoBelongs(
            known, besides: reader, mayCome: { coming.contains($0) }, mustNotMeet: mustNotMeet)
        let apart = belongs.everybody.flatMap { one in
            belongs.everybody.filter { $0 != one && mustNotMeet($0, one) }.map { [one, $0] as Set }
        }
        return MeetingCandidates(belongs: belongs, apart: Set(apart))
    }
}
