// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct EnglishPasskeys: PasskeyWords {
    let use = "Sign in with a passkey"
    let make = "Make a passkey"
    let makeText = "You use your finger, your face or your phone's code. There is nothing to remember."
    let failedText = "It did not work. Try once more, or choose another way."
    let refusedTitle = "Signing in did not work"
    let refusedText = "Try once more, or sign in with your password."
    let toSignIn = "Back to signing in"
    let title = "Your passkeys"
    let lead = "With a passkey you sign in with your finger, your face or your device's code."
    let list = "Passkeys you have"
    let none = "You have no passkey yet."
    let add = "Another passkey"
    let neverUsed = "not used yet"
    let rename = "Another name"
    let label = "What do you call this passkey?"
    let labelMissing = "Give the passkey a name."
    let save = "Keep"
    let remove = "Remove"
    let lastTitle = "This is the only way you can sign in"
    let lastText = "First make another passkey or a password. Then you can remove this one."
    let againTitle = "Sign in again first"
    let againText = "You have been signed in for a while. Sign in again to change your passkeys."
    let again = "Sign in again"
    let addedTitle = "Your new passkey works."
    let noneMade = "No passkey was made. Try once more."
    let elsewhere = "You make passkeys on a device that knows them, with JavaScript on."

    func made(_ day: String) -> String { "made \(day)" }
    func used(_ day: String) -> String { "used \(day)" }
    func name(_ device: Device.System) -> String {
        switch device {
        case .iphone: "iPhone"
        case .ipad: "iPad"
        case .android: "Android phone"
        case .windows: "Windows computer"
        case .mac: "Mac"
        case .linux: "Linux computer"
        case .other: "Passkey"
        }
    }
}
