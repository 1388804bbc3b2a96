// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import Site

/// What the pages with what municipalities assigned say.
protocol AssignmentWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var which: String { get }
    func group(_ state: Assignment.State, _ count: Int) -> String
    var columns: [String] { get }
    func empty(_ state: Assignment.State) -> String
    var emptyText: String { get }
    var emptyOwnText: String { get }
    func municipality(_ code: String) -> String
    func category(_ code: String?) -> String
    var erased: String { get }
    func half(began weeks: String, about: Int) -> String

    // One assignment.
    var number: String { get }
    var birth: String { get }
    var help: String { get }
    var from: String { get }
    var assigned: String { get }
    var period: String { get }
    func period(_ from: String, until: String?) -> String
    var waited: String { get }
    var holder: String { get }
    var noHolder: String { get }
    func stands(_ assignment: Assignment) -> String
    var told: String { get }
    func told(_ kind: AssignmentEntry.Kind, about day: String?, to colleague: String?) -> String
    var passTitle: String { get }
    var passLabel: String { get }
    var passLeads: String { get }
    var pass: String { get }
    var notPassed: String { get }
    func reason(_ reason: StopReason) -> String

    // Reading messages in.
    var read: String { get }
    var readTitle: String { get }
    var readLead: String { get }
    var file: String { get }
    var fileHint: String { get }
    var fileMissing: String { get }
    var filesTooMany: String { get }
    var fileTooLarge: String { get }
    var send: String { get }
    var resultTitle: String { get }
    func resultLead(read: Int, of all: Int) -> String
    var resultColumns: [String] { get }
    var readBefore: String { get }
    func read(_ kinds: [AssignmentEntry.Kind]) -> String
    func refused(_ flaw: AssignmentMessageFlaw) -> String
    func refused(_ fault: AssignmentMessageFault) -> String
    var toList: String { get }

    // The codes of the organisation.
    var codesTitle: String { get }
    var codesLead: String { get }
    var codes: String { get }
    var codesHint: String { get }
    func codesWrong(_ typed: String) -> String
    func codesTaken(_ codes: String) -> String
    var codesMissing: String { get }
    var save: String { get }
}

extension Language {
    var assignments: any AssignmentWords {
        switch self {
        case .nl: DutchAssignments()
        case .en: EnglishAssignments()
        }
    }
}
