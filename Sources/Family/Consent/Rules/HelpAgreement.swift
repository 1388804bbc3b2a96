// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What a yes is asked for: to share what is known about somebody, or to help them.
package enum Asked: String, Hashable, Sendable, CaseIterable {
    /// This party may know this (*toestemming om informatie te delen*; Jeugdwet 7.3.11).
    case share
    /// This help may be given (*toestemming voor jeugdhulp*; Jeugdwet 7.3.4).
    case help
    /// The measure that a court ordered, itself.
    case measure
}

extension WhoMustAgree {
    /// Those who must agree to what is asked about a person.
    ///
    /// Help: under 12 everyone who holds authority; from 12 the young person *and* everyone who holds authority
    /// (Jeugdwet 7.3.4 lid 2); from 16 the young person alone (7.3.5 lid 1); whoever can't judge is represented
    /// (7.3.15). The measure itself needs nobody's yes while its order stands; other help does (7.3.4 lid 1).
    package init(
        to asked: Asked, about person: Person, authority: Authority?, ability: Ability = .able,
        order: ProtectionOrder? = nil, on day: Day
    ) {
        let sharing = WhoMustAgree(about: person, authority: authority, ability: ability, on: day)
        switch asked {
        case .share: self = sharing
        case .measure:
            let isOrdered = order?.child == person.id && order?.stands(on: day) == true
            self =
                isOrdered
                ? .notNeeded : .init(to: .help, about: person, authority: authority, ability: ability, on: day)
        case .help:
            guard AgeBand(person.birth, on: day) == .from12, ability == .able else {
                self = sharing
                return
            }
            self = WhoMustAgree(holdersOf: authority).and(person.id)
        }
    }

    private func and(_ person: ID<Person>) -> WhoMustAgree {
        switch self {
        case .all(let others): .all(others.union([person]))
        case .nobody, .notNeeded: self
        }
    }
}

/// Who decides for an adult who can't judge their own interests, in the order of the law (Jeugdwet 7.3.15 lid 2 and 3).
package enum Representative: Int, Hashable, Sendable, CaseIterable {
    /// Curator or mentor, by the court.
    case appointed
    /// By a written proxy (*schriftelijk gemachtigde*).
    case authorised
    case partner
    /// Parent, child, brother or sister.
    case kin

    /// Those who decide: of all who were noted, the ones who come first; a later one only where no earlier one is.
    package static func deciding(_ noted: [ID<Person>: Representative]) -> Set<ID<Person>> {
        guard let first = noted.values.map(\.rawValue).min() else { return [] }
        return Set(noted.filter { $0.value.rawValue == first }.keys)
    }
}
