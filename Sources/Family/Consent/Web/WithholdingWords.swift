// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say on which somebody is not told something yet.
protocol WithholdingWords: Sendable {
    var title: String { get }
    func lead(_ name: String) -> String
    var withheld: String { get }
    var new: String { get }
    var nobody: String { get }
    var what: String { get }
    var whatMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var second: String { get }
    var secondMissing: String { get }
    var review: String { get }
    var reviewHint: String { get }
    var reviewOutside: String { get }
    var button: String { get }
    var tell: String { get }
    var notYet: String { get }
    var reviewButton: String { get }
    func state(_ state: Withholding.State) -> String
}

extension WithholdingWords {
    func facts(_ withholding: Withholding, _ what: String?, _ language: Language) -> [Facts.Fact] {
        [
            Facts.Fact(self.what, what ?? language.circle.erased),
            Facts.Fact(review, language.dateInside(withholding.review)),
        ]
    }
}

extension Language {
    var withholding: any WithholdingWords {
        switch self {
        case .nl: DutchWithholding()
        case .en: EnglishWithholding()
        }
    }
}

private struct DutchWithholding: WithholdingWords {
    let title = "Nog niet vertellen"
    func lead(_ name: String) -> String { "Wat je \(name) nog niet vertelt" }
    let withheld = "Wat nog niet is verteld"
    let new = "Iets nog niet vertellen"
    let nobody = "Er is niemand om mee te overleggen. Vertel het, of nodig eerst een collega uit."
    let what = "Wat vertel je nog niet?"
    let whatMissing = "Schrijf op wat je nog niet vertelt."
    let reason = "Welk ernstig nadeel geeft het?"
    let reasonHint = "Alleen als het duidelijk ernstig nadeel geeft voor deze persoon zelf. (Jeugdwet 7.3.2 lid 3)"
    let reasonMissing = "Schrijf op welk nadeel het geeft."
    let second = "Met wie overleg je?"
    let secondMissing = "Kies een andere professional."
    let review = "Wanneer kijk je opnieuw?"
    let reviewHint = "Binnen drie maanden. Is het nadeel voorbij, dan vertel je het."
    let reviewOutside = "Kies een dag vanaf morgen, binnen drie maanden."
    let button = "Nog niet vertellen"
    let tell = "Ik heb het verteld"
    let notYet = "Kan het nog niet?"
    let reviewButton = "Later opnieuw kijken"
    func state(_ state: Withholding.State) -> String {
        switch state {
        case .waits: "Wacht op een tweede professional."
        case .stands: "Een tweede professional is het ermee eens."
        case .refused: "Een tweede professional is het er niet mee eens. Vertel het nu."
        case .given: "Verteld."
        }
    }
}

private struct EnglishWithholding: WithholdingWords {
    let title = "Not telling yet"
    func lead(_ name: String) -> String { "What you do not tell \(name) yet" }
    let withheld = "What was not told yet"
    let new = "Not telling something yet"
    let nobody = "There is nobody to consult. Tell it, or invite a colleague first."
    let what = "What do you not tell yet?"
    let whatMissing = "Write down what you do not tell yet."
    let reason = "Which serious harm does it do?"
    let reasonHint = "Only where it clearly and seriously harms this person themself. (Jeugdwet 7.3.2 lid 3)"
    let reasonMissing = "Write down which harm it does."
    let second = "Whom do you consult?"
    let secondMissing = "Choose another professional."
    let review = "When do you look again?"
    let reviewHint = "Within three months. Once the harm is past you tell it."
    let reviewOutside = "Choose a day from tomorrow, within three months."
    let button = "Do not tell yet"
    let tell = "I told it"
    let notYet = "Not possible yet?"
    let reviewButton = "Look again later"
    func state(_ state: Withholding.State) -> String {
        switch state {
        case .waits: "Waits for a second professional."
        case .stands: "A second professional agrees."
        case .refused: "A second professional does not agree. Tell it now."
        case .given: "Told."
        }
    }
}
