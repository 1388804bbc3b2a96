// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What decides how long a promise can wait and who may know of it: all of it but what it says and what became of it.
package struct PromiseOutline: Hashable, Sendable {
    package let id: ID<Promise>
    package let kind: PromiseKind
    package let owner: Promise.Owner
    package let receiver: Promise.Receiver
    package let subject: Promise.Subject
    package let urgency: PromiseUrgency
    package let due: Moment

    package init(
        id: ID<Promise>, kind: PromiseKind, owner: Promise.Owner, receiver: Promise.Receiver, subject: Promise.Subject,
        urgency: PromiseUrgency, due: Moment
    ) {
        self.id = id
        self.kind = kind
        self.owner = owner
        self.receiver = receiver
        self.subject = subject
        self.urgency = urgency
        self.due = due
    }
}

extension Promise {
    package var outline: PromiseOutline {
        PromiseOutline(
            id: id, kind: kind, owner: owner, receiver: receiver, subject: subject, urgency: urgency, due: due)
    }
}
