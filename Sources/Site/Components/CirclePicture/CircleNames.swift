// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The names in the middle of the picture of the circle, in as many lines as they need.
struct CircleNames {
    private let children: [String]
    private let parents: [String]

    /// What fits on a line within the sun.
    private static let width = 13
    /// The parents' names are smaller.
    private static let parentWidth = 15

    init(_ language: Language, children: [String], parents: [String]) {
        self.children = Self.lines(children, language)
        self.parents = Self.fitting(parents, language)
    }

    var html: HTML {
        let top = (children.count == 1 ? 1 : -12) - (parents.count > 1 ? 8 : 0)
        let under = top + 22 * children.count - 1
        return """
            \(children.enumerated(), { "<text class=\"circle__kids\(if: $1.count > 9, " circle__kids--long")\" y=\"\(top + 22 * $0)\">\($1)</text>" })\
            \(parents.enumerated(), { "<text class=\"circle__parents\" y=\"\(under + 16 * $0)\">\($1)</text>" })
            """
    }

    /// A name as short as it can be said: the first word, cut where even that is long.
    static func short(_ name: String, _ width: Int = 11) -> String {
        guard name.count > width else { return name }
        let first = name.split(separator: " ").first.map(String.init) ?? name
        return first.count <= width ? first : "\(first.prefix(width - 1))…"
    }

    private static func lines(_ names: [String], _ language: Language) -> [String] {
        let whole = language.list(names)
        guard whole.count > width, names.count > 1 else { return [short(whole, width)] }
        let half = (names.count + 1) / 2
        let first = names[..<half].joined(separator: ", ")
        let second = names[half...].joined(separator: ", ")
        let joint = "\(language.time.and) \(second)"
        let lines = [names.count == 2 ? first : "\(first),", names.count - half == 1 ? joint : second]
        guard lines.allSatisfy({ $0.count <= width + 1 }) else { return [language.site.children(names.count)] }
        return lines
    }

    /// Nobody is left out where two stand beside each other: each gets a line.
    ///
    /// More are said by the list.
    private static func fitting(_ names: [String], _ language: Language) -> [String] {
        let whole = language.list(names)
        guard whole.count > parentWidth else { return [whole] }
        guard names.count == 2 else { return [short(names.first ?? "", parentWidth)] }
        return [short(names[0], parentWidth), "\(language.time.and) \(short(names[1], parentWidth - 4))"]
    }
}
