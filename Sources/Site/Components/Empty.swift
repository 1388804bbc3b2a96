// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Nothing here yet, and what to do about it.
package struct Empty: Component {
    package let title: String
    package let text: String
    package let action: Button?

    package init(_ title: String, _ text: String, action: Button? = nil) {
        self.title = title
        self.text = text
        self.action = action
    }

    package var html: HTML {
        """
        <div class="empty"><svg class="empty__ring" viewBox="0 0 80 80" aria-hidden="true">\
        <circle cx="40" cy="40" r="34" stroke-dasharray="1 8"/><circle cx="40" cy="40" r="20"/></svg>
        <p class="empty__title">\(title)</p><p>\(text)</p>\(action)</div>
        """
    }

    package static let examples = [
        (
            name: "with an action",
            value: Empty(
                "Er zijn nog geen gesprekken", "Schrijf je een bericht, dan staat het hier.",
                action: Button("Schrijf een bericht", .link("#"), .quiet)
            )
        )
    ]
}
