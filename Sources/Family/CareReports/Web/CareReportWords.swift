// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What the pages about care reports say.
protocol CareReportWords: CareReportPhrases {
    // Reporting.
    /// What stands in the title bar and the history of a browser: nothing of what it is about.
    var tab: String { get }
    var newTitle: String { get }
    var newLead: String { get }
    var dangerTitle: String { get }
    var dangerText: String { get }
    var dangerNobody: String { get }
    var noDesk: String { get }
    var leaveEmpty: String { get }
    var aboutTitle: String { get }
    var more: String { get }
    var personName: String { get }
    var personNameHint: String { get }
    var personKind: String { get }
    var birth: String { get }
    var birthWrong: String { get }
    var place: String { get }
    var placeHint: String { get }
    var personMissing: String { get }
    var facts: String { get }
    var factsHint: String { get }
    var factsMissing: String { get }
    var interpretation: String { get }
    var interpretationHint: String { get }
    var incident: String { get }
    var incidentHint: String { get }
    var told: String { get }
    var toldHint: String { get }
    var only: String { get }
    var onlyHint: String { get }
    var urgencyLegend: String { get }
    var urgencyMissing: String { get }
    var colleagueLegend: String { get }
    var colleague: String { get }
    var desk: String { get }
    var reporter: String { get }
    var choose: String { get }
    var reporterMissing: String { get }
    var reporterName: String { get }
    var reporterNameHint: String { get }
    var reach: String { get }
    var reachHint: String { get }
    var namedLegend: String { get }
    var namedHint: String { get }
    var named: String { get }
    var send: String { get }
    var sendAgain: String { get }

    // What comes back.
    var receiptTitle: String { get }
    var receiptLead: String { get }
    var number: String { get }
    var code: String { get }
    var receiptOnce: String { get }
    var receiptKeep: String { get }
    var toAnswer: String { get }
    var answerTitle: String { get }
    var answerLead: String { get }
    var look: String { get }
    var codeWrong: String { get }
    var notLookedAt: String { get }
    var lookedAt: String { get }
    var seen: String { get }
    var advised: String { get }
    var adviceTitle: String { get }

    // The board.
    var board: String { get }
    var door: String { get }
    var boardLead: String { get }
    var boardEmpty: String { get }
    var boardEmptyText: String { get }
    var boardChanged: String { get }
    var lastTitle: String { get }
    var nobodyOnDuty: String { get }
    var nobodyOnDutyText: String { get }
    var noPhone: String { get }
    var noPhoneText: String { get }
    var dutyTitle: String { get }
    var dutyText: String { get }
    var dutyHours: String { get }
    var dutySave: String { get }
    var inInbox: String { get }

    // One of them.
    var reportedTitle: String { get }
    var onlyShown: String { get }
    var doubles: String { get }
    var doneTitle: String { get }
    var actsTitle: String { get }
    var typedTitle: String { get }
    var erased: String { get }
    var late: String { get }
    var take: String { get }
    var judgeTitle: String { get }
    var judgeLegend: String { get }
    var judgeMissing: String { get }
    var reason: String { get }
    var reasonMissing: String { get }
    var severalLegend: String { get }
    var several: String { get }
    var direction: String { get }
    var noDirection: String { get }
    var judge: String { get }
    var assignTitle: String { get }
    var family: String { get }
    var whichFamily: String { get }
    var noFamilies: String { get }
    var noFamiliesText: String { get }
    var noFamily: String { get }
    var familyMissing: String { get }
    var linkHint: String { get }
    var startFamily: String { get }
    var assign: String { get }
    var weighTitle: String { get }
    var weighLead: String { get }
    var weighLegend: String { get }
    var weighedFacts: String { get }
    var weighedThoughts: String { get }
    var weighSend: String { get }
    var talkTitle: String { get }
    var talk: String { get }
    var talkHint: String { get }
    var talkMissing: String { get }
    var talkSave: String { get }
    var advice: String { get }
    var adviceHint: String { get }
    var adviceMissing: String { get }
    var adviceSend: String { get }
    var feedbackTitle: String { get }
    var replyLegend: String { get }
    var replyMissing: String { get }
    var replySeen: String { get }
    var replySeenText: String { get }
    var replyWatched: String { get }
    var replyWatchedText: String { get }
    var watcher: String { get }
    var watcherHint: String { get }
    var watcherMissing: String { get }
    var feedbackSend: String { get }
    var passTitle: String { get }
    var passTo: String { get }
    var passInbox: String { get }
    var pass: String { get }
    var sendTitle: String { get }
    var sendOn: String { get }
    var consult: String { get }
    var originTitle: String { get }
    var toReport: String { get }
    var notTold: String { get }
    var namedProfessional: String { get }
    var mayBeNamed: String { get }
    var mayNotBeNamed: String { get }

    // Who is at a desk.
    var deskTitle: String { get }
    var deskLegend: String { get }
    var deskOpen: String { get }
    var members: String { get }
    var membersHint: String { get }
    var deskSave: String { get }
    var deskStillNeeded: String { get }
    var forsaken: String { get }
    var forsakenText: String { get }
}

/// What they say in which a number, a name or a choice stands.
protocol CareReportPhrases: Sendable {
    func crisis(_ name: String, _ phone: String) -> String
    func reportingAs(_ name: String, _ organisation: String) -> String
    func kind(_ kind: ReportedPerson.Kind) -> String
    func howSoon(_ urgency: CareReport.Urgency) -> String
    func reporter(_ kind: ReportOrigin.Kind) -> String
    func refused(_ refusal: BringingRefused) -> FieldError
    func received(_ day: String) -> String
    func watched(_ watcher: String) -> String
    func waiting(_ count: Int) -> String
    func count(_ count: Int, _ urgency: CareReport.Urgency) -> String
    func hours(_ hours: Int) -> String
    func urgency(_ urgency: CareReport.Urgency) -> String
    func clock(_ urgency: CareReport.Urgency) -> String
    /// nil for the reader.
    func inHand(_ name: String?) -> String
    func state(_ state: CareReport.State) -> String
    func numbered(_ number: String) -> String
    func by(_ moment: String) -> String
    func nameless(_ kind: ReportedPerson.Kind) -> String
    func born(_ day: String) -> String
    func did(_ kind: CareReportEntry.Kind, by who: String?) -> String
    func direction(_ kind: Direction.Kind) -> String
    func judged(_ urgency: CareReport.Urgency, _ direction: Direction.Kind?, _ reason: String) -> String
    func question(_ question: ReportWeighing.Question) -> String
    func weighed(_ weighing: ReportWeighing, facts: String, thoughts: String?) -> String
    func refused(_ refusal: CareReport.Refusal) -> FieldError
    func deskLead(_ organisation: String) -> String
}

extension CareReportWords {
    /// About whom a report is: whom was named first, and how many more.
    func about(_ sight: CareReportSight) -> String {
        guard let worry = sight.worry else { return erased }
        let named = worry.persons.map(\.name).filter { !$0.isEmpty }
        let others = Set(worry.persons.filter(\.name.isEmpty).map { nameless($0.kind) }).sorted()
        let all = named.isEmpty ? others : named + others.map { $0.prefix(1).lowercased() + $0.dropFirst() }
        return all.isEmpty ? worry.place : all.joined(separator: ", ")
    }

    func person(_ person: ReportedPerson, _ language: Language) -> String {
        let name = person.name.isEmpty ? nameless(person.kind) : person.name
        return [
            name, person.role.map { language.reportMessages.role($0) },
            person.birth.map { born(language.dateInside($0)) },
        ].compactMap(\.self).joined(separator: ", ")
    }
}

extension Language {
    var careReports: any CareReportWords {
        switch self {
        case .nl: DutchCareReports()
        case .en: EnglishCareReports()
        }
    }
}
