// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says for a helper who leaves.
protocol HeldWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    func direction(_ kind: String) -> String
    var contact: String { get }
    var help: String { get }
    func promises(_ count: Int) -> String
    func ask(_ name: String) -> String
    var reason: String { get }
    var underWay: String { get }
    var nobody: String { get }
    var toCircle: String { get }
    var more: String { get }
    var door: String { get }
}

extension Language {
    var held: any HeldWords {
        switch self {
        case .nl: DutchHeld()
        case .en: EnglishHeld()
        }
    }
}

private struct DutchHeld: HeldWords {
    let title = "Weggaan en overdragen"
    let lead =
        "Ga je ergens anders werken? Vraag per gezin wie het van je overneemt. Tot de overdracht klaar is, verandert er niets."
    let nothing = "Er is niets om over te dragen"
    let nothingText = "Je helpt nu in geen enkele kring."
    func direction(_ kind: String) -> String { "Regie: \(kind)" }
    let contact = "Vast aanspreekpunt"
    let help = "Hulp"
    func promises(_ count: Int) -> String {
        count == 1 ? "1 toezegging die nog open is" : "\(count) toezeggingen die nog open zijn"
    }
    func ask(_ name: String) -> String { "Vraag \(name)" }
    let reason = "Ik ga ergens anders werken."
    let underWay = "Bekijk de overdracht"
    let nobody = "Er is nog geen andere hulpverlener in deze kring. Nodig eerst een collega uit."
    let toCircle = "Naar de kring"
    let more = "Iemand anders, of meer erbij zeggen"
    let door = "Ga je ergens anders werken?"
}

private struct EnglishHeld: HeldWords {
    let title = "Leaving and handing over"
    let lead = "Will you work elsewhere? Ask for each family who takes it over. Nothing changes until that is done."
    let nothing = "There is nothing to hand over"
    let nothingText = "You help in no circle now."
    func direction(_ kind: String) -> String { "Direction: \(kind)" }
    let contact = "Called first"
    let help = "Help"
    func promises(_ count: Int) -> String { count == 1 ? "1 open promise" : "\(count) open promises" }
    func ask(_ name: String) -> String { "Ask \(name)" }
    let reason = "I will work elsewhere."
    let underWay = "See the handover"
    let nobody = "There is no other helper in this circle yet. Invite a colleague first."
    let toCircle = "To the circle"
    let more = "Somebody else, or say more"
    let door = "Will you work elsewhere?"
}
