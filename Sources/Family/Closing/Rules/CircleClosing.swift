// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A circle ends: who directs begins it, everybody is asked two questions, and then it is closed.
///
/// Whether the family goes on without help, and a grade for how it went. What somebody answered is kept nowhere beside
/// their name: it becomes a fact without a person.
package struct CircleClosing: Hashable, Sendable {
    /// How far the family goes on without help (*verder zonder hulp*).
    package enum Further: String, Sendable, CaseIterable {
        case fully, mostly, partly, not

        /// Whether it counts as going on without help (NJi outcome 3.1).
        package var counts: Bool { self == .fully || self == .mostly }
    }

    /// What somebody answered.
    package struct Answer: Hashable, Sendable {
        package let further: Further
        /// 1 to 10.
        package let grade: Int

        /// - Throws: ``Refusal/noGrade``
        package init(_ further: Further, grade: Int) throws(Refusal) {
            guard (1...10).contains(grade) else { throw .noGrade }
            self.further = further
            self.grade = grade
        }
    }

    package enum Refusal: Kernel.Refusal {
        /// Only who directs begins it, stops it, and closes.
        case notYours
        /// It runs already, or not any more.
        case changed
        case noGrade
        /// Somebody may still answer.
        case notAnswered
        /// Safety is still directed: then a circle does not end.
        case safety
        /// Nobody of the family is there to have direction.
        case nobodyDirects
    }

    /// For how long everybody can answer.
    package static let term = 30

    package let id: ID<CircleClosing>
    package let by: ID<Account>
    package let started: Moment
    package let due: Day
    package private(set) var closed: Moment?

    package init(id: ID<CircleClosing>, by who: ID<Account>, started: Moment, due: Day, closed: Moment? = nil) {
        self.id = id
        by = who
        self.started = started
        self.due = due
        self.closed = closed
    }

    /// The end of a circle as it begins.
    ///
    /// - Throws: ``Refusal``
    package static func begun(
        _ id: ID<CircleClosing>, by reader: ID<Account>, _ direction: Direction?, at now: Moment
    ) throws(Refusal) -> CircleClosing {
        guard let direction, direction.holder == reader else { throw .notYours }
        guard direction.kind.isForFamily else { throw .safety }
        return CircleClosing(id: id, by: reader, started: now, due: now.day + term)
    }

    /// The end of a circle once it is there: all answered, or the month is over.
    ///
    /// - Parameters:
    ///   - waiting: how many have not answered.
    /// - Throws: ``Refusal``
    package func done(
        by reader: ID<Account>, _ direction: Direction?, waiting: Int, at now: Moment
    ) throws(Refusal) -> CircleClosing {
        guard let direction, direction.holder == reader else { throw .notYours }
        guard direction.kind.isForFamily else { throw .safety }
        guard closed == nil else { throw .changed }
        guard waiting == 0 || now.day >= due else { throw .notAnswered }
        var closing = self
        closing.closed = now
        return closing
    }
}
