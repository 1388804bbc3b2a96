// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// In a form in which somebody writes: that the server can't be reached, shown by a script instead of sending the form.
package struct Unreached: Component {
    package let language: Language

    package init(_ language: Language) { self.language = language }

    package var html: HTML {
        """
        <p class="field__error" role="alert" data-unreached hidden>\(Icon.attention.html())\
        <span>\(language.site.unreached)</span></p>

        """
    }

    package static let examples = [(name: "hidden until then", value: Unreached(.nl))]
}
