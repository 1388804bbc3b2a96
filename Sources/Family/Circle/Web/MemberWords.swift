// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the page about one member says.
protocol MemberWords: Sendable {
    var title: String { get }
    var expected: String { get }
    var expectedNot: String { get }
    var forWhom: String { get }
    var sees: String { get }
    var since: String { get }
    func until(_ day: String) -> String
    var noEnd: String { get }
    func untilLabel() -> String
    var change: String { get }
    var save: String { get }
    var stop: String { get }
    func stopText(_ name: String) -> String
    var stopOwnText: String { get }
    var stopForWhom: String { get }
    var stopButton: String { get }
    var nobodyChosen: String { get }
    var changed: String { get }
    var changedText: String { get }
    var leftAlready: String { get }
    var noHeir: String { get }
    var noHeirText: String { get }
    var open: String { get }
    var card: String { get }
    func cardText(_ name: String) -> String
    var makeCard: String { get }
}

extension Language {
    var members: any MemberWords {
        switch self {
        case .nl: DutchMembers()
        case .en: EnglishMembers()
        }
    }
}

private struct DutchMembers: MemberWords {
    let title = "Kringlid"
    let expected = "Dit mag je verwachten"
    let expectedNot = "Dit juist niet"
    let forWhom = "Doet mee voor"
    let sees = "Ziet"
    let since = "In de kring sinds"
    func until(_ day: String) -> String { "Tot \(day)" }
    let noEnd = "Tot iemand stopt"
    func untilLabel() -> String { "Hoe lang" }
    let change = "Pas aan wat je van jou mag verwachten"
    let save = "Opslaan"
    let stop = "Toegang stoppen"
    func stopText(_ name: String) -> String { "\(name) ziet daarna meteen niets meer, op geen enkel apparaat." }
    let stopOwnText = "Je ziet daarna meteen niets meer van deze kring."
    let stopForWhom = "Voor wie stopt het?"
    let stopButton = "Stop toegang"
    let nobodyChosen = "Kies voor wie het stopt."
    let changed = "Er veranderde net iets"
    let changedText = "Iemand anders was je voor. Kijk hieronder hoe het nu is."
    let leftAlready = "Iemand anders was je voor. De toegang is al gestopt."
    let noHeir = "Er moet iemand overnemen"
    let noHeirText = "Deze persoon heeft de regie en er is niemand die overneemt. Nodig eerst iemand uit."
    let open = "Bekijk of pas aan"
    let card = "Kan niet meer inloggen?"
    func cardText(_ name: String) -> String {
        "Geef \(name) zelf een nieuw kaartje, in de hand. Wie het gebruikt, komt in dit account; wat er was, werkt dan niet meer."
    }
    let makeCard = "Nieuw kaartje maken"
}

private struct EnglishMembers: MemberWords {
    let title = "Circle member"
    let expected = "This may be expected"
    let expectedNot = "This may not"
    let forWhom = "Takes part for"
    let sees = "Sees"
    let since = "In the circle since"
    func until(_ day: String) -> String { "Until \(day)" }
    let noEnd = "Until somebody stops it"
    func untilLabel() -> String { "How long" }
    let change = "Change what may be expected of you"
    let save = "Save"
    let stop = "Stop access"
    func stopText(_ name: String) -> String { "\(name) sees nothing any more from then on, on any device." }
    let stopOwnText = "You see nothing of this circle any more from then on."
    let stopForWhom = "For whom does it stop?"
    let stopButton = "Stop access"
    let nobodyChosen = "Choose for whom it stops."
    let changed = "Something just changed"
    let changedText = "Somebody else was before you. See below how it is now."
    let leftAlready = "Somebody else was before you. The access was stopped already."
    let noHeir = "Somebody must take over"
    let noHeirText = "This person directs, and nobody is there to take over. Invite somebody first."
    let open = "Look or change"
    let card = "No longer able to sign in?"
    func cardText(_ name: String) -> String {
        "Hand \(name) a new card yourself. Whoever uses it gets into this account; what there was no longer works then."
    }
    let makeCard = "Make a new card"
}
