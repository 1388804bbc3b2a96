// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody of the family does not agree (*niet mee eens?*): a complaint (Jeugdwet 4.2.1), the wish for another
/// worker, or their own words beside what was kept (7.3.8 lid 2).
///
/// Nobody finds a trace of it before it is sent. Then a team lead answers it, never the worker it is about.
package struct Objection: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case complaint, anotherWorker, correction
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Somebody of the family sends it.
        case notYours
        /// No organisation in the circle has anybody who could answer it.
        case nobodyToHear
        case alreadyAnswered
    }

    /// Within how many working days an answer is owed.
    package static let norm = 10

    package let id: ID<Objection>
    package let kind: Kind
    package let writer: ID<Account>
    /// The writer as a person of the family: it lies in their part.
    package let person: ID<Person>
    /// The worker it is about, if it is about one.
    package let about: ID<Account>?
    /// Who answers it.
    package let organisation: ID<Organisation>
    package let promise: ID<Promise>
    package let sent: Moment
    package let answered: Moment?

    package init(
        id: ID<Objection>, kind: Kind, writer: ID<Account>, person: ID<Person>, about: ID<Account>?,
        organisation: ID<Organisation>, promise: ID<Promise>, sent: Moment, answered: Moment? = nil
    ) {
        self.id = id
        self.kind = kind
        self.writer = writer
        self.person = person
        self.about = about
        self.organisation = organisation
        self.promise = promise
        self.sent = sent
        self.answered = answered
    }

    /// Which organisation answers: that of the worker it is about, where somebody else leads; otherwise the first of the
    /// others where somebody leads who is not that worker.
    ///
    /// - Parameters:
    ///   - others: the organisations in the circle, in the order in which they are asked.
    ///   - leads: who leads a team at each, and may know the family.
    /// - Throws: ``Refusal/nobodyToHear``
    package static func hearer(
        about: Membership?, others: [ID<Organisation>], leads: [ID<Organisation>: Set<ID<Account>>]
    ) throws(Refusal) -> ID<Organisation> {
        let asked = [about?.organisation].compactMap(\.self) + others
        let hearer = asked.first { organisation in
            !(leads[organisation] ?? []).subtracting([about?.account].compactMap(\.self)).isEmpty
        }
        guard let hearer else { throw .nobodyToHear }
        return hearer
    }

    /// Whether somebody may read and answer it: a team lead of the organisation that owes the answer.
    ///
    /// Never the worker it is about, nor somebody of the family, nor one from whom anything of it is kept.
    ///
    /// - Parameter work: what the reader does for the organisation on whose behalf they ask.
    package func mayBeAnswered(
        by reader: ID<Account>, standing: Standing, work: [Professional], keptFrom: Set<ID<Account>>
    ) -> Bool {
        guard reader != about, reader != writer, !keptFrom.contains(reader), !standing.held.wholeFamily,
            !standing.held.items.contains(ItemName(.objection, id)),
            !standing.persons.contains(where: { $0.account == reader })
        else { return false }
        return work.contains { $0.organisation == organisation && $0.function == .teamLead }
    }
}

extension Reading {
    /// What the one who answers it reads: who sent it, and what.
    package static func hearing(_ objection: Objection, by hearer: ID<Account>) -> Reading {
        Reading(
            reader: hearer, ownPerson: nil, membership: nil,
            covered: [objection.person: Coverage(share: .contact, ground: .asked)], known: [], persons: [], adults: [],
            held: Standing.Held(), hiddenMembers: [], onBehalfOf: objection.organisation)
    }

    /// Whether the reader can say that they don't agree.
    package var mayObject: Bool { ownPerson != nil }
}
