// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The top of a page: where it belongs, what it is about, in one or two sentences.
package struct PageHead: Component {
    package let above: More?
    /// What stands above when it leads nowhere, such as the day.
    package let aboveText: String?
    package let errors: ErrorSummary?
    package let title: String
    package let lead: String?
    package let actions: [Button]

    package init(
        _ title: String, lead: String? = nil, above: More? = nil, aboveText: String? = nil, errors: ErrorSummary? = nil,
        actions: [Button] = []
    ) {
        self.title = title
        self.lead = lead
        self.above = above
        self.aboveText = aboveText
        self.errors = errors
        self.actions = actions
    }

    package var html: HTML {
        """
        <div class="page__head">
        \(above.map { "<p class=\"page__above\"><a href=\"\($0.link)\">\($0.title)</a></p>\n" as HTML })\
        \(aboveText.map { "<p class=\"page__above\">\($0)</p>\n" as HTML })\(errors)\
        <h1>\(title)</h1>
        \(lead.map { "<p class=\"lead\">\($0)</p>\n" as HTML })\(if: !actions.isEmpty, Actions(actions).html)
        </div>
        """
    }

    package static let examples = [
        (
            name: "with everything",
            value: PageHead(
                "Goedemorgen, Marieke", lead: "Negen dingen wachten op jou. Twee daarvan kunnen niet wachten.",
                above: More("#", "Alle gezinnen"), aboveText: "Maandag 23 november 2026",
                actions: [Button("Schrijf een bericht", .link("#"), icon: .talk)]
            )
        )
    ]
}

/// A part of a page under a heading of its own.
package struct Section: Component {
    package let id: String
    package let title: String
    package let content: HTML
    package let isTight: Bool
    /// Its heading is for screen readers alone, because the eye sees what this is.
    package let isTitleHidden: Bool
    package let more: More?

    package init(
        _ id: String, _ title: String, isTight: Bool = false, isTitleHidden: Bool = false, more: More? = nil,
        _ content: HTML
    ) {
        self.id = id
        self.title = title
        self.content = content
        self.isTight = isTight
        self.isTitleHidden = isTitleHidden
        self.more = more
    }

    package var html: HTML {
        """
        <section class="section\(if: isTight, " section--tight")" aria-labelledby="\(id)">
        \(heading)
        \(content)
        </section>
        """
    }

    private var heading: HTML {
        let heading: HTML = "<h2\(if: isTitleHidden, " class=\"hidden-visually\"") id=\"\(id)\">\(title)</h2>"
        guard let more else { return heading }
        return "<div class=\"section__head\">\(heading)\(more)</div>"
    }

    package static let examples = [
        (name: "with a link", value: Section("now", "Wat gebeurt er nu", more: More("#", "Alles"), "<p>Niets.</p>")),
        (
            name: "hidden title",
            value: Section("messages", "Berichten", isTight: true, isTitleHidden: true, "<p>Dag.</p>")
        ),
    ]
}
