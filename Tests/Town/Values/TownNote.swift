// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A contact that a professional noted.
package struct TownNote: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case call, visit, mail, noShow
    }

    package let author: String
    package let kind: Kind
    package let at: Moment
    /// Slugs of those of the family with whom there was contact.
    package let with: [String]
    /// Slugs of the persons it is about.
    package let about: [String]
    package let text: String

    package init(_ author: String, _ kind: Kind, at: Moment, with: [String], about: [String], _ text: String) {
        self.author = author
        self.kind = kind
        self.at = at
        self.with = with
        self.about = about
        self.text = text
    }
}

extension TownCalendar {
    /// A contact, a number of working days before today.
    package func notes(
        _ author: String, _ kind: TownNote.Kind, _ workdaysAgo: Int, with: [String], about: [String], _ text: String
    ) -> TownNote {
        let at = Moment(workday(ago: workdaysAgo), hour: 10, minute: 20)
        return TownNote(author, kind, at: at, with: with, about: about, text)
    }
}
