// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Ways to read one thing of a list at a time: links, one of which is this page.
package struct Filters: Component {
    package struct Filter: Hashable, Sendable {
        package let link: Link
        package let title: String
        package let isCurrent: Bool

        package init(_ link: Link, _ title: String, isCurrent: Bool = false) {
            self.link = link
            self.title = title
            self.isCurrent = isCurrent
        }
    }

    /// What is chosen between: "Over wie".
    package let label: String
    package let filters: [Filter]

    package init(_ label: String, _ filters: [Filter]) {
        self.label = label
        self.filters = filters
    }

    package var html: HTML {
        """
        <nav class="filters" aria-label="\(label)"><ul class="filters__list">
        \(filters, { "<li><a class=\"filters__link\" href=\"\($0.link)\"\(if: $0.isCurrent, " aria-current=\"true\"")>\($0.title)</a></li>\n" })</ul></nav>
        """
    }

    package static let examples = [
        (
            name: "two",
            value: Filters("Over wie", [Filter("#", "Iedereen", isCurrent: true), Filter("#", "Noor")])
        )
    ]
}
