// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What rings a phone by mail says.
protocol DutyLetterWords: Sendable {
    func subject(_ desk: String) -> String
    func waits(_ desk: String) -> String
    func rang(_ times: Int) -> String
    var escalated: String { get }
}

extension Language {
    var dutyLetters: any DutyLetterWords {
        switch self {
        case .nl: DutchDutyLetters()
        case .en: EnglishDutyLetters()
        }
    }
}

struct DutchDutyLetters: DutyLetterWords {
    func subject(_ desk: String) -> String { "Dienst: \(desk)" }
    func waits(_ desk: String) -> String { "Bij \(desk) wacht iets dat nu iemand nodig heeft. Kijk in Rondom." }
    func rang(_ times: Int) -> String { "Dit is de \(times)e keer." }
    let escalated = "Niemand pakte het op. Laat het ook aan anderen weten."
}

struct EnglishDutyLetters: DutyLetterWords {
    func subject(_ desk: String) -> String { "Duty: \(desk)" }
    func waits(_ desk: String) -> String { "Something at \(desk) needs somebody now. Look in Rondom." }
    func rang(_ times: Int) -> String { "This is time \(times)." }
    let escalated = "Nobody took it up. Let others know, too."
}
