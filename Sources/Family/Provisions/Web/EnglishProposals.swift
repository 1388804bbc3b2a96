// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct EnglishProposals: ProposalWords {
    let title = "Proposals of help and decisions"
    let lead = "Which help was proposed, who says yes to it, and what the municipality decides."
    let door = "Which help was proposed, and what the municipality decided."
    let all = "Proposals of help"
    let none = "No help was proposed yet"
    let noneText = "When somebody proposes help, it stands here."
    func of(_ name: String) -> String { "Help for \(name)" }
    let open = "See the proposal"
    let erased = "This was erased."

    let fresh = "Propose help"
    let freshLead = "Who decides about it gets the question, and answers themself."
    let person = "Whom is the help for?"
    let personMissing = "Choose whom the help is for."
    let help = "Which help?"
    let helpHint = "In one sentence that everybody understands."
    let helpMissing = "Write which help you propose."
    let helper = "Who gives the help?"
    let helperHint = "The name of an organisation or of somebody."
    let helperMissing = "Write who gives the help."
    let starts = "From when?"
    let notThen = "Choose a day from today, at most a year ahead."
    let brings = "What should the help bring?"
    let bringsHint = "By what will you notice that it helps?"
    let bringsMissing = "Write what the help should bring."
    let propose = "Propose this help"

    func proposed(_ name: String, _ day: String) -> String { "Proposed by \(name), \(day)." }
    func stands(_ standing: HelpProposal.Standing, _ names: String) -> String {
        switch standing {
        case .waits: names.isEmpty ? "Waits for an answer." : "Waits for an answer of \(names)."
        case .agreed: "All who decide about it said yes."
        case .refused: names.isEmpty ? "Somebody said no." : "\(names) said no. One no is a no here."
        case .stopped: "It is not clear who decides about this."
        case .over(let outcome): self.outcome(outcome)
        }
    }
    let refusedText =
        "There can be another proposal. Client support helps for free and takes no side. Where parents can't agree, the court can decide (BW 1:253a)."
    func outcome(_ outcome: HelpProposal.Outcome) -> String {
        switch outcome {
        case .goesOn: "This help goes on."
        case .doesNotGoOn: "This help does not go on."
        case .withdrawn: "This proposal was withdrawn."
        }
    }
    let silence = "Who says nothing does not say yes."
    let answers = "Who decides"
    func said(_ answer: HelpProposal.Answer, _ day: String, notedBy name: String?) -> String {
        let said = answer.isYes ? "Said yes" : "Said no"
        guard let name else { return "\(said), \(day)." }
        return answer.how == .onPaper
            ? "\(said) on paper, \(day). Written down by \(name)."
            : "\(said) in a talk, \(day). Written down by \(name)."
    }
    func advised(_ answer: HelpProposal.Answer, _ day: String) -> String {
        answer.isYes ? "Advises it, \(day)." : "Advises against it, \(day)."
    }
    let notYet = "Has said nothing yet."
    let advice = "What professionals think of it"

    let answer = "Your answer"
    let answerAgain = "Change your answer"
    let answerText = "You may say no. Until the proposal is closed you can change your answer."
    let adviceText = "Your advice is no yes. The family decides."
    let question = "Is this help fine with you?"
    let adviceQuestion = "Do you advise this help?"
    func say(_ isYes: Bool, isAdvice: Bool) -> String {
        switch (isYes, isAdvice) {
        case (true, false): "Yes, this help may come"
        case (false, false): "No, I don't want this"
        case (true, true): "Yes, I advise this"
        case (false, true): "No, I advise against this"
        }
    }
    let answerMissing = "Choose yes or no."
    let reason = "Why?"
    let reasonHint = "Needed only with a no. Professionals who make a plan with you read this. Others don't."
    let adviceHint = "Needed only with a no. The family reads this, too."
    let reasonMissing = "Write why not."
    let send = "Give this answer"

    let note = "Write down an answer"
    let noteText = "For who does not sign in, or can't read it themself. Ask in a talk."
    let noteWhose = "Who answered?"
    let noteAnswer = "What was the answer?"
    let noteHow = "How did they answer?"
    func how(_ how: Consent.How) -> String {
        switch how {
        case .inRondom: "In Rondom"
        case .onPaper: "On paper"
        case .spoken: "In a talk"
        }
    }
    let noteReason = "Why not?"
    let noteButton = "Write down this answer"
    let choose = "Choose one of the answers."

    let ending = "Close the proposal"
    let conclude = "Close the proposal"
    let concludeText = "What comes of it follows from the answers. After that nobody can answer any more."
    let withdraw = "Withdraw the proposal"
    let withdrawText = "Then nobody needs to answer any more."
    let undecided = "Not all answered yet."
    let changed = "Somebody just gave another answer. Look again at what came of it."
    let exceptions = "Help all the same? The exceptions of the law are recorded with consent"
}
