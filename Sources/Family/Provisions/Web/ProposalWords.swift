// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages say on which help is proposed and answered.
protocol ProposalWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    var all: String { get }
    var none: String { get }
    var noneText: String { get }
    func of(_ name: String) -> String
    var open: String { get }
    var erased: String { get }

    var fresh: String { get }
    var freshLead: String { get }
    var person: String { get }
    var personMissing: String { get }
    var help: String { get }
    var helpHint: String { get }
    var helpMissing: String { get }
    var helper: String { get }
    var helperHint: String { get }
    var helperMissing: String { get }
    var starts: String { get }
    var notThen: String { get }
    var brings: String { get }
    var bringsHint: String { get }
    var bringsMissing: String { get }
    var propose: String { get }

    func proposed(_ name: String, _ day: String) -> String
    func stands(_ standing: HelpProposal.Standing, _ names: String) -> String
    var refusedText: String { get }
    func outcome(_ outcome: HelpProposal.Outcome) -> String
    var silence: String { get }
    var answers: String { get }
    func said(_ answer: HelpProposal.Answer, _ day: String, notedBy name: String?) -> String
    func advised(_ answer: HelpProposal.Answer, _ day: String) -> String
    var notYet: String { get }
    var advice: String { get }

    var answer: String { get }
    var answerAgain: String { get }
    var answerText: String { get }
    var adviceText: String { get }
    var question: String { get }
    var adviceQuestion: String { get }
    func say(_ isYes: Bool, isAdvice: Bool) -> String
    var answerMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var adviceHint: String { get }
    var reasonMissing: String { get }
    var send: String { get }

    var note: String { get }
    var noteText: String { get }
    var noteWhose: String { get }
    var noteAnswer: String { get }
    var noteHow: String { get }
    func how(_ how: Consent.How) -> String
    var noteReason: String { get }
    var noteButton: String { get }
    var choose: String { get }

    var ending: String { get }
    var conclude: String { get }
    var concludeText: String { get }
    var withdraw: String { get }
    var withdrawText: String { get }
    var undecided: String { get }
    var changed: String { get }
    /// To where help without everybody's yes is recorded, for professionals.
    var exceptions: String { get }
}

extension Language {
    var proposals: any ProposalWords {
        switch self {
        case .nl: DutchProposals()
        case .en: EnglishProposals()
        }
    }
}
