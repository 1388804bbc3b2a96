// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishAccess: AccessWords {
    let title = "Who looked"
    let lead = "Here you see who looked at your information. Something not right? Just ask."
    let takeAlong = "Print"
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String {
        switch (item, action) {
        case (.conversation, .read): "read the conversation \(quoted(subject))."
        case (.conversation, .execute): "made a copy of the conversation \(quoted(subject))."
        case (.conversation, _): "wrote in the conversation \(quoted(subject))."
        case (.circle, .read): "looked at who is in the circle."
        case (.circle, _): "changed something in the circle."
        case (.promise, _), (.concern, _), (.hold, _), (.emergency, _), (.safetyCard, _),
            (.decision, _):
            "looked at a promise."
        case (.accessLog, _): "looked at who had looked."
        case (.family, .execute): "made a card for signing in."
        case (.family, .read): "looked at the list of conversations."
        case (.family, _): "changed something."
        case (.consent, .read): "looked at who may know what."
        case (.consent, _): "changed who may know what."
        case (.question, .read): "read your question."
        case (.question, _): "answered your question."
        case (.story, .read): "read your story."
        case (.story, _): "wrote at your story, or said that it was read."
        case (.note, .read): "read contact notes."
        case (.note, .execute): "made a copy of contact notes."
        case (.note, _): "wrote a contact note."
        case (.objection, .read): "read what you sent."
        case (.objection, _): "answered what you sent."
        case (.direction, .read): "looked at who directs."
        case (.direction, _): "changed something about who directs."
        case (.handover, .read): "looked at a handover."
        case (.handover, _): "did something about a handover."
        case (.timeline, _): "read the timeline."
        case (.plan, .read), (.goal, .read), (.action, .read): "read the plan."
        case (.plan, .execute): "made a copy of the plan."
        case (.plan, _), (.goal, _), (.action, _): "worked on the plan."
        case (.meeting, .read): "looked at a meeting."
        case (.meeting, _): "worked on a meeting."
        case (.copy, _): "made or fetched a full copy."
        case (.forgetting, _): "looked at a request to erase."
        case (.consult, _): "looked at a question without names."
        case (.referral, .read): "looked at a referral."
        case (.referral, _): "did something with a referral."
        case (.proposal, .read): "looked at a proposal of help."
        case (.proposal, _): "did something with a proposal of help."
        case (.provision, .read): "looked at a decision of the municipality."
        case (.provision, _): "did something with a decision of the municipality."
        case (.indication, _): "looked at a safety indication."
        case (.match, _): "looked at a match."
        case (.careReport, _): "looked at a care report."
        case (.guestRequest, _): "looked at a request for a code."
        case (.outsideReferral, .read): "looked at what a guest asked."
        case (.outsideReferral, _): "did something with what a guest asked."
        case (.assignment, _): "looked at an assignment."
        case (.reportMessage, _): "looked at a care report that could not be read."
        case (.reportOrigin, _): "looked who made a care report."
        case (.keeping, _): "looked how long something is kept."
        case (nil, _): "saw your name in the list of families."
        }
    }
    private func quoted(_ subject: String?) -> String { subject.map { "“\($0)”" } ?? "that was erased" }
    func isOur(_ part: Direction.Kind) -> String { "That is the director." }
    let isFirstContact = "That is the first contact."
    func isIn(circleOf names: String) -> String { "Is in the circle of \(names)." }
    let times = "At"
    let emptyTitle = "Nobody looked in this month"
    let emptyText = "When a professional opens your information, it stands here the same day."
    func month(_ name: String) -> String { name }
    let months = "Other months"
    let fullTitle = "Access log"
    let fullLead = "All access to all dossiers, latest first. What is in a dossier you do not see here."
    let newest = "Get the newest"
    let when = "When"
    let who = "Who"
    let role = "Role"
    let action = "What"
    let dossier = "Dossier"
    let ground = "Ground"
    let outcome = "Outcome"
    let from = "From"
    let erasedAccount = "erased account"
    func role(_ role: LookerRole) -> String {
        switch role {
        case .family: "family"
        case .relative: "relative"
        case .professional: "professional"
        case .privacyOfficer: "privacy officer"
        case .stranger: "not in the circle"
        }
    }
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String {
        let what =
            switch item {
            case .circle: "circle"
            case .conversation: "conversation"
            case .promise: "promise"
            case .concern: "concern"
            case .story: "story"
            case .note: "contact note"
            case .objection: "Don't agree?"
            case .plan: "plan"
            case .goal: "goal"
            case .action: "action"
            case .meeting: "meeting"
            case .accessLog: "access log"
            case .emergency: "emergency access"
            case .safetyCard: "safety card"
            case .hold: "held"
            case .question: "question"
            case .consent: "consent"
            case .family: "list"
            case .direction: "direction"
            case .handover: "handover"
            case .timeline: "timeline"
            case .copy: "full copy"
            case .consult: "question without names"
            case .careReport: "care report"
            case .guestRequest: "request for a code"
            case .outsideReferral: "asked from outside"
            case .assignment: "assignment"
            case .reportMessage: "care report that could not be read"
            case .reportOrigin: "who made a care report"
            case .referral: "referral"
            case .forgetting: "request to erase"
            case .keeping: "keeping"
            case .proposal: "proposal of help"
            case .provision: "decision of the municipality"
            case .indication: "safety indication"
            case .match: "match of the index"
            case .decision: "decision of two"
            }
        return switch action {
        case .create: "\(what), write"
        case .read: "\(what), read"
        case .update: "\(what), change"
        case .delete: "\(what), erase"
        case .execute: "\(what), execute"
        }
    }
    func ground(_ ground: ReadingGround) -> String {
        switch ground {
        case .ownPerson: "own information"
        case .authority: "authority"
        case .letInByChild: "the young person's yes"
        case .membership: "member of the circle"
        case .invitation: "invitation"
        case .asked: "asked why"
        case .emergency: "emergency"
        case .second: "second professional"
        case .teamLead: "team lead"
        case .privacyOfficer: "supervision"
        case .none: "none"
        }
    }
    func outcome(_ outcome: AccessRecord.Outcome) -> String {
        switch outcome {
        case .granted: "granted"
        case .refused: "refused"
        }
    }
    let why = "Why?"
    let whyYou = "Why did you look?"
    func youAsked(_ day: String) -> String { "You asked, \(day)" }
    let notAnswered = "No answer yet"
    let withdraw = "Withdraw the question"
    let withdrawn = "Withdrawn"
    let withdrawnText = "You no longer wait for an answer."
    let withdrawnByAsker = "Whoever asked withdrew the question. There is nothing to do."
    let notAnsweredText = "You get an answer within five working days. It will stand here."
    func answered(_ name: String, _ day: String) -> String { "\(name) answered, \(day)" }
    let erasedAnswer = "This was erased."
    func askTitle(_ name: String) -> String { "Ask \(name) why" }
    func askLead(_ name: String) -> String {
        "\(name) answers within five working days. Only you see question and answer."
    }
    let askForm = "Your question"
    let askLabel = "Do you want to add something?"
    let askHint = "You do not have to. Leave it empty to only ask why."
    let questionTitle = "Question"
    func questionTitle(_ asker: String) -> String { "\(asker) asks why" }
    let questionLead = "Tell in plain words why you looked. Only the one who asks reads your answer."
    let questionLeadOfColleague = "A colleague of yours looked. You may answer. Only the one who asks reads it."
    let somebody = "Somebody"
    func aboutDay(_ day: String) -> String { "It is about \(day)" }
    func quotedLine(_ phrase: String) -> String { "The list says: \(phrase)" }
    func asks(_ name: String, _ day: String) -> String { "\(name) asked, \(day)" }
    let answerForm = "Give an answer"
    let answerLabel = "Your answer"
    let answerHint = "Write what you needed it for."
    let namesTitle = "Name or function"
    let namesLead = "Is a name dangerous? Then the family sees only the function under “Who looked”."
    func seenAs(_ name: String) -> String { "The family now sees: \(name)." }
    let showName = "Show the name again"
    let showFunction = "Show only the function"
    func functionReason(_ function: String) -> String { "Why rather “\(function)” than the name?" }
    let whyFunction = "Write why the name had better not be seen."
    let noDossier = "none"
    let caption = "Access"
}
