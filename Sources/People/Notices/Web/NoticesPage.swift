// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What was typed on the page about mail.
struct NoticeDraft: Equatable {
    var address = ""
    var isOwn = false
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        address = form.text("address")
        isOwn = form.text("own") == "yes"
    }
}

/// Whether a mail tells somebody that something is new, and where to.
struct NoticesPage: Equatable {
    let language: Language
    /// Whether this installation sends mail at all.
    let isPossible: Bool
    /// The address to which mail goes.
    let chosen: String?
    let isRefused: Bool
    /// The address to which a code was sent that waits to be typed.
    let asked: String?
    let isCodeRefused: Bool
    let draft: NoticeDraft
    let token: String

    private var words: any NoticeWords { language.notices }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.account, language.accounts.accountTitle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !isPossible, Notice(.about, words.offHereTitle, words.offHereText).html)\
        \(chosen.map(state))\
        \(if: isPossible, forms)
        """
    }

    private var forms: HTML { "\(asked.map(codeForm))\(addressForm)" }

    private func state(_ address: String) -> HTML {
        """
        \(if: isRefused, Notice(.near, words.refusedTitle, words.refusedText(address)).html,
            else: Notice(.good, words.onTitle, words.onText(address)).html)
        \(ActForm(.noticesEnd, token: token, title: words.turnOff, .quiet))
        """
    }

    private func codeForm(_ address: String) -> HTML {
        Section(
            "confirm", words.codeTitle,
            """
            \(if: isCodeRefused, Notice(.near, words.refusedTitle, words.refusedText(address)).html)\
            <form class="flow" action="\(Link.noticeAddress)" method="post">\(CSRF.field(token))
            \(Field(
                language, "code", label: words.codeLabel, hint: words.codeHint(address), error: draft.errors["code"],
                kind: .code, limit: 7, autocomplete: "one-time-code"))
            \(Actions([Button(words.confirm, .submit())]))
            </form>
            """
        ).html
    }

    private var addressForm: HTML {
        let isFirst = chosen == nil && asked == nil
        return Section(
            "choose", isFirst ? words.turnOnTitle : words.otherTitle,
            """
            <form class="flow" action="\(Link.noticeCodes)" method="post">\(CSRF.field(token))
            <input type="hidden" name="page" value="\(Link.notices)">
            \(Field(
                language, "address", label: words.addressLabel, hint: words.addressHint, value: draft.address,
                error: draft.errors["address"], kind: .email, limit: 254, autocomplete: "email"))
            \(Choices(
                language, "own", legend: words.ownLegend, hint: words.ownHint, error: draft.errors["own"], .several,
                [Choices.Choice("yes", words.own, isChosen: draft.isOwn)]))
            \(Actions([Button(words.sendCode, .submit(), isFirst ? .main : .quiet)]))
            </form>
            """
        ).html
    }
}
