// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a parent with authority does not read about a child, as a good professional would refuse it (Jeugdwet 7.3.11
/// lid 3, 7.3.15 lid 4): why, by whom, confirmed by a second professional.
///
/// It counts once it is confirmed, and until a professional ends it. It takes the parent's reading and nothing else: whoever
/// must agree still must. From 16 a parent reads by the young person's yes alone; while the refusal counts that yes gives
/// nothing, whichever came first, so that nobody is pressed into it.
package struct ReadingRefusal: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// A professional of the circle decides it who plans with the child.
        case notYours
        /// Only who holds authority over a child under 16 reads by a right that can be refused.
        case noRight
        /// It was decided, or ended, before.
        case over
    }

    package let id: ID<ReadingRefusal>
    package let child: ID<Person>
    package let parent: ID<Person>
    package let by: ID<Account>
    package let made: Moment
    package private(set) var second: ID<Account>?
    package private(set) var ended: Moment?

    package init(
        id: ID<ReadingRefusal>, child: ID<Person>, parent: ID<Person>, by: ID<Account>, made: Moment,
        second: ID<Account>? = nil, ended: Moment? = nil
    ) {
        (self.id, self.child, self.parent, self.by) = (id, child, parent, by)
        (self.made, self.second, self.ended) = (made, second, ended)
    }

    /// One that is proposed now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<ReadingRefusal>, of child: ID<Person>, to parent: ID<Person>, authority: Authority?,
        by reader: Reading, at now: Moment
    ) throws(Refusal) {
        guard reader.mayHandCard(to: child) else { throw .notYours }
        let birth = reader.persons.first { $0.id == child }?.birth
        guard birth.map({ AgeBand($0, on: now.day) < .from16 }) ?? false, authority?.child == child,
            authority?.isHeld(by: parent) == true
        else { throw .noRight }
        self.init(id: id, child: child, parent: parent, by: reader.reader, made: now)
    }

    /// Whether the parent does not read by it.
    package var counts: Bool { second != nil && ended == nil }

    /// The refusal once a second professional answered: their yes takes the parent's reading, their no ends it.
    ///
    /// - Throws: ``Refusal/over``
    package func decided(with professional: SecondProfessional) throws(Refusal) -> ReadingRefusal {
        guard let given = professional.given else { return self }
        guard second == nil, ended == nil else { throw .over }
        var decided = self
        switch given.answer {
        case .yes: decided.second = given.by
        case .no: decided.ended = given.at
        }
        return decided
    }

    /// The refusal once a professional who plans with the child ended it: the parent reads again.
    ///
    /// - Throws: ``Refusal``
    package func ended(by reader: Reading, at now: Moment) throws(Refusal) -> ReadingRefusal {
        guard reader.mayHandCard(to: child) else { throw .notYours }
        guard ended == nil else { throw .over }
        var over = self
        over.ended = now
        return over
    }
}
