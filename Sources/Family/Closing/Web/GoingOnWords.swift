// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which somebody who turned 18 chooses who stays around them.
protocol GoingOnWords: Sendable {
    var title: String { get }
    var door: String { get }
    func lead(until day: String) -> String
    var choice: String { get }
    var choiceMissing: String { get }
    func label(_ choice: GoingOnPage.Choice) -> String
    func text(_ choice: GoingOnPage.Choice) -> String
    var stays: String { get }
    var button: String { get }
    var changed: String { get }
    var changedText: String { get }
    var nobodyLeft: String { get }
    var nobodyLeftText: String { get }
}

extension Language {
    var goingOn: any GoingOnWords {
        switch self {
        case .nl: DutchGoingOn()
        case .en: EnglishGoingOn()
        }
    }
}

private struct DutchGoingOn: GoingOnWords {
    let title = "Je bent 18: wie blijft?"
    let door = "Je kring is nu van jou. Kies wie blijft."
    func lead(until day: String) -> String {
        "Anderen kozen wie jou mocht helpen. Nu kies jij. Wat zij goedvonden, loopt door tot \(day)."
    }
    let choice = "Wat wil je met je kring?"
    let choiceMissing = "Kies wat je wilt."
    func label(_ choice: GoingOnPage.Choice) -> String {
        switch choice {
        case .all: "Iedereen blijft"
        case .some: "Alleen wie ik hieronder kies"
        case .nobody: "Niemand blijft"
        }
    }
    func text(_ choice: GoingOnPage.Choice) -> String {
        switch choice {
        case .all: "Jij zegt ja tegen wie je nu helpt."
        case .some: "De anderen lezen niets meer over jou."
        case .nobody: "Je kring stopt. Niemand van hen leest nog iets over jou."
        }
    }
    let stays = "Wie blijft?"
    let button = "Zo wil ik het"
    let changed = "Er veranderde net iets"
    let changedText = "Er kwam iemand bij, of er ging iemand weg. Kijk nog eens en kies opnieuw."
    let nobodyLeft = "Dit kan nu nog niet"
    let nobodyLeftText = "Er is dan niemand met de regie. Laat eerst iemand blijven, of vraag om de kring af te sluiten."
}

private struct EnglishGoingOn: GoingOnWords {
    let title = "You are 18: who stays?"
    let door = "Your circle is yours now. Choose who stays."
    func lead(until day: String) -> String {
        "Others chose who could help you. Now you do. What they agreed to runs on until \(day)."
    }
    let choice = "What do you want with your circle?"
    let choiceMissing = "Choose what you want."
    func label(_ choice: GoingOnPage.Choice) -> String {
        switch choice {
        case .all: "Everybody stays"
        case .some: "Only those I choose below"
        case .nobody: "Nobody stays"
        }
    }
    func text(_ choice: GoingOnPage.Choice) -> String {
        switch choice {
        case .all: "You say yes to who helps you now."
        case .some: "The others read nothing about you any more."
        case .nobody: "Your circle stops. None of them reads anything about you any more."
        }
    }
    let stays = "Who stays?"
    let button = "I want it so"
    let changed = "Something changed just now"
    let changedText = "Somebody came or left. Look once more and choose again."
    let nobodyLeft = "This can't be done yet"
    let nobodyLeftText = "Nobody would direct then. Let somebody stay first, or ask to end the circle."
}
