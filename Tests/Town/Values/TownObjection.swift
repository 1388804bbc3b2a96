// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody of the family did not agree with, and sent.
package struct TownObjection: Hashable, Sendable {
    package let by: String
    /// The worker it is about.
    package let about: String
    /// The organisation that answers.
    package let organisation: String
    package let at: Moment
    package let text: String

    package init(by: String, about: String, to organisation: String, at: Moment, _ text: String) {
        self.by = by
        self.about = about
        self.organisation = organisation
        self.at = at
        self.text = text
    }
}
