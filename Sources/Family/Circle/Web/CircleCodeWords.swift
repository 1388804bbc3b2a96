// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What the pages say on which a family makes a code, and a helper uses it.
protocol CircleCodeWords: Sendable {
    /// What stands in the title bar and the history of a browser.
    var tab: String { get }
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var expectation: String { get }
    var expectationHint: String { get }
    var expectationMissing: String { get }
    var make: String { get }
    var open: String { get }
    func code(until day: String) -> String
    var handOn: String { get }
    var end: String { get }
    var olderEnded: String { get }
    var olderEndedText: String { get }
    var asking: String { get }

    var useTitle: String { get }
    var useDoor: String { get }
    var useLead: String { get }
    var field: String { get }
    var fieldHint: String { get }
    var wrong: String { get }
    func wait(minutes: Int) -> String
    var use: String { get }
}

extension Language {
    var circleCodes: any CircleCodeWords {
        switch self {
        case .nl: DutchCircleCodes()
        case .en: EnglishCircleCodes()
        }
    }
}

private struct DutchCircleCodes: CircleCodeWords {
    let tab = "Code"
    let title = "Code voor een hulpverlener"
    let door = "Geef iemand een code om mee te vragen of die in jullie kring mag."
    let lead =
        "Met de code kan een hulpverlener vragen om mee te doen. Je ziet dan wie het is en voor wie die werkt. Daarna zeg je ja of nee."
    let expectation = "Wat verwacht je van deze hulpverlener?"
    let expectationHint = "In gewone woorden."
    let expectationMissing = "Schrijf op wat je verwacht."
    let make = "Code maken"
    let open = "Codes die nog niet gebruikt zijn"
    func code(until day: String) -> String { "Eén keer te gebruiken, tot \(day)." }
    let handOn = "Geef de code alleen aan wie je in de kring wilt."
    let end = "Maak deze code ongeldig"
    let olderEnded = "De oudste code is nu ongeldig"
    let olderEndedText = "Je kunt vijf codes tegelijk hebben. Had iemand die code al? Geef dan een nieuwe."
    let asking = "Antwoord geven op een uitnodiging"

    let useTitle = "Code van een gezin"
    let useDoor = "Kreeg je een code van een gezin? Vul hem hier in."
    let useLead = "Het gezin ziet jouw naam en je organisatie. Pas als zij ja zeggen, zie je iets van hen."
    let field = "De code van het gezin"
    let fieldHint = "Vijftien letters en cijfers, zoals CDFGH-JKMNP-QRT34."
    let wrong = "Deze code klopt niet, of is al gebruikt. Vraag het gezin om een nieuwe."
    func wait(minutes: Int) -> String {
        minutes == 1
            ? "Wacht een minuut, en probeer het dan opnieuw." : "Wacht \(minutes) minuten, en probeer het dan opnieuw."
    }
    let use = "Vraag om mee te doen"
}

private struct EnglishCircleCodes: CircleCodeWords {
    let tab = "Code"
    let title = "Code for a helper"
    let door = "Give somebody a code to ask whether they may come into your circle."
    let lead =
        "With the code a helper can ask to take part. You see then who it is and for whom they work. After that you say yes or no."
    let expectation = "What do you expect of this helper?"
    let expectationHint = "In plain words."
    let expectationMissing = "Write down what you expect."
    let make = "Make a code"
    let open = "Codes that nobody used yet"
    func code(until day: String) -> String { "To be used once, until \(day)." }
    let handOn = "Give the code only to whom you want in the circle."
    let end = "Make this code void"
    let olderEnded = "The oldest code is void now"
    let olderEndedText = "You can have five codes at once. Did somebody have that code? Give them a new one."
    let asking = "Answer an invitation"

    let useTitle = "Code of a family"
    let useDoor = "Did a family give you a code? Type it here."
    let useLead = "The family sees your name and your organisation. Only once they say yes you see something of them."
    let field = "The code of the family"
    let fieldHint = "Fifteen letters and figures, such as CDFGH-JKMNP-QRT34."
    let wrong = "This code is not right, or was used. Ask the family for a new one."
    func wait(minutes: Int) -> String {
        minutes == 1 ? "Wait a minute, and try again then." : "Wait \(minutes) minutes, and try again then."
    }
    let use = "Ask to take part"
}
