// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the page with the safety card says.
protocol SafetyWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    var none: String { get }
    var noneText: String { get }
    func label(_ line: SafetyCard.Line) -> String
    func hint(_ line: SafetyCard.Line) -> String
    func written(_ name: String, _ day: String) -> String
    var write: String { get }
    var save: String { get }
    var closed: String { get }
    var closedText: String { get }
    var checks: String { get }
    var checksText: String { get }
    var contactLegend: String { get }
    func contact(_ contact: ClosedTrack.Contact) -> String
    var contactMissing: String { get }
    var outcome: String { get }
    func isSafe(_ isSafe: Bool) -> String
    var outcomeMissing: String { get }
    var checked: String { get }
    var checkedHint: String { get }
    var checkedMissing: String { get }
    var recordCheck: String { get }
    func checkLine(_ contact: ClosedTrack.Contact, isSafe: Bool, isUsed: Bool) -> String
    /// To who notes a call or a letter.
    var lookText: String { get }
    var lookHint: String { get }
    var looked: String { get }
    var lookMissing: String { get }
    /// To who invites somebody of the own network while nothing was looked at; it tells nothing else.
    var askFirst: String { get }
}

extension Language {
    var safety: any SafetyWords {
        switch self {
        case .nl: DutchSafety()
        case .en: EnglishSafety()
        }
    }
}

private struct DutchSafety: SafetyWords {
    let title = "Veiligheidskaart"
    let lead = "Lees dit voor je belt, schrijft of langskomt. Niemand van het gezin ziet deze kaart."
    let door = "Wat je moet weten voor je contact zoekt."
    let none = "Er is nog geen kaart"
    let noneText = "Weet jij iets dat anderen moeten weten om veilig contact te zoeken? Schrijf het op."
    func label(_ line: SafetyCard.Line) -> String {
        switch line {
        case .never: "Doe dit nooit"
        case .safely: "Zo is het veilig"
        case .word: "Afgesproken woord"
        case .mustNotKnow: "Wie mag dit niet weten"
        case .also: "Let verder op"
        }
    }
    func hint(_ line: SafetyCard.Line) -> String {
        switch line {
        case .never: "Zoals: bel nooit het vaste nummer."
        case .safely: "Hoe, waar en op welke tijden."
        case .word: "Waaraan ze jou herkennen, of laten merken dat er iemand meeluistert."
        case .mustNotKnow: "Noem namen."
        case .also: "Houd het kort."
        }
    }
    func written(_ name: String, _ day: String) -> String { "Geschreven door \(name), \(day)." }
    let write = "De kaart schrijven"
    let save = "Kaart bewaren"
    let closed = "Dit is een gesloten traject"
    let closedText = "Leg eerst een controle vast. Zonder controle geen brief, telefoontje, tolk of naaste."
    let checks = "Controles"
    let checksText = "Een controle geldt twee weken, voor één keer."
    let contactLegend = "Wat controleerde je?"
    func contact(_ contact: ClosedTrack.Contact) -> String {
        switch contact {
        case .letter: "Een brief"
        case .call: "Een telefoontje"
        case .interpreter: "Een tolk"
        case .informalMember: "Een naaste in de kring"
        }
    }
    let contactMissing = "Kies wat je controleerde."
    let outcome = "Kan het veilig?"
    func isSafe(_ isSafe: Bool) -> String { isSafe ? "Ja" : "Nee" }
    let outcomeMissing = "Kies ja of nee."
    let checked = "Om wie gaat het, en wat bekeek je?"
    let checkedHint = "Schrijf op met wie je overlegde."
    let checkedMissing = "Schrijf op wat je bekeek."
    let recordCheck = "Controle vastleggen"
    func checkLine(_ contact: ClosedTrack.Contact, isSafe: Bool, isUsed: Bool) -> String {
        "\(self.contact(contact)): \(isSafe ? "kan veilig" : "niet veilig")\(isUsed ? ", gebruikt" : "")."
    }
    let lookText = "Bij een telefoontje, brief of tolk staat vast dat iemand eerst keek of het veilig was."
    let lookHint = "Staat er al een controle? Dan hoef je dit niet in te vullen."
    let looked = "Wie keek, en waarnaar?"
    let lookMissing = "Er is geen controle. Schrijf op wie keek of dit veilig was."
    let askFirst = "Overleg dit eerst met een hulpverlener in de kring."
}

private struct EnglishSafety: SafetyWords {
    let title = "Safety card"
    let lead = "Read this before you call, write or come by. Nobody of the family sees this card."
    let door = "What you must know before you get in touch."
    let none = "There is no card yet"
    let noneText = "Do you know something that others must know to get in touch safely? Write it down."
    func label(_ line: SafetyCard.Line) -> String {
        switch line {
        case .never: "Never do this"
        case .safely: "This is how it is safe"
        case .word: "Agreed word"
        case .mustNotKnow: "Who must not know"
        case .also: "Mind this, too"
        }
    }
    func hint(_ line: SafetyCard.Line) -> String {
        switch line {
        case .never: "Such as: never call the number at home."
        case .safely: "How, where and at which times."
        case .word: "By which they know you, or show that somebody listens."
        case .mustNotKnow: "Give names."
        case .also: "Keep it short."
        }
    }
    func written(_ name: String, _ day: String) -> String { "Written by \(name), \(day)." }
    let write = "Write the card"
    let save = "Keep the card"
    let closed = "This is a closed track"
    let closedText = "Record a check first. Without one no letter, call, interpreter or relative."
    let checks = "Checks"
    let checksText = "A check counts for two weeks, for one time."
    let contactLegend = "What did you check?"
    func contact(_ contact: ClosedTrack.Contact) -> String {
        switch contact {
        case .letter: "A letter"
        case .call: "A call"
        case .interpreter: "An interpreter"
        case .informalMember: "A relative in the circle"
        }
    }
    let contactMissing = "Choose what you checked."
    let outcome = "Is it safe?"
    func isSafe(_ isSafe: Bool) -> String { isSafe ? "Yes" : "No" }
    let outcomeMissing = "Choose yes or no."
    let checked = "Who is it about, and what did you look at?"
    let checkedHint = "Write down whom you consulted."
    let checkedMissing = "Write down what you looked at."
    let recordCheck = "Record the check"
    func checkLine(_ contact: ClosedTrack.Contact, isSafe: Bool, isUsed: Bool) -> String {
        "\(self.contact(contact)): \(isSafe ? "safe" : "not safe")\(isUsed ? ", used" : "")."
    }
    let lookText =
        "For a call, a letter or an interpreter it is recorded that somebody looked first whether it was safe."
    let lookHint = "Is there a check already? Then you need not fill this in."
    let looked = "Who looked, and at what?"
    let lookMissing = "There is no check. Write down who looked whether this was safe."
    let askFirst = "Talk about this with a helper of the circle first."
}
