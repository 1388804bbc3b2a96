// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A meeting of a family: one that comes, with what each said to it, or one that was held, with its minutes.
package struct TownMeeting: Hashable, Sendable {
    package enum Answer: String, Sendable {
        case can, ifNeeded, cannot
    }

    package struct Minutes: Hashable, Sendable {
        package let by: String
        package let at: Moment
        package let came: [String]
        package let notes: String

        package init(by: String, at: Moment, came: [String], _ notes: String) {
            self.by = by
            self.at = at
            self.came = came
            self.notes = notes
        }
    }

    package let convener: String
    package let about: [String]
    package let subject: String
    package let place: String
    package let made: Moment
    package let starts: Moment
    /// Who was asked besides, and what each said.
    package let invited: [String: Answer]
    package let minutes: Minutes?

    package init(
        by convener: String, about: [String], _ subject: String, place: String = "", made: Moment, starts: Moment,
        invited: [String: Answer], minutes: Minutes? = nil
    ) {
        self.convener = convener
        self.about = about
        self.subject = subject
        self.place = place
        self.made = made
        self.starts = starts
        self.invited = invited
        self.minutes = minutes
    }
}
