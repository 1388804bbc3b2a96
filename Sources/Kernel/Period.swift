// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Days from the first up to, and without, the last; without a last day it goes on.
package struct Period: Hashable, Sendable {
    package var from: Day
    package var until: Day?

    package init(from: Day, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package func contains(_ day: Day) -> Bool { from <= day && until.map { day < $0 } ?? true }
}
