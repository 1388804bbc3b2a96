// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What is owed about a proposal of help, by how it stands.
package struct ProposalDebts: Hashable, Sendable {
    /// Of the family, those who owe an answer and sign in.
    package let answers: Set<ID<Person>>
    /// The professionals who owe advice.
    package let advice: Set<ID<Account>>
    /// Somebody must be asked in a talk.
    package let isAsked: Bool
    /// What came of it must be written down.
    package let isConcluded: Bool

    /// - Parameters:
    ///   - signing: those of the family who find the question when they sign in.
    ///   - outside: those who are asked in a talk.
    ///   - advisers: the professionals who plan with them, besides who proposed it.
    package init(
        of proposal: HelpProposal, _ mustAgree: WhoMustAgree, signing: Set<ID<Person>>, outside: Set<ID<Person>>,
        advisers: Set<ID<Account>>
    ) {
        guard proposal.isOpen else {
            (answers, advice, isAsked, isConcluded) = ([], [], false, false)
            return
        }
        let said = proposal.latest
        let missing = mustAgree.persons.filter { said[.person($0)] == nil }
        answers = missing.intersection(signing)
        advice = advisers.filter { said[.adviser($0)] == nil }
        isAsked = !missing.isDisjoint(with: outside)
        isConcluded =
            switch proposal.standing(mustAgree) {
            case .agreed, .refused: true
            case .waits, .stopped, .over: false
            }
    }
}
