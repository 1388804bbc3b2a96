// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// One thing that waits, as its reader is shown it.
package struct WaitingSight: Hashable, Sendable {
    /// How it came to the reader.
    package enum Way: Hashable, Sendable {
        /// As what is theirs, in a family they read in.
        case own
        /// It lies in the inbox of an organisation whose team lead the reader is, of a family in whose circle they are not:
        /// they see that it is there, and nothing of whom.
        case outside
        /// It is an invitation for the reader, who reads nothing of the family yet.
        case invited
        /// It lies at a desk, and is about no family.
        case desk
    }

    package let waiting: Waiting
    package let group: Waiting.Group
    package let words: Words
    package let way: Way
    /// Its place among all that was found.
    let place: Int

    init(_ waiting: Waiting, _ group: Waiting.Group, _ words: Words, _ place: Int, _ way: Way = .own) {
        self.waiting = waiting
        self.group = group
        self.words = words
        self.place = place
        self.way = way
    }

    package struct Words: Hashable, Sendable {
        /// nil when it was erased.
        package let familyName: String?
        /// The subject of a conversation, or what was promised; nil when it was erased, or when a promise is of a
        /// kind that says by itself what it is.
        package let text: String?
        /// For whom it was promised, where the reader knows them.
        package let receiver: String?

        init(familyName: String?, text: String?, receiver: String? = nil) {
            self.familyName = familyName
            self.text = text
            self.receiver = receiver
        }
    }
}

/// What a member of a family finds at home: who is around them, and what others owe them.
package struct TodayHome: Sendable {
    package let family: ID<Family>
    package let reading: Reading
    package let circle: CircleSight
    package let owed: [FamilyPromise]
}

/// All that waits for one reader.
package struct TodaySight: Sendable {
    /// The part of the list that is shown, what can't wait first.
    package let shown: [WaitingSight]
    /// How much there is of each group, on all pages together.
    package let counts: [Waiting.Group: Int]
    /// Those of the reader's own families; none for a professional.
    package let homes: [TodayHome]
    /// What the reader did today, latest first.
    package let done: [DoneSight]
    /// The meetings of today in all families; at home those of the next days, too.
    package let meetings: [MeetingToday]
    /// With whom a professional had no contact for a while.
    package let quiet: QuietToday
    /// What the reader has to do with who is away: arranging it, or being away; nil for others.
    package let absence: AbsenceDoor?
    /// Whether the reader is at the desk that takes care reports.
    package let isAtDesk: Bool
    /// Whether more lies at the desk of their organisation than is counted here.
    package let isCutAtDesk: Bool

    package var total: Int { counts.values.reduce(0, +) }
    /// How many pages the list has, and which this is.
    package let page: Int
    package let pages: Int
}
