// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages about handovers say.
protocol HandoverWords: Sendable {
    var title: String { get }
    func proposed(_ what: Handover.Responsibility, from: String, to: String) -> String
    func name(_ what: Handover.Responsibility) -> String
    func under(_ what: Handover.Responsibility) -> String
    var overLead: String { get }
    var overButton: String { get }
    var startLead: String { get }
    var handContact: String { get }
    var handContactText: String { get }
    var handHelp: String { get }
    var handHelpText: String { get }
    var directsFirst: String { get }
    var wait: String { get }
    func wait(at organisation: String, _ known: String) -> String
    func withWait(_ part: String?, _ wait: String) -> String
    var waitUnknown: String { get }
    var waitAsk: String { get }
    var soFar: String { get }
    func soFar(helpers: Int, handovers: Int) -> String
    var startButton: String { get }
    var to: String { get }
    var toHint: String { get }
    var toMissing: String { get }
    var notPossible: String { get }
    var noSuchTalk: String { get }
    var leaves: String { get }
    var leavesLabel: String { get }
    var story: String { get }
    var storyLabel: String { get }
    var introduced: String { get }
    var introducedLabel: String { get }
    var whoWasThere: String { get }
    func state(_ state: Handover.State) -> String
    var stateLabel: String { get }
    var what: String { get }
    var talk: String { get }
    func talked(on day: String, with names: String) -> String
    var storyConfirmed: String { get }
    var storyNotConfirmed: String { get }
    var wasIntroduced: String { get }
    var noTalk: String { get }
    var answerAsked: String { get }
    var agree: String { get }
    var agreeMoves: String { get }
    var decline: String { get }
    var declineReason: String { get }
    var stop: String { get }
    var stopReason: String { get }
    var noteTalk: String { get }
    var saveTalk: String { get }
    var cold: String { get }
    func cold(_ cold: Handover.Cold) -> String
    var coldAsked: String { get }
    var coldMissing: String { get }
    var coldReason: String { get }
    var saveCold: String { get }
    var complete: String { get }
    var completeText: String { get }
    var completeFirst: String { get }
    var whatMoves: String { get }
    var meetingsMove: String { get }
    func leavesCircle(_ name: String) -> String
    func promisesMove(_ name: String) -> String
    var rightsMove: String { get }
    var changed: String { get }
    var changedText: String { get }
}

extension Language {
    var handovers: any HandoverWords {
        switch self {
        case .nl: DutchHandovers()
        case .en: EnglishHandovers()
        }
    }
}
