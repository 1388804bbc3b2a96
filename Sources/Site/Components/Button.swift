// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Something to do: a verb.
///
/// One filled button a page; the rest is quiet, soft or text.
package struct Button: Component {
    package enum Act: Hashable, Sendable {
        case link(Link)
        /// Sends the form it stands in; with a name and value when the form has more than one.
        case submit(name: String? = nil, value: String? = nil)
        /// Prints the page; it stays away without script.
        case print
    }

    package enum Weight: Hashable, Sendable { case main, quiet, soft, acute, text }

    package let title: String
    package let act: Act
    package let weight: Weight
    package let icon: Icon?
    package let about: String?
    package let isSmall: Bool

    /// A button; `about` says what it is about to readers who don't see what stands beside it.
    package init(
        _ title: String, _ act: Act, _ weight: Weight = .main, icon: Icon? = nil, about: String? = nil,
        isSmall: Bool = false
    ) {
        self.title = title
        self.act = act
        self.weight = weight
        self.icon = icon
        self.about = about
        self.isSmall = isSmall
    }

    package var html: HTML {
        switch act {
        case .link(let link):
            "<a class=\"\(classes)\" href=\"\(link)\">\(face)</a>"
        case .submit(let name, let value):
            "<button class=\"\(classes)\" type=\"submit\"\(attribute: "name", name)\(attribute: "value", value)>\(face)</button>"
        case .print:
            "<button class=\"\(classes)\" type=\"button\" data-print hidden>\(face)</button>"
        }
    }

    private var face: HTML {
        "\(icon?.html(" button__icon"))\(title)\(about.map { "<span class=\"hidden-visually\">: \($0)</span>" as HTML })"
    }

    private var classes: HTML {
        "\(weightClass)\(if: isSmall, " button--small")"
    }

    private var weightClass: HTML {
        switch weight {
        case .main: "button"
        case .quiet: "button button--quiet"
        case .soft: "button button--soft"
        case .acute: "button button--acute"
        case .text: "textbutton"
        }
    }

    package static let examples = [
        (name: "main", value: Button("Versturen", .submit())),
        (name: "with an icon", value: Button("Schrijf een bericht", .link("#"), icon: .talk)),
        (name: "quiet", value: Button("Iemand uitnodigen", .link("#"), .quiet)),
        (name: "soft in a row", value: Button("Bekijken", .link("#"), .soft, about: "gezin Bakker", isSmall: true)),
        (name: "acute", value: Button("Nu melden", .submit(), .acute)),
        (name: "text", value: Button("Bewaren voor later", .submit(name: "keep", value: "yes"), .text)),
        (name: "print", value: Button("Afdrukken", .print, .quiet, icon: .print)),
    ]
}

/// Buttons side by side.
package struct Actions: Component {
    package let buttons: [Button]

    package init(_ buttons: [Button]) { self.buttons = buttons }

    package var html: HTML { "<p class=\"actions\">\(buttons)</p>" }

    package static let examples = [
        (
            name: "main and text",
            value: Actions([Button("Versturen", .submit()), Button("Bewaren voor later", .submit(name: "keep"), .text)])
        )
    ]
}

/// A link that stands by itself, as high as a finger.
package struct More: Component {
    package let link: Link
    package let title: String
    package let about: String?

    /// A link; `about` says what it is about to readers who don't see what stands beside it.
    package init(_ link: Link, _ title: String, about: String? = nil) {
        self.link = link
        self.title = title
        self.about = about
    }

    package var html: HTML {
        """
        <a class="more" href="\(link)">\(title)\(about.map { "<span class=\"hidden-visually\">: \($0)</span>" as HTML })</a>
        """
    }

    package static let examples = [
        (name: "link", value: More("#", "Alles wat we hebben afgesproken")),
        (name: "one of many", value: More("#", "Kopie", about: "bericht van 12.05 uur")),
    ]
}
