// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where a message is written: to whom, then what.
package struct Composer: Component {
    package let language: Language
    package let action: Link
    package let token: String
    package let form: FormID
    package let title: String
    /// To whom, with their discs; left out where the form asks it.
    package let discs: [Disc]
    package let names: String?
    package let change: More?
    /// What stands before the text, such as a field for the subject or the choice of readers.
    package let before: HTML
    package let field: Field

    package init(
        _ language: Language, action: Link, token: String, form: FormID, title: String, to discs: [Disc] = [],
        names: String? = nil, change: More? = nil, before: HTML = .empty, field: Field
    ) {
        self.language = language
        self.action = action
        self.token = token
        self.form = form
        self.title = title
        self.discs = discs
        self.names = names
        self.change = change
        self.before = before
        self.field = field
    }

    package var html: HTML {
        """
        <form class="composer section--tight" action="\(action)" method="post" aria-labelledby="write">
        <h2 class="legend--small" id="write">\(title)</h2>
        \(names.map(recipients))\(before)\(field)
        <p class="field__error" role="alert" data-unreached hidden>\(Icon.attention.html())\
        <span>\(language.site.unreached)</span></p>
        \(Actions([Button(language.site.send, .submit())]))
        \(CSRF.field(token))\(form.field)
        </form>
        """
    }

    private func recipients(_ names: String) -> HTML {
        """
        <p class="composer__to">\(Discs(discs.prefix(8).map(\.small)))<span>\(language.site.to(names))</span>\
        \(change.map { " \($0)" as HTML })</p>

        """
    }

    package static let examples = [
        (
            name: "to three",
            value: Composer(
                .nl, action: "#", token: "dG9rZW4=", form: FormID("7c9e6679"), title: "Schrijf een bericht",
                to: [Disc("JW", .family), Disc("SK", .professional), Disc("MP", .professional)],
                names: "Joost, Sanne en Marieke", change: More("#", "Aan iemand anders"),
                field: Field(.nl, "text", label: "Jouw bericht", kind: .paragraphs(rows: 4))
            )
        )
    ]
}
