// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A state or a part that somebody has: always a word.
package struct Tag: Component {
    package enum Kind: Hashable, Sendable { case plain, accent, near, acute, line }

    package let text: String
    package let kind: Kind

    package init(_ text: String, _ kind: Kind = .plain) {
        self.text = text
        self.kind = kind
    }

    package var html: HTML { "<span class=\"tag\(kindClass)\">\(text)</span>" }

    private var kindClass: HTML {
        switch kind {
        case .plain: ""
        case .accent: " tag--accent"
        case .near: " tag--near"
        case .acute: " tag--acute"
        case .line: " tag--line"
        }
    }

    package static let examples = [
        (name: "plain", value: Tag("Van kracht")),
        (name: "accent", value: Tag("Te tekenen", .accent)),
        (name: "near", value: Tag("Nakijken nodig", .near)),
        (name: "line", value: Tag("Begint nog", .line)),
        (name: "acute", value: Tag("Acuut", .acute)),
    ]
}
