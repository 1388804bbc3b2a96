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

    /// How much of each urgency of what lies at an organisation's desk, in nobody's hands, is looked into.
    ///
    /// What is due first; all of it stands on the lists of the desk.
    package static let mostAtDesk = 60

    /// In whose dossier; nil for what lies at a desk, outside every circle.
    package let family: ID<Family>?
    package let subject: Subject

    package init(family: ID<Family>?, subject: Subject) {
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
}
