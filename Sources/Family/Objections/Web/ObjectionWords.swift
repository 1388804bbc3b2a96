// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say for who does not agree.
protocol ObjectionWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var adviser: String { get }
    func adviserText(_ name: String) -> String
    var support: String { get }
    func supportText(_ name: String?) -> String
    func call(_ name: String) -> String
    var send: String { get }
    var sendText: String { get }
    var kindLegend: String { get }
    func kind(_ kind: Objection.Kind) -> String
    func text(_ kind: Objection.Kind) -> String
    var kindMissing: String { get }
    var aboutLegend: String { get }
    var aboutNobody: String { get }
    func goesTo(_ organisation: String) -> String
    var label: String { get }
    var hint: String { get }
    var textMissing: String { get }
    var button: String { get }
    var keep: String { get }
    var kept: String { get }
    var nobodyToHear: String { get }
    var nobodyToHearText: String { get }
    var sent: String { get }
    func sentOn(_ day: String, to organisation: String) -> String
    func waits(_ day: String) -> String
    func answered(_ name: String, _ day: String) -> String
    var erased: String { get }
    var asking: String { get }

    var hearTitle: String { get }
    func hearLead(_ name: String, _ day: String) -> String
    func isAbout(_ name: String) -> String
    var hearText: String { get }
    var answerLabel: String { get }
    var answerButton: String { get }
}

extension Language {
    var objections: any ObjectionWords {
        switch self {
        case .nl: DutchObjections()
        case .en: EnglishObjections()
        }
    }
}

struct DutchObjections: ObjectionWords {
    let title = "Niet mee eens?"
    let lead = "Je mag het ergens niet mee eens zijn. Hier staat wat je kunt doen. Niemand ziet dat je hier was."
    let adviser = "Praat met een vertrouwenspersoon"
    func adviserText(_ name: String) -> String {
        "Een vertrouwenspersoon van \(name) is er voor jou en hoort niet bij de hulp. "
            + "Het kost niets. Zonder jouw ja vertelt die niets door."
    }
    let support = "Iemand die naast je staat"
    func supportText(_ name: String?) -> String {
        name.map { "\($0) denkt met je mee en gaat mee naar gesprekken. Dat kost niets." }
            ?? "Je gemeente regelt gratis iemand die met je meedenkt. Vraag ernaar bij je gemeente."
    }
    func call(_ name: String) -> String { "Bel \(name)" }
    let send = "Laat het weten"
    let sendText =
        "Tot je op versturen drukt, ziet niemand wat je schrijft. Wie het aangaat, krijgt het niet te beantwoorden."
    let kindLegend = "Wat wil je?"
    func kind(_ kind: Objection.Kind) -> String {
        switch kind {
        case .complaint: "Ik heb een klacht"
        case .anotherWorker: "Ik wil een andere hulpverlener"
        case .correction: "Er staat iets over mij dat niet klopt"
        }
    }
    func text(_ kind: Objection.Kind) -> String {
        switch kind {
        case .complaint: "Iemand anders zoekt uit wat er gebeurde. Je hoort wat die vindt."
        case .anotherWorker: "Je hoeft niet te zeggen waarom."
        case .correction: "Jouw woorden komen erbij te staan. Bij een contactnotitie kun je dat ook zelf doen."
        }
    }
    let kindMissing = "Kies wat je wilt."
    let aboutLegend = "Over wie gaat het?"
    let aboutNobody = "Over niemand in het bijzonder"
    func goesTo(_ organisation: String) -> String { "Dan leest de leiding van \(organisation) het." }
    let label = "Wat is er aan de hand?"
    let hint = "In je eigen woorden."
    let textMissing = "Schrijf op wat er aan de hand is."
    let button = "Versturen"
    let keep = "Later verder"
    let kept = "Bewaard. Alleen jij ziet dit."
    let nobodyToHear = "Dit kan hier nog niet verstuurd worden"
    let nobodyToHearText = "In deze kring is niemand die het kan beantwoorden. Bel de vertrouwenspersoon, die helpt je."
    let sent = "Wat je stuurde"
    func sentOn(_ day: String, to organisation: String) -> String { "Verstuurd op \(day), aan \(organisation)." }
    func waits(_ day: String) -> String { "Je krijgt uiterlijk \(day) antwoord." }
    func answered(_ name: String, _ day: String) -> String { "\(name) antwoordde op \(day)" }
    let erased = "Dit is gewist."
    let asking = "Antwoord geven op wat je stuurde"

    let hearTitle = "Iemand is het niet eens"
    func hearLead(_ name: String, _ day: String) -> String { "\(name) stuurde dit op \(day)." }
    func isAbout(_ name: String) -> String { "Het gaat over \(name), die dit niet ziet." }
    let hearText = "Neem contact op als dat kan. Schrijf daarna hier wat jullie doen."
    let answerLabel = "Jouw antwoord"
    let answerButton = "Antwoord"
}

struct EnglishObjections: ObjectionWords {
    let title = "Don't agree?"
    let lead = "You may disagree with something. Here stands what you can do. Nobody sees that you were here."
    let adviser = "Talk with a confidential adviser"
    func adviserText(_ name: String) -> String {
        "A confidential adviser of \(name) is there for you and is not part of the help. It costs nothing. "
            + "Without your yes they pass nothing on."
    }
    let support = "Somebody beside you"
    func supportText(_ name: String?) -> String {
        name.map { "\($0) thinks with you and comes along to talks. That costs nothing." }
            ?? "Your municipality arranges somebody who thinks with you, free of charge. Ask your municipality."
    }
    func call(_ name: String) -> String { "Call \(name)" }
    let send = "Let it be known"
    let sendText = "Until you press send nobody sees what you write. Whom it is about does not get to answer it."
    let kindLegend = "What do you want?"
    func kind(_ kind: Objection.Kind) -> String {
        switch kind {
        case .complaint: "I have a complaint"
        case .anotherWorker: "I want another professional"
        case .correction: "Something about me is not right"
        }
    }
    func text(_ kind: Objection.Kind) -> String {
        switch kind {
        case .complaint: "Somebody else finds out what happened. You hear what they think."
        case .anotherWorker: "You need not say why."
        case .correction: "Your words are put beside it. With a contact note you can also do that yourself."
        }
    }
    let kindMissing = "Choose what you want."
    let aboutLegend = "Whom is it about?"
    let aboutNobody = "Nobody in particular"
    func goesTo(_ organisation: String) -> String { "Then who leads at \(organisation) reads it." }
    let label = "What is the matter?"
    let hint = "In your own words."
    let textMissing = "Write down what is the matter."
    let button = "Send"
    let keep = "Go on later"
    let kept = "Kept. Only you see this."
    let nobodyToHear = "This can't be sent here yet"
    let nobodyToHearText = "In this circle nobody can answer it. Call the confidential adviser, who helps you."
    let sent = "What you sent"
    func sentOn(_ day: String, to organisation: String) -> String { "Sent on \(day), to \(organisation)." }
    func waits(_ day: String) -> String { "You get an answer by \(day)." }
    func answered(_ name: String, _ day: String) -> String { "\(name) answered on \(day)" }
    let erased = "This was erased."
    let asking = "Answering what you sent"

    let hearTitle = "Somebody does not agree"
    func hearLead(_ name: String, _ day: String) -> String { "\(name) sent this on \(day)." }
    func isAbout(_ name: String) -> String { "It is about \(name), who does not see this." }
    let hearText = "Get in touch if you can. Then write here what you will do."
    let answerLabel = "Your answer"
    let answerButton = "Answer"
}
