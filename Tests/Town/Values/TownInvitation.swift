// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Somebody was asked into the circle, and not everybody has answered yet.
package struct TownInvitation: Hashable, Sendable {
    /// The slug of the parent who asked.
    package let by: String
    /// The slug of the professional who is asked.
    package let invited: String
    /// What the one invited comes to do, in Dutch.
    package let function: String
    /// The slug of the child it is for.
    package let child: String
    package let made: Day
    package let expectation: String

    package init(
        by: String, to invited: String, _ function: String, for child: String, made: Day,
        expect expectation: String
    ) {
        self.by = by
        self.invited = invited
        self.function = function
        self.child = child
        self.made = made
        self.expectation = expectation
    }
}

/// That a professional started the family, and who of it said already that it was written down right.
package struct TownStart: Hashable, Sendable {
    /// The slug of the professional.
    package let by: String
    /// Slugs of persons who said that all about them, and about their children, is right.
    package let confirmed: [String]

    package init(by: String, confirmed: [String]) {
        self.by = by
        self.confirmed = confirmed
    }
}
