// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What the pages with questions without names say.
protocol ConsultWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var new: String { get }
    var toAnswer: String { get }
    var asked: String { get }
    var given: String { get }
    var over: String { get }
    var empty: String { get }
    var emptyText: String { get }
    var erased: String { get }

    // Asking.
    var newLead: String { get }
    var withoutNames: String { get }
    var organisation: String { get }
    var choose: String { get }
    var organisationMissing: String { get }
    var colleague: String { get }
    var colleagueHint: String { get }
    func nobodyCalled(at organisation: String) -> String
    var ownQuestion: String { get }
    var subject: String { get }
    var subjectHint: String { get }
    var subjectMissing: String { get }
    var question: String { get }
    var questionHint: String { get }
    var questionMissing: String { get }
    var hasteLegend: String { get }
    func haste(_ haste: Consult.Haste) -> String
    var send: String { get }

    // What tells of whom it is.
    func tells(_ found: String) -> String
    var tellsNumber: String { get }
    var checkedLegend: String { get }
    var checked: String { get }

    // One of them.
    func from(_ asker: String, to asked: String) -> String
    func waits(_ due: String) -> String
    var late: String { get }
    var inInbox: String { get }
    var said: String { get }
    func said(_ kind: ConsultEntry.Kind, by who: String) -> String
    func someone(at organisation: String) -> String
    var nobody: String { get }
    var take: String { get }
    var answerTitle: String { get }
    var answer: String { get }
    var answerMissing: String { get }
    var answerSend: String { get }
    var passTitle: String { get }
    var passLabel: String { get }
    var passInbox: String { get }
    var pass: String { get }
    var verdictTitle: String { get }
    var verdictLegend: String { get }
    func verdict(_ verdict: ConsultVerdict) -> String
    var verdictMissing: String { get }
    var again: String { get }
    var againHint: String { get }
    var againMissing: String { get }
    var verdictSend: String { get }
    var notNeeded: String { get }
    func closed(_ closing: Consult.Closing) -> String
    func state(_ consult: Consult) -> String
    func refused(_ refusal: Consult.Refusal) -> String
    func kept(until day: String) -> String
}

/// What somebody says of the answer to their question.
enum ConsultVerdict: String, CaseIterable, Sendable {
    case helped, helpedPartly, again
}

extension Language {
    var consults: any ConsultWords {
        switch self {
        case .nl: DutchConsults()
        case .en: EnglishConsults()
        }
    }
}
