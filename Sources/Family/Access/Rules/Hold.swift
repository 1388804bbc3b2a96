// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// An item that leaves no trace for named readers (*vastgehouden*): why, decided by two professionals, until reviewed.
///
/// Undecided stays held: the review is a promise to decide, not an end.
package struct Hold: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// The second professional must be another one.
        case secondIsFirst
        case fromNobody
        /// Reviewed later than two weeks from now, or not after today.
        case reviewOutsideTwoWeeks
    }

    package let id: ID<Hold>
    package let item: ItemName
    package let about: Set<ID<Person>>
    package let from: Set<ID<Account>>
    package let reason: PlainText
    package let by: ID<Account>
    package let second: ID<Account>
    package let reviewBy: Day

    /// - Throws: ``Refusal``
    package init(
        id: ID<Hold>, item: ItemName, about: Set<ID<Person>>, from: Set<ID<Account>>, reason: PlainText,
        by: ID<Account>, second: ID<Account>, on today: Day, reviewBy: Day
    ) throws(Refusal) {
        guard by != second else { throw .secondIsFirst }
        guard !from.isEmpty else { throw .fromNobody }
        guard today < reviewBy, reviewBy - today <= 14 else { throw .reviewOutsideTwoWeeks }
        self.id = id
        self.item = item
        self.about = about
        self.from = from
        self.reason = reason
        self.by = by
        self.second = second
        self.reviewBy = reviewBy
    }
}
