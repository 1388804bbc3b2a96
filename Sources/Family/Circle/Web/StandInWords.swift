// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What the page says on which a team lead names who stands in.
protocol StandInWords: Sendable {
    var title: String { get }
    func lead(_ left: String) -> String
    var colleague: String { get }
    var colleagueMissing: String { get }
    var until: String { get }
    var untilHint: String { get }
    var noDay: String { get }
    var termTooLong: String { get }
    var familySees: String { get }
    var name: String { get }
    var nobody: String { get }
    var nobodyText: String { get }
}

extension Language {
    var standIns: any StandInWords {
        switch self {
        case .nl: DutchStandIns()
        case .en: EnglishStandIns()
        }
    }
}

private struct DutchStandIns: StandInWords {
    let title = "Vervanger kiezen"
    func lead(_ left: String) -> String {
        "\(left) werkt niet meer bij jullie. Kies wie het werk voor dit gezin voorlopig doet."
    }
    let colleague = "Wie vervangt?"
    let colleagueMissing = "Kies een collega."
    let until = "Tot en met de dag vóór"
    let untilHint = "Ten hoogste zes weken. Daarna beslist het gezin wie blijft."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let termTooLong = "Kies een dag vanaf morgen, binnen zes weken."
    let familySees = "Het gezin ziet wie het is. Jij ziet niets van het gezin."
    let name = "Kies deze collega"
    let nobody = "Er is geen collega die kan"
    let nobodyText = "Vraag de beheerder om iemand bij jullie organisatie te zetten."
}

private struct EnglishStandIns: StandInWords {
    let title = "Choose who stands in"
    func lead(_ left: String) -> String {
        "\(left) no longer works with you. Choose who does the work for this family for now."
    }
    let colleague = "Who stands in?"
    let colleagueMissing = "Choose a colleague."
    let until = "Up to the day before"
    let untilHint = "Six weeks at most. After that the family decides who stays."
    let noDay = "Fill in a day, such as 2026-12-31."
    let termTooLong = "Choose a day from tomorrow, within six weeks."
    let familySees = "The family sees who it is. You see nothing of the family."
    let name = "Choose this colleague"
    let nobody = "There is no colleague who can"
    let nobodyText = "Ask the administrator to add somebody to your organisation."
}
