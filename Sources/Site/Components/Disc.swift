// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A person, drawn as a disc with initials: always beside a name, and hidden from screen readers.
package struct Disc: Component {
    /// How close somebody stands to the family; warm is close, cool is further away.
    package enum Closeness: Hashable, Sendable {
        /// The family itself.
        case family
        /// Their own people: a grandmother, a neighbour.
        case near
        case professional
    }

    package let initials: String
    package let closeness: Closeness
    package let isDirector: Bool
    package let isGone: Bool
    package let isSmall: Bool

    package init(
        _ initials: String, _ closeness: Closeness, isDirector: Bool = false, isGone: Bool = false,
        isSmall: Bool = false
    ) {
        self.initials = initials
        self.closeness = closeness
        self.isDirector = isDirector
        self.isGone = isGone
        self.isSmall = isSmall
    }

    /// The same person as a small disc.
    package var small: Disc { Disc(initials, closeness, isDirector: isDirector, isGone: isGone, isSmall: true) }

    /// The letters for a name: of the first and the last word, "Aylin" becomes "AY".
    package static func initials(of name: String) -> String {
        let words = name.split(separator: " ").filter { $0.first?.isUppercase == true }
        guard let first = words.first else { return name.prefix(2).uppercased() }
        guard words.count > 1, let last = words[words.count - 1].first else { return first.prefix(2).uppercased() }
        return "\(first.prefix(1))\(last)".uppercased()
    }

    package var html: HTML {
        """
        <span class="disc\(closenessClass)\(if: isDirector, " disc--director")\(if: isGone, " disc--gone")\
        \(if: isSmall, " disc--small")" aria-hidden="true">\(if: !isGone, "\(initials)")</span>
        """
    }

    private var closenessClass: HTML {
        switch closeness {
        case .family: " disc--family"
        case .near: " disc--near"
        case .professional: ""
        }
    }

    package static let examples = [
        (name: "family", value: Disc("NW", .family)),
        (name: "near", value: Disc("TV", .near)),
        (name: "professional", value: Disc("HB", .professional)),
        (name: "director", value: Disc("MP", .professional, isDirector: true)),
        (name: "gone", value: Disc("PR", .professional, isGone: true)),
        (name: "small", value: Disc("SK", .professional, isSmall: true)),
    ]
}

/// Several people side by side; overlapping, or apart when each counts.
package struct Discs: Component {
    package let discs: [Disc]
    package let areApart: Bool

    package init(_ discs: [Disc], areApart: Bool = false) {
        self.discs = discs
        self.areApart = areApart
    }

    package var html: HTML {
        """
        <span class="discs\(if: areApart, " discs--apart")">\(discs)</span>
        """
    }

    package static let examples = [
        (name: "together", value: Discs([Disc("AY", .family), Disc("TV", .near), Disc("MP", .professional)])),
        (
            name: "apart, some gone",
            value: Discs([Disc("", .professional, isGone: true), Disc("MP", .professional)], areApart: true)
        ),
    ]
}
