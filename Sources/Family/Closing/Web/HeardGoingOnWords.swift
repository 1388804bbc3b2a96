// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which a professional writes down whom somebody of 18, who does not sign in, keeps around them.
protocol HeardGoingOnWords: Sendable {
    func title(_ name: String) -> String
    func lead(_ name: String, until day: String) -> String
    func choice(_ name: String) -> String
    func text(_ choice: GoingOnPage.Choice, _ name: String) -> String
    var howMissing: String { get }
    var day: String { get }
    var dayHint: String { get }
    var dayWrong: String { get }
    var button: String { get }
}

extension Language {
    var heardGoingOn: any HeardGoingOnWords {
        switch self {
        case .nl: DutchHeardGoingOn()
        case .en: EnglishHeardGoingOn()
        }
    }
}

private struct DutchHeardGoingOn: HeardGoingOnWords {
    func title(_ name: String) -> String { "\(name) is 18: wie blijft?" }
    func lead(_ name: String, until day: String) -> String {
        "\(name) kiest nu zelf. Vraag het in een gesprek, zonder de ouders erbij. Wat anderen goedvonden, loopt tot \(day)."
    }
    func choice(_ name: String) -> String { "Wat wil \(name)?" }
    func text(_ choice: GoingOnPage.Choice, _ name: String) -> String {
        switch choice {
        case .all: "\(name) zegt ja tegen wie nu helpt."
        case .some: "De anderen lezen niets meer over \(name)."
        case .nobody: "Niemand van hen leest nog iets over \(name). Ook jij niet."
        }
    }
    let howMissing = "Kies hoe het is gezegd."
    let day = "Op welke dag?"
    let dayHint = "Jouw naam komt erbij, als wie het hoorde."
    let dayWrong = "Kies een dag vanaf de verjaardag, tot en met vandaag."
    let button = "Schrijf op"
}

private struct EnglishHeardGoingOn: HeardGoingOnWords {
    func title(_ name: String) -> String { "\(name) is 18: who stays?" }
    func lead(_ name: String, until day: String) -> String {
        "\(name) chooses now. Ask in a talk, without the parents. What others agreed to runs on until \(day)."
    }
    func choice(_ name: String) -> String { "What does \(name) want?" }
    func text(_ choice: GoingOnPage.Choice, _ name: String) -> String {
        switch choice {
        case .all: "\(name) says yes to who helps now."
        case .some: "The others read nothing about \(name) any more."
        case .nobody: "None of them reads anything about \(name) any more. Nor do you."
        }
    }
    let howMissing = "Choose how it was said."
    let day = "On which day?"
    let dayHint = "Your name is added, as who heard it."
    let dayWrong = "Choose a day from the birthday on, up to today."
    let button = "Write it down"
}
