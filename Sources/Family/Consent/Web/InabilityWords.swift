// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What the page says on which it is recorded whether a young person decides.
protocol InabilityWords: Sendable {
    var title: String { get }
    var by: String { get }
    var since: String { get }
    var until: String { get }
    var reason: String { get }
    var waits: String { get }
    var used: String { get }
    var history: String { get }
    var record: String { get }
    var reasonLabel: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var untilLabel: String { get }
    var untilHint: String { get }
    var noDay: String { get }
    var termTooLong: String { get }
    var recordButton: String { get }
    var withdraw: String { get }
    var withdrawButton: String { get }
    func able(_ name: String) -> String
    func notAble(_ name: String) -> String
    func recordText(_ name: String) -> String
    func withdrawText(_ name: String) -> String
    func answers(_ names: String) -> String
    func before(_ name: String, from: String, until: String, because reason: String, withdrawn: String?) -> String
}

extension Language {
    var inability: any InabilityWords {
        switch self {
        case .nl: DutchInability()
        case .en: EnglishInability()
        }
    }
}

private struct DutchInability: InabilityWords {
    let title = "Zelf beslissen"
    let by = "Vastgelegd door"
    let since = "Sinds"
    let until = "Tot"
    let reason = "Waarom"
    let waits = "Wacht op antwoord"
    let used = "Hier telt het nu"
    let history = "Eerder"
    let record = "Kan deze jongere dit niet zelf beoordelen?"
    let reasonLabel = "Waarom?"
    let reasonHint = "Schrijf op wat je zag en met wie je overlegde. De jongere leest dit ook."
    let reasonMissing = "Schrijf op waarom."
    let untilLabel = "Tot wanneer?"
    let untilHint = "Ten hoogste een jaar. Daarna kijk je opnieuw."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let termTooLong = "Kies een dag vanaf morgen, binnen een jaar."
    let recordButton = "Vastleggen"
    let withdraw = "Kan de jongere dit weer zelf?"
    let withdrawButton = "Intrekken"
    func able(_ name: String) -> String {
        "\(name) zegt zelf wie mag meedoen."
    }
    func notAble(_ name: String) -> String {
        "\(name) kan nu niet zelf beoordelen wie mag meedoen."
    }
    func recordText(_ name: String) -> String {
        "Dan zegt wie het gezag heeft ja of nee in plaats van \(name). Verder verandert er niets (Jeugdwet, artikel 7.3.15)."
    }
    func withdrawText(_ name: String) -> String {
        "Daarna zegt \(name) weer zelf ja of nee."
    }
    func answers(_ names: String) -> String {
        "Ja of nee zegt nu: \(names)."
    }
    func before(_ name: String, from: String, until: String, because reason: String, withdrawn: String?) -> String {
        "Van \(from) tot \(until), door \(name): \(reason)" + (withdrawn.map { " Ingetrokken: \($0)" } ?? "")
    }
}

private struct EnglishInability: InabilityWords {
    let title = "Deciding oneself"
    let by = "Recorded by"
    let since = "Since"
    let until = "Until"
    let reason = "Why"
    let waits = "Waits for an answer"
    let used = "Where it counts now"
    let history = "Before"
    let record = "Can this young person not judge this?"
    let reasonLabel = "Why?"
    let reasonHint = "Write down what you saw and whom you consulted. The young person reads this, too."
    let reasonMissing = "Write down why."
    let untilLabel = "Until when?"
    let untilHint = "A year at most. Then you look again."
    let noDay = "Fill in a day, such as 2026-12-31."
    let termTooLong = "Choose a day from tomorrow, within a year."
    let recordButton = "Record it"
    let withdraw = "Can the young person judge this again?"
    let withdrawButton = "Withdraw"
    func able(_ name: String) -> String {
        "\(name) says themself who may take part."
    }
    func notAble(_ name: String) -> String {
        "\(name) can not judge now who may take part."
    }
    func recordText(_ name: String) -> String {
        "Then who holds authority says yes or no in the place of \(name). Nothing else changes (Youth Act, article 7.3.15)."
    }
    func withdrawText(_ name: String) -> String {
        "After that \(name) says yes or no again."
    }
    func answers(_ names: String) -> String {
        "Yes or no says now: \(names)."
    }
    func before(_ name: String, from: String, until: String, because reason: String, withdrawn: String?) -> String {
        "From \(from) until \(until), by \(name): \(reason)" + (withdrawn.map { " Withdrawn: \($0)" } ?? "")
    }
}
