// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Who looked at what, and why: one line of "Wie keek mee".
package struct LookedRow: Component {
    package let disc: Disc
    package let name: String
    /// What this person did and on what ground, after the name.
    package let text: String
    package let at: String?
    package let ask: ActForm?

    package init(_ disc: Disc, _ name: String, _ text: String, at: String? = nil, ask: ActForm? = nil) {
        self.disc = disc
        self.name = name
        self.text = text
        self.at = at
        self.ask = ask
    }

    package var html: HTML {
        """
        <li class="looked">\(disc)<div><p><strong>\(name)</strong> \(text)</p>\
        \(at.map { "<p class=\"looked__when\">\($0)</p>" as HTML })\(ask)</div></li>
        """
    }

    package static let examples = [
        (
            name: "with a question",
            value: LookedRow(
                Disc("MP", .professional), "Marieke Postma",
                "las het gesprek “Noor op school”. Zij is jullie regisseur.",
                at: "9.02 uur", ask: ActForm("#", token: "dG9rZW4=", title: "Vraag waarom", about: "Marieke Postma")
            )
        )
    ]
}

/// A day of "Wie keek mee".
package struct LookedDay: Component {
    package let id: String
    package let day: String
    package let rows: [LookedRow]

    package init(_ id: String, _ day: String, _ rows: [LookedRow]) {
        self.id = id
        self.day = day
        self.rows = rows
    }

    package var html: HTML {
        """
        <section class="day" aria-labelledby="\(id)"><h2 id="\(id)">\(day)</h2>
        <ul class="promises">
        \(rows, { "\($0)\n" })</ul></section>
        """
    }

    package static let examples = [
        (name: "today", value: LookedDay("2026-11-23", "Vandaag, maandag 23 november", LookedRow.examples.map(\.value)))
    ]
}
