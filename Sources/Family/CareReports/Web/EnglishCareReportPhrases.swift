// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

extension EnglishCareReports {
    func crisis(_ name: String, _ phone: String) -> String { "Or call \(name): \(phone)." }
    func reportingAs(_ name: String, _ organisation: String) -> String { "You report as \(name) of \(organisation)." }
    func kind(_ kind: ReportedPerson.Kind) -> String {
        switch kind {
        case .child: "Child or young person"
        case .unborn: "Child that is not born yet"
        case .sibling: "Brother or sister"
        case .parent: "Parent"
        case .other: "Somebody else"
        case .unknown: "I don’t know"
        }
    }
    func howSoon(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "No, somebody has to look now"
        case .day: "Until tomorrow"
        case .week: "Some days"
        case .regular: "Yes, it can wait a while"
        }
    }
    func reporter(_ kind: ReportOrigin.Kind) -> String {
        switch kind {
        case .family: "Somebody of the family itself"
        case .neighbour: "Neighbour, friend or relative"
        case .school: "School or day care"
        case .generalPractice: "General practitioner"
        case .police: "Police"
        case .veiligThuis: "Veilig Thuis"
        case .professional: "Another professional"
        case .other: "Somebody else"
        }
    }
    func refused(_ refusal: BringingRefused) -> FieldError {
        switch refusal {
        case .noDesk: FieldError("facts", "This desk takes nothing now. Call Veilig Thuis: 0800 2000.")
        case .nobodyOnDuty:
            FieldError("urgency", "The desk takes nothing acute now. Call 112, or Veilig Thuis: 0800 2000.")
        case .noOtherDesk:
            FieldError("colleague", "There is no other desk. Call Veilig Thuis: 0800 2000.")
        case .changed:
            FieldError(
                "facts",
                "Your first report has arrived, what you wrote now has not. Does it belong to it? Send it once more.")
        case .tooMany:
            FieldError("facts", "Many reports just came from here. Try again in an hour, or call 0800 2000.")
        }
    }
    func received(_ day: String) -> String { "Your report arrived on \(day)." }
    func watched(_ watcher: String) -> String { "Who keeps sight of safety: \(watcher)" }
    func waiting(_ count: Int) -> String { count == 1 ? "1 report is open:" : "\(count) reports are open:" }
    func count(_ count: Int, _ urgency: CareReport.Urgency) -> String {
        "\(count) \(self.urgency(urgency).lowercased())"
    }
    func hours(_ hours: Int) -> String { hours == 0 ? "I stop now" : "\(hours) hours" }
    func urgency(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "Acute"
        case .day: "Within a day"
        case .week: "Within a week"
        case .regular: "Usual"
        }
    }
    func clock(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "Somebody goes there or calls now."
        case .day: "Within 24 hours, at weekends, too."
        case .week: "Within five working days."
        case .regular: "Within the term that counts here."
        }
    }
    func inHand(_ name: String?) -> String { name.map { "\($0) has this report." } ?? "You have this report." }
    func state(_ state: CareReport.State) -> String {
        switch state {
        case .received: "Not judged yet."
        case .triaged: "Judged."
        case .assigned(.desk): "The desk has the talk."
        case .assigned(.circle): "With a family that is known."
        case .assigned(.veiligThuis): "Reported to Veilig Thuis."
        case .talked: "The first talk was held."
        case .closed(.advice): "Done: with advice."
        case .closed(.answered): "Done: who reported knows."
        }
    }
    func numbered(_ number: String) -> String { "Report \(number)." }
    func by(_ moment: String) -> String { "It must be done: \(moment)." }
    func nameless(_ kind: ReportedPerson.Kind) -> String {
        kind == .unborn ? "A child that is not born yet" : "Name not known"
    }
    func born(_ day: String) -> String { "born on \(day)" }
    func did(_ kind: CareReportEntry.Kind, by who: String?) -> String {
        let isKnown = who != nil
        let who = who ?? "Somebody"
        return switch kind {
        case .safetyEnded: "\(who) wrote that nobody here keeps the conditions for safety any more"
        case .readIn: "\(isKnown ? who : "Who runs the machine") read in the message"
        case .newer: "Its sender sent a newer message. It stands with the messages"
        case .taken: "\(who) took it up"
        case .passed: "\(who) passed it on"
        case .sent: "\(who) sent it to another desk"
        case .judged: "\(who) judged it"
        case .safetyKept: "\(who) agreed who keeps watch over safety"
        case .toDesk: "\(who) chose a talk by the desk"
        case .toCircle: "\(who) linked it to a family"
        case .toVeiligThuis: "\(who) reported it to Veilig Thuis"
        case .talked: "\(who) talked with the family"
        case .advised: "\(who) gave advice"
        case .answered: "\(who) let them know"
        case .late: "It was late. All at the desk see it now"
        case .left: "Who had this works here no more. All at the desk see it now"
        case .moved: "Where this lay, nobody can read it any more. Now it lies here"
        }
    }
    func direction(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "No direction is needed"
        case .monitoring: "Following whether what was agreed works"
        case .careCoordination: "Making the help fit together"
        case .safetyCoordination: "Directing safety"
        }
    }
    func judged(_ urgency: CareReport.Urgency, _ direction: Direction.Kind?, _ reason: String) -> String {
        let directed = direction.map { " \(self.direction($0))." } ?? ""
        return "\(self.urgency(urgency)).\(directed)\n\(reason)"
    }
    func question(_ question: ReportWeighing.Question) -> String {
        switch question {
        case .suspicion: "Is there a suspicion of violence or neglect?"
        case .unsafe: "Is it unsafe now, or again and again?"
        case .canHelp: "Can you give or arrange good help yourself?"
        case .accepted: "Do those involved want that help?"
        case .inTime: "Does that help work in time?"
        }
    }
    func weighed(_ weighing: ReportWeighing, facts: String, thoughts: String?) -> String {
        let answers = ReportWeighing.Question.allCases.map { "\(question($0)) \(weighing.says($0) ? "Yes." : "No.")" }
        let outcome =
            switch weighing.outcome {
            case .noReport: "The five questions ask for no report."
            case .help: "The five questions ask for help, and to follow it."
            case .report: "The five questions ask for a report."
            }
        return (answers + [outcome, "What is certain: \(facts)"] + (thoughts.map { ["What we think: \($0)"] } ?? []))
            .joined(separator: "\n")
    }
    func refused(_ refusal: CareReport.Refusal) -> FieldError {
        switch refusal {
        case .closed: FieldError("reported", "This report is done already.")
        case .taken: FieldError("reported", "Somebody else has this report now. Above stands who.")
        case .notYours: FieldError("reported", "This report lies at another desk.")
        case .notAtDesk: FieldError("reported", "They can’t have this report. Choose another.")
        case .notJudged: FieldError("reported", "Judge the report first.")
        case .alreadyJudged: FieldError("reported", "This can’t be done any more. See how it stands.")
        case .noDirection: FieldError("reported", "Several parties are involved. Choose the direction first.")
        case .noKeeper: FieldError("keeper", "Choose first, when you judge, who keeps watch over safety.")
        case .keeper: FieldError("reported", "First write who keeps safety after now, or why that is not needed.")
        case .notAssigned: FieldError("reported", "Choose first who has the talk.")
        case .notTalked: FieldError("reported", "First comes the talk, then the answer.")
        case .notHere: FieldError("reported", "Veilig Thuis has this talk.")
        }
    }
    func deskLead(_ organisation: String) -> String { "At \(organisation)." }
}
