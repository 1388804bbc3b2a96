// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody agrees with the plan as it was at a moment.
package struct PlanAgreement: Hashable, Sendable {
    /// How it was given.
    package enum How: String, Sendable, CaseIterable {
        case here, spoken, paper
    }

    /// Whose yes it is.
    package enum Party: Hashable, Comparable, Sendable {
        case person(ID<Person>)
        case director(ID<Account>)

        package static func < (one: Self, other: Self) -> Bool { one.text < other.text }

        package var text: String {
            switch self {
            case .person(let id): "p" + id.text
            case .director(let id): "d" + id.text
            }
        }

        /// Reads what ``text`` wrote; nil for anything else.
        package init?(text: String) {
            switch text.first {
            case "p":
                guard let id = ID<Person>(text.dropFirst()) else { return nil }
                self = .person(id)
            case "d":
                guard let id = ID<Account>(text.dropFirst()) else { return nil }
                self = .director(id)
            default: return nil
            }
        }
    }

    package let party: Party
    package let at: Moment
    package let how: How
    package let isYes: Bool
    /// Who wrote it down.
    package let by: ID<Account>

    package init(_ party: Party, isYes: Bool, how: How, by: ID<Account>, at: Moment) {
        self.party = party
        self.at = at
        self.how = how
        self.isYes = isYes
        self.by = by
    }
}

/// Whose yes a plan takes (Jeugdwet 4.1.3 lid 2; the ages of 7.3.4 and 7.3.5).
///
/// Under 12 everyone with authority, from 12 the young person and everyone with authority, from 16 the young person alone;
/// an adult it is about; and who directs. Of a child in a foster family also the foster parents, who are heard on the plan
/// and agree with their part of it (lid 3 and 6).
package enum WhoAgreesToPlan {
    /// - Parameter persons: those whom its goals are about, as far as the reader may know them.
    package static func parties(
        for persons: [Person], authorities: [Authority], ties: [Tie] = [], director: ID<Account>?, on day: Day
    ) -> Set<PlanAgreement.Party> {
        var parties: Set<ID<Person>> = []
        for person in persons {
            let holders = authorities.first { $0.child == person.id }?.holders ?? []
            switch AgeBand(person.birth, on: day) {
            case .under12: parties.formUnion(holders)
            case .from12: parties.formUnion(holders.union([person.id]))
            case .from16, .adult: parties.insert(person.id)
            }
            guard AgeBand(person.birth, on: day) < .adult else { continue }
            parties.formUnion(ties.filter { $0.kind == .fosterParent && $0.other == person.id }.map(\.person))
        }
        let accounts = Dictionary(persons.compactMap { person in person.account.map { ($0, person.id) } }) { one, _ in
            one
        }
        let directs: PlanAgreement.Party? = director.map { accounts[$0].map { .person($0) } ?? .director($0) }
        return Set(parties.map { .person($0) } + (directs.map { [$0] } ?? []))
    }
}

extension Reading {
    /// Whether the reader may write down this yes or no: their own; of somebody else, a professional who plans, as it was
    /// said or signed.
    package func mayRecord(_ party: PlanAgreement.Party, _ how: PlanAgreement.How) -> Bool {
        switch (party, how) {
        case (.person(let person), .here): ownPerson == person
        case (.director(let account), .here): account == reader
        case (.person, .spoken), (.person, .paper): membership?.kind == .professional && mayPlan
        case (.director, _): false
        }
    }
}
