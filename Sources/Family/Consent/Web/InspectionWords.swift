// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the page says on which somebody asks to look into what is kept about them.
protocol InspectionWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var leadForWork: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    var ask: String { get }
    var ofWhom: String { get }
    var kindAsked: String { get }
    var kindMissing: String { get }
    func kind(_ kind: Inspection.Kind) -> String
    func kind(_ kind: Inspection.Kind, _ name: String) -> String
    var askButton: String { get }
    var by: String { get }
    var since: String { get }
    var state: String { get }
    func waits(until day: String) -> String
    func answered(_ outcome: Inspection.Outcome, by name: String) -> String
    var outcome: String { get }
    var outcomeMissing: String { get }
    func outcome(_ outcome: Inspection.Outcome) -> String
    var left: String { get }
    var leftHint: String { get }
    var reasonMissing: String { get }
    var answerButton: String { get }
}

extension Language {
    var inspections: any InspectionWords {
        switch self {
        case .nl: DutchInspections()
        case .en: EnglishInspections()
        }
    }
}

private struct DutchInspections: InspectionWords {
    let title = "Inzage vragen"
    let door = "Lees alles wat over jou is opgeschreven, of krijg het mee."
    let lead = "Je mag lezen wat er over jou is opgeschreven. Alleen wat over een ander gaat, kan eruit blijven."
    let leadForWork = "Geef inzage of een afschrift. Laat alleen weg wat de privacy van een ander schaadt."
    let nothing = "Niemand vroeg om inzage"
    let nothingText = "Vraagt iemand om inzage, dan staat het hier."
    let ask = "Vragen"
    let ofWhom = "Over wie wil je lezen?"
    let kindAsked = "Wat wil je?"
    let kindMissing = "Kies wat je wilt."
    func kind(_ kind: Inspection.Kind) -> String {
        kind == .look ? "Samen met iemand lezen" : "Een afschrift meekrijgen"
    }
    func kind(_ kind: Inspection.Kind, _ name: String) -> String {
        kind == .look ? "Lezen wat over \(name) is opgeschreven" : "Een afschrift over \(name)"
    }
    let askButton = "Vragen"
    let by = "Gevraagd door"
    let since = "Sinds"
    let state = "Stand"
    func waits(until day: String) -> String { "Antwoord komt uiterlijk \(day)." }
    func answered(_ outcome: Inspection.Outcome, by name: String) -> String {
        outcome == .all ? "\(name) gaf alles." : "\(name) gaf een deel."
    }
    let outcome = "Wat gaf je?"
    let outcomeMissing = "Kies wat je gaf."
    func outcome(_ outcome: Inspection.Outcome) -> String {
        outcome == .all ? "Alles" : "Alles, zonder wat de privacy van een ander schaadt"
    }
    let left = "Wat bleef eruit, en waarom"
    let leftHint = "Wie het vroeg, leest dit. Noem geen details over die ander. (Jeugdwet 7.3.10)"
    let reasonMissing = "Schrijf op wat eruit bleef, en waarom."
    let answerButton = "Opschrijven"
}

private struct EnglishInspections: InspectionWords {
    let title = "Ask to look"
    let door = "Read all that was written down about you, or get it to take along."
    let lead = "You may read what was written down about you. Only what is about somebody else can be left out."
    let leadForWork = "Let somebody look, or give a copy. Leave out only what harms somebody else's privacy."
    let nothing = "Nobody asked to look"
    let nothingText = "If somebody asks, it stands here."
    let ask = "Ask"
    let ofWhom = "About whom do you want to read?"
    let kindAsked = "What would you like?"
    let kindMissing = "Choose what you would like."
    func kind(_ kind: Inspection.Kind) -> String {
        kind == .look ? "Read together with somebody" : "Get a copy to take along"
    }
    func kind(_ kind: Inspection.Kind, _ name: String) -> String {
        kind == .look ? "Read what was written about \(name)" : "A copy about \(name)"
    }
    let askButton = "Ask"
    let by = "Asked by"
    let since = "Since"
    let state = "How it stands"
    func waits(until day: String) -> String { "The answer comes by \(day)." }
    func answered(_ outcome: Inspection.Outcome, by name: String) -> String {
        outcome == .all ? "\(name) gave all." : "\(name) gave a part."
    }
    let outcome = "What did you give?"
    let outcomeMissing = "Choose what you gave."
    func outcome(_ outcome: Inspection.Outcome) -> String {
        outcome == .all ? "All" : "All but what harms somebody else's privacy"
    }
    let left = "What was left out, and why"
    let leftHint = "Who asked reads this. Tell no details about the other person. (Jeugdwet 7.3.10)"
    let reasonMissing = "Write down what was left out, and why."
    let answerButton = "Write down"
}
