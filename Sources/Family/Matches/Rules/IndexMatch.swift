// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A match received from the regional index (*verwijsindex*; Jeugdwet 7.1.2.3): others reported the same young person, too.
///
/// There is no index here. An authorised reporter writes down that they received one, and promises to talk with the others;
/// what came of that talk is kept with it. Why somebody was reported is in no index, and is not asked here.
package struct IndexMatch: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// An authorised reporter of the circle writes it down who reads all about the young person.
        case notYours
        /// The index is about young people under 23.
        case tooOld
        /// Received on a day to come, or longer than a year ago.
        case notThen
        /// Talked on a day to come, or before it was received.
        case notTalkedThen
        case talkedBefore
        /// Told before, or not talked over yet: that comes first.
        case toldBefore
    }

    /// What came of the talk.
    package enum Outcome: String, CaseIterable, Sendable {
        /// Those who reported go on together.
        case together
        /// One of them goes on, the others stop.
        case one
        /// Nothing more is needed.
        case nothing
        /// The others could not be reached.
        case notReached
    }

    /// The age from which nobody is in the index (Jeugdwet 7.1.1.1).
    package static let age = 23

    package let id: ID<IndexMatch>
    package let person: ID<Person>
    package let reporter: ID<Account>
    package let received: Day
    package let made: Moment
    package private(set) var talked: Day?
    /// Whether the young person, or who stands for them, was told of it (Jeugdwet 7.1.5.1).
    package private(set) var isTold: Bool

    package init(
        id: ID<IndexMatch>, person: ID<Person>, reporter: ID<Account>, received: Day, made: Moment, talked: Day? = nil,
        isTold: Bool = false
    ) {
        (self.id, self.person, self.reporter, self.received) = (id, person, reporter, received)
        (self.made, self.talked, self.isTold) = (made, talked, isTold)
    }

    /// One that is written down now.
    ///
    /// - Throws: ``Refusal``
    package static func received(
        _ id: ID<IndexMatch>, about person: ID<Person>, by reader: Reading, isAuthorised: Bool, on day: Day,
        at now: Moment
    ) throws(Refusal) -> IndexMatch {
        guard isAuthorised, reader.mayWorkWithMatches(of: person) else { throw .notYours }
        let birth = reader.persons.first { $0.id == person }?.birth
        guard birth.map({ !$0.isKnown || !$0.isAtLeast(age, on: now.day) }) ?? false else { throw .tooOld }
        guard day <= now.day, now.day - day <= 366 else { throw .notThen }
        return IndexMatch(id: id, person: person, reporter: reader.reader, received: day, made: now)
    }

    /// The match once its reporter talked with the others.
    ///
    /// - Throws: ``Refusal``
    package func talked(
        on day: Day, isTold: Bool, by reader: Reading, isAuthorised: Bool, at now: Moment
    ) throws(Refusal) -> IndexMatch {
        guard isAuthorised, reader.mayWorkWithMatches(of: person), reader.mayRead(self) else { throw .notYours }
        guard talked == nil else { throw .talkedBefore }
        guard received <= day, day <= now.day else { throw .notTalkedThen }
        var match = self
        (match.talked, match.isTold) = (day, isTold)
        return match
    }

    /// The match once the young person, or who stands for them, was told of it after the talk.
    ///
    /// - Throws: ``Refusal``
    package func told(by reader: Reading, isAuthorised: Bool) throws(Refusal) -> IndexMatch {
        guard isAuthorised, reader.mayWorkWithMatches(of: person), reader.mayRead(self) else { throw .notYours }
        guard talked != nil, !isTold else { throw .toldBefore }
        var match = self
        match.isTold = true
        return match
    }
}

extension Reading {
    /// Whether the reader works with matches of somebody: a professional of the circle who reads all about them.
    package func mayWorkWithMatches(of person: ID<Person>) -> Bool {
        membership?.kind == .professional && covered[person]?.share == .all
    }

    /// Those about whom the reader can have received a match.
    package func matched(on day: Day) -> Set<ID<Person>> {
        Set(
            persons.filter {
                mayWorkWithMatches(of: $0.id) && (!$0.birth.isKnown || !$0.birth.isAtLeast(IndexMatch.age, on: day))
            }.map(\.id))
    }

    /// Whether the reader reads who else reported: that is between professionals.
    package func mayReadParties(of match: IndexMatch) -> Bool {
        mayRead(match) && membership?.kind == .professional
    }

    /// Whether the reader may read one: a professional who reads all about the young person; anybody else who does once it
    /// was told.
    package func mayRead(_ match: IndexMatch) -> Bool {
        guard !held.items.contains(ItemName(.match, match.id)), covered[match.person]?.share == .all else {
            return false
        }
        return membership?.kind == .professional || match.isTold
    }
}
