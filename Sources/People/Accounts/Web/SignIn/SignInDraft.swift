// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

/// A name and a password as they were typed to come in, with what is wrong.
struct SignInDraft: Hashable, Sendable {
    /// More than anybody types.
    private static let longest = 1_000

    var name = ""
    var password = ""
    var remembers = false
    var back: Link?
    var errors: [FieldError] = []
    /// How long the next guess has to wait.
    var wait: Duration?

    init(back: Link?) { self.back = back }

    init(_ form: FormBody, _ language: Language) {
        name = String(form.text("name").prefix(Self.longest))
        password = form.text("password")
        remembers = form.text("remember") == "yes"
        back = Link(local: form.text("back"))
        if name.isEmpty { errors.append(FieldError("name", language.signIn.nameMissing)) }
        if password.isEmpty { errors.append(FieldError("password", language.signIn.passwordMissing)) }
    }

    /// The name whose account is looked up; nil when nobody can have it.
    var signInName: SignInName? { try? SignInName(name) }
}

extension Duration {
    /// Whole seconds after which it is over.
    var secondsLeft: Int { Int((inMilliseconds + 999) / 1_000) }

    /// In whole minutes, as it is said.
    var minutesLeft: Duration { .minutes((secondsLeft + 59) / 60) }
}
