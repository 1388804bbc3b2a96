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
    /// Where files can be chosen, if they can: then the form is sent in several parts.
    package let files: FileField?
    /// Where the text can be kept without sending it, and what the button says.
    package let draft: Draft?

    package struct Draft: Hashable, Sendable {
        package let link: Link
        package let title: String
        /// Said when the text was kept.
        package let said: String
        /// Whether it was kept just now, by the button.
        package let isKept: Bool

        package init(_ link: Link, title: String, said: String, isKept: Bool = false) {
            self.link = link
            self.title = title
            self.said = said
            self.isKept = isKept
        }
    }

    package init(
        _ language: Language, action: Link, token: String, form: FormID, title: String, to discs: [Disc] = [],
        names: String? = nil, change: More? = nil, before: HTML = .empty, field: Field,
        files: FileField? = nil, draft: Draft? = nil
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
        self.files = files
        self.draft = draft
    }

    package var html: HTML {
        """
        <form class="composer section--tight" action="\(action)" method="post"\
        \(if: files != nil, " enctype=\"multipart/form-data\"") aria-labelledby="write">
        \(CSRF.field(token))\(form.field)
        <h2 class="legend--small" id="write">\(title)</h2>
        \(names.map(recipients))\(before)\(field)\(files.map { "\n\($0)" as HTML })
        \(Unreached(language))\(if: draft == nil, Actions([Button(language.site.send, .submit())]).html)\(draft.map(actions))
        </form>
        """
    }

    /// Keeping the text needs no script; with one it happens by itself.
    private func actions(_ draft: Draft) -> HTML {
        """
        <p class="actions" data-draft="\(draft.link)">\(Button(language.site.send, .submit()))\
        <button class="textbutton" type="submit" formaction="\(draft.link)">\(draft.title)</button>
        <span class="soft small" role="status" data-draft-said="\(draft.said)">\(if: draft.isKept, "\(draft.said)")</span></p>
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
        ),
        (
            name: "with files and a draft",
            value: Composer(
                .nl, action: "#", token: "dG9rZW4=", form: FormID("7c9e6679"), title: "Schrijf een bericht",
                field: Field(.nl, "text", label: "Jouw bericht", kind: .paragraphs(rows: 4)),
                files: FileField.examples[0].value,
                draft: Draft("#", title: "Bewaar als concept", said: "Concept bewaard.")
            )
        ),
    ]
}
