// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

struct EnglishToday: TodayWords {
    let title = "Today"
    func greeting(hour: Int, _ name: String) -> String {
        switch hour {
        case 6..<12: "Good morning, \(name)"
        case 12..<18: "Good afternoon, \(name)"
        default: "Good evening, \(name)"
        }
    }
    func lead(_ count: Int, cannotWait: Int) -> String {
        let waits =
            count == 1
            ? "One thing is waiting for you." : "\(Language.en.count(count).capitalised) things are waiting for you."
        return switch cannotWait {
        case 0: waits
        case 1: count == 1 ? waits + " It cannot wait." : waits + " One of them cannot wait."
        default: waits + " \(Language.en.count(cannotWait).capitalised) of them cannot wait."
        }
    }
    func title(_ group: Waiting.Group) -> String {
        switch group {
        case .now: "Now"
        case .messages: "New messages"
        case .today: "Today"
        case .week: "This week"
        case .later: "Later"
        case .organisation: "Of your organisation"
        }
    }
    func messages(_ count: Int) -> String { count == 1 ? "1 new message." : "\(count) new messages." }
    func since(_ moment: String) -> String { "Since \(moment)" }
    func late(_ day: String) -> String { "Late: \(day)" }
    func family(_ name: String) -> String { "Family \(name)." }
    let moreAtDesk = "More lies with your organisation than stands here. You find all of it in the lists below."
    let read = "Read"
    func what(_ kind: PromiseKind) -> String {
        switch kind {
        case .callBack: "Call back"
        case .answerMessage: "Answer a message"
        case .answerWhy: "Explain why you looked"
        case .answerInvitation: "Answer an invitation"
        case .answerObjection: "Answering somebody who does not agree"
        case .agreeStory: "Saying yes to your story"
        case .nameStandIn: "Choose who stands in for a colleague"
        case .confirmDecision: "Decide as a second professional"
        case .reviewEmergency: "Look whether an emergency access was right"
        case .reviewHold: "Decide whether something stays held"
        case .answerConsent: "Say whether something is fine"
        case .weighWithdrawal: "Weigh what safety asks"
        case .feedback: "Tell how it goes"
        case .reviewDirection: "Look whether direction is still right"
        case .answerHandover: "Answer about a handover"
        case .finishHandover: "Finish the handover"
        case .answerClosing: "Two questions about how it went"
        case .closeCircle: "Close the circle"
        case .answerMeeting: "Say whether you can come to a meeting"
        case .pickMeetingTime: "Choose a time for a meeting"
        case .heedMeeting: "See what changed about a meeting"
        case .chooseCircle: "Choosing who stays in your circle"
        case .answerChildWords: "Say whether own words may leave"
        case .decideForgetting: "Decide whether something is erased"
        case .answerForgetting: "Say whether something about your child may be erased"
        case .reviewKeeping: "Look whether something must still be kept"
        case .answerProposal: "Answer a proposal of help"
        case .askAboutProposal: "Ask in a talk about a proposal of help"
        case .concludeProposal: "Close a proposal of help"
        case .followProvision: "Look whether the municipality decided"
        case .renewIndication: "Assess the safety anew"
        case .weighIndication: "Weigh what a safety indication says"
        case .talkAboutMatch: "Talk about a match"
        case .askInPerson: "Ask in a talk whether something is fine"
        case .giveInformation: "Tell what was not told yet"
        case .answerInspection: "Let somebody read what was written down"
        case .answerConsult: "Answer a question without names"
        case .hearConsult: "Say whether an answer helped"
        case .triage: "Judge a care report"
        case .answerUnread: "Answer a message that can’t be read"
        case .lookAtSafety: "See whether what was agreed for safety still holds"
        case .firstTalk: "Have a first talk after a care report"
        case .answerReferral: "Say whether you can help"
        case .meetReferral: "Hold a first talk"
        case .startReferral: "Start the help"
        case .resumeReferral: "See whether a family wishes to go on"
        case .bridgeReferral: "Keep contact with a family that waits"
        case .finishReferral: "Tell how the help goes"
        case .callPractice: "Call a practice back"
        case .answerGuest: "Answer a guest"
        case .answerDirection: "Say whether you direct"
        case .tellPractice: "Let a practice know how it goes"
        case .hearReferral: "Say whether a referral helped"
        default: "What you promised"
        }
    }
    func act(_ kind: PromiseKind) -> String {
        switch kind {
        case .weighWithdrawal, .weighIndication: "Weigh"
        case .answerMessage, .answerWhy, .answerConsent, .answerMeeting, .answerForgetting, .answerChildWords,
            .answerConsult, .answerProposal, .answerUnread:
            "Answer"
        case .triage: "Judge"
        case .nameStandIn, .pickMeetingTime: "Choose"
        case .confirmDecision, .reviewHold: "Decide"
        default: "View"
        }
    }
    let outside = "Of a colleague who is gone. You are not in this circle."
    let invited = "Somebody asks you to take part in a circle."
    let emptyTitle = "Nothing is waiting for you"
    let emptyText = "When a message comes, or you promise something, it stands here."
    let emptyFamilyText = "When somebody writes to you, it stands here."
    let toFamilies = "To your families"
    let toCircle = "To your circle"
    let wholeCircle = "The whole circle"
    let owed = "What was promised to you"
    let doors = "More for your work"
    let done = "Done today"
    func receiver(_ name: String) -> String { "For \(name)." }
}
