// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A question with answers to choose from: one of them, or as many as apply.
package struct Choices: Component {
    package enum Kind: Hashable, Sendable { case one, several }

    package struct Choice: Hashable, Sendable {
        package let value: String
        package let label: String
        package let text: String?
        package let isChosen: Bool

        package init(_ value: String, _ label: String, text: String? = nil, isChosen: Bool = false) {
            self.value = value
            self.label = label
            self.text = text
            self.isChosen = isChosen
        }
    }

    package let language: Language
    package let name: String
    package let legend: String
    package let hint: String?
    package let error: String?
    package let kind: Kind
    package let choices: [Choice]
    /// Choosing between things with facts: each stands on a card of its own.
    package let areCards: Bool

    package init(
        _ language: Language, _ name: String, legend: String, hint: String? = nil, error: String? = nil, _ kind: Kind,
        _ choices: [Choice], areCards: Bool = false
    ) {
        self.language = language
        self.name = name
        self.legend = legend
        self.hint = hint
        self.error = error
        self.kind = kind
        self.choices = choices
        self.areCards = areCards
    }

    package var html: HTML {
        """
        <div class="choices\(if: error != nil, " field--error")"><fieldset class="fieldset"\(attribute: "aria-describedby", describedBy)>
        <legend class="legend\(if: !areCards, " legend--small")">\(legend)</legend>
        \(hint.map { "<p class=\"field__hint\" id=\"\(name)-hint\">\($0)</p>\n" as HTML })\
        \(error.map { FieldError(name, $0).line(language) })\
        \(choices.enumerated(), choice)
        </fieldset></div>
        """
    }

    private func choice(_ place: Int, _ choice: Choice) -> HTML {
        let id = place == 0 ? name : "\(name)-\(place + 1)"
        return """
            <div class="choice\(if: areCards, " choice--card")">
            <input class="choice__input" type="\(if: kind == .one, "radio", else: "checkbox")" name="\(name)" id="\(id)" \
            value="\(choice.value)"\(if: choice.isChosen, " checked")>
            <label class="choice__label" for="\(id)">\(choice.label)</label>
            \(choice.text.map { "<p class=\"choice__text\">\($0)</p>\n" as HTML })</div>

            """
    }

    private var describedBy: String? {
        let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    package static let examples = [
        (
            name: "one",
            value: Choices(
                .nl, "consent", legend: "Mag Het Anker jullie verhaal lezen?", .one,
                [
                    Choice("yes", "Ja, een jaar lang", text: "Je kunt altijd stoppen."),
                    Choice("no", "Nee", text: "Dan ziet Het Anker alleen wie er in de kring zit."),
                ]
            )
        ),
        (
            name: "several, with an error",
            value: Choices(
                .nl, "readers", legend: "Wie mag dit lezen?", hint: "Jij leest zelf altijd mee.",
                error: "Kies één of meer mensen.", .several,
                [
                    Choice("joost", "Joost", text: "vader van Noor en Sem"),
                    Choice("sanne", "Sanne Kuipers", isChosen: true),
                ]
            )
        ),
        (
            name: "cards",
            value: Choices(
                .nl, "provider", legend: "Wie vraag je?", .one,
                [Choice("a", "Het Anker", text: "Gesprekken voor jongeren. Zuilen, 1,2 km.", isChosen: true)],
                areCards: true
            )
        ),
    ]
}
