// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Something to know, that stays where it stands.
package struct Notice: Component {
    package enum Kind: Hashable, Sendable {
        /// It worked.
        case good
        case about
        /// It asks for attention.
        case near
        case acute
    }

    package let kind: Kind
    package let title: String
    package let text: String?
    package let more: More?

    package init(_ kind: Kind, _ title: String, _ text: String? = nil, more: More? = nil) {
        self.kind = kind
        self.title = title
        self.text = text
        self.more = more
    }

    package var html: HTML {
        """
        <div class="notice\(kindClass)">\(icon.html())<div class="notice__body"><p><strong>\(title)</strong></p>\
        \(text.map { "<p>\($0)</p>" as HTML })\(more.map { "<p>\($0)</p>" as HTML })</div></div>
        """
    }

    private var icon: Icon {
        switch kind {
        case .good: .done
        case .about: .about
        case .near, .acute: .attention
        }
    }

    private var kindClass: HTML {
        switch kind {
        case .good, .about: ""
        case .near: " notice--near"
        case .acute: " notice--acute"
        }
    }

    package static let examples = [
        (name: "good", value: Notice(.good, "Verstuurd aan Het Anker.", "Je hoort uiterlijk 7 december iets.")),
        (name: "about", value: Notice(.about, "Op maandag 11 januari 2027 kijken we samen terug.")),
        (
            name: "near",
            value: Notice(.near, "Eén ja stopt over drie weken.", more: More("#", "Bekijk het samen met Sem"))
        ),
        (name: "acute", value: Notice(.acute, "Is er nu gevaar?", "Bel 112. Bel daarna Veilig Thuis: 0800 2000.")),
    ]
}
