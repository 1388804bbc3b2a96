// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages with contact notes say.
protocol NoteWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var familyLead: String { get }
    var door: String { get }
    var new: String { get }
    var newLead: String { get }
    var empty: String { get }
    var emptyText: String { get }
    var all: String { get }
    func kind(_ kind: ContactNote.Kind) -> String
    func heading(_ kind: ContactNote.Kind, _ day: String) -> String
    func with(_ names: String) -> String
    func about(_ names: String) -> String
    func by(_ name: String, _ moment: String) -> String
    var erased: String { get }
    var open: String { get }
    var corrected: String { get }

    var kindLegend: String { get }
    var withLegend: String { get }
    var withMissing: String { get }
    var aboutLegend: String { get }
    var aboutHint: String { get }
    var aboutWrong: String { get }
    var day: String { get }
    var clock: String { get }
    var clockHint: String { get }
    var notThen: String { get }
    var text: String { get }
    var textHint: String { get }
    var textMissing: String { get }
    var helped: String { get }
    var interpreter: String { get }
    var withInterpreter: String { get }
    func wrong(_ refusal: PlainText.Refusal) -> String
    var follows: String { get }
    var followsHint: String { get }
    func what(_ place: Int) -> String
    func who(_ place: Int) -> String
    func due(_ place: Int) -> String
    var whoMissing: String { get }
    var dueWrong: String { get }
    var save: String { get }

    var correct: String { get }
    var correctHint: String { get }
    var correctButton: String { get }
    var earlier: String { get }
    var statements: String { get }
    func statedBy(_ name: String, _ moment: String) -> String
    var state: String { get }
    var stateHint: String { get }
    var stateButton: String { get }

    var copy: String { get }
    var copyLead: String { get }
    var copyTitle: String { get }
    var fileName: String { get }
    func copied(_ day: String, by name: String) -> String
    func count(_ notes: Int) -> String
    var pdf: String { get }
    var asText: String { get }
}

/// What is said about families without contact, calling back, and one's own notes.
protocol ContactWords: Sendable {
    var quiet: String { get }
    var quietDoor: String { get }
    func quietLead(_ days: Int) -> String
    /// With how many families there was no contact for so many days.
    func quietCount(_ families: Int, _ days: Int) -> String
    var quietAll: String { get }
    var nobodyQuiet: String { get }
    var nobodyQuietText: String { get }
    func last(_ day: String) -> String
    var never: String { get }
    var daysLabel: String { get }
    func days(_ days: Int) -> String
    var choose: String { get }
    var howAreYou: String { get }
    func ask(_ names: String) -> String
    var note: String { get }
    func family(_ name: String) -> String
    var erased: String { get }

    var callBack: String { get }
    var callBackDoor: String { get }
    var callBackLead: String { get }
    var callBackWho: String { get }
    /// Beside the fixed point of contact, whom a team stands behind.
    func callBackTeam(_ name: String) -> String
    var callBackBy: String { get }
    var callBackAbout: String { get }
    var callBackAboutHint: String { get }
    var callBackMissing: String { get }
    var callBackNotThen: String { get }
    var callBackSend: String { get }
    var callBackNobody: String { get }
    var callBackNobodyText: String { get }
    func callBackText(_ name: String, about: String?) -> String

    var working: String { get }
    var workingDoor: String { get }
    var workingLead: String { get }
    var workingText: String { get }
    var workingLabel: String { get }
    var workingSave: String { get }
    var workingEnd: String { get }
    var workingNone: String { get }
    var workingNoneText: String { get }
}

extension Language {
    var notes: any NoteWords {
        switch self {
        case .nl: DutchNotes()
        case .en: EnglishNotes()
        }
    }

    var contacts: any ContactWords {
        switch self {
        case .nl: DutchContacts()
        case .en: EnglishContacts()
        }
    }
}
