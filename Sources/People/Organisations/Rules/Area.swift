// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A part of the country, by its code of Statistics Netherlands (CBS): `GM0344`, `WK034402`, `BU03440211`.
package struct Area: Hashable, Sendable {
    package enum Level: String, CaseIterable, Sendable {
        case region
        /// Gemeente.
        case municipality
        /// Wijk.
        case district
        /// Buurt.
        case neighbourhood
    }

    package let code: String
    package let level: Level
    package let name: String
    /// The code of the area it lies in.
    package let within: String?

    package init(code: String, level: Level, name: String, within: String? = nil) {
        self.code = code
        self.level = level
        self.name = name
        self.within = within
    }
}
