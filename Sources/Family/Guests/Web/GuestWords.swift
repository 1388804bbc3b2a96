// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What the pages say to somebody without an account, and to who calls them.
protocol GuestWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func welcome(_ name: String, _ practice: String) -> String
    var again: String { get }
    var haveCode: String { get }
    var haveCodeText: String { get }
    var askCode: String { get }
    var askCodeText: String { get }
    var report: String { get }
    var reportText: String { get }
    var refer: String { get }
    var referText: String { get }
    var ask: String { get }
    var askText: String { get }
    var leave: String { get }

    // Asking a code.
    var requestTitle: String { get }
    var requestLead: String { get }
    var noPractices: String { get }
    var practice: String { get }
    var choose: String { get }
    var practiceMissing: String { get }
    var name: String { get }
    var nameMissing: String { get }
    var function: String { get }
    var functionHint: String { get }
    var functionMissing: String { get }
    var behalf: String { get }
    var behalfHint: String { get }
    var mail: String { get }
    func mailHint(mailed isMailed: Bool) -> String
    var mailWrong: String { get }
    var requestSend: String { get }
    var requestDone: String { get }
    var requestDoneText: String { get }

    // Coming in with it.
    var visitTitle: String { get }
    var visitLead: String { get }
    var visitLinkLead: String { get }
    var code: String { get }
    var codeHint: String { get }
    var codeWrong: String { get }
    var enter: String { get }

    // Referring and asking.
    func referLead(within days: Int) -> String
    var whom: String { get }
    var whomMissing: String { get }
    var waits: String { get }
    var other: String { get }
    var otherText: String { get }
    var childName: String { get }
    var childNameMissing: String { get }
    var birth: String { get }
    var birthMissing: String { get }
    var reach: String { get }
    var reachHint: String { get }
    var reachMissing: String { get }
    var apart: String { get }
    var apartHint: String { get }
    var typedKept: String { get }
    var question: String { get }
    var questionMissing: String { get }
    var why: String { get }
    var whyHint: String { get }
    var agreed: String { get }
    var agreedHint: String { get }
    func agreed(_ who: GuestBasis.Agreeing) -> String
    var without: String { get }
    var withoutText: String { get }
    var withoutReason: String { get }
    var withoutSecond: String { get }
    func missing(_ refusal: GuestBasis.Refusal) -> String
    var referSend: String { get }
    func askLead(within days: Int) -> String
    var withoutNames: String { get }
    var askSend: String { get }
    func refused(_ refusal: OutsideReferral.Refusal) -> String

    // What they asked.
    func stands(at organisation: String) -> String
    var linkLead: String { get }
    var oldTitle: String { get }
    func oldText(mailed isMailed: Bool) -> String
    func renew(mailed isMailed: Bool) -> String
    func renewed(mailed isMailed: Bool) -> String
    var reply: String { get }
    var replySend: String { get }
    var replyMissing: String { get }
    var withdraw: String { get }
    var verdictTitle: String { get }
    var verdictText: String { get }
    var verdictMissing: String { get }
    var verdictSend: String { get }
    var copy: String { get }
    var copyText: String { get }
    var fileName: String { get }
    func copied(_ day: String, by name: String) -> String
    var letterSubject: String { get }
    func letter(_ link: String) -> String

    // At the desk that calls.
    var callsTitle: String { get }
    var callsLead: String { get }
    var callsDoor: String { get }
    var noCalls: String { get }
    var noCallsText: String { get }
    func asks(_ name: String, _ practice: String) -> String
    var onRecord: String { get }
    var noNumber: String { get }
    var callFirst: String { get }
    var callFirstText: String { get }
    var known: String { get }
    var unknown: String { get }
    var codeTitle: String { get }
    func codeText(_ practice: String, until day: String) -> String
    var codeOnce: String { get }
    func refused(_ refusal: GuestRequest.Refusal) -> String
}

extension Language {
    var guests: any GuestWords {
        switch self {
        case .nl: DutchGuests()
        case .en: EnglishGuests()
        }
    }
}

/// The words of the letters to practices, with the address of the site they lead to.
package struct GuestLetters: Sendable {
    private let site: String

    /// - Parameter site: such as `https://rondom.example`, without a slash behind it.
    package init(site: String) { self.site = site }

    package func words(for link: String) -> (subject: String, text: String) {
        let words = Language.nl.guests
        return (words.letterSubject, words.letter("\(site)\(Link.guestLink(link))"))
    }
}
