// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct EnglishRisks: RiskWords {
    let title = "Safety indication"
    let tab = "Assessment"
    let heading = "How safe is it?"
    let lead = "How safe it is for each child, in words that mean the same to everybody."
    let familyLead = "This was discussed with you. Is something not right? Tell who wrote it."
    let door = "How safe it is now, and what there is to do."
    let all = "All indications"
    let none = "There is no indication for you to read yet"
    let noneText = "Once there is one that was discussed with you, it stands here."
    func of(_ name: String) -> String { "How safe \(name) is" }
    let open = "Look at the indication"

    let erased = "This indication was erased."
    let reporting = "Reporting code, step 5: decide now"
    let reportingText =
        "In acute danger you report to Veilig Thuis: 0800 2000. In danger right now call 112 first. Rondom reports nothing for you."

    func assessed(_ name: String, _ day: String, until: String) -> String {
        "Assessed by \(name), \(day). Valid until \(until)."
    }
    func expired(_ day: String) -> String { "No longer valid since \(day)" }
    let notDiscussed = "Not discussed with the family yet"
    let waitsForSignature = "Waits for a co-signature"
    let notSigned = "Not co-signed: does not count"
    let replaced = "Replaced by a new one"

    let fresh = "New indication"
    let freshLead = "By what did you assess it?"
    func instrument(_ instrument: RiskInstrument) -> String {
        switch instrument {
        case .arij: "ARIJ"
        case .lirik: "LIRIK"
        case .other: "Something else"
        }
    }
    func instrumentText(_ instrument: RiskInstrument) -> String {
        switch instrument {
        case .arij: "Safety, risk and profile, with a score."
        case .lirik: "Your judgement of now and of later."
        case .other: "Any other instrument. You name it yourself."
        }
    }
    let person = "About which child?"
    let personMissing = "Choose which child it is about."
    let name = "Which instrument?"
    let nameHint = "Such as CFRA-NL or the Delta safety list."
    let nameMissing = "Name the instrument."
    let version = "Which version?"
    let versionHint = "Such as 2.0. Leave it empty if you do not know."
    func question(_ question: RiskQuestion, _ instrument: RiskInstrument) -> String {
        switch question {
        case .safety: "Safety by the ARIJ"
        case .risk: "Risk by the ARIJ"
        case .profile: "Dynamic profile"
        case .safetyNow: instrument == .lirik ? "Part 1: how safe is it now?" : "How safe is it now?"
        case .futureRisk: instrument == .lirik ? "Part 2: how high is the risk later?" : "How high is the risk later?"
        }
    }
    func answer(_ answer: RiskAnswer) -> String {
        switch answer {
        case .safe: "Safe"
        case .unsafe: "Unsafe"
        case .doubtful: "Doubtful"
        case .structurallyUnsafe: "Unsafe for a while"
        case .acutelyUnsafe: "Danger right now"
        case .low: "Low"
        case .lowToMiddle: "Low to middle"
        case .middle: "Middle"
        case .middleToHigh: "Middle to high"
        case .high: "High"
        case .unknown: "Unknown"
        }
    }
    let notMade = "Not made"
    let unanswered = "Choose an answer."
    let own = "Do you come to something else yourself?"
    let ownSafety = "How safe is it now, in your judgement?"
    let ownRisk = "How high is the risk later, in your judgement?"
    let asTable = "As the table says"
    func safetyNow(_ now: RiskConclusion.SafetyNow) -> String {
        switch now {
        case .safe: "Safe"
        case .doubtful: "Doubtful"
        case .structurallyUnsafe: "Unsafe for a while"
        case .acutelyUnsafe: "Danger right now"
        }
    }
    func futureRisk(_ risk: RiskConclusion.FutureRisk) -> String {
        switch risk {
        case .low: "Low"
        case .middle: "Middle"
        case .high: "High"
        case .unknown: "Unknown"
        }
    }
    let reason = "Why other than the table?"
    let reasonMissing = "Write down why you come to something else."
    let outcome = "Outcome in its own words"
    let outcomeHint = "The conclusion as the instrument gives it. The family reads this, too, after the talk."
    let outcomeMissing = "Write down the outcome."
    let assessedOn = "Assessed on"
    let notThen = "Choose a day up to today, not longer than a year ago."
    let validUntil = "Valid until"
    let validHint = "A year at most. Then somebody must look again."
    let notUntil = "Choose a day after today, a year after the assessment at most."
    let cosigner = "Who signs along?"
    let cosignerHint = "You were not trained for this. Somebody with the skill for youth looks before it counts."
    let cosignerMissing = "Choose who signs along."
    let nobodyTrained = "Nobody in this circle was trained for this. Ask a colleague in who was."
    let save = "Keep the indication"
    let renews = "This replaces the indication before it."

    let conclusion = "Conclusion"
    let by = "Instrument"
    func table(_ number: Int) -> String { "Version \(number)" }
    let tableLabel = "Table"
    let discussed = "Discussed with the family on"
    let talk = "What was said then"
    let release = "Discussed with the family?"
    let releaseText =
        "After this everybody who reads all about this child reads it. Must somebody not know? Hold it first."
    let discussedOn = "When was it discussed?"
    let notDiscussedThen = "Choose a day between the assessment and today."
    let talkHint = "With whom, and what did they say? Professionals alone read this."
    let talkMissing = "Write down with whom you discussed it."
    let releaseButton = "Let the family read this"
    let renew = "Assess it anew"
    let weigh = "This must be weighed"
    func weighText(_ cause: RiskContradiction) -> String {
        switch cause {
        case .otherIndication: "Another indication of this child says something very different."
        case .plan: "The plan and its direction do not fit this indication."
        }
    }
    let weighLabel = "What counts, and what follows?"
    let weighHint = "Nothing changes by itself. Change the plan or the direction, too, where that is needed."
    let weighMissing = "Write down what you weighed."
    let weighButton = "Record the weighing"
    func weighed(_ name: String, _ day: String) -> String { "Weighed by \(name), \(day)." }
    let notWeighed = "Who directs must still weigh this."
}
