// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What the pages about one's own account say.
package protocol OwnWords: Sendable {
    var waysTitle: String { get }
    func signInName(_ name: String) -> String
    var changePassword: String { get }
    var choosePassword: String { get }
    var secondFactor: String { get }
    var hasSecondFactor: String { get }
    var noSecondFactor: String { get }
    var recoveryCodes: String { get }
    func recoveryCodesLeft(_ count: Int?) -> String

    var devicesTitle: String { get }
    var device: String { get }
    var began: String { get }
    var seen: String { get }
    var end: String { get }
    var thisOne: String { get }
    var endOthers: String { get }
    var rememberedTitle: String { get }
    var rememberedUntil: String { get }
    var forget: String { get }
    var recordsTitle: String { get }
    var recordsText: String { get }
    func name(_ device: Device) -> String
    func way(_ way: SignInWay) -> String

    var languageTitle: String { get }
    var mailTitle: String { get }
    var language: String { get }
    var save: String { get }
    var behalfTitle: String { get }
    var behalfLead: String { get }
    var behalf: String { get }
    func worksFor(_ organisation: String) -> String
    var worksForNobody: String { get }
    /// Where nothing was found, for who works for several.
    var otherWork: String { get }
    var another: String { get }
    var back: String { get }
    var newCard: String { get }
    var newCardText: String { get }
    var notMine: String { get }
    func done(_ what: OwnDone) -> String

    var passwordTitle: String { get }
    var passwordLead: String { get }
    var presentPassword: String { get }
    var presentHint: String { get }
    var presentWrong: String { get }
    var signInAgain: String { get }

    var factorLead: String { get }
    var factorNeeded: String { get }
    var factorOther: String { get }
    var factorPasskey: String { get }
    var factorReplaces: String { get }
    var factorBegin: String { get }
    var factorScan: String { get }
    var factorScanText: String { get }
    var factorSquare: String { get }
    var factorSecret: String { get }
    var factorFill: String { get }
    var factorConfirm: String { get }
    var factorWrong: String { get }

    var codesLead: String { get }
    var codesNeedFactor: String { get }
    var codesMake: String { get }
    var codesTitle: String { get }
    var codesShownOnce: String { get }
}

/// What was done on a page before the one that says so.
package enum OwnDone: String, CaseIterable, Sendable { case password, factor, ended, language, card }

extension Language {
    package var own: any OwnWords {
        switch self {
        case .nl: DutchOwn()
        case .en: EnglishOwn()
        }
    }
}
