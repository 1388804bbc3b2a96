// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Something that waits for somebody on "Vandaag": messages they have not read, or a promise they owe.
package struct Waiting: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// So many messages, the first of them with this number and since this moment.
        case messages(ID<Conversation>, count: Int, first: Int, since: Moment)
        case promise(Promise)
    }

    package let family: ID<Family>
    package let subject: Subject

    package init(family: ID<Family>, subject: Subject) {
        self.family = family
        self.subject = subject
    }

    /// Where on the page it stands, from what can't wait to what lies with the whole organisation.
    package enum Group: Int, CaseIterable, Comparable, Sendable {
        /// Late, acute, or due within two hours.
        case now
        /// New messages.
        case messages
        /// Due today.
        case today
        /// Due within seven days.
        case week
        case later
        /// In the organisation's inbox, until somebody takes it.
        case organisation

        package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    /// Its group at a moment.
    package func group(at now: Moment) -> Group {
        guard case .promise(let promise) = subject else { return .messages }
        if case .organisation = promise.owner { return .organisation }
        switch promise.urgency {
        case .acute: return .now
        case .day, .week, .regular, .agreed: break
        }
        if promise.due <= now + .hours(2) { return .now }
        let days = promise.due.day - now.day
        return days == 0 ? .today : days <= 7 ? .week : .later
    }

    /// Puts in order what waits: what does most harm by waiting first, by group, then as promises go, and messages by
    /// how long they have waited.
    package static func inOrder<Item>(
        _ items: [Item], at now: Moment, _ waiting: (Item) -> Waiting
    ) -> [(item: Item, group: Group)] {
        let keyed = items.map { item in
            let waiting = waiting(item)
            let group = waiting.group(at: now)
            return (item: item, group: group, key: waiting.key(in: group))
        }
        return keyed.sorted { $0.key < $1.key }.map { ($0.item, $0.group) }
    }

    /// What its order is decided by, taken once for each: a comparison of the things themselves costs far more.
    private struct Key: Comparable {
        let group: Int
        let rank: Int
        let moment: Moment
        let id: ID<Waiting>

        static func < (one: Self, other: Self) -> Bool {
            (one.group, one.rank, one.moment, one.id) < (other.group, other.rank, other.moment, other.id)
        }
    }

    private func key(in group: Group) -> Key {
        switch subject {
        case .promise(let promise):
            Key(group: group.rawValue, rank: promise.urgency.rank, moment: promise.due, id: ID(as: promise.id))
        case .messages(let id, _, _, let since):
            Key(group: group.rawValue, rank: 0, moment: since, id: ID(as: id))
        }
    }
}
