// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the pages about reports from other systems say.
protocol ReportMessageWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var file: String { get }
    var fileHint: String { get }
    var fileMissing: String { get }
    var fileTooLarge: String { get }
    var filesTooMany: String { get }
    var send: String { get }
    var resultTitle: String { get }
    var resultColumns: [String] { get }
    var keptTitle: String { get }
    var keptLead: String { get }
    var keptColumns: [String] { get }
    /// What goes back to the sender.
    var answer: String { get }
    var original: String { get }
    /// The act that says that a message needs nothing more, and what stands there then.
    var settle: String { get }
    var settled: String { get }
    /// On the board, how many wait.
    func unread(_ count: Int) -> String
    var unreadText: String { get }
    /// The answer to a report that came as a message.
    var replyTitle: String { get }
    var replyHint: String { get }

    func brought(_ number: String) -> String
    func broughtBefore(_ number: String) -> String
    func wrong(_ flaw: ReportMessageFlaw) -> String

    // What a report holds that came from elsewhere.
    var help: String { get }
    var safetyTitle: String { get }
    var safetyLead: String { get }
    var nobodyKeeps: String { get }
    var isOver: String { get }
    var safetyAgain: String { get }
    var safetyAgainSave: String { get }
    var safetyEnd: String { get }
    var safetyEndLabel: String { get }
    var safetyEndHint: String { get }
    var safetyEndMissing: String { get }
    var safetyEndSave: String { get }
    func kept(by keeper: String, until day: String, isPast: Bool) -> String
    var keeper: String { get }
    var keeperHint: String { get }
    var keeperMissing: String { get }
    var keeperDay: String { get }
    var keeperDayMissing: String { get }
    var conditions: String { get }
    var conditionsHint: String { get }
    func safety(_ kind: SafetyCondition.Kind) -> String
    func role(_ role: YouthCareRole) -> String

    // Files.
    var files: String { get }
    var filesLabel: String { get }
    var filesHint: String { get }
    var filesAgain: String { get }
    var reportFileTooLarge: String { get }
    var reportFilesTooMany: String { get }
    var reportFileOther: String { get }
    var reportFilesBusy: String { get }
    func file(_ number: Int) -> String
}

extension Language {
    var reportMessages: any ReportMessageWords {
        switch self {
        case .nl: DutchReportMessages()
        case .en: EnglishReportMessages()
        }
    }
}
