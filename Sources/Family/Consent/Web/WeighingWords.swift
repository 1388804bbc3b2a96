// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which a withdrawal is weighed.
protocol WeighingWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var ended: String { get }
    var by: String { get }
    var since: String { get }
    var text: String { get }
    var outcome: String { get }
    var hint: String { get }
    var missing: String { get }
    var button: String { get }
    var done: String { get }
}

extension Language {
    var weighing: any WeighingWords {
        switch self {
        case .nl: DutchWeighing()
        case .en: EnglishWeighing()
        }
    }
}

private struct DutchWeighing: WeighingWords {
    let title = "Wegen wat de veiligheid vraagt"
    let lead =
        "Iemand van het gezin stopte met delen. Bekijk vandaag wat dat betekent. Het gezin ziet deze bladzijde niet."
    let ended = "Wat stopte"
    let by = "Door"
    let since = "Op"
    let text = "Delen zonder toestemming kan alleen met een grondslag. Die leg je apart vast, met de reden."
    let outcome = "Wat weeg je?"
    let hint = "Wat weet je over de veiligheid, met wie overlegde je, en wat doe je nu?"
    let missing = "Schrijf op wat je weegt."
    let button = "Vastleggen"
    let done = "Dit is gewogen en vastgelegd."
}

private struct EnglishWeighing: WeighingWords {
    let title = "Weigh what safety asks"
    let lead = "Somebody of the family stopped sharing. See today what that means. The family does not see this page."
    let ended = "What stopped"
    let by = "By"
    let since = "On"
    let text = "Without consent sharing needs a ground. That is recorded apart, with the reason."
    let outcome = "What do you weigh?"
    let hint = "What do you know about safety, whom did you ask, and what do you do now?"
    let missing = "Write down what you weigh."
    let button = "Record"
    let done = "This was weighed and recorded."
}
