// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// After the card: for whom this is, and the choice how to come in from now on.
struct WelcomePage: Hashable {
    static let remember = "remember"

    let language: Language
    let account: Account
    let token: String?
    /// Whether there was a way in before, which ends.
    let isReplacing: Bool
    let passkey: PasskeyForm?
    var credentials = ChosenCredentials()
    var remembers = false
    var hasPasskeyFailed = false

    init(
        _ language: Language, _ account: Account, token: String?, isReplacing: Bool, passkey: PasskeyForm?
    ) {
        self.language = language
        self.account = account
        self.token = token
        self.isReplacing = isReplacing
        self.passkey = passkey
    }

    private var words: any JoiningWords { language.joining }
    private var errors: [FieldError] { credentials.errors }

    var html: HTML {
        """
        \(PageHead(
            words.welcome(account.profile.name), lead: words.purpose(account.kind),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: hasPasskeyFailed, "\(Notice(.near, words.passkeyFailed, words.passkeyFailedText))")\
        \(if: isReplacing, "\(Notice(.near, words.beforeTitle, words.beforeText))")
        <div class="doors">
        \(passkey.map(byPasskey))\(byPassword)
        </div>
        """
    }

    /// The heading goes away with the form, where there are no passkeys.
    private func byPasskey(_ form: PasskeyForm) -> HTML {
        """
        <section class="door door--first" aria-labelledby="by-passkey" data-passkey-part hidden>
        <h2 id="by-passkey">\(words.byPasskey)</h2>
        \(form.html)
        </section>

        """
    }

    private var byPassword: HTML {
        """
        <section class="door" aria-labelledby="by-password">
        <h2 id="by-password">\(words.byPassword)</h2>
        <p>\(words.byPasswordFirst)</p>
        <form class="flow" action="\(Link.joinPasswords)" method="post">\(token.map(CSRF.field))
        \(credentials.fields(language))
        \(if: RememberedDevice.isFor(account.kind), remembering)
        <p>\(Button(words.choose, .submit(), passkey == nil ? .main : .quiet))</p>
        </form>
        </section>
        """
    }

    private var remembering: HTML {
        Choices(
            language, Self.remember, legend: language.signIn.remember, .several,
            [
                Choices.Choice(
                    "yes", language.signIn.rememberYes, text: language.signIn.rememberText, isChosen: remembers)
            ]
        ).html
    }
}
