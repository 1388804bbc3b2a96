// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Somebody in the circle: who, what for, what they may see.
package struct PersonCard: Component {
    /// The part of the page's address that leads here, from the picture of the circle.
    package let anchor: String
    package let disc: Disc
    package let name: String
    /// The page about this person, where there is one.
    package let link: Link?
    package let role: String
    package let tags: [Tag]
    package let text: String?
    /// Since when, and what this person may see.
    package let since: String?
    package let phone: String?
    package let more: More?

    package init(
        anchor: String, disc: Disc, name: String, link: Link? = nil, role: String, tags: [Tag] = [],
        text: String? = nil,
        since: String? = nil, phone: String? = nil, more: More? = nil
    ) {
        self.anchor = anchor
        self.disc = disc
        self.name = name
        self.link = link
        self.role = role
        self.tags = tags
        self.text = text
        self.since = since
        self.phone = phone
        self.more = more
    }

    package var html: HTML {
        """
        <li class="person" id="\(anchor)">
        \(disc)
        <div><h4 class="person__name">\(title)</h4><p class="person__role">\(role)</p></div>
        <div class="person__body">\(if: !tags.isEmpty, "<p class=\"tags\">\(tags)</p>")\
        \(text.map { "<p>\($0)</p>" as HTML })\(phone.map(call))\
        \(since.map { "<p class=\"person__since\">\($0)</p>" as HTML })\(more)</div>
        </li>
        """
    }

    private var title: HTML { link.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)" }

    private func call(_ number: String) -> HTML {
        "<p><a class=\"more\" href=\"\(Link.phone(number))\">\(number)</a></p>"
    }

    package static let examples = [
        (
            name: "near",
            value: PersonCard(
                anchor: "truus", disc: Disc("TV", .near), name: "Oma Truus", role: "oma van Noor en Sem",
                text: "Haalt Noor op dinsdag en donderdag van school.",
                since: "In jullie kring sinds 3 maart 2026. Ziet het plan.", more: More("#", "Schrijf oma")
            )
        ),
        (
            name: "director and first contact",
            value: PersonCard(
                anchor: "marieke", disc: Disc("MP", .professional, isDirector: true), name: "Marieke Postma",
                role: "gebiedsteam Zuilen-Ondiep",
                tags: [Tag("Regisseur", .accent), Tag("Vast aanspreekpunt", .accent)],
                text: "Zorgt dat alle hulp bij elkaar past.", since: "Regisseur sinds 19 november 2026.",
                phone: "030 123 45 67", more: More("#", "Schrijf Marieke")
            )
        ),
    ]
}

/// People who stand equally close.
package struct PersonGroup: Component {
    package let title: String
    package let people: [PersonCard]
    package let isNear: Bool

    package init(_ title: String, _ people: [PersonCard], isNear: Bool = false) {
        self.title = title
        self.people = people
        self.isNear = isNear
    }

    package var html: HTML {
        """
        <div class="group\(if: isNear, " group--near")">
        <h3 class="group__title">\(title)</h3>
        <ul class="people\(if: isNear, " people--three")">
        \(people, { "\($0)\n" })</ul>
        </div>
        """
    }

    package static let examples = [
        (name: "near", value: PersonGroup("Van jullie zelf", [PersonCard.examples[0].value], isNear: true)),
        (name: "professionals", value: PersonGroup("Hulpverleners", [PersonCard.examples[1].value])),
    ]
}
