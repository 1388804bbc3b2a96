// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What the pages with referrals say.
protocol ReferralWords: Sendable {
    var title: String { get }
    var door: String { get }
    var familyDoor: String { get }
    func span(days: Int) -> String

    // Referring.
    func refer(_ name: String) -> String
    func referLead(within days: Int) -> String
    var referText: String { get }
    var referWhom: String { get }
    var soFar: String { get }
    var helpers: String { get }
    var handovers: String { get }
    var alternatives: String { get }
    var askFirst: String { get }
    var addSomebody: String { get }
    var addSomebodyText: String { get }
    var noBasis: String { get }
    var noBasisText: String { get }
    var askConsent: String { get }
    var askConsentText: String { get }
    var noteGround: String { get }
    var noteGroundText: String { get }
    func whom(_ name: String) -> String
    var whomHint: String { get }
    var whomMissing: String { get }
    var askNot: String { get }
    var partyTwice: String { get }
    var partyNotAsked: String { get }
    func seenBy(_ name: String) -> String
    var seenByText: String { get }
    func expected(_ span: String, about number: Int) -> String
    func expectedAfterAssignment(_ span: String, about number: Int) -> String
    var notKnown: String { get }
    var question: String { get }
    var questionHint: String { get }
    var questionMissing: String { get }
    var choose: String { get }
    var basisMissing: String { get }
    func agreed(_ letter: String, _ day: String) -> String
    func ground(_ ground: String, _ letter: String, _ day: String) -> String
    var share: String { get }
    var shareHint: String { get }
    func story(of name: String) -> String
    func goal(_ title: String) -> String
    var helpSoFar: String { get }
    var notShared: String { get }
    var mayNot: String { get }
    var look: String { get }
    var send: String { get }

    // In the family.
    var familyLead: String { get }
    var noneYet: String { get }
    var noneYetText: String { get }
    func about(_ name: String, _ place: String) -> String
    var somewhere: String { get }
    func stands(_ state: Referral.State) -> String
    func waits(_ span: String) -> String
    func waited(_ span: String) -> String
    func pausedAfter(_ span: String) -> String
    func halfBegan(_ span: String) -> String
    var asked: String { get }
    var open: String { get }

    // At a desk.
    var deskLead: String { get }
    var which: String { get }
    func group(_ group: SealedReferrals.Group, _ count: Int) -> String
    var withWhom: String { get }
    var all: String { get }
    var deskEmpty: String { get }
    var deskEmptyText: String { get }
    var nobodyNamed: String { get }
    func from(_ sender: String, to receiver: String) -> String
    var longestWaits: String { get }
    var waitsLead: String { get }
    var nobodyWaits: String { get }
    var nobodyWaitsText: String { get }
    var waitColumns: [String] { get }

    // One of them.
    var sharedTitle: String { get }
    func part(_ kind: SharedPart.Kind) -> String
    func agreedWith(_ party: String, _ place: String) -> String
    var takenBack: String { get }
    var takenBackThere: String { get }
    var notRead: String { get }
    var outside: String { get }
    var said: String { get }
    func said(_ kind: ReferralEntry.Kind, by who: String) -> String
    func someone(at organisation: String) -> String
    var nobody: String { get }
    var elsewhereSaid: String { get }
    var doneBy: String { get }

    // What can be done.
    var acceptTitle: String { get }
    var keeper: String { get }
    func keeper(_ keeper: Referral.Keeper) -> String
    var acceptSend: String { get }
    var declineTitle: String { get }
    var declineSend: String { get }
    var reason: String { get }
    var reasonMissing: String { get }
    var elsewhere: String { get }
    var elsewhereHint: String { get }
    var elsewhereMissing: String { get }
    var redirectTitle: String { get }
    var redirectSend: String { get }
    var choiceMissing: String { get }
    var note: String { get }
    var meetTitle: String { get }
    var meetSend: String { get }
    var startTitle: String { get }
    var startSend: String { get }
    var subcontractor: String { get }
    var subcontractorHint: String { get }
    var bridgeTitle: String { get }
    var bridgeSend: String { get }
    var backTitle: String { get }
    var backSend: String { get }
    var endTitle: String { get }
    var endSend: String { get }
    var endText: String { get }
    var endHint: String { get }
    var result: String { get }
    func result(_ result: ReferralResult) -> String
    var verdictTitle: String { get }
    var verdict: String { get }
    func verdict(_ closing: Referral.Closing) -> String
    var verdictSend: String { get }
    func sendOn(_ place: String) -> String
    var sendOnText: String { get }
    var take: String { get }
    var pause: String { get }
    var resume: String { get }
    var passTitle: String { get }
    var passLabel: String { get }
    var passInbox: String { get }
    var pass: String { get }
    var withdraw: String { get }
    var typedTitle: String { get }
    func refused(_ refusal: Referral.Refusal) -> String
}

extension Language {
    var referrals: any ReferralWords {
        switch self {
        case .nl: DutchReferrals()
        case .en: EnglishReferrals()
        }
    }
}
