// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Kernel
import Site

/// What the pages say on which a team lead arranges who stands in for a colleague who is away.
protocol AbsenceWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func door(_ door: AbsenceDoor) -> String
    var now: String { get }
    var nobodyAway: String { get }
    var nobodyAwayText: String { get }
    func isAway(_ who: String, _ standIns: String, areMany: Bool) -> String
    func term(_ from: String, _ until: String) -> String
    var back: String { get }
    var who: String { get }
    func formTitle(_ who: String) -> String
    var formLead: String { get }
    var standIn: String { get }
    var standInMissing: String { get }
    var standInAway: String { get }
    var isArranged: String { get }
    var from: String { get }
    var until: String { get }
    var untilHint: String { get }
    var noDay: String { get }
    var beginsOutside: String { get }
    var endsOutside: String { get }
    var familiesSee: String { get }
    var button: String { get }
    var divideDoor: String { get }
    func divide(_ who: String) -> String
    var divideText: String { get }
    var divideLead: String { get }
    func familyNumber(_ number: Int, since day: String) -> String
    var divideButton: String { get }
    var noFamilies: String { get }
    var noFamiliesText: String { get }
    func standsIn(for away: String, until day: String) -> String
    func isAway(until day: String, _ standIn: String) -> String
}

extension Language {
    var absences: any AbsenceWords {
        switch self {
        case .nl: DutchAbsences()
        case .en: EnglishAbsences()
        }
    }
}

private struct DutchAbsences: AbsenceWords {
    let title = "Ziek of vrij: wie vervangt?"
    let lead = "Een collega doet het werk voor alle gezinnen, tot je collega er weer is. Je ziet hier geen gezinnen."
    func door(_ door: AbsenceDoor) -> String {
        switch door {
        case .leads: "Is een collega ziek of vrij? Kies wie het werk doet."
        case .isAway: "Een collega vervangt je. Ben je er weer? Zeg het hier."
        }
    }
    let now = "Wie er niet is"
    let nobodyAway = "Iedereen is er"
    let nobodyAwayText = "Is een collega ziek of vrij? Kies dan hieronder wie."
    func isAway(_ who: String, _ standIns: String, areMany: Bool) -> String {
        "\(standIns) \(areMany ? "vervangen" : "vervangt") \(who)"
    }
    func term(_ from: String, _ until: String) -> String { "Vanaf \(from). Terug op \(until)." }
    let back = "Is er weer"
    let who = "Wie is er niet?"
    func formTitle(_ who: String) -> String { "\(who) is er niet" }
    let formLead =
        "De vervanger leest en doet wat je collega las en deed. Ook de regie gaat over, tot je collega terug is."
    let standIn = "Wie vervangt?"
    let standInMissing = "Kies een collega."
    let standInAway = "Deze collega is er dan zelf niet, of wordt vervangen door wie er niet is. Kies een ander."
    let isArranged = "Voor deze dagen is er al een vervanger."
    let from = "Eerste dag"
    let until = "Terug op"
    let untilHint = "Ten hoogste zes weken later. Duurt het langer? Regel het dan opnieuw."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let beginsOutside = "Kies een eerste dag vanaf vandaag, binnen drie maanden."
    let endsOutside = "Kies een dag na de eerste dag, ten hoogste zes weken later."
    let familiesSee = "De gezinnen zien wie er vervangt, en tot wanneer. Waarom je collega weg is, schrijf je niet op."
    let button = "Regel vervanging"
    let divideDoor = "Verdelen"
    func divide(_ who: String) -> String { "Verdeel de gezinnen van \(who)" }
    let divideText = "Meer dan één collega vervangt, ieder voor een deel."
    let divideLead = "Je ziet geen namen van gezinnen. Kies per gezin wie vervangt."
    func familyNumber(_ number: Int, since day: String) -> String { "Gezin \(number), in de kring sinds \(day)" }
    let divideButton = "Verdeel zo"
    let noFamilies = "Geen gezinnen"
    let noFamiliesText = "Er is niets om te verdelen."
    func standsIn(for away: String, until day: String) -> String { "Vervangt \(away) tot \(day)." }
    func isAway(until day: String, _ standIn: String) -> String { "Is er niet tot \(day). \(standIn) vervangt." }
}

private struct EnglishAbsences: AbsenceWords {
    let title = "Ill or off: who stands in?"
    let lead = "A colleague does the work for all families until yours is back. You see no families here."
    func door(_ door: AbsenceDoor) -> String {
        switch door {
        case .leads: "Is a colleague ill or off? Choose who does the work."
        case .isAway: "A colleague stands in for you. Are you back? Say so here."
        }
    }
    let now = "Who is away"
    let nobodyAway = "Everybody is here"
    let nobodyAwayText = "Is a colleague ill or off? Choose whom below."
    func isAway(_ who: String, _ standIns: String, areMany: Bool) -> String {
        "\(standIns) \(areMany ? "stand" : "stands") in for \(who)"
    }
    func term(_ from: String, _ until: String) -> String { "From \(from). Back on \(until)." }
    let back = "Is back"
    let who = "Who is away?"
    func formTitle(_ who: String) -> String { "\(who) is away" }
    let formLead = "Who stands in reads and does what your colleague did. Direction moves, too, until they are back."
    let standIn = "Who stands in?"
    let standInMissing = "Choose a colleague."
    let standInAway = "This colleague is away then, too, or is stood in for by who is. Choose another one."
    let isArranged = "Somebody stands in already on these days."
    let from = "First day"
    let until = "Back on"
    let untilHint = "Six weeks later at most. Does it take longer? Then arrange it again."
    let noDay = "Fill in a day, such as 2026-12-31."
    let beginsOutside = "Choose a first day from today, within three months."
    let endsOutside = "Choose a day after the first one, six weeks later at most."
    let familiesSee = "The families see who stands in, and until when. Why your colleague is away you don't write down."
    let button = "Arrange a stand-in"
    let divideDoor = "Divide"
    func divide(_ who: String) -> String { "Divide the families of \(who)" }
    let divideText = "More than one colleague stands in, each for some."
    let divideLead = "You see no names of families. Choose for each family who stands in."
    func familyNumber(_ number: Int, since day: String) -> String { "Family \(number), in the circle since \(day)" }
    let divideButton = "Divide so"
    let noFamilies = "No families"
    let noFamiliesText = "There is nothing to divide."
    func standsIn(for away: String, until day: String) -> String { "Stands in for \(away) until \(day)." }
    func isAway(until day: String, _ standIn: String) -> String { "Is away until \(day). \(standIn) stands in." }
}
