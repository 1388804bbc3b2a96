// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What is said while somebody signs in, or chooses with what.
package protocol SignInWords: Sendable {
    var formTitle: String { get }
    var name: String { get }
    var password: String { get }
    var remember: String { get }
    var rememberYes: String { get }
    var rememberText: String { get }
    var knownTitle: String { get }
    var knownText: String { get }
    var goOn: String { get }
    var nameMissing: String { get }
    var passwordMissing: String { get }
    /// The name is not known, or the password is another: the same words.
    var wrong: String { get }
    var waitTitle: String { get }
    func wait(_ span: String) -> String

    var codeTitle: String { get }
    var codeLead: String { get }
    var code: String { get }
    var codeHint: String { get }
    var codeWrong: String { get }
    var codeMissing: String { get }
    var codeLost: String { get }
    var codeLostText: String { get }
    var startAgain: String { get }

    var newName: String { get }
    var newNameHint: String { get }
    var newPassword: String { get }
    func newPasswordHint(_ shortest: Int) -> String
    func refused(_ refusal: Password.Refusal) -> String
    func refused(_ refusal: SignInName.Refusal) -> String
}

extension Language {
    package var signIn: any SignInWords {
        switch self {
        case .nl: DutchSignIn()
        case .en: EnglishSignIn()
        }
    }
}
