// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// In what order things wait at one moment: what does most harm by waiting first, by group, then as promises go, and
/// messages by how long they have waited.
package struct TodayOrder: Sendable {
    private let soon: Moment
    private let tomorrow: Moment
    private let afterWeek: Moment

    package init(at now: Moment) {
        soon = now + .hours(2)
        tomorrow = Moment(now.day + 1)
        afterWeek = Moment(now.day + 8)
    }

    /// Where one thing stands; what comes first is lower.
    package struct Place: Comparable, Sendable {
        package let group: Waiting.Group
        fileprivate let rank: Int
        fileprivate let moment: Moment
        fileprivate let id: ID<Waiting>

        package static func < (one: Self, other: Self) -> Bool {
            if one.group != other.group { return one.group < other.group }
            if one.rank != other.rank { return one.rank < other.rank }
            return one.moment == other.moment ? one.id < other.id : one.moment < other.moment
        }
    }

    package func place(of promise: PromiseOutline) -> Place {
        Place(group: group(of: promise), rank: promise.urgency.rank, moment: promise.due, id: ID(as: promise.id))
    }

    /// Where unread messages stand, the first of which was written at a moment.
    package func place(of talk: ID<Conversation>, since: Moment) -> Place {
        Place(group: .messages, rank: 0, moment: since, id: ID(as: talk))
    }

    private func group(of promise: PromiseOutline) -> Waiting.Group {
        if case .organisation = promise.owner { return .organisation }
        if promise.urgency == .acute || promise.due <= soon { return .now }
        return promise.due < tomorrow ? .today : promise.due < afterWeek ? .week : .later
    }
}
