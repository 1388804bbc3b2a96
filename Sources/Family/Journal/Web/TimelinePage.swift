// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// All help around a family and what happened, so that nobody has to tell it again.
struct TimelinePage: Equatable {
    /// Who helped when, said, drawn and as a table.
    struct Help: Equatable {
        let picture: HelpPicture
        let findings: [String]
        let table: Table

        static func == (one: Self, other: Self) -> Bool {
            one.findings == other.findings && one.picture.html == other.picture.html
                && one.table.html == other.table.html
        }
    }

    let language: Language
    let above: More
    /// How many helped so far; on the first page alone, as the picture of all help.
    let lead: String?
    let help: Help?
    let persons: Filters?
    let chapters: Filters
    let months: [LookedDay]
    let newer: Link?
    let older: Link?

    private var words: any TimelineWords { language.timeline }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    var html: HTML {
        """
        \(PageHead(words.title, lead: lead, above: above))
        \(help.map(section))\(Section("happened", words.happened, happened))
        """
    }

    private func section(_ help: Help) -> HTML {
        Section(
            "help", words.picture,
            """
            \(help.findings, { "<p>\($0)</p>\n" })<figure class="chart">\(help.picture)\
            <figcaption class="soft small">\(words.pictureKey)</figcaption></figure>
            \(Details(words.asTable, help.table.html))
            """
        ).html
    }

    private var happened: HTML {
        """
        \(persons)\(chapters)
        \(if: months.isEmpty, Empty(words.emptyTitle, words.emptyText).html)\(months)\
        \(Pager(language, newer: newer, older: older))
        """
    }
}
