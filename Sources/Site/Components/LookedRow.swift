// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Who looked at what, and why: one line of "Wie keek mee".
package struct LookedRow: Component {
    package let disc: Disc
    package let name: String
    /// What this person did and on what ground, after the name.
    package let text: String
    package let at: String?
    /// Where to ask why.
    package let ask: Button?
    /// What was asked about it, and what was answered.
    package let said: [LookedSaid]

    package init(
        _ disc: Disc, _ name: String, _ text: String, at: String? = nil, ask: Button? = nil, said: [LookedSaid] = []
    ) {
        self.disc = disc
        self.name = name
        self.text = text
        self.at = at
        self.ask = ask
        self.said = said
    }

    package var html: HTML {
        """
        <li class="looked">\(disc)<div><p><strong>\(name)</strong> \(text)</p>\
        \(at.map { "<p class=\"looked__when\">\($0)</p>" as HTML })\(said)\(ask)</div></li>
        """
    }

    package static let examples = [
        (
            name: "with a question",
            value: LookedRow(
                Disc("MP", .professional), "Marieke Postma",
                "las het gesprek “Noor op school”. Zij is jullie regisseur.",
                at: "9.02 uur", ask: Button("Waarom?", .link("#"), .text, about: "Marieke Postma")
            )
        ),
        (
            name: "answered",
            value: LookedRow(
                Disc("SK", .professional), "Sanne Kuipers", "keek wie er in de kring zit.", at: "8.15 uur",
                said: LookedSaid.examples.prefix(2).map(\.value)
            )
        ),
    ]
}

/// A question or an answer beside a line of "Wie keek mee".
package struct LookedSaid: Component {
    /// Who says it, and when: "Sanne antwoordde vandaag".
    package let title: String
    package let text: String
    /// What can be done about it.
    package let act: ActForm?

    package init(_ title: String, _ text: String, act: ActForm? = nil) {
        self.title = title
        self.text = text
        self.act = act
    }

    package var html: HTML {
        """
        <div class="looked__said"><p class="looked__when">\(title)</p>\(Paragraphs(text))\(act)</div>
        """
    }

    package static let examples = [
        (name: "question", value: LookedSaid("Jij vroeg gisteren", "Waarom keek je?")),
        (name: "answer", value: LookedSaid("Sanne antwoordde vandaag", "Ik zocht wie ik kon bellen over Noor.")),
        (
            name: "waiting",
            value: LookedSaid(
                "Nog geen antwoord", "Je krijgt binnen vijf werkdagen antwoord.",
                act: ActForm("#", token: "dG9rZW4=", title: "Vraag intrekken"))
        ),
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
