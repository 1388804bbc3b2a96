// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What happened, in a sentence after the name of who it tells of.
protocol HappeningWords: Sendable {
    /// nil for what is not told, and in a conversation whose subject is not known.
    func sentence(_ kind: JournalEntry.Kind, in subject: String?) -> String?
}

extension Language {
    var happenings: any HappeningWords {
        switch self {
        case .nl: DutchHappenings()
        case .en: EnglishHappenings()
        }
    }
}

private struct DutchHappenings: HappeningWords {
    func sentence(_ kind: JournalEntry.Kind, in subject: String?) -> String? {
        switch kind {
        case .memberLetIn: "kwam in de kring."
        case .membershipEnded: "ging uit de kring."
        case .directionMoved: "werd regisseur."
        case .contactMoved: "werd vast aanspreekpunt."
        case .conversationStarted: subject.map { "begon het gesprek “\($0)”." }
        case .messageWritten: subject.map { "schreef in “\($0)”." }
        case .messageWithdrawn: subject.map { "trok een bericht in “\($0)” in." }
        case .participantAdded: subject.map { "liet iemand meedoen aan “\($0)”." }
        case .promiseMade: "beloofde iets."
        case .promiseSettled: "deed wat beloofd was."
        case .promiseTaken: "pakte iets op wat was blijven liggen."
        case .promiseClosed: "hoeft ergens niet meer op te wachten."
        case .coverageAdded: "hoort er nu ook voor een ander bij."
        case .coverageEnded: "hoort er voor één van jullie niet meer bij."
        case .storyWritten: "schreef aan het verhaal."
        case .storyAgreed: "zei ja op het verhaal."
        case .noteWritten: "schreef een contactnotitie."
        case .noteCorrected: "verbeterde een contactnotitie."
        case .noteAnswered: "zette eigen woorden bij een contactnotitie."
        case .planChanged: "veranderde iets in het plan."
        case .planAgreed: "zei wat die van het plan vindt."
        case .planEvaluated: "schreef op hoe het met een doel gaat."
        case .actionTicked: "deed iets uit het plan."
        case .handoverCompleted: "rondde een overdracht af."
        case .closingBegun: "begon de kring af te sluiten."
        case .circleClosed: "sloot de kring."
        case .meetingProposed: "stelde een overleg voor."
        case .meetingChanged: "veranderde iets aan een overleg."
        case .meetingHeld: "schreef het verslag van een overleg."
        case .referralSent: "vroeg hulp bij een andere organisatie."
        case .referralAnswered: "had hulp gevraagd: er kwam antwoord."
        case .referralStarted: "had hulp gevraagd: de hulp begon."
        case .referralFinished: "had hulp gevraagd: dat is afgerond."
        case .proposalMade: "stelde hulp voor."
        case .proposalAnswered: "schreef een antwoord op een hulpvoorstel op."
        case .proposalClosed: "rondde een hulpvoorstel af."
        case .provisionAsked: "schreef op dat de gemeente om hulp is gevraagd."
        case .provisionDecided: "schreef op wat de gemeente besloot."
        default: nil
        }
    }
}

private struct EnglishHappenings: HappeningWords {
    func sentence(_ kind: JournalEntry.Kind, in subject: String?) -> String? {
        switch kind {
        case .memberLetIn: "joined the circle."
        case .membershipEnded: "left the circle."
        case .directionMoved: "became the director."
        case .contactMoved: "became the first contact."
        case .conversationStarted: subject.map { "started the conversation “\($0)”." }
        case .messageWritten: subject.map { "wrote in “\($0)”." }
        case .messageWithdrawn: subject.map { "took back a message in “\($0)”." }
        case .participantAdded: subject.map { "let somebody take part in “\($0)”." }
        case .promiseMade: "promised something."
        case .promiseSettled: "did what was promised."
        case .promiseTaken: "took up something that was left."
        case .promiseClosed: "no longer waits for something."
        case .coverageAdded: "is here for one more of you."
        case .coverageEnded: "is no longer here for one of you."
        case .storyWritten: "wrote at the story."
        case .storyAgreed: "said yes to the story."
        case .noteWritten: "wrote a contact note."
        case .noteCorrected: "corrected a contact note."
        case .noteAnswered: "added own words to a contact note."
        case .planChanged: "changed something in the plan."
        case .planAgreed: "said what they think of the plan."
        case .planEvaluated: "wrote down how a goal goes."
        case .actionTicked: "did something of the plan."
        case .handoverCompleted: "completed a handover."
        case .closingBegun: "began to end the circle."
        case .circleClosed: "closed the circle."
        case .meetingProposed: "proposed a meeting."
        case .meetingChanged: "changed something about a meeting."
        case .meetingHeld: "wrote the minutes of a meeting."
        case .referralSent: "asked another organisation to help."
        case .referralAnswered: "had asked for help: an answer came."
        case .referralStarted: "had asked for help: the help began."
        case .referralFinished: "had asked for help: that is done."
        case .proposalMade: "proposed help."
        case .proposalAnswered: "wrote down an answer to proposed help."
        case .proposalClosed: "closed a proposal of help."
        case .provisionAsked: "wrote down that the municipality was asked for help."
        case .provisionDecided: "wrote down what the municipality decided."
        default: nil
        }
    }
}
