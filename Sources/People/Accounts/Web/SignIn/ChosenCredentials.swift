// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// A sign-in name and a password that somebody chooses, as they typed them, with what must be mended.
package struct ChosenCredentials: Hashable, Sendable {
    package static let nameField = "name"
    package static let passwordField = "new-password"

    package let name: String
    private let password: String
    package private(set) var errors: [FieldError] = []

    package init() { (name, password) = ("", "") }

    package init(_ form: FormBody) {
        name = form.text(Self.nameField)
        password = form.text(Self.passwordField)
    }

    /// What was chosen, or nil with the errors.
    package mutating func parsed(_ language: Language) -> (name: SignInName, password: Password)? {
        var chosen: SignInName?
        do { chosen = try SignInName(name) } catch { refuse(error, language) }
        do {
            let password = try Password(password, name: chosen)
            return chosen.map { ($0, password) }
        } catch {
            errors.append(FieldError(Self.passwordField, language.signIn.refused(error)))
            return nil
        }
    }

    /// Adds why a name can't be had.
    package mutating func refuse(_ refusal: SignInName.Refusal, _ language: Language) {
        errors.append(FieldError(Self.nameField, language.signIn.refused(refusal)))
    }

    /// The two fields, with the errors beside them; a password is never filled in again.
    package func fields(_ language: Language) -> HTML {
        """
        \(Field(
            language, Self.nameField, label: language.signIn.newName, hint: language.signIn.newNameHint, value: name,
            error: errors[Self.nameField], limit: SignInName.longest, autocomplete: "username"))
        \(Self.passwordPart(language, error: errors[Self.passwordField]))
        """
    }

    /// The field for a new password alone.
    package static func passwordPart(_ language: Language, error: String?) -> HTML {
        Field(
            language, passwordField, label: language.signIn.newPassword,
            hint: language.signIn.newPasswordHint(Password.shortest), error: error, kind: .password,
            autocomplete: "new-password"
        )
        .html
    }
}
