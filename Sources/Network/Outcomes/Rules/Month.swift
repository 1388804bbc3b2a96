// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A month of the calendar, as facts are counted by.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let first: Day

    package init(of day: Day) {
        let (_, _, dayOfMonth) = day.civil
        first = day + (1 - dayOfMonth)
    }

    /// The month written as `2026-11`, or nil when that is none.
    package init?(_ text: String) {
        guard let first = Day(text + "-01") else { return nil }
        self.first = first
    }

    /// `2026-11`.
    package var iso: String { String(first.iso.prefix(7)) }

    package var description: String { iso }

    package static func < (a: Self, b: Self) -> Bool { a.first < b.first }
}
