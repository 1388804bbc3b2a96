// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What is not right yet in a form, above everything on the page; each line leads to its field.
package struct ErrorSummary: Component {
    package let language: Language
    package let errors: [FieldError]

    package init(_ language: Language, _ errors: [FieldError]) {
        self.language = language
        self.errors = errors
    }

    package var html: HTML {
        guard !errors.isEmpty else { return .empty }
        return """
            <div class="errors" role="alert" tabindex="-1" data-focus aria-labelledby="errors">
            <h2 class="errors__title" id="errors">\(language.site.missing(errors.count))</h2>
            <ul class="errors__list">\(errors, line)</ul>
            </div>

            """
    }

    private func line(_ error: FieldError) -> HTML {
        "<li><a href=\"\(Link.part(error.field))\">\(error.text)</a></li>"
    }

    package static let examples = [
        (name: "one", value: ErrorSummary(.nl, [FieldError("day", "Kies een dag vanaf vandaag.")])),
        (
            name: "two",
            value: ErrorSummary(
                .en, [FieldError("day", "Choose a day from today."), FieldError("consent", "Choose yes or no.")]
            )
        ),
    ]
}
