// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// A form that a device fills in: one button, and `passkey-form.js` does the rest.
///
/// It stays away without script, or where the browser knows no passkeys; a password is the way then.
struct PasskeyForm: Hashable, Sendable {
    /// The field with what the device answered.
    static let field = "answer"
    static let remember = "remember-passkey"

    /// For whom a passkey is made.
    struct Owner: Hashable, Sendable {
        let handle: [UInt8]
        /// As the device lists it, on the owner's own screen.
        let name: String
        /// What their devices call the passkeys they have already.
        let known: [[UInt8]]
        let offersRemembering: Bool
    }

    enum Purpose: Hashable, Sendable {
        case use(back: Link?)
        case make(Owner)
    }

    let action: Link
    let purpose: Purpose
    let host: String
    let question: String
    let token: String?
    let language: Language

    init(
        _ action: Link, _ purpose: Purpose, host: String, question: String, token: String?, _ language: Language
    ) {
        self.action = action
        self.purpose = purpose
        self.host = host
        self.question = question
        self.token = token
        self.language = language
    }

    private var words: any PasskeyWords { language.passkeys }

    var html: HTML {
        switch purpose {
        case .use(let back):
            form(
                "use", .empty,
                """
                \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" as HTML })
                <p>\(Button(words.use, .submit(), .quiet, icon: .key))</p>
                """)
        case .make(let owner):
            form(
                "make",
                """
                 data-handle="\(String(decoding: owner.handle, as: UTF8.self))" data-owner="\(owner.name)" \
                data-known="\(owner.known.map(Self.hexadecimal).joined(separator: " "))"
                """,
                """

                <p>\(words.makeText)</p>
                \(if: owner.offersRemembering, remembering)
                <p>\(Button(words.make, .submit(), icon: .key))</p>
                """)
        }
    }

    private func form(_ purpose: StaticString, _ facts: HTML, _ content: HTML) -> HTML {
        """
        <form class="flow" action="\(action)" method="post" data-passkey="\(HTML(stringLiteral: purpose))" \
        data-host="\(host)" data-question="\(question)"\(facts) hidden>\(token.map(CSRF.field))\
        <input type="hidden" name="\(Self.field)" value="">\(content)
        <p class="field__error" role="alert" data-failed hidden>\(words.failedText)</p>
        </form>
        """
    }

    private var remembering: HTML {
        Choices(
            language, Self.remember, legend: language.signIn.remember, .several,
            [Choices.Choice("yes", language.signIn.rememberYes, text: language.signIn.rememberText)]
        ).html
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
