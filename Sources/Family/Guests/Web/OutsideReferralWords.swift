// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What the pages say to those who are asked from outside.
protocol OutsideReferralWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var empty: String { get }
    var emptyText: String { get }
    var mine: String { get }
    var over: String { get }
    var advice: String { get }
    var erased: String { get }
    func from(_ practice: String) -> String
    func stands(_ referral: OutsideReferral) -> String

    // One of them.
    var asked: String { get }
    var asker: String { get }
    func guest(_ guest: Guest) -> String
    var born: String { get }
    var reach: String { get }
    var basis: String { get }
    func agreed(_ who: [String]) -> String
    func ground(_ reason: String, _ second: String) -> String
    var why: String { get }
    func said(_ kind: OutsideEntry.Kind, by who: String) -> String
    var ourselves: String { get }

    // What can be done.
    var acceptSend: String { get }
    var answerTitle: String { get }
    var answer: String { get }
    var answerSend: String { get }
    var writeTitle: String { get }
    var write: String { get }
    var writeSend: String { get }
    var tellTitle: String { get }
    var tellText: String { get }
    var tellSend: String { get }
    var heardByMail: String { get }
    var more: String { get }

    // Who directs, and which area team knows of it.
    var team: String { get }
    var teamHint: String { get }
    var noTeam: String { get }
    var teamWrong: String { get }
    var teamKnows: String { get }
    var hide: String { get }
    var directing: String { get }
    var directingHint: String { get }
    func directs(_ usual: String) -> String
    func directs(_ direction: OutsideDirection) -> String
    func offer(to team: String) -> String
    var offerAgreement: String { get }
    var offerAgreed: String { get }
    var offerUnagreed: String { get }

    // What an area team sees.
    var directTitle: String { get }
    var directDoor: String { get }
    var directLead: String { get }
    var directEmpty: String { get }
    var directEmptyText: String { get }
    func directUnseen(_ count: Int?) -> String
    func directFrom(_ practice: String, to provider: String) -> String
    var since: String { get }
    var offered: String { get }
    var direct: String { get }
    var leave: String { get }
    var leaveReason: String { get }
    var leaveSend: String { get }

    // A letter that came otherwise.
    var newLetter: String { get }
    var newLetterText: String { get }
    var letterLead: String { get }
    var letterPractice: String { get }
    var letterName: String { get }
    var letterFunction: String { get }
    var letterSend: String { get }
    var letterTo: String { get }
}

extension Language {
    var outsideReferrals: any OutsideReferralWords {
        switch self {
        case .nl: DutchOutsideReferrals()
        case .en: EnglishOutsideReferrals()
        }
    }
}
