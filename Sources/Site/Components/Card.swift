// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// One thing that must stand apart; sections need no card, space is enough.
package struct Card: Component {
    package let title: String
    package let content: HTML
    /// Something of the family's, on a page for professionals.
    package let isNear: Bool

    package init(_ title: String, _ content: HTML, isNear: Bool = false) {
        self.title = title
        self.content = content
        self.isNear = isNear
    }

    package var html: HTML {
        """
        <div class="card\(if: isNear, " card--near")">
        <h3>\(title)</h3>
        \(content)
        </div>
        """
    }

    package static let examples = [
        (name: "plain", value: Card("Kaart", "<p>Eén ding dat apart moet staan.</p>")),
        (name: "near", value: Card("Warme kaart", "<p>Iets van het gezin.</p>", isNear: true)),
    ]
}

/// A door to another page.
package struct Entry: Component {
    package let link: Link
    package let icon: Icon
    package let title: String
    package let text: String

    package init(_ link: Link, _ icon: Icon, _ title: String, _ text: String) {
        self.link = link
        self.icon = icon
        self.title = title
        self.text = text
    }

    package var html: HTML {
        """
        <a class="entry" href="\(link)">\(icon.html(" entry__icon"))<span><span class="entry__title">\(title)</span>\
        <span class="entry__text">\(text)</span></span></a>
        """
    }

    package static let examples = [
        (name: "plan", value: Entry("#", .plan, "Ons plan", "2 doelen. Op 11 januari kijken we samen terug.")),
        (name: "looked", value: Entry("#", .eye, "Wie keek mee", "Vorige week keken 3 mensen in jullie gegevens.")),
    ]
}

/// Doors side by side.
package struct Entries: Component {
    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    package var html: HTML {
        """
        <div class="cards">
        \(entries, { "\($0)\n" })</div>
        """
    }

    package static let examples = [(name: "two", value: Entries(Entry.examples.map(\.value)))]
}
