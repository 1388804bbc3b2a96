// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct EnglishDirection: DirectionWords {
    let title = "Who directs?"
    let doorText = "Who makes everything fit together, and what you may expect."
    func directs(_ name: String, _ kind: Direction.Kind) -> String {
        "\(name) directs: \(self.kind(kind).lowercased())."
    }
    func youDirect(_ kind: Direction.Kind) -> String { "You direct: \(self.kind(kind).lowercased())." }
    func kind(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "No direction needed"
        case .monitoring: "Monitoring"
        case .careCoordination: "Care coordination"
        case .safetyCoordination: "Safety coordination"
        }
    }
    func kindText(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "You arrange it yourselves. The first contact answers."
        case .monitoring: "Somebody follows whether what was agreed happens."
        case .careCoordination: "Somebody makes all help fit together."
        case .safetyCoordination: "A professional makes agreements about safety."
        }
    }
    func act(_ act: Direction.Act) -> String {
        switch act {
        case .answers: "Answers questions, or finds out who can."
        case .passesOn: "Passes on what somebody else must know."
        case .follows: "Looks whether what was agreed happens."
        case .reminds: "Calls whoever did not do something in time."
        case .tells: "Tells you how things stand."
        case .keepsPlan: "Keeps the one plan with you."
        case .bringsTogether: "Brings everybody together when that is needed."
        case .movesOnWhatStops: "Gets moving again what is stuck."
        case .agreesOnSafety: "Makes agreements about safety with you."
        case .watchesSafety: "Watches whether everybody keeps to them."
        case .weighsReport: "Weighs whether a report is needed."
        }
    }
    let isNow = "This is how it is now"
    let since = "Since"
    let agreedBy = "Agreed with"
    let reviewOn = "We look again on"
    let why = "Why"
    let support = "Free help for yourselves"
    let supportOffered = "I told that there is free client support"
    let supportText = "A client supporter is free and belongs to none of the helpers. They think along with you."
    func cause(_ cause: DirectionChange.Cause, by name: String?, second: String?) -> String {
        switch cause {
        case .start: "It began like this."
        case .parents: "The parents direct themselves."
        case .handover: "Handed over."
        case .kind: "It became another kind of direction."
        case .safety: "Taken over for safety\(together(name, second))."
        case .absence: "Taken over because the other was not there\(together(name, second))."
        case .reassigned: "The team lead chose a colleague."
        case .inherited: "The director before left the circle."
        }
    }
    private func together(_ name: String?, _ second: String?) -> String {
        guard let name, let second else { return "" }
        return ", by \(name) and \(second) together"
    }
    let expect = "What may you expect?"
    let expectText = "There are four kinds of direction. One of them always holds."
    let tasks = "Who does what, and what not?"
    let member = "Who"
    let does = "Does this"
    let mandate = "May decide this"
    let mandateHint = "What may you decide for this family yourself? Leave it empty if that is nothing."
    let doesNot = "Does not do this"
    let sayYours = "Say what you do and don't do"
    let notSaid = "Not said yet"
    let firstContact = "First contact"
    func isFirstContact(_ name: String) -> String { "\(name) is whom you call or write first, with any question." }
    func absent(_ organisation: String) -> String {
        "Are they not there? What was promised to you then comes to \(organisation)."
    }
    let noFirstContact = "You may not see here who is called first."
    let chooseFirstContact = "Choose another first contact"
    let chooseButton = "Make this the first contact"
    let chooseMissing = "Choose somebody of the circle."
    let history = "How it went so far"
    func period(from: String, until: String?) -> String {
        guard let until else { return "Since \(from)." }
        return "From \(from) until \(until)."
    }
    let acts = "What you can do"
    let underWay = "A handover is under way"
    let underWayMore = "See the handover"
    let takeOver = "Take over direction"
    let takeOverText = "You talked with the family about doing this."
    let handOver = "Hand over direction"
    let handOverText = "Hand direction over to somebody of the circle."
    let back = "Direct again yourself"
    let backText = "You need not explain why. The help simply stays."
    let backButton = "I direct again myself"
    let otherKind = "Another kind of direction"
    let otherKindText = "The same director, who will do more or less."
    let without = "Take over without talking"
    let withoutText = "Only for safety, or when the director is not there. You do that together with a colleague."
    let kindAsked = "What will you do?"
    let kindMissing = "Choose a kind of direction."
    let reason = "Why?"
    let reasonHint = "Write it so that the family recognises it."
    let reasonMissing = "Write down why."
    let review = "When do you look whether this is still needed?"
    let reviewHint = "In half a year at the latest."
    let reviewOutside = "Choose a day from tomorrow, within half a year."
    let noDay = "Fill in a day, such as 2026-12-31."
    let talkDay = "When did you talk about it?"
    let whoAgreed = "Who of the family was there and said yes?"
    let whoAgreedHint = "Whoever directs now says yes themself after this."
    let nobodyAgreed = "Choose who of the family said yes."
    let reviewTitle = "Is direction still right?"
    func reviewLead(_ name: String, isFamily: Bool) -> String {
        isFamily
            ? "\(name) does this. Ask whether it goes well." : "\(name) does this now. Ask whether it is still needed."
    }
    let goesWell = "Yes, it stays like this"
    let otherwise = "No, it must change"
    let changeButton = "Change direction"
    let withoutTitle = "Take over without talking"
    let withoutLead = "Only when talking is dangerous, or the director is not there. A colleague looks with you."
    let causeAsked = "Why without talking?"
    func causeLabel(_ cause: DirectionChange.Cause) -> String {
        switch cause {
        case .safety: "For safety"
        case .absence: "The director is not there"
        default: "Another kind of my own direction"
        }
    }
    let causeMissing = "Choose why."
    let second = "Which colleague looks with you?"
    let secondHint = "Direction changes only once this colleague says yes."
    let secondMissing = "Choose another professional of the circle."
    let askSecond = "Ask the colleague"
    let changed = "Direction changed meanwhile"
    let changedText = "Here you see how it is now."
}
