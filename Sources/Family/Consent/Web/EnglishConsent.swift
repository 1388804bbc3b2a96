// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

struct EnglishConsent: ConsentWords {
    let title = "Who may know what"
    let lead = "For each person you see who may know what, and who said yes to it."
    let door = "Who said yes, until when, and how you stop."
    let who = "Who"
    let what = "What"
    let until = "Until"
    let state = "How it stands"
    let before = "Before"
    let nothing = "Nothing was asked yet."
    let noEnd = "Until somebody stops it"
    func letIn(_ day: String) -> String { "In the circle since \(day)." }
    func askFor(_ asked: Asked) -> String {
        asked == .share ? "Ask to share something" : "Ask whether help may be given"
    }
    func askForText(_ asked: Asked) -> String {
        asked == .share ? "With the school, the doctor or somebody else." : "Who must say yes is found for you."
    }
    func question(_ asked: Asked, _ party: String) -> String {
        asked == .share ? "May \(party) know this?" : "May \(party) help like this?"
    }
    func asks(_ name: String, on day: String) -> String { "\(name) has asked this since \(day)." }
    let about = "About whom"
    let purpose = "What for"
    let with = "With whom"
    let help = "Which help"
    func outcome(_ outcome: Consent.Outcome, _ names: String) -> String {
        switch outcome {
        case .waits: "Waits for \(names)"
        case .agreed: names.isEmpty ? "Yes" : "Yes from \(names)"
        case .refused: "No from \(names)"
        case .decided(.seriousHarm): "Still given, to avert serious harm"
        case .decided(.persists): "Still given, as the young person keeps wanting it"
        case .decided(.urgentNeed): "Still given, as it could not wait"
        case .notNeeded: "No consent needed under the order"
        case .past: "Over"
        case .ended: "Stopped"
        case .unanswered: "No answer came"
        case .stopped(let reason): self.reason(reason)
        }
    }
    func reason(_ reason: WhoMustAgree.Reason) -> String {
        switch reason {
        case .authorityAbsent: "Nobody holds authority now"
        case .authorityUndeterminable: "It is not clear who holds authority"
        case .authorityUnderInvestigation: "It is being found out who holds authority"
        case .authorityNotNoted: "Who holds authority was not filled in"
        case .authorityElsewhere: "Somebody outside the family holds authority, too"
        case .noRepresentative: "There is nobody who decides for this person"
        }
    }
    let yourAnswer = "Your answer"
    let yes = "Yes, that is fine"
    let no = "No, rather not"
    let send = "Send answer"
    let answerMissing = "Choose yes or no."
    func answerAbout(_ name: String) -> String { "Is this fine about \(name)?" }
    let mayStop = "You can stop at any time. If you say no, other help simply goes on."
    let narrower = "Yes, but less"
    let narrowerText = "Write down what is fine. Who else must say yes reads your words."
    let narrowerHint = "Take away what you do not want to share."
    let narrowerButton = "Yes to this"
    let over = "This was settled already"
    let overText = "Somebody just answered, or it was stopped. See how it stands now."
    let toTable = "Who may know what"
    let court = "One no is a no here"
    let courtText =
        "Talk about it together, or ask for free client support. If you can't agree, the court can decide (BW 1:253a)."
    let parents = "Is there no other way? Below is what a professional may decide."
    let history = "How it went"
    func said(_ who: String, _ answer: Consent.Answer, about name: String, _ how: Consent.How) -> String {
        let way = how == .inRondom ? "" : how == .onPaper ? " on paper" : " in a talk"
        return switch answer {
        case .yes: "\(who) said yes for \(name)\(way)."
        case .no: "\(who) said no for \(name)\(way)."
        case .notReached: "\(who) was not reached for \(name)."
        case .notAsked: "\(who) was not asked for \(name)."
        }
    }
    func noted(by name: String) -> String { "Written down by \(name)." }
    func ended(by name: String?, about person: String) -> String {
        name.map { "\($0) stopped this for \(person)." } ?? "This stopped for \(person)."
    }
    let stop = "Stop"
    let stopText = "It stops at once."
    let stopMember = "Then this person sees nothing any more of those you choose, at once and on every device."
    let stopButton = "Stop now"
    let stopForWhom = "For whom does it stop?"
    let staysThere = "What was shared already stays in their own record. Ask them to remove it if you want that."
    let note = "Write down an answer"
    let noteWhose = "Whom did you speak?"
    func noteChoice(_ who: String, about name: String) -> String { "\(who), about \(name)" }
    let noteAnswer = "What was the answer?"
    func say(_ answer: Consent.Answer) -> String {
        switch answer {
        case .yes: "Yes"
        case .no: "No"
        case .notReached: "Not reached"
        case .notAsked: "Not asked"
        }
    }
    let noteHow = "How?"
    func how(_ how: Consent.How) -> String {
        switch how {
        case .inRondom: "In Rondom"
        case .onPaper: "On paper, signed"
        case .spoken: "In a talk"
        }
    }
    let noteText = "What was said?"
    let noteTextHint = "May stay empty. Whoever may see this, reads it."
    let noteButton = "Write down"
    let choose = "Choose one."
    let exception = "Help without this yes"
    let exceptionText = "Only as the law says. The family can read that you decided so."
    func exception(_ exception: HelpException) -> (label: String, text: String) {
        switch exception {
        case .seriousHarm: ("To avert serious harm", "The young person said yes (Jeugdwet 7.3.4 lid 2).")
        case .persists:
            ("The young person keeps wanting it", "After a parent's no, well considered (Jeugdwet 7.3.4 lid 2).")
        case .urgentNeed: ("It can't wait", "There is no time to ask (Jeugdwet 7.3.16).")
        }
    }
    let exceptionReason = "Why?"
    let exceptionMissing = "Write down why."
    let exceptionButton = "Record"
    let noException = "That is not possible here. See who said yes or no already."
    let paper = "Ask on paper"
    let paperText = "Do you want to say yes? Fill in your name and the date, and sign. You can stop later at any time."
    let paperName = "Name"
    let paperDate = "Date"
    let paperSign = "Signature"
    let print = "Print"
}

struct EnglishConsentForm: ConsentFormWords {
    func title(_ asked: Asked) -> String {
        asked == .share ? "Ask to share something" : "Ask whether help may be given"
    }
    func lead(_ asked: Asked) -> String {
        asked == .share ? "Who must say yes reads these words." : "Who must say yes to this help reads what you write."
    }
    func party(_ asked: Asked) -> String { asked == .share ? "With whom do you want to share?" : "Who will help?" }
    let partyHint = "For example: the teacher, or the doctor."
    let partyMissing = "Fill in with whom."
    func what(_ asked: Asked) -> String { asked == .share ? "What may they know?" : "Which help is it?" }
    func whatHint(_ asked: Asked) -> String {
        asked == .share
            ? "As exactly as you can. For example: how sleeping goes." : "For example: playing together each week."
    }
    let whatMissing = "Fill in what."
    let purpose = "What is that needed for?"
    let purposeHint = "For example: so that the teacher keeps a bad night in mind."
    let purposeMissing = "Fill in what for."
    let persons = "Whom is it about?"
    let personsMissing = "Choose at least one person."
    func until(_ asked: Asked) -> String { asked == .share ? "Until when?" : "Until when? (may stay empty)" }
    let untilHint = "A year at most. When you look back at the plan you ask it again together."
    let noDay = "Fill in a day, such as 2026-12-31."
    let termIsWrong = "Choose a day from tomorrow, within a year."
    let send = "Ask"
    let municipality =
        "Do you work for a municipality? A yes of the family does not mend a missing ground. Without a ground you don't share."
    func nobodyDecides(_ name: String, _ reason: String) -> String { "Nobody can say yes for \(name) now. \(reason)." }
}
