// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which somebody more is let in to a conversation.
protocol ParticipantWords: Sendable {
    var title: String { get }
    func readNow(_ names: String) -> String
    var who: String { get }
    var hint: String { get }
    var fromNowTitle: String { get }
    var fromNowText: String { get }
    var add: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
    var nobodyChosen: String { get }
    var cannotJoin: String { get }
    func joined(_ name: String, by adder: String) -> String
    var youJoined: String { get }
}

extension Language {
    var participants: any ParticipantWords {
        switch self {
        case .nl: DutchParticipants()
        case .en: EnglishParticipants()
        }
    }
}

struct DutchParticipants: ParticipantWords {
    let title = "Laat iemand meedoen"
    func readNow(_ names: String) -> String { "Nu lezen mee: \(names)." }
    let who = "Wie doet er mee?"
    let hint = "Iedereen in het gesprek ziet dat je dit doet."
    let fromNowTitle = "Vanaf nu"
    let fromNowText = "Wie je kiest, leest alleen wat er vanaf nu komt. Wat er al staat, blijft van jullie."
    let add = "Laat meedoen"
    let nobodyTitle = "Er is niemand om te kiezen"
    let nobodyText = "Iedereen die je hier kent, doet al mee."
    let nobodyChosen = "Kies iemand."
    let cannotJoin = "Deze persoon kan hier niet aan meedoen. Begin een nieuw gesprek, of kies iemand anders."
    func joined(_ name: String, by adder: String) -> String { "Vanaf hier leest \(name) mee. Dat deed \(adder)." }
    let youJoined = "Vanaf hier lees jij mee."
}

struct EnglishParticipants: ParticipantWords {
    let title = "Let somebody take part"
    func readNow(_ names: String) -> String { "Reading now: \(names)." }
    let who = "Who takes part?"
    let hint = "Everybody in the conversation sees that you do this."
    let fromNowTitle = "From now on"
    let fromNowText = "Whom you choose reads only what comes from now on. What is there already stays yours."
    let add = "Let take part"
    let nobodyTitle = "There is nobody to choose"
    let nobodyText = "Everybody you know here takes part already."
    let nobodyChosen = "Choose somebody."
    let cannotJoin = "This person cannot take part in this. Start a new conversation, or choose somebody else."
    func joined(_ name: String, by adder: String) -> String { "From here on \(name) reads along. \(adder) did that." }
    let youJoined = "From here on you read along."
}
