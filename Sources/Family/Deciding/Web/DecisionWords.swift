// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What the page says on which two professionals decide.
protocol DecisionWords: Sendable {
    var title: String { get }
    func what(_ matter: DecisionMatter, _ names: DecisionNames) -> String
    func facts(_ matter: DecisionMatter, _ names: DecisionNames) -> [Facts.Fact]
    var why: String { get }
    var by: String { get }
    var since: String { get }
    func asksYou(_ name: String) -> String
    func waits(for name: String) -> String
    /// What somebody answered, and what follows from a no.
    func answered(
        _ answer: SecondProfessional.Answer, by name: String, _ matter: DecisionMatter, _ names: DecisionNames
    ) -> String
    var over: String { get }
    var yourAnswer: String { get }
    var said: String { get }
    var saidMissing: String { get }
    func say(_ answer: SecondProfessional.Answer) -> String
    var answerReason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var button: String { get }
}

extension Language {
    var decisions: any DecisionWords {
        switch self {
        case .nl: DutchDecisions()
        case .en: EnglishDecisions()
        }
    }
}

private struct DutchDecisions: DecisionWords {
    let title = "Meebeslissen"
    func what(_ matter: DecisionMatter, _ names: DecisionNames) -> String {
        switch matter {
        case .readingRefusal(let refusal):
            "\(names.person(refusal.parent)) leest niet mee over \(names.person(refusal.child))"
        case .direction(let asked):
            switch asked.cause {
            case .safety: "De regie overnemen voor de veiligheid"
            case .absence: "De regie overnemen van wie er niet is"
            default: "Een andere vorm van regie"
            }
        case .ground: "Delen zonder toestemming"
        case .withholding(let withholding, _): "\(names.person(withholding.person)) iets nog niet vertellen"
        case .notAsked(let notAsked, _): "\(names.person(notAsked.who)) niet vragen"
        case .invitation(let invitation, _): "\(names.persons(invitation.leftOut)) niet vragen bij een uitnodiging"
        case .indication(let indication, _): "Een veiligheidsinschatting over \(names.person(indication.person))"
        }
    }
    func facts(_ matter: DecisionMatter, _ names: DecisionNames) -> [Facts.Fact] {
        let words = names.language.direction
        return switch matter {
        case .readingRefusal: [Facts.Fact("Wat er gebeurt", "Na een ja leest deze ouder niet meer mee.")]
        case .direction(let asked):
            [
                Facts.Fact(words.causeAsked, words.causeLabel(asked.cause)),
                Facts.Fact(words.kindAsked, words.kind(asked.kind)),
                Facts.Fact(words.reviewOn, names.language.dateInside(asked.review)),
            ]
        case .withholding(let withholding, let what):
            names.language.withholding.facts(withholding, what, names.language)
        case .notAsked(let notAsked, let letter):
            names.language.notAsked.facts(letter, about: names.persons(notAsked.about), names.language)
        case .invitation(let invitation, let letter):
            names.language.notAsked.facts(letter?.face, about: names.persons(invitation.persons), names.language)
        case .indication(let indication, let assessed): names.language.risks.facts(indication, assessed, names.language)
        case .ground(let use, let letter):
            names.language.grounds.facts(use, letter, about: names.persons(use.persons), names.language)
        }
    }
    let why = "Waarom"
    let by = "Voorgesteld door"
    let since = "Sinds"
    func asksYou(_ name: String) -> String { "\(name) vraagt jou om mee te beslissen." }
    func waits(for name: String) -> String { "Dit wacht op \(name)." }
    func answered(
        _ answer: SecondProfessional.Answer, by name: String, _ matter: DecisionMatter, _ names: DecisionNames
    ) -> String {
        guard answer == .no else { return "\(name) zei ja." }
        let follows =
            switch matter {
            case .readingRefusal(let refusal): "\(names.person(refusal.parent)) blijft meelezen."
            case .direction: "De regie blijft zoals die was."
            case .ground: "Dit mag niet gedeeld worden."
            case .withholding(let withholding, _): "\(names.person(withholding.person)) hoort het nu."
            case .notAsked(let notAsked, _): "\(names.person(notAsked.who)) krijgt de vraag alsnog."
            case .invitation: "De uitnodiging gaat niet door."
            case .indication: "Deze inschatting telt niet."
            }
        return "\(name) zei nee. \(follows)"
    }
    let over = "Dit hoeft niet meer."
    let yourAnswer = "Jouw antwoord"
    let said = "Ben jij het hiermee eens?"
    let saidMissing = "Kies ja of nee."
    func say(_ answer: SecondProfessional.Answer) -> String {
        answer == .yes ? "Ja, dit is nodig" : "Nee, dit doen we niet"
    }
    let answerReason = "Waarom vind je dat?"
    let reasonHint = "Bij nee is dit nodig. Alleen wie hierover beslist, leest het."
    let reasonMissing = "Schrijf op waarom je nee zegt."
    let button = "Antwoord geven"
}

private struct EnglishDecisions: DecisionWords {
    let title = "Deciding together"
    func what(_ matter: DecisionMatter, _ names: DecisionNames) -> String {
        switch matter {
        case .readingRefusal(let refusal):
            "\(names.person(refusal.parent)) does not read about \(names.person(refusal.child))"
        case .direction(let asked):
            switch asked.cause {
            case .safety: "Taking over direction for safety"
            case .absence: "Taking over direction from who is not there"
            default: "Another kind of direction"
            }
        case .ground: "Sharing without consent"
        case .withholding(let withholding, _): "Not telling \(names.person(withholding.person)) something yet"
        case .notAsked(let notAsked, _): "Not asking \(names.person(notAsked.who))"
        case .invitation(let invitation, _): "Not asking \(names.persons(invitation.leftOut)) about an invitation"
        case .indication(let indication, _): "An assessment of how safe \(names.person(indication.person)) is"
        }
    }
    func facts(_ matter: DecisionMatter, _ names: DecisionNames) -> [Facts.Fact] {
        let words = names.language.direction
        return switch matter {
        case .readingRefusal: [Facts.Fact("What happens", "After a yes this parent reads no more.")]
        case .direction(let asked):
            [
                Facts.Fact(words.causeAsked, words.causeLabel(asked.cause)),
                Facts.Fact(words.kindAsked, words.kind(asked.kind)),
                Facts.Fact(words.reviewOn, names.language.dateInside(asked.review)),
            ]
        case .withholding(let withholding, let what):
            names.language.withholding.facts(withholding, what, names.language)
        case .notAsked(let notAsked, let letter):
            names.language.notAsked.facts(letter, about: names.persons(notAsked.about), names.language)
        case .invitation(let invitation, let letter):
            names.language.notAsked.facts(letter?.face, about: names.persons(invitation.persons), names.language)
        case .indication(let indication, let assessed): names.language.risks.facts(indication, assessed, names.language)
        case .ground(let use, let letter):
            names.language.grounds.facts(use, letter, about: names.persons(use.persons), names.language)
        }
    }
    let why = "Why"
    let by = "Proposed by"
    let since = "Since"
    func asksYou(_ name: String) -> String { "\(name) asks you to decide together." }
    func waits(for name: String) -> String { "This waits for \(name)." }
    func answered(
        _ answer: SecondProfessional.Answer, by name: String, _ matter: DecisionMatter, _ names: DecisionNames
    ) -> String {
        guard answer == .no else { return "\(name) said yes." }
        let follows =
            switch matter {
            case .readingRefusal(let refusal): "\(names.person(refusal.parent)) goes on reading."
            case .direction: "Direction stays as it was."
            case .ground: "This may not be shared."
            case .withholding(let withholding, _): "\(names.person(withholding.person)) is told now."
            case .notAsked(let notAsked, _): "\(names.person(notAsked.who)) is asked after all."
            case .invitation: "The invitation does not go ahead."
            case .indication: "This assessment does not count."
            }
        return "\(name) said no. \(follows)"
    }
    let over = "This is not needed any more."
    let yourAnswer = "Your answer"
    let said = "Do you agree?"
    let saidMissing = "Choose yes or no."
    func say(_ answer: SecondProfessional.Answer) -> String {
        answer == .yes ? "Yes, this is needed" : "No, we don't do this"
    }
    let answerReason = "Why do you think so?"
    let reasonHint = "Needed with a no. Only who decides about it reads this."
    let reasonMissing = "Write down why you say no."
    let button = "Give the answer"
}
