// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody asks to look into what is kept about them, or for a copy of it (*inzage*, *afschrift*; Jeugdwet 7.3.10,
/// AVG 15): answered within four weeks, and limited only by somebody else's privacy.
package struct Inspection: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// It is asked by who decides about the person's own record; answered by who plans with them.
        case notYours
        /// What is left out is told, with why.
        case reasonMissing
        case over
    }

    package enum Kind: String, Sendable, CaseIterable {
        case look, copy
    }

    package enum Outcome: String, Sendable, CaseIterable {
        /// All of it was given.
        case all
        /// Without what would harm somebody else's privacy.
        case part
    }

    package struct Answer: Hashable, Sendable {
        package let outcome: Outcome
        package let by: ID<Account>
        package let at: Moment

        package init(_ outcome: Outcome, by: ID<Account>, at: Moment) {
            (self.outcome, self.by, self.at) = (outcome, by, at)
        }
    }

    /// Within how many days it is answered.
    package static let term = 28

    package let id: ID<Inspection>
    package let kind: Kind
    package let person: ID<Person>
    /// Who asks, of the family.
    package let asker: ID<Person>
    package let made: Moment
    package private(set) var answer: Answer?

    package init(
        id: ID<Inspection>, kind: Kind, person: ID<Person>, asker: ID<Person>, made: Moment, answer: Answer? = nil
    ) {
        (self.id, self.kind, self.person) = (id, kind, person)
        (self.asker, self.made, self.answer) = (asker, made, answer)
    }

    /// One that is asked now, by each who decides about sharing what is about the person.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<Inspection>, _ kind: Kind, of person: ID<Person>, by reader: Reading, _ mustAgree: WhoMustAgree,
        at now: Moment
    ) throws(Refusal) {
        guard let own = reader.ownPerson, mustAgree.persons.contains(own), reader.covered[person] != nil else {
            throw .notYours
        }
        self.init(id: id, kind: kind, person: person, asker: own, made: now)
    }

    package var due: Day { made.day + Self.term }

    /// Once it was given.
    ///
    /// - Throws: ``Refusal``
    package func answered(
        _ outcome: Outcome, saysWhy: Bool, by reader: Reading, at now: Moment
    ) throws(Refusal) -> Inspection {
        guard reader.mayHandCard(to: person) else { throw .notYours }
        guard outcome == .all || saysWhy else { throw .reasonMissing }
        guard answer == nil else { throw .over }
        var answered = self
        answered.answer = Answer(outcome, by: reader.reader, at: now)
        return answered
    }
}

extension Reading {
    /// Whether the reader knows of it: who asked, and professionals who plan with the person.
    package func maySee(_ inspection: Inspection) -> Bool {
        ownPerson == inspection.asker || mayHandCard(to: inspection.person)
    }
}
