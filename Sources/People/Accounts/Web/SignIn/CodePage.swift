// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// The second step of signing in: a code of the app, or one from paper.
struct CodePage: Hashable {
    let language: Language
    let back: Link?
    let remembers: Bool
    var errors: [FieldError] = []
    var wait: Duration?

    private var words: any SignInWords { language.signIn }

    var html: HTML {
        """
        \(PageHead(
            words.codeTitle, lead: words.codeLead, errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(wait.map { "\(Notice(.near, words.waitTitle, words.wait(language.span($0.minutesLeft))))\n" as HTML })\
        <form class="flow" action="\(Link.signInCode)" method="post">\(hidden)
        \(Field(
            language, "code", label: words.code, hint: words.codeHint, error: errors["code"], kind: .code, limit: 20,
            autocomplete: "one-time-code"))
        <p>\(Button(language.accounts.signIn, .submit()))</p>
        </form>
        <div class="section--tight">\(Details(words.codeLost, "<p>\(words.codeLostText)</p>"))</div>
        <p class="section--tight">\(More(.signIn.with(query: ["back": back?.text]), words.startAgain))</p>
        """
    }

    private var hidden: HTML {
        """
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" as HTML })\
        \(if: remembers, "<input type=\"hidden\" name=\"remember\" value=\"yes\">")
        """
    }
}
