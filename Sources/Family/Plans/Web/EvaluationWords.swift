// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the forms say on which a plan is looked back on, and a family is offered to make its own.
protocol EvaluationWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func score(of name: String) -> String
    var yourScore: String { get }
    var scoreHint: String { get }
    var scoreWrong: String { get }
    var outcome: String { get }
    func outcome(_ outcome: PlanEvaluation.Outcome) -> String
    var next: String { get }
    var nextHint: String { get }
    var nextMissing: String { get }
    var keep: String { get }
    /// What who directs owes.
    var promised: String { get }
}

/// What the page says on which the offer of a plan of the family's own is recorded.
protocol OfferWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var outcome: String { get }
    func outcome(_ outcome: GroupPlanOffer.Outcome) -> String
    var outcomeMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var keep: String { get }
    var promised: String { get }
}

extension Language {
    var evaluation: any EvaluationWords {
        switch self {
        case .nl: DutchEvaluation()
        case .en: EnglishEvaluation()
        }
    }

    var offer: any OfferWords {
        switch self {
        case .nl: DutchOffer()
        case .en: EnglishOffer()
        }
    }
}

private struct DutchEvaluation: EvaluationWords {
    let title = "Samen terugkijken"
    let lead = "Geef elk doel een cijfer van 1 tot 10. Kies daarna wat er verandert."
    func score(of name: String) -> String { "Cijfer van \(name)" }
    let yourScore = "Jouw cijfer, als hulpverlener"
    let scoreHint = "Wie nu geen cijfer geeft, mag het leeg laten."
    let scoreWrong = "Geef een heel cijfer van 1 tot 10."
    let outcome = "Hoe verder?"
    func outcome(_ outcome: PlanEvaluation.Outcome) -> String {
        switch outcome {
        case .goOn: "Zo doorgaan"
        case .change: "Doorgaan, en iets veranderen"
        case .reached: "Het is gelukt"
        case .stop: "Stoppen"
        }
    }
    let next = "Wanneer kijken we weer samen?"
    let nextHint = "Binnen een jaar."
    let nextMissing = "Kies een dag vanaf morgen, binnen een jaar."
    let keep = "Bewaren"
    let promised = "Samen terugkijken op het plan"
}

private struct EnglishEvaluation: EvaluationWords {
    let title = "Look back together"
    let lead = "Give each goal a score from 1 to 10. Then choose what changes."
    func score(of name: String) -> String { "Score of \(name)" }
    let yourScore = "Your score, as a professional"
    let scoreHint = "Who gives no score now may leave it empty."
    let scoreWrong = "Give a whole score from 1 to 10."
    let outcome = "What next?"
    func outcome(_ outcome: PlanEvaluation.Outcome) -> String {
        switch outcome {
        case .goOn: "Go on like this"
        case .change: "Go on, and change something"
        case .reached: "It was reached"
        case .stop: "Stop"
        }
    }
    let next = "When do we look again?"
    let nextHint = "Within a year."
    let nextMissing = "Choose a day from tomorrow, within a year."
    let keep = "Keep it"
    let promised = "Look back on the plan together"
}

private struct DutchOffer: OfferWords {
    let title = "Eerst een eigen plan"
    let lead =
        "Een gezin mag eerst zelf een plan maken, met familie en vrienden. Vraag dat, en schrijf op wat het werd."
    let outcome = "Wat werd het?"
    func outcome(_ outcome: GroupPlanOffer.Outcome) -> String {
        switch outcome {
        case .offered: "Ik bood het aan. Het gezin denkt na"
        case .wanted: "Het gezin maakt zelf een plan"
        case .declined: "De ouders willen dat niet"
        case .threat: "De ontwikkeling van een kind loopt gevaar"
        case .harm: "Het zou een kind schaden"
        }
    }
    let outcomeMissing = "Kies wat het werd."
    let reason = "Waarom?"
    let reasonHint = "Dit lezen alleen wie aan het plan werken."
    let reasonMissing = "Schrijf op waarom."
    let keep = "Bewaren"
    let promised = "Het plan vaststellen"
}

private struct EnglishOffer: OfferWords {
    let title = "First a plan of their own"
    let lead = "A family may first make a plan itself, with relatives and friends. Ask, and write down what came of it."
    let outcome = "What came of it?"
    func outcome(_ outcome: GroupPlanOffer.Outcome) -> String {
        switch outcome {
        case .offered: "I offered it. The family thinks about it"
        case .wanted: "The family makes a plan itself"
        case .declined: "The parents do not want to"
        case .threat: "The development of a child is in danger"
        case .harm: "It would harm a child"
        }
    }
    let outcomeMissing = "Choose what came of it."
    let reason = "Why?"
    let reasonHint = "Only those who work on the plan read this."
    let reasonMissing = "Write down why."
    let keep = "Keep it"
    let promised = "Fix the plan"
}
