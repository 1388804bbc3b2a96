// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Messages between chosen members of one circle.
package struct TownConversation: Hashable, Sendable {
    /// Unique within the family.
    package let slug: String
    package let subject: String
    /// Slugs of the persons it is about.
    package let about: [String]
    /// Slugs of who read and write it.
    package let participants: [String]
    /// Oldest first.
    package let messages: [TownMessage]
    /// How many messages a participant has read; who is missing has read them all.
    package let readUpTo: [String: Int]
    /// A young person's private line to one professional: no parent finds a trace of it.
    package let ownLine: Bool

    package init(
        _ slug: String, _ subject: String, about: [String], with participants: [String], ownLine: Bool = false,
        readUpTo: [String: Int] = [:], _ messages: [TownMessage]
    ) {
        self.slug = slug
        self.subject = subject
        self.about = about
        self.participants = participants
        self.messages = messages
        self.readUpTo = readUpTo
        self.ownLine = ownLine
    }

    /// How many messages a participant has read.
    package func read(by slug: String) -> Int { readUpTo[slug] ?? messages.count }
}

/// What somebody wrote, and when.
package struct TownMessage: Hashable, Sendable {
    package let author: String
    package let at: Moment
    package let text: String

    package init(_ author: String, at: Moment, _ text: String) {
        self.author = author
        self.at = at
        self.text = text
    }
}

/// What somebody owes somebody by a moment (toezegging).
package struct TownPromise: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case call, answer, feedback, visit, appointment, task, review
    }

    /// Slugs of persons or members.
    package let owner: String
    package let receiver: String
    package let kind: Kind
    /// Slugs of the persons it is about.
    package let about: [String]
    /// What is owed, in words that can follow the owner's name and a colon.
    package let text: String
    package let made: Moment
    package let due: Moment
    /// When it was kept, if it was.
    package let settled: Moment?

    package init(
        _ owner: String, to receiver: String, _ kind: Kind, about: [String], _ text: String, made: Moment,
        due: Moment, settled: Moment? = nil
    ) {
        self.owner = owner
        self.receiver = receiver
        self.kind = kind
        self.about = about
        self.text = text
        self.made = made
        self.due = due
        self.settled = settled
    }

    /// Still owed at a moment after it was due.
    package func isLate(at moment: Moment) -> Bool { settled == nil && due < moment }
}
