// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

/// How one gets in.
struct SignInPage: Hashable {
    let language: Language
    /// The door to the invented town, where that is what this installation shows.
    let demo: Link?
    let draft: SignInDraft
    /// Whether this device is remembered, so that its owner comes in by one button.
    let isKnown: Bool
    /// The form token, where somebody is signed in already.
    let token: String?
    /// The button for who has a passkey, where this installation has them.
    let passkey: PasskeyForm?

    init(
        _ language: Language, demo: Link?, _ draft: SignInDraft, isKnown: Bool = false, token: String? = nil,
        passkey: PasskeyForm? = nil
    ) {
        self.passkey = passkey
        self.token = token
        self.language = language
        self.demo = demo
        self.draft = draft
        self.isKnown = isKnown
    }

    private var words: any AccountWords { language.accounts }
    private var signIn: any SignInWords { language.signIn }

    var html: HTML {
        """
        \(PageHead(
            words.signInTitle, lead: words.signInLead,
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(draft.wait.map(wait))<div class="doors">
        \(demo.map(town))\(if: isKnown, known)\(form)
        \(door("family", words.familyDoor, words.familyWay))
        \(door("work", words.workDoor, words.workWay))
        </div>
        <div class="section">\(Notice(.about, words.dangerTitle, words.dangerText))</div>
        """
    }

    private func wait(_ span: Duration) -> HTML {
        "\(Notice(.near, signIn.waitTitle, signIn.wait(language.span(span.minutesLeft))))\n"
    }

    private func town(_ link: Link) -> HTML {
        """
        <section class="door door--first" aria-labelledby="town">
        <h2 id="town">\(words.townDoor)</h2>
        <p>\(words.townText)</p>
        <p>\(Button(words.toTown, .link(link)))</p>
        </section>

        """
    }

    private var known: HTML {
        """
        <section class="door door--first" aria-labelledby="known">
        <h2 id="known">\(signIn.knownTitle)</h2>
        <p>\(signIn.knownText)</p>
        <form action="\(Link.signInRemembered)" method="post">\(token.map(CSRF.field))\(draft.back.map(returning))\
        \(Button(signIn.goOn, .submit()))</form>
        </section>

        """
    }

    private var isFirst: Bool { demo == nil && !isKnown }

    private var form: HTML {
        """
        <section class="door\(if: isFirst, " door--first")" aria-labelledby="own">
        <h2 id="own">\(signIn.formTitle)</h2>
        \(passkey?.html)
        <form class="flow" action="\(Link.signIn)" method="post">\(token.map(CSRF.field))\(draft.back.map(returning))
        \(Field(
            language, "name", label: signIn.name, value: draft.name, error: draft.errors["name"],
            limit: SignInName.longest, autocomplete: "username"))
        \(Field(
            language, "password", label: signIn.password, error: draft.errors["password"], kind: .password,
            autocomplete: "current-password"))
        \(Choices(
            language, "remember", legend: signIn.remember, .several,
            [Choices.Choice("yes", signIn.rememberYes, text: signIn.rememberText, isChosen: draft.remembers)]))
        <p>\(Button(words.signIn, .submit(), isFirst ? .main : .quiet))</p>
        </form>
        </section>
        """
    }

    private func returning(to link: Link) -> HTML { "<input type=\"hidden\" name=\"back\" value=\"\(link)\">" }

    private func door(_ id: String, _ title: String, _ text: String) -> HTML {
        """
        <section class="door" aria-labelledby="\(id)">
        <h2 id="\(id)">\(title)</h2>
        <p>\(text)</p>
        </section>
        """
    }
}
