// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Why nobody can be asked in this way.
package enum ConsentRefusal: Refusal {
    case forNobody
    /// Somebody asks only for whom they read about themselves, for their child, or for whom they plan.
    case notYoursToAsk
    /// Nobody may be assumed to decide for this person.
    case nobodyDecides(ID<Person>, WhoMustAgree.Reason)
    /// The last day lies before tomorrow, or later than a year from now.
    case termIsWrong
}

extension Consent {
    /// How many days what is shared stands at most; then it is asked again, together, when the plan is evaluated.
    package static let longest = 366

    /// A consent as it is asked: who asks and must agree has thereby said yes.
    ///
    /// - Throws: ``ConsentRefusal``
    package func asked(
        by reader: Reading, _ mustAgree: [ID<Person>: WhoMustAgree]
    ) throws(ConsentRefusal) -> Consent {
        guard !persons.isEmpty else { throw .forNobody }
        guard reader.mayInvite(for: persons, on: made.day) else { throw .notYoursToAsk }
        guard isTermRight else { throw .termIsWrong }
        var asked = self
        for person in persons.sorted() {
            let who = mustAgree[person] ?? .nobody(.authorityNotNoted)
            if case .nobody(let reason) = who { throw .nobodyDecides(person, reason) }
            guard let own = reader.ownPerson, who.persons.contains(own) else { continue }
            do throws(Refusal) {
                asked = try asked.answered(Given(about: person, by: own, .yes, at: made), who, at: made)
            } catch { throw .notYoursToAsk }
        }
        return asked
    }

    /// What is shared ends within a year, and help may go on.
    private var isTermRight: Bool {
        guard let until else { return asked != .share }
        return made.day < until && (asked != .share || until - made.day <= Self.longest)
    }
}

extension Reading {
    /// Whether the reader may know of a consent: who asked; the one it is about, from 12; who must agree, or said so;
    /// the member it lets in; and professionals who plan with all it is about.
    ///
    /// What a young person from 12 decides alone to share is not a parent's to see, unless they were asked.
    package func maySee(
        _ consent: Consent, _ mustAgree: [ID<Person>: WhoMustAgree], apart: Set<ID<Account>> = [], on day: Day
    ) -> Bool {
        if consent.by == reader { return true }
        guard !apart.contains(reader), consent.membership.map({ !isHidden($0) }) ?? true else { return false }
        guard !held.items.contains(ItemName(.consent, consent.id)) else { return false }
        if let membership, consent.membership == membership.id { return true }
        if let own = ownPerson {
            // What they answered before stays theirs to read, until it is for somebody who came of age to answer.
            let isOthers = consent.persons.contains { $0 != own && (answersFor.contains($0) || adults.contains($0)) }
            return consent.persons.contains(own) && isOfAge(own, on: day)
                || !isOthers && consent.given.contains { $0.by == own }
                || mustAgree.contains { consent.persons.contains($0.key) && $0.value.persons.contains(own) }
        }
        return membership?.kind == .professional
            && consent.persons.allSatisfy { covered[$0].map { $0.share >= .plan } ?? false }
    }

    private func isOfAge(_ own: ID<Person>, on day: Day) -> Bool {
        persons.first { $0.id == own }?.birth.isAtLeast(12, on: day) == true
    }
}
