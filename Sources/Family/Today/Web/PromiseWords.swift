// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What the page of one promise says.
protocol PromiseWords: Sendable {
    var title: String { get }
    var who: String { get }
    var until: String { get }
    var about: String { get }
    var state: String { get }
    func state(_ state: Promise.State, isLate: Bool) -> String
    /// Who owes what lies in an inbox.
    var organisation: String { get }
    var onlyReceiver: String { get }
    var close: String { get }
    var closeHint: String { get }
    func reason(_ reason: Promise.ClosingReason) -> String
    var closeButton: String { get }
    var chooseReason: String { get }
    /// What its owner says who kept it.
    var done: String { get }
    /// What a colleague says who keeps it from now on.
    var take: String { get }
}

extension Language {
    var promises: any PromiseWords {
        switch self {
        case .nl: DutchPromises()
        case .en: EnglishPromises()
        }
    }
}

private struct DutchPromises: PromiseWords {
    let title = "Toezegging"
    let who = "Wie doet het"
    let until = "Uiterlijk"
    let about = "Over"
    let state = "Hoe staat het"
    func state(_ state: Promise.State, isLate: Bool) -> String {
        switch state {
        case .open: isLate ? "Te laat" : "Nog niet klaar"
        case .settled: "Gedaan"
        case .closed(_, let reason): "Hoeft niet meer: \(self.reason(reason).lowercased())"
        }
    }
    let organisation = "Een organisatie in de kring"
    let onlyReceiver = "Alleen wie dit is beloofd, kan zeggen dat het niet meer hoeft."
    let close = "Hoeft dit niet meer?"
    let closeHint = "Jij bent de enige die dit kan zeggen."
    func reason(_ reason: Promise.ClosingReason) -> String {
        switch reason {
        case .weSpoke: "We spraken elkaar al"
        case .noLongerNeeded: "Het is niet meer nodig"
        }
    }
    let closeButton = "Dit hoeft niet meer"
    let chooseReason = "Kies waarom het niet meer hoeft."
    let done = "Gedaan"
    let take = "Ik pak dit op"
}

private struct EnglishPromises: PromiseWords {
    let title = "Promise"
    let who = "Who does it"
    let until = "At the latest"
    let about = "About"
    let state = "How it stands"
    func state(_ state: Promise.State, isLate: Bool) -> String {
        switch state {
        case .open: isLate ? "Late" : "Not done yet"
        case .settled: "Done"
        case .closed(_, let reason): "No longer needed: \(self.reason(reason).lowercased())"
        }
    }
    let organisation = "An organisation in the circle"
    let onlyReceiver = "Only the one to whom it was promised can say that it is no longer needed."
    let close = "Is this no longer needed?"
    let closeHint = "You are the only one who can say this."
    func reason(_ reason: Promise.ClosingReason) -> String {
        switch reason {
        case .weSpoke: "We spoke already"
        case .noLongerNeeded: "It is not needed any more"
        }
    }
    let closeButton = "This is no longer needed"
    let chooseReason = "Choose why it is no longer needed."
    let done = "Done"
    let take = "I take this up"
}
