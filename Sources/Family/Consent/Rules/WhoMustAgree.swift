// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Who must say yes before somebody is let in for a person, or may know something about them (*toestemming*).
///
/// The column "share" of the table of consents: under 12 everyone who holds authority; from 12 the young person alone,
/// when able to judge their own interests; an adult about themself (Jeugdwet 7.3.4, 7.3.5, 7.3.11, 7.3.15). An
/// incomplete date of birth counts as the latest day it can be.
package enum WhoMustAgree: Hashable, Sendable {
    /// Each of these, of whom there is at least one.
    case all(Set<ID<Person>>)
    /// Nobody may be assumed to decide: it stops here.
    case nobody(Reason)
    /// What a court ordered is not asked (Jeugdwet 7.3.4 lid 1).
    case notNeeded

    /// Why nobody may be assumed to decide.
    package enum Reason: Hashable, Sendable, CaseIterable {
        case authorityAbsent, authorityUndeterminable, authorityUnderInvestigation, authorityNotNoted
        /// A guardian, a parent or a third party who is nobody of the family here holds it, or shares it.
        case authorityElsewhere
        /// An adult who can't judge, for whom nobody was noted as deciding.
        case noRepresentative
    }

    /// Whether somebody can judge their own interests, as a professional recorded it.
    package enum Ability: Hashable, Sendable {
        case able
        /// For an adult with those who decide: curator or mentor, else proxy, else next of kin (7.3.15 lid 2).
        case notAble(representatives: Set<ID<Person>>)
    }

    /// Those who must agree to sharing what is about a person.
    package init(about person: Person, authority: Authority?, ability: Ability = .able, on day: Day) {
        switch (AgeBand(person.birth, on: day), ability) {
        case (.adult, .notAble(let representatives)):
            self = representatives.isEmpty ? .nobody(.noRepresentative) : .all(representatives)
        case (.from12, .able), (.from16, .able), (.adult, .able): self = .all([person.id])
        case (.under12, _), (.from12, .notAble), (.from16, .notAble): self.init(holdersOf: authority)
        }
    }

    /// Those who hold authority, all of them.
    package init(holdersOf authority: Authority?) {
        guard let authority else {
            self = .nobody(.authorityNotNoted)
            return
        }
        // Nobody holds authority over themself: where that was noted, it can't be told who does.
        guard !authority.holders.contains(authority.child) else {
            self = .nobody(.authorityUndeterminable)
            return
        }
        let isComplete = authority.holders.count >= authority.kind.fewestHolders
        self =
            switch authority.kind {
            case .temporarilyNone: .nobody(.authorityAbsent)
            case .undeterminable: .nobody(.authorityUndeterminable)
            case _ where authority.isUnderInvestigation: .nobody(.authorityUnderInvestigation)
            case .jointByParents, .byOneParent, .jointWithThirdParty, .guardianship:
                isComplete ? .all(authority.holders) : .nobody(.authorityElsewhere)
            }
    }

    /// Those who must say yes; nobody where it stops.
    package var persons: Set<ID<Person>> {
        switch self {
        case .all(let persons): persons
        case .nobody, .notNeeded: []
        }
    }
}

extension Authority.Kind {
    /// With fewer noted, somebody outside the family holds it, too.
    fileprivate var fewestHolders: Int {
        switch self {
        case .jointByParents, .jointWithThirdParty: 2
        case .byOneParent, .guardianship, .temporarilyNone, .undeterminable: 1
        }
    }
}
