// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// More, when asked for.
package struct Details: Component {
    package let summary: String
    package let content: HTML
    /// Where something in it is to be mended.
    package let isOpen: Bool

    package init(_ summary: String, isOpen: Bool = false, _ content: HTML) {
        self.summary = summary
        self.isOpen = isOpen
        self.content = content
    }

    package var html: HTML {
        """
        <details class="details"\(if: isOpen, " open")><summary class="details__summary">\(summary)</summary>
        <div class="flow">\(content)</div>
        </details>
        """
    }

    package static let examples = [
        (name: "closed", value: Details("Liever met wachtwoord", "<p>Vul je e-mailadres in.</p>")),
        (name: "open", value: Details("Het eerste gesprek", isOpen: true, "<p>Schrijf op met wie je sprak.</p>")),
    ]
}

/// Labels with what they are, each on its line.
package struct Facts: Component {
    package struct Fact: Hashable, Sendable {
        package let label: String
        package let value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    package let facts: [Fact]

    package init(_ facts: [Fact]) { self.facts = facts }

    package var html: HTML {
        "<dl class=\"facts\">\(facts, { "<dt>\($0.label)</dt><dd>\($0.value)</dd>" })</dl>"
    }

    package static let examples = [
        (name: "two", value: Facts([Fact("Overdrachten", "3"), Fact("Weken gewacht", "22, bij elkaar opgeteld")]))
    ]
}
