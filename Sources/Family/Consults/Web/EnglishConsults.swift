// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

struct EnglishConsults: ConsultWords {
    let title = "Questions without names"
    let door = "Ask a colleague for advice, at another organisation, too."
    let lead = "Ask a colleague for advice, without saying whom it is about. Each question gets an answer."
    let new = "Ask a question"
    let toAnswer = "Waits for you"
    let asked = "Your questions"
    let given = "You answered"
    let over = "Done"
    let empty = "There are no questions yet"
    let emptyText = "Does somebody else know more than you? Ask without names. You refer nobody by it."
    let erased = "Erased"

    let newLead = "You share nothing of a family. So it takes no consent."
    let withoutNames = "Give no names, dates of birth, addresses or numbers. Rather write “a girl of 12”."
    let organisation = "Which organisation?"
    let choose = "Choose an organisation"
    let organisationMissing = "Choose which organisation you ask."
    let colleague = "Who there? (may be left empty)"
    let colleagueHint =
        "Left empty, everybody at that organisation sees your question until somebody takes it. When an answer is late, they see it, too."
    func nobodyCalled(at organisation: String) -> String {
        "Nobody at \(organisation) is called exactly so. Mend the name, or leave this empty."
    }
    let ownQuestion = "You can't ask yourself. Choose somebody else."
    let subject = "What is it about?"
    let subjectHint = "In a few words. For example: sleeping badly after a divorce."
    let subjectMissing = "Write in a few words what it is about."
    let question = "Your question"
    let questionHint = "What is going on, what did you do already, and what would you like to know?"
    let questionMissing = "Write your question down."
    let hasteLegend = "When do you need the answer?"
    func haste(_ haste: Consult.Haste) -> String {
        switch haste {
        case .day: "Within a day"
        case .week: "Within a week"
        case .regular: "Within two weeks"
        }
    }
    let send = "Ask the question"

    func tells(_ found: String) -> String {
        "This may tell whom it is about: \(found). Take it out, or say below that it is fine."
    }
    let tellsNumber = "There is a number that may be a citizen service number. Take it out: it can't stand here."
    let checkedLegend = "Send it like this?"
    let checked = "Yes, I checked. Nobody can tell by this whom it is about."

    func from(_ asker: String, to asked: String) -> String { "From \(asker), to \(asked)." }
    func waits(_ due: String) -> String { "\(due) there is an answer." }
    let late = "The answer is late."
    let inInbox = "Nobody took the question yet."
    let said = "What was said"
    func said(_ kind: ConsultEntry.Kind, by who: String) -> String {
        switch kind {
        case .question: "\(who) asked"
        case .answer: "\(who) answered"
        case .again: "\(who) asked on"
        case .taken: "\(who) took it"
        case .passed: "\(who) passed the question on"
        case .late: "The answer was late. The question is with the whole organisation now"
        case .left: "Who did this no longer works there. It is with the whole organisation now"
        case .helped: "\(who) found that it helped"
        case .helpedPartly: "\(who) found that it helped a little"
        case .noLongerNeeded: "\(who) no longer needed an answer"
        case .unheard: "Nobody said whether it helped"
        }
    }
    func someone(at organisation: String) -> String { "somebody of \(organisation)" }
    let nobody = "Rondom"
    let take = "I take this"
    let answerTitle = "Answer"
    let answer = "Your answer"
    let answerMissing = "Write your answer down."
    let answerSend = "Send the answer"
    let passTitle = "Pass the question on"
    let passLabel = "To whom?"
    let passInbox = "To everybody at my organisation"
    let pass = "Pass it on"
    let verdictTitle = "Did the answer help?"
    let verdictLegend = "What use is this answer?"
    func verdict(_ verdict: ConsultVerdict) -> String {
        switch verdict {
        case .helped: "It helped"
        case .helpedPartly: "It helped a little"
        case .again: "I want to ask on"
        }
    }
    let verdictMissing = "Choose what use the answer is."
    let again = "Anything to add?"
    let againHint = "Do you ask on? Write here what you would still like to know. Here, too, without names."
    let againMissing = "Write down what you would still like to know."
    let verdictSend = "Let them know"
    let notNeeded = "I no longer need an answer"
    func closed(_ closing: Consult.Closing) -> String {
        switch closing {
        case .helped: "Done: it helped."
        case .helpedPartly: "Done: it helped a little."
        case .noLongerNeeded: "Done: no answer was needed any more."
        case .unheard: "Done: nobody said whether it helped."
        }
    }
    func state(_ consult: Consult) -> String {
        switch consult.state {
        case .asked: consult.asked.account == nil ? "Nobody took it yet" : "Waits for an answer"
        case .answered: "There is an answer"
        case .closed: "Done"
        }
    }
    func refused(_ refusal: Consult.Refusal) -> String {
        switch refusal {
        case .closed: "This question is done already."
        case .notYours: "Somebody else has taken this."
        case .alreadyAnswered: "It was answered already."
        case .notAnswered: "There is no answer yet."
        case .ownQuestion: "This is your own question."
        }
    }
    func kept(until day: String) -> String { "On \(day) this question goes away." }
}
