// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How people and parties are called on the pages about consent.
struct ConsentNames {
    let circle: CircleSight
    let reading: Reading
    let language: Language

    func person(_ id: ID<Person>) -> String {
        circle.name(of: id).map(CircleNames.firstName) ?? language.invitations.somebody
    }

    func persons(_ ids: some Sequence<ID<Person>>) -> String { language.list(ids.map(person).sorted()) }

    func account(_ id: ID<Account>) -> String {
        CircleNames(circle: circle, reading: reading, language: language).name(id)
    }

    /// With whom it is: a member as the circle knows them, another party as it was written down.
    func party(_ kept: KeptConsent) -> String {
        guard let membership = kept.consent.membership else { return kept.letter?.party ?? language.circle.erased }
        guard let face = circle.members.first(where: { $0.membership.id == membership })?.face else {
            return language.invitations.somebody
        }
        return [face.name, face.function].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// What they may know, or which help it is.
    func what(_ kept: KeptConsent) -> String {
        if let share = kept.consent.share { return language.invitations.share(share).label }
        return kept.letter?.what ?? language.circle.erased
    }

    func until(_ day: Day?) -> String { day.map(language.dateInside) ?? language.consent.noEnd }

    /// How it stands for a person, with who said so.
    func state(_ kept: KeptConsent, for person: ID<Person>, at now: Moment) -> String {
        let outcome = kept.outcome(for: person, at: now)
        return language.consent.outcome(outcome, persons(who(outcome, kept, person)))
    }

    private func who(_ outcome: Consent.Outcome, _ kept: KeptConsent, _ person: ID<Person>) -> [ID<Person>] {
        switch outcome {
        case .waits(let others), .refused(let others): others.sorted()
        case .agreed:
            kept.consent.latest(about: person).filter { $0.value.answer == .yes }.keys.sorted()
        case .decided, .notNeeded, .past, .ended, .unanswered, .stopped: []
        }
    }
}
