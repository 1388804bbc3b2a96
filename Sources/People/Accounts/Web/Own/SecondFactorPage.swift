// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What a second factor is, and the button that begins to set it up.
struct SecondFactorPage: Hashable {
    let need: OwnProof.Need
    let replaces: Bool
    /// Whether it is needed before anything else.
    let isLimited: Bool
    /// Whether there is another one, to sign in with instead.
    let hasOther: Bool
    let token: String
    let language: Language
    var errors: [FieldError] = []

    private var words: any OwnWords { language.own }

    var html: HTML {
        """
        \(PageHead(
            words.secondFactor, lead: words.factorLead, above: isLimited ? nil : More(.account, words.back),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: isLimited, "\(Notice(.about, hasOther ? words.factorOther : words.factorNeeded))\n")\
        \(if: replaces, "<p>\(words.factorReplaces)</p>\n")\(if: !hasOther, form)
        \(if: isLimited, "<div class=\"section\">\(leave)</div>")
        """
    }

    private var form: HTML {
        """
        <form class="flow section--tight" action="\(Link.ownSecrets)" method="post">\(CSRF.field(token))
        \(OwnProof.part(need, errors, language))
        <p>\(Button(words.factorBegin, .submit()))</p>
        </form>
        \(if: isLimited, "<p class=\"section--tight\">\(More(.ownPasskeys, words.factorPasskey))</p>")
        """
    }

    private var leave: HTML {
        ActForm(.sessionEnd, token: token, title: language.accounts.signOut, .text).html
    }
}

/// The secret for the app, as a square and to type over, and the field for its first code.
struct SecretPage: Hashable {
    let groups: String
    let address: String
    let token: String
    let language: Language
    var errors: [FieldError] = []

    private var words: any OwnWords { language.own }

    var html: HTML {
        """
        \(PageHead(
            words.factorScan, lead: words.factorScanText,
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(QRCode(address, label: words.factorSquare))
        <p>\(words.factorSecret)</p>
        <p class="input--code"><strong>\(groups)</strong></p>
        <form class="flow section--tight" action="\(Link.secondFactor)" method="post">\(CSRF.field(token))
        \(Field(
            language, "code", label: words.factorFill, error: errors["code"], kind: .code, limit: 7,
            autocomplete: "one-time-code"))
        <p>\(Button(words.factorConfirm, .submit()))</p>
        </form>
        """
    }
}

/// What recovery codes are, and the button that makes a new set.
struct RecoveryBeginPage: Hashable {
    let need: OwnProof.Need
    let hasSecondFactor: Bool
    let left: Int?
    let token: String
    let language: Language
    var errors: [FieldError] = []

    private var words: any OwnWords { language.own }

    var html: HTML {
        """
        \(PageHead(
            words.recoveryCodes, lead: words.codesLead, above: More(.account, words.back),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(if: hasSecondFactor, form, else: "<p>\(More(.secondFactor, words.codesNeedFactor))</p>")
        """
    }

    private var form: HTML {
        """
        <p>\(words.recoveryCodesLeft(left))</p>
        <form class="flow section--tight" action="\(Link.recoveryCodes)" method="post">\(CSRF.field(token))
        \(OwnProof.part(need, errors, language))
        <p>\(Button(words.codesMake, .submit()))</p>
        </form>
        """
    }
}

/// A set of recovery codes, the one time that they are shown.
struct RecoveryCodesPage: Hashable {
    let codes: [String]
    let next: Link
    let language: Language

    private var words: any OwnWords { language.own }

    var html: HTML {
        """
        \(PageHead(words.codesTitle, lead: words.codesLead))
        <p>\(words.codesShownOnce)</p>
        <ol class="flow">
        \(codes, { "<li><code>\($0)</code></li>\n" })</ol>
        \(Actions([
            Button(language.signIn.goOn, .link(next)), Button(language.site.print, .print, .quiet, icon: .print),
        ]))
        """
    }
}
