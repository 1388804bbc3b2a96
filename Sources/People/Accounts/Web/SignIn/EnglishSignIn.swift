// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct EnglishSignIn: SignInWords {
    let formTitle = "Do you have an account?"
    let name = "Sign-in name or e-mail address"
    let password = "Password"
    let remember = "Remember this device?"
    let rememberYes = "Remember this device for a month"
    let rememberText = "Only do this on a device of your own. It does not work for those who work with families."
    let knownTitle = "This device is remembered"
    let knownText = "You can go on without a password."
    let goOn = "Go on"
    let nameMissing = "Fill in your sign-in name or e-mail address."
    let passwordMissing = "Fill in your password."
    let wrong = "This name and this password do not belong together. Try again."
    let waitTitle = "Wait a moment"
    let codeTitle = "One more step"
    let codeLead = "Open the app on your phone that shows codes. Fill in the code it shows now."
    let code = "Code"
    let codeHint = "Six digits from your app, or one of your recovery codes."
    let codeWrong = "This code is not right, or was used already. Wait for the next code in your app."
    let codeMissing = "Fill in the code."
    let codeLost = "Did you lose your phone?"
    let codeLostText = "Use a recovery code. Have you none? Ask your organisation's administrator for help."
    let startAgain = "Start again"
    let newName = "Choose a sign-in name"
    let newNameHint = "Your e-mail address, or a name you make up."
    let newPassword = "Choose a password"

    func wait(_ span: String) -> String {
        "A wrong password or code was filled in often. Try again in \(span)."
    }
    func newPasswordHint(_ shortest: Int) -> String {
        "At least \(shortest) characters. A sentence of a few words is strong and easy to remember."
    }
    func refused(_ refusal: Password.Refusal) -> String {
        switch refusal {
        case .tooShort: "Make your password longer: at least \(Password.shortest) characters."
        case .tooLong: "Make your password shorter: at most \(Password.longest) characters."
        case .common: "This password is easy to guess. Choose another."
        case .isName: "Choose another password than your sign-in name."
        }
    }
    func refused(_ refusal: SignInName.Refusal) -> String {
        switch refusal {
        case .empty: "Choose a sign-in name."
        case .tooShort: "Choose a name of at least three characters."
        case .tooLong: "Choose a shorter name."
        case .unprintable: "Choose a name of ordinary characters."
        case .taken: "Choose another name."
        }
    }
}
