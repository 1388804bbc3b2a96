// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct EnglishHandovers: HandoverWords {
    let title = "Handover"
    func proposed(_ what: Handover.Responsibility, from: String, to: String) -> String {
        switch what {
        case .direction: "Direction goes from \(from) to \(to)."
        case .contact: "\(to) will be called first, after \(from)."
        case .help: "The help goes from \(from) to \(to)."
        }
    }
    func name(_ what: Handover.Responsibility) -> String {
        switch what {
        case .direction: "Direction"
        case .contact: "Whom you call first"
        case .help: "All help"
        }
    }
    func under(_ what: Handover.Responsibility) -> String {
        switch what {
        case .direction: "Direction may go to somebody else."
        case .contact: "Somebody else may become whom you call first."
        case .help: "Somebody may take over the help."
        }
    }
    let overLead = "Write down what you talked about with the family. Whoever directs now says yes or no after that."
    let overButton = "Ask for direction"
    let startLead = "Choose who will do it. They say yes first. Then you talk with the family together."
    let handContact = "Hand over being called first"
    let handContactText = "Somebody else becomes the one who is called first."
    let handHelp = "Hand over my help"
    let handHelpText = "Somebody takes over all that you do here. You leave the circle after that."
    let directsFirst = "You direct here. Hand over direction, and your help goes along."
    let wait = "Extra wait"
    func wait(at organisation: String, _ known: String) -> String { "\(organisation). \(known)" }
    func withWait(_ part: String?, _ wait: String) -> String {
        [part, "Extra wait: \(wait)"].compactMap(\.self).joined(separator: ". ")
    }
    let waitUnknown = "No extra wait is known."
    let waitAsk = "Ask, and tell the family."
    let soFar = "So far"
    func soFar(helpers: Int, handovers: Int) -> String {
        let before = helpers == 1 ? "1 helper" : "\(helpers) helpers"
        let moved = handovers == 1 ? "1 handover" : "\(handovers) handovers"
        return "\(before) and \(moved), as far as you can see."
    }
    let startButton = "Propose this"
    let to = "To whom do you hand over?"
    let toHint = "Somebody who is in the circle already. Not yet? Then invite them first."
    let toMissing = "Choose somebody of the circle."
    let notPossible = "This person can't do this. Choose somebody else."
    let noSuchTalk = "Choose a day up to today, and who of the family was there."
    let leaves = "And you yourself?"
    let leavesLabel = "I leave the circle after this. What I promised goes along."
    let story = "The family's story"
    let storyLabel = "The family found that the story is right, and need not tell it again"
    let introduced = "Getting to know each other"
    let introducedLabel = "The one before introduced the new helper"
    let whoWasThere = "Who of the family was there?"
    func state(_ state: Handover.State) -> String {
        switch state {
        case .proposed: "Proposed, waiting for an answer"
        case .agreed: "Agreed, not done yet"
        case .completed: "Done"
        case .declined: "Somebody said no"
        case .withdrawn: "Stopped"
        case .lapsed: "Over, as something changed in the circle"
        }
    }
    let stateLabel = "How it stands"
    let what = "What changes"
    let talk = "The talk"
    func talked(on day: String, with names: String) -> String { "On \(day), with \(names)." }
    let storyConfirmed = "The story is right. Nobody need tell it again."
    let storyNotConfirmed = "They did not talk about the story."
    let wasIntroduced = "The new helper was introduced."
    let noTalk = "There was no talk"
    let answerAsked = "What do you say?"
    let agree = "Yes, that is fine"
    let agreeMoves = "If you say yes, it changes at once."
    let decline = "No, rather not"
    let declineReason = "Why not?"
    let stop = "Stop the handover"
    let stopReason = "Why do you stop it?"
    let noteTalk = "Write down the talk"
    let saveTalk = "Keep the talk"
    let cold = "Will there be no talk?"
    func cold(_ cold: Handover.Cold) -> String {
        switch cold {
        case .safety: "A talk is dangerous now"
        case .family: "The family does not want to or can't"
        case .holder: "Who did it is not there any more"
        }
    }
    let coldAsked = "Why not?"
    let coldMissing = "Choose why there will be no talk."
    let coldReason = "Tell something about it"
    let saveCold = "Go on without a talk"
    let complete = "Complete the handover"
    let completeText = "Everything moves at once."
    let completeFirst = "First the talk with the family. Then you can complete it."
    let whatMoves = "What moves?"
    let meetingsMove = "The meetings that are to come"
    func leavesCircle(_ name: String) -> String { "After that \(name) is not in the circle any more" }
    func promisesMove(_ name: String) -> String { "All that \(name) promised" }
    let rightsMove = "A colleague of the same organisation sees the same after that. Anybody else does not."
    let changed = "Something changed meanwhile"
    let changedText = "Here you see how it stands now."
}
