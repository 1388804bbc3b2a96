// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which somebody of 16 or 17 chooses who reads with them.
protocol LettingReadWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var who: String { get }
    var hint: String { get }
    var button: String { get }
}

extension Language {
    var lettingRead: any LettingReadWords {
        switch self {
        case .nl: DutchLettingRead()
        case .en: EnglishLettingRead()
        }
    }
}

private struct DutchLettingRead: LettingReadWords {
    let title = "Wie leest met je mee?"
    let door = "Kies of je ouders lezen wat over jou gaat."
    let lead = "Vanaf 16 jaar beslis jij dit zelf. Je mag altijd iets anders kiezen, ook zonder reden."
    let who = "Wie mag meelezen?"
    let hint =
        "Wie je niet kiest, leest niets meer over jou. Wat je alleen met één helper bespreekt, leest niemand mee."
    let button = "Zo wil ik het"
}

private struct EnglishLettingRead: LettingReadWords {
    let title = "Who reads along with you?"
    let door = "Choose whether your parents read what is about you."
    let lead = "From 16 you decide this yourself. You can choose otherwise at any time, without a reason."
    let who = "Who may read along?"
    let hint = "Who you don't choose reads nothing about you. What you say to one helper alone nobody reads along."
    let button = "I want it so"
}
