// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which a family confirms how it was started.
protocol ConfirmationWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func born(_ day: String) -> String
    func question(_ name: String) -> String
    var right: String { get }
    var wrong: String { get }
    var remark: String { get }
    var remarkHint: String { get }
    var remarkMissing: String { get }
    var answerMissing: String { get }
    var send: String { get }
    var done: String { get }
}

extension Language {
    var confirmation: any ConfirmationWords {
        switch self {
        case .nl: DutchConfirmation()
        case .en: EnglishConfirmation()
        }
    }
}

private struct DutchConfirmation: ConfirmationWords {
    let title = "Klopt dit?"
    let lead = "Dit schreef een hulpverlener over jullie op. Klopt er iets niet? Dan wordt het aangepast."
    func born(_ day: String) -> String { "Geboren: \(day)." }
    func question(_ name: String) -> String { "Klopt dit over \(name)?" }
    let right = "Ja, dit klopt"
    let wrong = "Nee, dit klopt niet"
    let remark = "Wat klopt er niet?"
    let remarkHint = "Alleen als er iets niet klopt. Alleen wie het opschreef, leest dit."
    let remarkMissing = "Vertel wat er niet klopt."
    let answerMissing = "Kies of dit klopt."
    let send = "Versturen"
    let done = "Dank je, alles is nagekeken"
}

private struct EnglishConfirmation: ConfirmationWords {
    let title = "Is this right?"
    let lead = "A professional wrote this down about you. Is something not right? Then it will be mended."
    func born(_ day: String) -> String { "Born: \(day)." }
    func question(_ name: String) -> String { "Is this right about \(name)?" }
    let right = "Yes, this is right"
    let wrong = "No, this is not right"
    let remark = "What is not right?"
    let remarkHint = "Only if something is not right. Only who wrote it down reads this."
    let remarkMissing = "Tell what is not right."
    let answerMissing = "Choose whether this is right."
    let send = "Send"
    let done = "Thank you, all of it was checked"
}
