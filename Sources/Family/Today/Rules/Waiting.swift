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

    /// Whether waiting for this one does more harm than for the other: by group, then as promises go, and messages
    /// by how long they have waited.
    package func comesBefore(_ other: Waiting, at now: Moment) -> Bool {
        let (own, others) = (group(at: now), other.group(at: now))
        guard own == others else { return own < others }
        switch (subject, other.subject) {
        case (.promise(let promise), .promise(let another)): return promise.comesBefore(another)
        case (.messages(let id, _, _, let since), .messages(let another, _, _, let before)):
            return (since, id.text) < (before, another.text)
        case (.promise, .messages): return true
        case (.messages, .promise): return false
        }
    }
}
