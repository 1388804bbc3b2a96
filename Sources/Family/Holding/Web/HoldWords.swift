// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say on which something is held, and decided about.
protocol HoldWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    var over: String { get }
    var close: String { get }
    var closeText: String { get }
    var door: String { get }
    var doorText: String { get }
    /// On the page of what can be held.
    var hold: String { get }
    func newTitle(_ kind: ItemName.Kind) -> String
    var atOnce: String { get }
    var atOnceText: String { get }
    var nobodySecond: String { get }
    var nobodySecondText: String { get }
    var from: String { get }
    var fromHint: String { get }
    var fromMissing: String { get }
    var signsNotIn: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var second: String { get }
    var secondHint: String { get }
    var secondMissing: String { get }
    var secondIsFrom: String { get }
    func teamLead(of organisation: String) -> String
    var review: String { get }
    var reviewHint: String { get }
    var reviewTooLate: String { get }
    var holdButton: String { get }
    /// On the page of a member who is hidden from somebody.
    var show: String { get }
    var showTitle: String { get }
    func showFirst(_ name: String) -> String
    var showFirstText: String { get }
    var showTo: String { get }
    var showMissing: String { get }
    func showReasonHint(_ name: String) -> String
    var showButton: String { get }
    func entry(_ kind: ItemName.Kind, from names: String) -> String
    func state(_ state: Hold.State, until day: String) -> String
    var by: String { get }
    var since: String { get }
    var yourAnswer: String { get }
    var said: String { get }
    var saidMissing: String { get }
    func answer(_ answer: SecondProfessional.Answer) -> String
    var answerReasonHint: String { get }
    var answerButton: String { get }
    var decide: String { get }
    var what: String { get }
    var whatHint: String { get }
    var whatMissing: String { get }
    func choice(_ decision: Hold.Decision) -> String
    var decideButton: String { get }
    var decisions: String { get }
    func decided(_ decision: Hold.Decision, _ answer: SecondProfessional.Answer?, first: String) -> String
}

extension Language {
    var holds: any HoldWords {
        switch self {
        case .nl: DutchHolds()
        case .en: EnglishHolds()
        }
    }
}
