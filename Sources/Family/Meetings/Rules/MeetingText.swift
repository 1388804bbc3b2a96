// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What a meeting says: what it is about, where it is, and the address of a video call.
package struct MeetingText: Hashable, Sendable {
    package let subject: String
    /// Empty where nothing was said.
    package let place: String
    /// An address on the web; empty where there is none.
    package let video: String
    /// Why it was called off.
    package let whyCancelled: String

    package init(subject: String, place: String = "", video: String = "", whyCancelled: String = "") {
        self.subject = subject
        self.place = place
        self.video = video
        self.whyCancelled = whyCancelled
    }

    /// The same as who was not asked is shown it: that it is, not where.
    package var subjectAlone: MeetingText { MeetingText(subject: subject) }

    /// To be sealed.
    package var text: String { FieldText.joined(["1", subject, place, video, whyCancelled]) }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 5).map(String.init)
        guard fields.count == 5, fields[0] == "1" else { return nil }
        self.init(subject: fields[1], place: fields[2], video: fields[3], whyCancelled: fields[4])
    }
}

/// What was written down of a meeting: who came, and what was said (*verslag*).
///
/// What was written stays: a correction is a new version beside the old one.
package struct Minutes: Hashable, Sendable {
    package let came: Set<ID<Account>>
    package let notes: String

    package init(came: Set<ID<Account>>, notes: String) {
        self.came = came
        self.notes = notes
    }

    /// To be sealed.
    package var text: String { FieldText.joined(["1", FieldText.joined(came), notes]) }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 3)
        guard fields.count == 3, fields[0] == "1", let came: Set<ID<Account>> = FieldText.ids(of: fields[1]) else {
            return nil
        }
        self.init(came: came, notes: String(fields[2]))
    }
}

/// What was decided, and the action of the plan that it became, where it did.
package enum MeetingDecided {}

/// What somebody wants to talk about (*agendapunt*).
package enum AgendaPoint {}

/// What somebody says about the minutes.
package enum MinutesRemark {}
