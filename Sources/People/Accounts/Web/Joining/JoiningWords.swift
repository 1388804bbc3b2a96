// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What is said on a card, and to who joins with one.
package protocol JoiningWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var code: String { get }
    var codeHint: String { get }
    var codeMissing: String { get }
    var pin: String { get }
    var pinHint: String { get }
    var pinMissing: String { get }
    /// Used, void, past its end, or never made: the same words.
    var wrong: String { get }
    var goOn: String { get }
    var overTitle: String { get }
    var overText: String { get }
    func wait(_ span: String) -> String

    func welcome(_ name: String) -> String
    var welcomeTitle: String { get }
    func purpose(_ kind: Account.Kind) -> String
    var beforeTitle: String { get }
    var beforeText: String { get }
    var byPasskey: String { get }
    var byPassword: String { get }
    var byPasswordFirst: String { get }
    var choose: String { get }
    var passkeyFailed: String { get }
    var passkeyFailedText: String { get }

    var cardTitle: String { get }
    var cardName: String { get }
    var cardLead: String { get }
    var cardPurpose: String { get }
    func cardFirst(_ address: String) -> String
    var cardThen: String { get }
    var cardLast: String { get }
    func cardUntil(_ day: String) -> String
    var cardFound: String { get }
    var cardPicture: String { get }
    var cardPrint: String { get }
    var spoken: String { get }
    var spokenText: String { get }
    var onceTitle: String { get }
    var onceText: String { get }
    func replaces(_ isReplacing: Bool) -> String?

    func open(_ until: String) -> String
    func used(_ at: String) -> String
    var usedText: String { get }
    func voided(_ at: String) -> String
    var voidedText: String { get }
    func past(_ day: String) -> String
    var pastText: String { get }
}

extension Language {
    package var joining: any JoiningWords {
        switch self {
        case .nl: DutchJoining()
        case .en: EnglishJoining()
        }
    }
}
