// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A telephone number as it is dialled.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
    /// Figures alone, with a plus before them where the country is named (E.164: 15 at most).
    package let text: String

    package var description: String { text }

    /// What somebody typed, or nil when it is no number: blanks, dashes and brackets make no difference.
    ///
    /// After the number of a country the zero in brackets is not dialled.
    package init?(typed: String) {
        guard typed.utf8.count <= 60 else { return nil }
        let bare = typed.filter { !$0.isWhitespace }
        let dialled = bare.hasPrefix("+") ? bare.replacing("(0)", with: "", maxReplacements: 1) : bare
        let signs = dialled.filter { !"-().".contains($0) }
        let figures = signs.hasPrefix("+") ? signs.dropFirst() : Substring(signs)
        guard (10...15).contains(figures.utf8.count), figures.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        text = signs
    }
}

extension Organisation.Kind {
    /// Whether somebody there can act as a guest (*gast*): where families come with what others take up.
    package var hasGuests: Bool {
        switch self {
        case .generalPractice, .school, .healthService, .other: true
        case .areaTeam, .municipality, .careProvider, .youthProtection: false
        }
    }
}
