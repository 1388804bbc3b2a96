// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say on which a match of the regional index is written down.
protocol MatchWords: Sendable {
    /// What stands in the title bar and the history of a browser.
    var tab: String { get }
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    var none: String { get }
    var noneText: String { get }
    func of(_ name: String, _ day: String) -> String
    func by(_ name: String) -> String
    var open: String { get }
    var all: String { get }
    var erased: String { get }
    var waits: String { get }
    func talkedOn(_ day: String) -> String
    func outcome(_ outcome: IndexMatch.Outcome) -> String

    var fresh: String { get }
    var freshText: String { get }
    var person: String { get }
    var personMissing: String { get }
    var received: String { get }
    var notThen: String { get }
    var parties: String { get }
    var partiesHint: String { get }
    var partiesMissing: String { get }
    var tooOld: String { get }
    var save: String { get }

    var talk: String { get }
    var talked: String { get }
    var notTalkedThen: String { get }
    var outcomeLegend: String { get }
    var outcomeMissing: String { get }
    var agreed: String { get }
    var agreedMissing: String { get }
    var told: String { get }
    var toldHint: String { get }
    var isTold: String { get }
    var notTold: String { get }
    var toldButton: String { get }
    var talkButton: String { get }
}

extension Language {
    var matches: any MatchWords {
        switch self {
        case .nl: DutchMatches()
        case .en: EnglishMatches()
        }
    }
}

private struct DutchMatches: MatchWords {
    let tab = "Match"
    let title = "Match verwijsindex"
    let lead = "Kreeg je een match uit de verwijsindex van je regio? Leg vast dat je hem kreeg, en wat eruit kwam."
    let door = "Een match vastleggen, en wat er besproken is."
    let none = "Er is geen match"
    let noneText = "Rondom heeft zelf geen verwijsindex. Hier staat alleen wat iemand uit de kring opschreef."
    func of(_ name: String, _ day: String) -> String { "Match over \(name), \(day)" }
    func by(_ name: String) -> String { "Vastgelegd door \(name)." }
    let open = "Bekijk de match"
    let all = "Alle matches"
    let erased = "Deze match is gewist."
    let waits = "Nog niet besproken met de anderen"
    func talkedOn(_ day: String) -> String { "Besproken op \(day)" }
    func outcome(_ outcome: IndexMatch.Outcome) -> String {
        switch outcome {
        case .together: "We gaan samen verder"
        case .one: "Eén van ons gaat verder"
        case .nothing: "Er is niets meer nodig"
        case .notReached: "We kregen de anderen niet te pakken"
        }
    }
    let fresh = "Een match vastleggen"
    let freshText = "Je belooft hiermee om binnen vijf werkdagen met de anderen te praten."
    let person = "Over wie gaat de match?"
    let personMissing = "Kies over wie de match gaat."
    let received = "Wanneer kreeg je de match?"
    let notThen = "Kies een dag tot en met vandaag, niet langer dan een jaar geleden."
    let parties = "Wie meldden er nog meer?"
    let partiesHint = "Organisatie en hoe je ze bereikt. Schrijf niet op waarom zij meldden."
    let partiesMissing = "Schrijf op wie er nog meer meldden."
    let tooOld = "De verwijsindex is er voor jongeren tot 23 jaar."
    let save = "Match vastleggen"
    let talk = "Heb je de anderen gesproken?"
    let talked = "Wanneer sprak je hen, of probeerde je dat?"
    let notTalkedThen = "Kies een dag tussen de match en vandaag."
    let outcomeLegend = "Wat kwam eruit?"
    let outcomeMissing = "Kies wat eruit kwam."
    let agreed = "Wat is er afgesproken of gedaan?"
    let agreedMissing = "Schrijf op wat er is afgesproken of gedaan."
    let told = "Is het verteld?"
    let toldHint =
        "Jonger dan 12? Vertel het de ouders. Van 12 tot 16: de jongere en de ouders. Vanaf 16: de jongere."
    let isTold = "Wie het moet weten, weet het. Zij lezen dit dan ook."
    let notTold = "Nog niet verteld"
    let toldButton = "Het is verteld"
    let talkButton = "Uitkomst vastleggen"
}

private struct EnglishMatches: MatchWords {
    let tab = "Match"
    let title = "Index match"
    let lead = "Did you receive a match from the index of your region? Record that you did, and what came of it."
    let door = "Record a match, and what was said of it."
    let none = "There is no match"
    let noneText = "Rondom has no index of its own. Here stands only what somebody of the circle wrote down."
    func of(_ name: String, _ day: String) -> String { "Match about \(name), \(day)" }
    func by(_ name: String) -> String { "Recorded by \(name)." }
    let open = "Look at the match"
    let all = "All matches"
    let erased = "This match was erased."
    let waits = "Not talked over with the others yet"
    func talkedOn(_ day: String) -> String { "Talked over on \(day)" }
    func outcome(_ outcome: IndexMatch.Outcome) -> String {
        switch outcome {
        case .together: "We go on together"
        case .one: "One of us goes on"
        case .nothing: "Nothing more is needed"
        case .notReached: "We could not reach the others"
        }
    }
    let fresh = "Record a match"
    let freshText = "With it you promise to talk with the others within five working days."
    let person = "About whom is the match?"
    let personMissing = "Choose about whom the match is."
    let received = "When did you receive the match?"
    let notThen = "Choose a day up to today, not longer than a year ago."
    let parties = "Who reported, too?"
    let partiesHint = "Organisation and how to reach them. Do not write down why they reported."
    let partiesMissing = "Write down who reported, too."
    let tooOld = "The index is for young people under 23."
    let save = "Record the match"
    let talk = "Did you talk with the others?"
    let talked = "When did you talk with them, or try to?"
    let notTalkedThen = "Choose a day between the match and today."
    let outcomeLegend = "What came of it?"
    let outcomeMissing = "Choose what came of it."
    let agreed = "What was agreed, or done?"
    let agreedMissing = "Write down what was agreed, or done."
    let told = "Was it told?"
    let toldHint =
        "Under 12? Tell the parents. From 12 to 16: the young person and the parents. From 16: the young person."
    let isTold = "Who must know, knows. They read this, too, then."
    let notTold = "Not told yet"
    let toldButton = "It was told"
    let talkButton = "Record the outcome"
}
