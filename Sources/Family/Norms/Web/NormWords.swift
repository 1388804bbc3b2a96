// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the page says on which an administrator sets how soon things are done.
protocol NormWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var toOrganisations: String { get }
    func label(_ norm: SettableNorm) -> String
    var usual: String { get }
    func setBy(_ name: String, _ day: String) -> String
    func outOfRange(_ range: ClosedRange<Int>) -> String
    var save: String { get }
}

extension Language {
    var norms: any NormWords {
        switch self {
        case .nl: DutchNorms()
        case .en: EnglishNorms()
        }
    }
}

private struct DutchNorms: NormWords {
    let title = "Termijnen"
    let lead = "Zo veel werkdagen mag iets hier duren. Een nieuwe termijn geldt voor wat daarna beloofd wordt."
    let toOrganisations = "Organisaties"
    func label(_ norm: SettableNorm) -> String {
        switch norm {
        case .answerReferral: "Antwoord op een verwijzing"
        case .meetReferral: "Eerste gesprek na een verwijzing"
        case .startReferral: "Begin van de hulp na het eerste gesprek"
        case .bridgeReferral: "Contact met een gezin dat wacht"
        case .finishReferral: "Vertellen hoe het met de hulp gaat"
        case .firstTalk: "Eerste gesprek na een gewone melding"
        case .feedback: "Terugkoppeling aan wie meldde"
        case .answerConsult: "Antwoord op een vraag zonder namen"
        case .finishHandover: "Gesprek bij een overdracht"
        }
    }
    let usual = "In werkdagen. Dit is de gewone termijn."
    func setBy(_ name: String, _ day: String) -> String { "In werkdagen. Gekozen door \(name), \(day)." }
    func outOfRange(_ range: ClosedRange<Int>) -> String {
        "Vul een heel getal in van \(range.lowerBound) tot en met \(range.upperBound)."
    }
    let save = "Bewaar de termijnen"
}

private struct EnglishNorms: NormWords {
    let title = "Terms"
    let lead = "So many working days may things take here. A new term counts for what is promised after that."
    let toOrganisations = "Organisations"
    func label(_ norm: SettableNorm) -> String {
        switch norm {
        case .answerReferral: "Answer to a referral"
        case .meetReferral: "First talk after a referral"
        case .startReferral: "Start of help after the first talk"
        case .bridgeReferral: "Contact with a family that waits"
        case .finishReferral: "Telling how the help goes"
        case .firstTalk: "First talk after an ordinary report"
        case .feedback: "Feedback to who reported"
        case .answerConsult: "Answer to a question without names"
        case .finishHandover: "Talk at a handover"
        }
    }
    let usual = "In working days. This is the usual term."
    func setBy(_ name: String, _ day: String) -> String { "In working days. Chosen by \(name), \(day)." }
    func outOfRange(_ range: ClosedRange<Int>) -> String {
        "Type a whole number from \(range.lowerBound) to \(range.upperBound)."
    }
    let save = "Keep the terms"
}
