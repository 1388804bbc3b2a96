// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page about a person says to the professionals who cover them.
protocol PersonPageWords: Sendable {
    var title: String { get }
    var signsIn: String { get }
    var signsNotIn: String { get }
    var text: String { get }
    var youngText: String { get }
    var card: String { get }
    var newCard: String { get }
}

extension Language {
    var personPage: any PersonPageWords {
        switch self {
        case .nl: DutchPersonPage()
        case .en: EnglishPersonPage()
        }
    }
}

private struct DutchPersonPage: PersonPageWords {
    let title = "Kaartje geven"
    let signsIn = "Deze persoon heeft al een account."
    let signsNotIn = "Deze persoon heeft nog geen account."
    let text = "Geef het kaartje zelf, in de hand. Kijk eerst of je de goede persoon voor je hebt."
    let youngText = "Geef het kaartje aan het kind zelf, als er niemand meekijkt. De ouders zien hier niets van."
    let card = "Kaartje geven"
    let newCard = "Nieuw kaartje"
}

private struct EnglishPersonPage: PersonPageWords {
    let title = "Hand over a card"
    let signsIn = "This person has an account already."
    let signsNotIn = "This person has no account yet."
    let text = "Hand the card over yourself. First make sure that you have the right person before you."
    let youngText = "Give the card to the child alone, when nobody looks on. The parents see nothing of this."
    let card = "Hand over a card"
    let newCard = "New card"
}
