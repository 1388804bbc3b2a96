// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A field to type in: label, hint, error and what was typed before.
package struct Field: Component {
    package enum Kind: Hashable, Sendable {
        case line, email, password, search, date, number
        /// A code from a card: large letters.
        case code
        /// Several lines; it grows with what is written.
        case paragraphs(rows: Int)
    }

    package let language: Language
    package let name: String
    package let label: String
    package let hint: String?
    package let value: String
    package let error: String?
    package let kind: Kind
    package let limit: Int?
    package let autocomplete: String?

    /// A field by its name, which is its `id`, too, so that the summary of errors can link to it.
    package init(
        _ language: Language, _ name: String, label: String, hint: String? = nil, value: String = "",
        error: String? = nil, kind: Kind = .line, limit: Int? = nil, autocomplete: String? = nil
    ) {
        self.language = language
        self.name = name
        self.label = label
        self.hint = hint
        self.value = value
        self.error = error
        self.kind = kind
        self.limit = limit
        self.autocomplete = autocomplete
    }

    package var html: HTML {
        """
        <div class="field\(if: error != nil, " field--error")">
        <label class="field__label" for="\(name)">\(label)</label>
        \(hint.map(hintLine))\(error.map(errorLine))\(input)
        </div>
        """
    }

    private func hintLine(_ hint: String) -> HTML {
        "<p class=\"field__hint\" id=\"\(name)-hint\">\(hint)</p>\n"
    }

    private func errorLine(_ error: String) -> HTML {
        FieldError(name, error).line(language)
    }

    private var input: HTML {
        switch kind {
        case .paragraphs(let rows):
            // A parser drops one line end right after the tag, so there is always one to drop.
            "<textarea class=\"input\"\(attributes) rows=\"\(rows)\" data-grow=\"\(rows)\">\n\(value)</textarea>"
        case .code:
            """
            <input class="input input--code" type="text" value="\(value)" autocapitalize="characters" spellcheck="false"\
            \(attributes)>
            """
        case .line, .email, .password, .search, .date, .number:
            "<input class=\"input\" type=\"\(type)\"\(if: kind != .password, " value=\"\(value)\"")\(attributes)>"
        }
    }

    private var attributes: HTML {
        """
         id="\(name)" name="\(name)"\(attribute: "aria-describedby", describedBy)\
        \(if: error != nil, " aria-invalid=\"true\"")\(attribute: "maxlength", limit.map(String.init))\
        \(attribute: "autocomplete", autocomplete)\(if: kind == .number, " inputmode=\"numeric\"")
        """
    }

    private var describedBy: String? {
        let parts = [hint.map { _ in "\(name)-hint" }, error.map { _ in "\(name)-error" }].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private var type: HTML {
        switch kind {
        case .email: "email"
        case .password: "password"
        case .search: "search"
        case .date: "date"
        case .line, .code, .number, .paragraphs: "text"
        }
    }

    package static let examples = [
        (
            name: "line",
            value: Field(
                .nl, "child", label: "Hoe heet je kind?", hint: "De naam die je zelf gebruikt.", value: "Noor",
                limit: 120
            )
        ),
        (
            name: "error",
            value: Field(
                .nl, "day", label: "Wanneer is het gesprek?", value: "3 december 2025",
                error: "Kies een dag vanaf vandaag."
            )
        ),
        (
            name: "paragraphs",
            value: Field(
                .nl, "question", label: "Jouw vraag aan Het Anker", hint: "In gewone woorden. Sem leest dit ook.",
                value: "Kan Sem iemand spreken?\n\nHij wil <geen> groep.", kind: .paragraphs(rows: 4)
            )
        ),
        (
            name: "code",
            value: Field(
                .nl, "code", label: "De code op je kaartje", hint: "Acht letters en cijfers.", kind: .code, limit: 9,
                autocomplete: "one-time-code"
            )
        ),
        (
            name: "password",
            value: Field(.en, "password", label: "Password", kind: .password, autocomplete: "current-password")
        ),
    ]
}
