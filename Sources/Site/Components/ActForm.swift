// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// One act that needs nothing typed: a form with one button.
package struct ActForm: Component {
    package let action: Link
    package let token: String
    package let title: String
    package let about: String?
    package let weight: Button.Weight
    package let form: FormID?
    /// To which page it leads back, where that is not the act's own.
    package let back: String?

    package init(
        _ action: Link, token: String, title: String, about: String? = nil, _ weight: Button.Weight = .text,
        form: FormID? = nil, back: String? = nil
    ) {
        self.action = action
        self.token = token
        self.title = title
        self.about = about
        self.weight = weight
        self.form = form
        self.back = back
    }

    package var html: HTML {
        """
        <form action="\(action)" method="post">\(CSRF.field(token))\(form?.field)\
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" as HTML })\
        \(Button(title, .submit(), weight, about: about, isSmall: weight == .soft))</form>
        """
    }

    package static let examples = [
        (name: "text", value: ActForm("#", token: "dG9rZW4=", title: "Vraag waarom", about: "Marieke Postma")),
        (name: "soft", value: ActForm("#", token: "dG9rZW4=", title: "Aannemen", .soft, form: FormID("7c9e6679"))),
    ]
}
