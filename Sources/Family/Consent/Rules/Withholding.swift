// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a person is not told something yet, as it would clearly and seriously harm them (*kennelijk ernstig nadeel*;
/// Jeugdwet 7.3.2 lid 3): why, a colleague consulted, and a day to look again.
///
/// It is put off, never dropped: what is withheld is given once the harm is past, and until then it is promised.
package struct Withholding: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// A professional of the circle decides it who plans with the person.
        case notYours
        /// Looked at again later than a quarter of a year from now, or not after today.
        case reviewOutside
        /// It was told, or a colleague did not agree.
        case over
    }

    package enum State: Hashable, Sendable {
        case waits
        case stands
        /// The colleague did not agree: it is told.
        case refused
        case given
    }

    /// After how many days at most it is looked at again.
    package static let longest = 91

    package let id: ID<Withholding>
    package let person: ID<Person>
    package let by: ID<Account>
    package let made: Moment
    package private(set) var review: Day
    package private(set) var given: Moment?

    package init(
        id: ID<Withholding>, person: ID<Person>, by: ID<Account>, made: Moment, review: Day, given: Moment? = nil
    ) {
        (self.id, self.person, self.by) = (id, person, by)
        (self.made, self.review, self.given) = (made, review, given)
    }

    /// One that is decided now.
    ///
    /// - Throws: ``Refusal``
    package init(
        _ id: ID<Withholding>, from person: ID<Person>, by reader: Reading, review: Day, at now: Moment
    ) throws(Refusal) {
        guard reader.mayHandCard(to: person) else { throw .notYours }
        guard Self.isInTime(review, on: now.day) else { throw .reviewOutside }
        self.init(id: id, person: person, by: reader.reader, made: now, review: review)
    }

    package static func isInTime(_ review: Day, on today: Day) -> Bool { today < review && review - today <= longest }

    package func state(with second: SecondProfessional?) -> State {
        guard given == nil else { return .given }
        return switch second?.given?.answer {
        case .yes: .stands
        case .no: .refused
        case nil: .waits
        }
    }

    /// Once the person was told.
    ///
    /// - Throws: ``Refusal``
    package func told(by reader: Reading, at now: Moment) throws(Refusal) -> Withholding {
        guard reader.mayHandCard(to: person) else { throw .notYours }
        guard given == nil else { throw .over }
        var told = self
        told.given = now
        return told
    }

    /// Once somebody looked, and the harm is not past.
    ///
    /// - Throws: ``Refusal``
    package func reviewed(
        until day: Day, by reader: Reading, with second: SecondProfessional?, at now: Moment
    ) throws(Refusal) -> Withholding {
        guard reader.mayHandCard(to: person) else { throw .notYours }
        guard state(with: second) == .stands else { throw .over }
        guard Self.isInTime(day, on: now.day) else { throw .reviewOutside }
        var reviewed = self
        reviewed.review = day
        return reviewed
    }
}
