// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Site

/// What is said where somebody is not asked, because asking is dangerous.
protocol NotAskedWords: Sendable {
    var title: String { get }
    var text: String { get }
    var who: String { get }
    var whoMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var secondHint: String { get }
    var secondMissing: String { get }
    var noOtherYes: String { get }
    var over: String { get }
    var button: String { get }
    func state(_ name: String, _ answer: SecondProfessional.Answer?) -> String
}

extension NotAskedWords {
    /// Who is invited, and for whom.
    func facts(_ face: MemberFace?, about persons: String, _ language: Language) -> [Facts.Fact] {
        let invited = [face?.name, face?.function, face?.organisation].compactMap(\.self).filter { !$0.isEmpty }
        let called = invited.isEmpty ? language.circle.erased : invited.joined(separator: ", ")
        return [Facts.Fact(language.consent.with, called), Facts.Fact(language.consent.about, persons)]
    }

    func facts(_ letter: ConsentLetter?, about persons: String, _ language: Language) -> [Facts.Fact] {
        [
            Facts.Fact(language.consent.with, letter?.party ?? language.circle.erased),
            Facts.Fact(language.consent.what, letter?.what ?? language.circle.erased),
            Facts.Fact(language.consent.about, persons),
        ]
    }
}

extension Language {
    var notAsked: any NotAskedWords {
        switch self {
        case .nl: DutchNotAsked()
        case .en: EnglishNotAsked()
        }
    }
}

private struct DutchNotAsked: NotAskedWords {
    let title = "Niet vragen, omdat vragen gevaarlijk is"
    let text =
        "Wie je hier kiest, krijgt de vraag niet en merkt er niets van. Iemand anders moet nog wel ja zeggen. (Jeugdwet 7.3.15 lid 4)"
    let who = "Wie vraag je niet?"
    let whoMissing = "Kies wie je niet vraagt."
    let reason = "Waarom is vragen gevaarlijk?"
    let reasonHint = "Wat kan er gebeuren? Alleen wie hierover beslist, leest dit."
    let reasonMissing = "Schrijf op waarom vragen gevaarlijk is."
    let secondHint = "Zegt die collega nee, dan krijgt deze persoon de vraag alsnog."
    let secondMissing = "Kies wie mee beslist."
    let noOtherYes =
        "Er moet iemand anders zijn die ja kan zeggen. Gaat de vraag ook over deze persoon, vraag dat dan apart."
    let over = "Deze persoon antwoordde al, of wordt al niet gevraagd."
    let button = "Niet vragen"
    func state(_ name: String, _ answer: SecondProfessional.Answer?) -> String {
        switch answer {
        case .yes: "\(name) wordt niet gevraagd."
        case .no: "\(name) wordt toch gevraagd."
        case nil: "\(name) wordt niet gevraagd. Een tweede professional moet dit nog zeggen."
        }
    }
}

private struct EnglishNotAsked: NotAskedWords {
    let title = "Not asking, as asking is dangerous"
    let text =
        "Whom you choose here does not get the question and notices nothing. Somebody else must still say yes. (Jeugdwet 7.3.15 lid 4)"
    let who = "Whom do you not ask?"
    let whoMissing = "Choose whom you do not ask."
    let reason = "Why is asking dangerous?"
    let reasonHint = "What can happen? Only who decides about it reads this."
    let reasonMissing = "Write down why asking is dangerous."
    let secondHint = "If that colleague says no, this person is asked after all."
    let secondMissing = "Choose who decides with you."
    let noOtherYes = "There must be somebody else who can say yes. If it is about this person too, ask that apart."
    let over = "This person answered already, or is not asked already."
    let button = "Do not ask"
    func state(_ name: String, _ answer: SecondProfessional.Answer?) -> String {
        switch answer {
        case .yes: "\(name) is not asked."
        case .no: "\(name) is asked after all."
        case nil: "\(name) is not asked. A second professional has yet to say so."
        }
    }
}
