// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the page says on which a circle ends.
protocol ClosingWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var begin: String { get }
    var beginText: [String] { get }
    var safety: String { get }
    var safetyText: String { get }
    func running(_ day: String) -> String
    var further: String { get }
    func further(_ further: CircleClosing.Further) -> String
    var furtherMissing: String { get }
    var grade: String { get }
    var gradeHint: String { get }
    var gradeMissing: String { get }
    var nobodySees: String { get }
    var send: String { get }
    var thanks: String { get }
    var thanksText: String { get }
    func waiting(_ count: Int) -> String
    var close: String { get }
    var closeText: String { get }
    var stop: String { get }
    var stopText: String { get }
    func closed(_ day: String) -> String
    var nobodyDirects: String { get }
    var nobodyDirectsText: String { get }
}

extension Language {
    var closing: any ClosingWords {
        switch self {
        case .nl: DutchClosing()
        case .en: EnglishClosing()
        }
    }
}

private struct DutchClosing: ClosingWords {
    let title = "De kring afsluiten"
    let door = "Is de hulp klaar? Kijk samen terug en sluit af."
    let lead = "Eerst kijken jullie samen terug. Daarna gaan de hulpverleners uit de kring."
    let begin = "Begin met afsluiten"
    let beginText = [
        "Iedereen krijgt twee korte vragen, en een maand om te antwoorden.",
        "Daarna sluit je de kring. Het gezin blijft lezen wat over hen gaat.",
    ]
    let safety = "Nu kan dit nog niet"
    let safetyText = "Er is veiligheidsregie. Sluit die eerst af."
    func running(_ day: String) -> String { "Iedereen kan antwoorden tot en met \(day)." }
    let further = "Gaat het gezin verder zonder hulp?"
    func further(_ further: CircleClosing.Further) -> String {
        switch further {
        case .fully: "Ja, helemaal"
        case .mostly: "Ja, grotendeels"
        case .partly: "Deels"
        case .not: "Nee"
        }
    }
    let furtherMissing = "Kies een antwoord."
    let grade = "Welk cijfer geef je aan hoe het ging?"
    let gradeHint = "Van 1 tot en met 10."
    let gradeMissing = "Kies een heel cijfer van 1 tot en met 10."
    let nobodySees = "Niemand ziet wat jij antwoordt. Alleen het cijfer telt mee, zonder naam."
    let send = "Verstuur"
    let thanks = "Dank je wel"
    let thanksText = "Jouw antwoorden tellen mee."
    func waiting(_ count: Int) -> String {
        switch count {
        case 0: "Iedereen heeft geantwoord."
        case 1: "Eén mens moet nog antwoorden."
        default: "\(count) mensen moeten nog antwoorden."
        }
    }
    let close = "Sluit de kring"
    let closeText = "De hulpverleners zien dan niets meer. De ouders hebben weer zelf de regie."
    let stop = "Toch niet afsluiten"
    let stopText = "De kring blijft zoals die is."
    func closed(_ day: String) -> String { "De kring is gesloten op \(day)." }
    let nobodyDirects = "Er is niemand die de regie krijgt"
    let nobodyDirectsText = "Geef eerst een ouder een kaartje om in te loggen."
}

private struct EnglishClosing: ClosingWords {
    let title = "Ending the circle"
    let door = "Is the help done? Look back together and end it."
    let lead = "First you look back together. After that the professionals leave the circle."
    let begin = "Begin ending it"
    let beginText = [
        "Everybody gets two short questions, and a month to answer.",
        "After that you close the circle. The family goes on reading what is about them.",
    ]
    let safety = "This can't be done yet"
    let safetyText = "Safety is still directed. End that first."
    func running(_ day: String) -> String { "Everybody can answer until \(day)." }
    let further = "Does the family go on without help?"
    func further(_ further: CircleClosing.Further) -> String {
        switch further {
        case .fully: "Yes, fully"
        case .mostly: "Yes, mostly"
        case .partly: "Partly"
        case .not: "No"
        }
    }
    let furtherMissing = "Choose an answer."
    let grade = "Which grade do you give to how it went?"
    let gradeHint = "From 1 to 10."
    let gradeMissing = "Choose a whole grade from 1 to 10."
    let nobodySees = "Nobody sees what you answer. Only the grade counts, without a name."
    let send = "Send"
    let thanks = "Thank you"
    let thanksText = "Your answers count."
    func waiting(_ count: Int) -> String {
        switch count {
        case 0: "Everybody answered."
        case 1: "One person has yet to answer."
        default: "\(count) people have yet to answer."
        }
    }
    let close = "Close the circle"
    let closeText = "The professionals then see nothing any more. The parents direct again themselves."
    let stop = "Don't end it after all"
    let stopText = "The circle stays as it is."
    func closed(_ day: String) -> String { "The circle was closed on \(day)." }
    let nobodyDirects = "There is nobody to direct"
    let nobodyDirectsText = "First give a parent a card to sign in with."
}
