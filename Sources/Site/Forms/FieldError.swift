// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What is not right about a field, said as what to do, such as "Kies een dag vanaf vandaag".
package struct FieldError: Error, Hashable, Sendable {
    /// The field's name, which is also its `id` on the page.
    package let field: String
    package let text: String

    package init(_ field: String, _ text: String) {
        self.field = field
        self.text = text
    }

    /// The line under the field's label.
    package func line(_ language: Language) -> HTML {
        """
        <p class="field__error" id="\(field)-error">\(Icon.attention.html())<span><span class="hidden-visually">\
        \(language.site.error): </span>\(text)</span></p>

        """
    }
}

extension [FieldError] {
    /// What is not right about a field, to stand beside it.
    package subscript(_ field: String) -> String? { first { $0.field == field }?.text }
}
