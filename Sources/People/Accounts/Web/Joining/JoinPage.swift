// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// The door for who has a card: its code, and the figures that were said.
struct JoinPage: Hashable {
    let language: Language
    /// The form token, where somebody is signed in already.
    let token: String?
    var code = ""
    var errors: [FieldError] = []
    /// How long the next try has to wait.
    var wait: Duration?
    /// They were here before, and it took too long.
    var isAgain = false

    init(_ language: Language, token: String?) {
        self.language = language
        self.token = token
    }

    private var words: any JoiningWords { language.joining }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: isAgain, "\(Notice(.near, words.overTitle, words.overText))")\(wait.map(waiting))
        <form class="flow joining" action="\(Link.joinCards)" method="post">\(token.map(CSRF.field))
        \(Field(
            language, "code", label: words.code, hint: words.codeHint, value: code, error: errors["code"], kind: .code,
            limit: 40, autocomplete: "off"))
        \(Field(
            language, "pin", label: words.pin, hint: words.pinHint, error: errors["pin"], kind: .number, limit: 8,
            autocomplete: "off"))
        <p>\(Button(words.goOn, .submit()))</p>
        </form>
        """
    }

    private func waiting(_ span: Duration) -> HTML {
        "\(Notice(.near, language.signIn.waitTitle, words.wait(language.span(span.minutesLeft))))"
    }
}
