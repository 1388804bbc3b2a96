// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which a parent's reading is refused.
protocol ReadingRefusalWords: Sendable {
    var title: String { get }
    func lead(_ name: String) -> String
    var parent: String { get }
    var by: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var second: String { get }
    var state: String { get }
    var waits: String { get }
    func stands(with name: String) -> String
    func ended(_ name: String, on day: String) -> String
    var propose: String { get }
    var proposeButton: String { get }
    var end: String { get }
    var before: String { get }
    var noRight: String { get }
    var already: String { get }
    var nobody: String { get }
}

extension Language {
    var readingRefusals: any ReadingRefusalWords {
        switch self {
        case .nl: DutchReadingRefusals()
        case .en: EnglishReadingRefusals()
        }
    }
}

private struct DutchReadingRefusals: ReadingRefusalWords {
    let title = "Meelezen weigeren"
    func lead(_ name: String) -> String {
        "Een ouder met gezag leest mee over \(name). Soms kan een goede hulpverlener dat niet toelaten."
    }
    let parent = "Wie leest niet mee?"
    let by = "Voorgesteld door"
    let reason = "Waarom?"
    let reasonHint = "Wat is er aan de hand, en wat gebeurt er als deze ouder meeleest? (Jeugdwet 7.3.11 en 7.3.15)"
    let reasonMissing = "Schrijf op waarom."
    let second = "Wie kijkt mee als tweede professional?"
    let state = "Stand"
    let waits = "Wacht op een tweede professional. Tot dan leest de ouder mee."
    func stands(with name: String) -> String { "Deze ouder leest niet mee. Bevestigd door \(name)." }
    func ended(_ name: String, on day: String) -> String { "Voor \(name) gestopt op \(day)." }
    let propose = "Een weigering voorstellen"
    let proposeButton = "Voorstellen"
    let end = "Stoppen: deze ouder leest mee als eerst"
    let before = "Eerder"
    let noRight = "Kies iemand met gezag over een kind jonger dan 16."
    let already = "Voor deze ouder loopt er al een."
    let nobody = "Er is geen andere hulpverlener in deze kring die kan meekijken."
}

private struct EnglishReadingRefusals: ReadingRefusalWords {
    let title = "Refuse reading"
    func lead(_ name: String) -> String {
        "A parent with authority reads about \(name). Sometimes a good professional can't allow that."
    }
    let parent = "Who does not read?"
    let by = "Proposed by"
    let reason = "Why?"
    let reasonHint = "What is the matter, and what happens if this parent reads? (Jeugdwet 7.3.11 and 7.3.15)"
    let reasonMissing = "Write down why."
    let second = "Who looks as a second professional?"
    let state = "How it stands"
    let waits = "Waits for a second professional. Until then the parent reads."
    func stands(with name: String) -> String { "This parent does not read. Confirmed by \(name)." }
    func ended(_ name: String, on day: String) -> String { "Ended for \(name) on \(day)." }
    let propose = "Propose a refusal"
    let proposeButton = "Propose"
    let end = "End it: this parent reads as before"
    let before = "Before"
    let noRight = "Choose somebody with authority over a child under 16."
    let already = "There is one for this parent already."
    let nobody = "There is no other professional in this circle who can look."
}
