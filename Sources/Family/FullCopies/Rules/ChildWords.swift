// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Whether a child's own words leave with a parent: story, messages, own lines.
///
/// From 12 the child says so; under 12 a professional looks at them first. Until then they stay. It is kept in the table
/// `own_words`.
package struct ChildWords: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case notYours
        /// It was asked, and is not answered yet.
        case askedBefore
        /// Nobody signs in who could answer.
        case nobodyAnswers
        case answeredBefore
    }

    /// Whose yes it takes.
    package enum Decider: Hashable, Sendable {
        /// Their own words.
        case nobody
        case child
        case professional
    }

    package let id: ID<ChildWords>
    package let child: ID<Person>
    /// With whom they would leave.
    package let reader: ID<Account>
    package let asked: Moment
    /// nil until it was answered.
    package let isYes: Bool?

    package init(id: ID<ChildWords>, child: ID<Person>, reader: ID<Account>, asked: Moment, isYes: Bool? = nil) {
        (self.id, self.child, self.reader, self.asked, self.isYes) = (id, child, reader, asked, isYes)
    }

    /// Whose yes it takes that somebody's words leave with the reader.
    package static func decider(of person: Person, for reading: Reading, on day: Day) -> Decider {
        if person.id == reading.ownPerson { return .nobody }
        return person.birth.isAtLeast(12, on: day) ? .child : .professional
    }
}
