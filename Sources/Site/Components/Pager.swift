// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Going through a long list, page by page.
package struct Pager: Component {
    package let language: Language
    package let newer: Link?
    package let older: Link?

    package init(_ language: Language, newer: Link?, older: Link?) {
        self.language = language
        self.newer = newer
        self.older = older
    }

    package var html: HTML {
        guard newer != nil || older != nil else { return .empty }
        return """
            <nav class="pager" aria-label="\(language.site.pages)">\(newer.map { link($0, "prev", language.site.newer) })\
            \(older.map { link($0, "next", language.site.older) })</nav>
            """
    }

    private func link(_ link: Link, _ relation: String, _ title: String) -> HTML {
        "<a class=\"pager__link\" rel=\"\(relation)\" href=\"\(link)\">\(title)</a>"
    }

    package static let examples = [
        (name: "in the middle", value: Pager(.nl, newer: "#", older: "#")),
        (name: "the end", value: Pager(.en, newer: "#", older: nil)),
    ]
}
