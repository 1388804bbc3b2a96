// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What one professional decides and another confirms or not (*tweede professional*).
///
/// A decision that goes against what somebody may know, or that needs no consent, is never one person's. Who is asked
/// is another professional of the circle, or a team lead of the organisation on whose behalf the first one works.
package struct SecondProfessional: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// The second professional must be another one.
        case secondIsFirst
        /// Nobody of the circle's professionals, nor a team lead of the same organisation.
        case notPossible
        /// Somebody else was asked.
        case notYoursToAnswer
        case answeredBefore
    }

    package enum Answer: String, Sendable, CaseIterable {
        case yes, no
    }

    package struct Given: Hashable, Sendable {
        package let answer: Answer
        package let by: ID<Account>
        package let at: Moment

        package init(_ answer: Answer, by: ID<Account>, at: Moment) {
            self.answer = answer
            self.by = by
            self.at = at
        }
    }

    package let id: ID<SecondProfessional>
    /// What is decided, by kind and identifier.
    package let subject: Promise.Subject
    package let first: ID<Account>
    /// A professional of the circle, or the team leads of an organisation, of whom one answers.
    package let asked: Promise.Owner
    package let made: Moment
    package private(set) var given: Given?

    /// One as it was written down.
    package init(
        id: ID<SecondProfessional>, subject: Promise.Subject, first: ID<Account>, asked: Promise.Owner, made: Moment,
        given: Given?
    ) {
        self.id = id
        self.subject = subject
        self.first = first
        self.asked = asked
        self.made = made
        self.given = given
    }

    /// One who is asked now.
    ///
    /// - Parameter candidates: who can be asked.
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<SecondProfessional>, asking asked: Promise.Owner, about subject: Promise.Subject,
        by first: ID<Account>, among candidates: Set<Promise.Owner>, at now: Moment
    ) throws(Refusal) {
        guard asked != .account(first) else { throw .secondIsFirst }
        guard candidates.contains(asked) else { throw .notPossible }
        self.init(id: id, subject: subject, first: first, asked: asked, made: now, given: nil)
    }

    package var isOpen: Bool { given == nil }

    /// What was decided once the second professional answered.
    ///
    /// - Parameter led: the organisation whose people the one who answers leads.
    /// - Throws: ``Refusal``
    package func answered(
        _ answer: Answer, by who: ID<Account>, leading led: ID<Organisation>?, at now: Moment
    ) throws(Refusal) -> SecondProfessional {
        guard who != first else { throw .secondIsFirst }
        guard isAsked(who, leading: led) else { throw .notYoursToAnswer }
        guard isOpen else { throw .answeredBefore }
        var decided = self
        decided.given = Given(answer, by: who, at: now)
        return decided
    }

    /// Whether somebody is the one who was asked.
    package func isAsked(_ who: ID<Account>, leading led: ID<Organisation>?) -> Bool {
        switch asked {
        case .account(let account): account == who
        case .organisation(let organisation): organisation == led && who != first
        }
    }
}

extension SecondProfessional {
    /// Who can be asked: the other professionals of the circle who are there for one of the persons, and the team leads of
    /// the first one's organisation.
    ///
    /// - Parameters:
    ///   - persons: whom it is about; nobody in particular where it is about the whole family.
    ///   - leads: the team leads of that organisation.
    ///   - keptOut: who is of the family, or from whom anything of it is kept.
    package static func candidates(
        besides first: ID<Account>, about persons: Set<ID<Person>>, among members: some Sequence<Membership>,
        leads: [ID<Organisation>: Set<ID<Account>>], keptOut: Set<ID<Account>>, on day: Day
    ) -> Set<Promise.Owner> {
        let colleagues = members.filter {
            $0.kind == .professional && $0.isActive(on: day) && $0.account != first && !keptOut.contains($0.account)
                && (persons.isEmpty || !persons.isDisjoint(with: $0.covers))
        }
        let led = leads.filter { !$0.value.subtracting(keptOut).subtracting([first]).isEmpty }.keys
        return Set(colleagues.map { .account($0.account) }).union(led.map { .organisation($0) })
    }
}

extension Reading {
    /// Whether the reader takes decisions that a second professional confirms: a professional of the circle.
    package var decidesWithSecond: Bool {
        ownPerson == nil && (membership?.kind == .professional || ground == .second)
    }

    /// What is read with who decides as a second professional, or as team lead: what is asked, which lies in one part.
    package static func deciding(
        _ reader: ID<Account>, about persons: Set<ID<Person>>, onBehalfOf organisation: ID<Organisation>?
    ) -> Reading {
        let coverage = Coverage(share: .contact, ground: .second)
        return Reading(
            reader: reader, ownPerson: nil, membership: nil,
            covered: Dictionary(uniqueKeysWithValues: persons.map { ($0, coverage) }), known: [], persons: [],
            adults: [], held: Standing.Held(), hiddenMembers: [], onBehalfOf: organisation)
    }
}
