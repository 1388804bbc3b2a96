// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What in a family is kept from whom.
package struct TownPrivacy: Hashable, Sendable {
    package let hiddenDetails: [TownHiddenDetail]
    package let hiddenMembers: [TownHiddenMember]
    package let holds: [TownHold]

    package init(
        hiddenDetails: [TownHiddenDetail] = [], hiddenMembers: [TownHiddenMember] = [], holds: [TownHold] = []
    ) {
        self.hiddenDetails = hiddenDetails
        self.hiddenMembers = hiddenMembers
        self.holds = holds
    }
}

/// A detail of a person or a helper that only those let in see.
package struct TownHiddenDetail: Hashable, Sendable {
    /// Slug of the person or the member.
    package let of: String
    package let detail: TownDetail
    package let letIn: [String]

    package init(_ detail: TownDetail, of: String, letIn: [String]) {
        self.of = of
        self.detail = detail
        self.letIn = letIn
    }
}

/// A member whose presence in the circle some must not find.
package struct TownHiddenMember: Hashable, Sendable {
    package let member: String
    package let from: [String]

    package init(_ member: String, from: [String]) {
        self.member = member
        self.from = from
    }
}

/// An item, or the whole family (a closed track), that is held from named readers.
package struct TownHold: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// The slug of a conversation.
        case conversation(String)
        case family
    }

    package let subject: Subject
    package let from: [String]
    package let reason: String
    /// The professional who decided, and the second one who agreed.
    package let by: String
    package let second: String
    package let since: Day
    /// By when the two decide again.
    package let review: Day

    package init(
        _ subject: Subject, from: [String], because reason: String, by: String, second: String, since: Day,
        review: Day
    ) {
        self.subject = subject
        self.from = from
        self.reason = reason
        self.by = by
        self.second = second
        self.since = since
        self.review = review
    }
}
