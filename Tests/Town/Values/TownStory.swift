// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody, or several together, told in their own words, version by version.
package struct TownStory: Hashable, Sendable {
    /// Slugs of the persons whose story it is.
    package let authors: [String]
    /// Oldest first.
    package let versions: [TownStoryVersion]

    package init(_ authors: [String], _ versions: [TownStoryVersion]) {
        self.authors = authors
        self.versions = versions
    }
}

/// One version of a story.
package struct TownStoryVersion: Hashable, Sendable {
    package let writer: String
    package let at: Moment
    /// Told by the child whose story it is, and written down by the writer.
    package let isWrittenDown: Bool
    /// Slugs of the authors who said yes to it.
    package let yeses: [String]
    package let text: String

    package init(_ writer: String, at: Moment, isWrittenDown: Bool = false, yeses: [String], _ text: String) {
        self.writer = writer
        self.at = at
        self.isWrittenDown = isWrittenDown
        self.yeses = yeses
        self.text = text
    }
}

extension TownCalendar {
    /// A version of somebody's own story, a number of working days before today.
    package func tells(_ who: String, _ workdaysAgo: Int, _ text: String) -> TownStoryVersion {
        TownStoryVersion(who, at: Moment(workday(ago: workdaysAgo), hour: 20), yeses: [who], text)
    }
}
