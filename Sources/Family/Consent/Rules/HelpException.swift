// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Why help is given though a yes to it is missing; a professional decides so, and it is written down why.
package enum HelpException: String, Hashable, Sendable, CaseIterable {
    /// Clearly needed to avert serious harm, from 12 until 16 with the young person's own yes (Jeugdwet 7.3.4 lid 2 a).
    case seriousHarm
    /// The young person, refused by a parent, keeps wanting it, well considered (Jeugdwet 7.3.4 lid 2 b).
    case persists
    /// There is no time to ask, and waiting harms (Jeugdwet 7.3.16 lid 1).
    case urgentNeed

    /// Whether it can be decided on: from 12 until 16 the parents' yes is done without and never the young person's own;
    /// an urgent need asks nobody.
    func isOpen(to consent: Consent, about person: ID<Person>, _ band: AgeBand, _ mustAgree: WhoMustAgree) -> Bool {
        let said = consent.latest(about: person)
        let isWanted = said[person]?.answer == .yes
        let isRefused = said.contains { $0.key != person && $0.value.answer == .no }
        // Where the young person can't judge, nobody asked them, and the exceptions for who can are not theirs.
        let isAsked = mustAgree.persons.isEmpty || mustAgree.persons.contains(person)
        return switch self {
        case .seriousHarm: band == .from12 && isWanted && isAsked
        case .persists: band == .from12 && isWanted && isRefused && isAsked
        case .urgentNeed: !isRefusedByThemself(said, person, band)
        }
    }

    private func isRefusedByThemself(
        _ said: [ID<Person>: Consent.Given], _ person: ID<Person>, _ band: AgeBand
    ) -> Bool {
        band >= .from16 && said[person]?.answer == .no
    }
}
