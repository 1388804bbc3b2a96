// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the page says on which somebody more is let in to a conversation.
protocol ParticipantWords: Sendable {
    var title: String { get }
    func readNow(_ names: String) -> String
    var who: String { get }
    var hint: String { get }
    var whatReads: String { get }
    var fromNowTitle: String { get }
    var fromNowText: String { get }
    var withBeforeTitle: String { get }
    var withBeforeText: String { get }
    func staysTheirs(_ refusal: WhatWentBefore.Refusal) -> String
    var add: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
    var nobodyChosen: String { get }
    var cannotJoin: String { get }
    func joined(_ name: String, by adder: String) -> String
    var youJoined: String { get }
    func joinedWithBefore(_ name: String, by adder: String, from day: String?) -> String
    var youJoinedWithBefore: String { get }
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
    let whatReads = "Wat leest die?"
    let fromNowTitle = "Vanaf nu"
    let fromNowText = "Wie je kiest, leest alleen wat er vanaf nu komt. Wat er al staat, blijft van jullie."
    let withBeforeTitle = "Met wat eraan voorafging"
    let withBeforeText = "Ook wat jij hier al kunt lezen. Wat is ingetrokken, blijft weg."
    func staysTheirs(_ refusal: WhatWentBefore.Refusal) -> String {
        switch refusal {
        case .privateLine, .youngPersonWrote:
            "Een jongere doet hier mee, en zag bij het schrijven wie het kon lezen. Kies “Vanaf nu”."
        case .aboutAnAdult: "Dit gaat over een volwassene. Die beslist zelf wie leest wat er staat. Kies “Vanaf nu”."
        case .notTheirs: "Een ander uit de familie of kring schreef hier ook. Kies “Vanaf nu”."
        case .readsLess: "Deze persoon mag minder lezen dan jullie samen. Kies “Vanaf nu”."
        }
    }
    let add = "Laat meedoen"
    let nobodyTitle = "Er is niemand om te kiezen"
    let nobodyText = "Iedereen die je hier kent, doet al mee."
    let nobodyChosen = "Kies iemand."
    let cannotJoin = "Deze persoon kan hier niet aan meedoen. Begin een nieuw gesprek, of kies iemand anders."
    func joined(_ name: String, by adder: String) -> String { "Vanaf hier leest \(name) mee. Dat deed \(adder)." }
    let youJoined = "Vanaf hier lees jij mee."
    func joinedWithBefore(_ name: String, by adder: String, from day: String?) -> String {
        let before = day.map { "wat er staat vanaf \($0)" } ?? "wat hierboven staat"
        return "Vanaf hier leest \(name) mee, en ook \(before). Dat deed \(adder)."
    }
    let youJoinedWithBefore = "Vanaf hier lees jij mee, en ook wat hierboven staat."
}

struct EnglishParticipants: ParticipantWords {
    let title = "Let somebody take part"
    func readNow(_ names: String) -> String { "Reading now: \(names)." }
    let who = "Who takes part?"
    let hint = "Everybody in the conversation sees that you do this."
    let whatReads = "What do they read?"
    let fromNowTitle = "From now on"
    let fromNowText = "Whom you choose reads only what comes from now on. What is there already stays yours."
    let withBeforeTitle = "With what went before"
    let withBeforeText = "Also what you can read here already. What was taken back stays away."
    func staysTheirs(_ refusal: WhatWentBefore.Refusal) -> String {
        switch refusal {
        case .privateLine, .youngPersonWrote:
            "A young person takes part, and saw while writing who could read it. Choose “From now on”."
        case .aboutAnAdult: "This is about an adult, who decides who reads what is there. Choose “From now on”."
        case .notTheirs: "Somebody else of the family or circle wrote here, too. Choose “From now on”."
        case .readsLess: "This person may read less than you do together. Choose “From now on”."
        }
    }
    let add = "Let them take part"
    let nobodyTitle = "There is nobody to choose"
    let nobodyText = "Everybody you know here takes part already."
    let nobodyChosen = "Choose somebody."
    let cannotJoin = "This person cannot take part in this. Start a new conversation, or choose somebody else."
    func joined(_ name: String, by adder: String) -> String { "From here on \(name) reads along. \(adder) did that." }
    let youJoined = "From here on you read along."
    func joinedWithBefore(_ name: String, by adder: String, from day: String?) -> String {
        let before = day.map { "what was written from \($0) on" } ?? "what stands above"
        return "From here on \(name) reads along, and \(before), too. \(adder) did that."
    }
    let youJoinedWithBefore = "From here on you read along, and what stands above, too."
}
