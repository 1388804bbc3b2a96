// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct EnglishOwn: OwnWords {
    let waysTitle = "How you sign in"
    func signInName(_ name: String) -> String { "Your sign-in name is \(name)." }
    let changePassword = "Change your password"
    let choosePassword = "Choose a password"
    let secondFactor = "App with codes"
    let hasSecondFactor = "When you sign in we also ask a code from your app."
    let noSecondFactor = "You have no app with codes yet."
    let recoveryCodes = "Recovery codes"
    func recoveryCodesLeft(_ count: Int?) -> String {
        switch count {
        case nil: "You have no recovery codes yet."
        case 0: "All your recovery codes were used. Make new ones."
        case 1: "You have one recovery code left."
        case let count?: "You have \(count) recovery codes left."
        }
    }

    let devicesTitle = "Where you are signed in now"
    let device = "Device"
    let began = "Signed in"
    let seen = "Last used"
    let end = "End"
    let thisOne = "this device"
    let endOthers = "Sign out on all other devices"
    let rememberedTitle = "Remembered devices"
    let rememberedUntil = "Remembered until"
    let forget = "Forget"
    let recordsTitle = "Last signed in"
    let recordsText = "You don't recognise something? Change your password and sign out everywhere."
    func name(_ device: Device) -> String {
        let system =
            switch device.system {
            case .android: "phone or tablet with Android"
            case .iphone: "iPhone"
            case .ipad: "iPad"
            case .windows: "computer with Windows"
            case .mac: "Mac"
            case .linux: "computer with Linux"
            case .other: "unknown device"
            }
        return device.program == .other ? system : "\(system), \(device.program.rawValue.capitalized)"
    }
    func way(_ way: SignInWay) -> String {
        switch way {
        case .password: "by password"
        case .code: "by password and code"
        case .passkey: "by passkey"
        case .card: "by a card"
        case .remembered: "on a remembered device"
        case .demo: "by one click"
        }
    }

    let languageTitle = "Language"
    let mailTitle = "Mail"
    let language = "In which language do you want to read Rondom?"
    let save = "Save"
    let behalfTitle = "For whom do you work now?"
    let behalfLead = "You work for more than one organisation. Choose for which one you work now."
    let behalf = "Organisation"
    func worksFor(_ organisation: String) -> String { "You work for \(organisation) now." }
    let worksForNobody = "You have not chosen yet for whom you work now."
    let otherWork = "Are you looking for something of your other work? Then choose that organisation."
    let another = "Choose another organisation"
    let newCard = "A new card was made for you"
    let newCardText = """
        Whoever uses it gets into your account. How you sign in now will then no longer work. Is that not right? Then end \
        the card.
        """
    let notMine = "This is not right: end the card"
    let back = "About you"
    func done(_ what: OwnDone) -> String {
        switch what {
        case .password: "Your password is changed. On other devices you are signed out."
        case .factor: "Your app with codes is set up."
        case .ended: "You are signed out there now."
        case .card: "The card no longer works."
        case .language: "Your language is saved."
        }
    }

    let passwordTitle = "Your password"
    let passwordLead = "On other devices you will be signed out."
    let presentPassword = "Your present password"
    let presentHint = "So that we know it is you."
    let presentWrong = "This is not your present password."
    let signInAgain = "Sign out and in again. Then try once more."

    let factorLead =
        "An app on your phone shows another code every half minute. So nobody gets in with your password alone."
    let factorNeeded = "Whoever works with families needs this. After it you can go on."
    let factorOther = "You have a passkey already. Sign out here and sign in with it."
    let factorPasskey = "Or make a passkey on this device"
    let factorReplaces = "You have an app already. The new one takes the place of the old one."
    let factorBegin = "Set up"
    let factorScan = "Scan with your app"
    let factorScanText = "Open an app for codes on your phone and scan this square."
    let factorSquare = "Square to scan with your app"
    let factorSecret = "Scanning does not work? Then type these letters and digits over in the app."
    let factorFill = "The code that your app shows now"
    let factorConfirm = "Confirm"
    let factorWrong = "This code is not right. See whether the clock of your phone is right."

    let codesLead = "With a recovery code you sign in when your phone is gone. Each code works once."
    let codesNeedFactor = "Set up an app with codes first."
    let codesMake = "Make new codes"
    let codesTitle = "Keep these codes"
    let codesShownOnce =
        "You see them only now. Write them down or print them, and don't keep them on your phone. Older codes no longer work."
}
