// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What is said where somebody takes along all that is kept about them, and in what they take along.
protocol FullCopyWords: Sendable {
    var pageTitle: String { get }
    var lead: String { get }
    var door: String { get }
    var aboutYou: String { get }
    func about(_ name: String) -> String
    var ask: String { get }
    var askAgain: String { get }
    func underWay(_ percent: Int) -> String
    var underWayText: String { get }
    var look: String { get }
    func ready(_ day: String) -> String
    func readyText(until day: String) -> String
    var tooOften: String { get }
    var failed: String { get }
    var failedText: String { get }
    var paper: String { get }
    func paper(_ number: Int) -> String
    var data: String { get }
    var dataText: String { get }
    var archive: String { get }
    var archiveText: String { get }
    var careful: String { get }
    var carefulText: String { get }
    func noWords(_ name: String) -> String
    func askWords(_ name: String, isChild: Bool) -> String
    func wordsAsked(_ day: String) -> String
    func wordsRefused(_ name: String) -> String
    var kept: String { get }

    // What a child, or a professional for a child under 12, is asked.
    var wordsTitle: String { get }
    func wordsAsk(_ parent: String) -> String
    var wordsAskText: String { get }
    func wordsReview(_ parent: String, of child: String) -> String
    func wordsReviewText(_ child: String) -> String
    func wordsInTalk(_ child: String) -> String
    var wordsFree: String { get }
    var wordsYes: String { get }
    var wordsNo: String { get }

    // What stands in the copy itself.
    var paperTitle: String { get }
    func title(_ name: String) -> String
    func made(_ day: String, for name: String) -> String
    var onlyOne: String { get }
    func wordsKept(_ name: String) -> String
    func volume(_ number: Int, of count: Int) -> String
    var nothing: String { get }
    var folder: String { get }
    var person: String { get }
    var promises: String { get }
    func born(_ day: String) -> String
    func tie(_ name: String, _ kind: Tie.Kind, of other: String) -> String
    func period(from: String, until: String?) -> String
    func file(_ name: String, at path: String) -> String
}

extension Language {
    var fullCopies: any FullCopyWords {
        switch self {
        case .nl: DutchFullCopies()
        case .en: EnglishFullCopies()
        }
    }
}

private struct DutchFullCopies: FullCopyWords {
    let pageTitle = "Alles meenemen"
    let lead = "Je krijgt een kopie van alles wat je hier mag lezen. Per persoon een eigen kopie."
    let door = "Een kopie van alles over jou, om te bewaren."
    let aboutYou = "Over jou"
    func about(_ name: String) -> String { "Over \(name)" }
    let ask = "Maak mijn kopie"
    let askAgain = "Maak een nieuwe kopie"
    func underWay(_ percent: Int) -> String { "We maken je kopie: \(percent)% klaar" }
    let underWayText = "Je hoeft niet te wachten. Kom later terug, dan staat de kopie hier."
    let look = "Kijk hoe ver het is"
    func ready(_ day: String) -> String { "Je kopie van \(day) is klaar" }
    func readyText(until day: String) -> String { "Je kunt de kopie ophalen tot \(day). Daarna gooien we die weg." }
    let tooOften = "Je vroeg vandaag al vaak om een kopie. Morgen kan het weer."
    let failed = "Je kopie maken is niet gelukt"
    let failedText = "Probeer het nog eens. Lukt het weer niet? Vraag dan hulp aan je aanspreekpunt."
    let paper = "Lezen en printen (PDF)"
    func paper(_ number: Int) -> String { "Lezen en printen, deel \(number) (PDF)" }
    let data = "Voor een ander systeem (JSON)"
    let dataText = "Dezelfde gegevens, zo dat een computer ze kan lezen."
    let archive = "Alles bij elkaar, met bijlagen (ZIP)"
    let archiveText = "De PDF, de JSON en een map met foto's en bestanden."
    let careful = "Bewaar de kopie veilig"
    let carefulText = "Wie het bestand opent, leest alles. Gebruik geen computer van een ander."
    func noWords(_ name: String) -> String { "Wat \(name) zelf schreef of vertelde, zit er niet in." }
    func askWords(_ name: String, isChild: Bool) -> String {
        isChild ? "Vraag \(name) of het mee mag" : "Vraag een hulpverlener om dit te bekijken"
    }
    func wordsAsked(_ day: String) -> String { "Gevraagd op \(day). Er is nog geen antwoord." }
    func wordsRefused(_ name: String) -> String { "Het antwoord was nee. De woorden van \(name) blijven hier." }
    let kept = "Wat we bewaren, en tot wanneer"

    let wordsTitle = "Eigen woorden"
    func wordsAsk(_ parent: String) -> String { "Mag \(parent) jouw woorden meenemen?" }
    let wordsAskText = "Het gaat om jouw verhaal en jouw berichten. Dus alleen wat je ouder nu ook kan lezen."
    func wordsReview(_ parent: String, of child: String) -> String {
        "Mogen de woorden van \(child) mee met \(parent)?"
    }
    func wordsReviewText(_ child: String) -> String {
        "Kijk eerst wat \(child) schreef of vertelde. Kan het kwaad als dit het huis in gaat?"
    }
    func wordsInTalk(_ child: String) -> String {
        "\(child) beslist dit zelf. Vraag het in een gesprek, en schrijf het antwoord hier op."
    }
    let wordsFree = "Je hoeft niet uit te leggen waarom."
    let wordsYes = "Ja, dat mag"
    let wordsNo = "Nee"

    let paperTitle = "Kopie uit Rondom"
    func title(_ name: String) -> String { "Alles over \(name)" }
    func made(_ day: String, for name: String) -> String { "Gemaakt op \(day), voor \(name)." }
    let onlyOne =
        "Deze kopie gaat over één persoon, en bevat wat de lezer mag lezen. Wat andere kinderen zelf schreven, zit er alleen in met hun ja."
    func wordsKept(_ name: String) -> String { "Wat \(name) zelf schreef of vertelde, zit er niet in." }
    func volume(_ number: Int, of count: Int) -> String { "Deel \(number) van \(count)" }
    let nothing = "Niets."
    let folder = "bijlagen"
    let person = "Over wie gaat het?"
    let promises = "Wat nog beloofd is"
    func born(_ day: String) -> String { "Geboren: \(day)" }
    func tie(_ name: String, _ kind: Tie.Kind, of other: String) -> String {
        switch kind {
        case .parent: "\(name) is ouder van \(other)."
        case .newPartner: "\(name) is partner van een ouder van \(other)."
        case .guardian: "\(name) is voogd van \(other)."
        case .fosterParent: "\(name) is pleegouder van \(other)."
        case .sibling: "\(name) is broer of zus van \(other)."
        case .other: "\(name) hoort bij \(other)."
        }
    }
    func period(from: String, until: String?) -> String {
        until.map { "Van \(from) tot \($0)" } ?? "Sinds \(from)"
    }
    func file(_ name: String, at path: String) -> String { "Bestand: \(name) (\(path))" }
}

private struct EnglishFullCopies: FullCopyWords {
    let pageTitle = "Take everything along"
    let lead = "You get a copy of all that you may read here. A copy for each person apart."
    let door = "A copy of everything about you, to keep."
    let aboutYou = "About you"
    func about(_ name: String) -> String { "About \(name)" }
    let ask = "Make my copy"
    let askAgain = "Make a new copy"
    func underWay(_ percent: Int) -> String { "We are making your copy: \(percent)% done" }
    let underWayText = "You need not wait. Come back later, and the copy is here."
    let look = "See how far it is"
    func ready(_ day: String) -> String { "Your copy of \(day) is ready" }
    func readyText(until day: String) -> String { "You can fetch the copy until \(day). After that we throw it away." }
    let tooOften = "You asked for a copy many times today. Tomorrow you can again."
    let failed = "Making your copy did not work"
    let failedText = "Try it again. If it still does not work, ask your first contact for help."
    let paper = "To read and print (PDF)"
    func paper(_ number: Int) -> String { "To read and print, part \(number) (PDF)" }
    let data = "For another system (JSON)"
    let dataText = "The same data, so that a computer can read them."
    let archive = "Everything together, with files (ZIP)"
    let archiveText = "The PDF, the JSON and a folder with photos and files."
    let careful = "Keep the copy safe"
    let carefulText = "Whoever opens the file reads everything. Don't use somebody else's computer."
    func noWords(_ name: String) -> String { "What \(name) wrote or told themself is not in it." }
    func askWords(_ name: String, isChild: Bool) -> String {
        isChild ? "Ask \(name) whether it may leave" : "Ask a professional to look at it"
    }
    func wordsAsked(_ day: String) -> String { "Asked on \(day). There is no answer yet." }
    func wordsRefused(_ name: String) -> String { "The answer was no. The words of \(name) stay here." }
    let kept = "What we keep, and until when"

    let wordsTitle = "Own words"
    func wordsAsk(_ parent: String) -> String { "May \(parent) take your words along?" }
    let wordsAskText = "It is about your story and your messages. Only what your parent can read now, too."
    func wordsReview(_ parent: String, of child: String) -> String {
        "May the words of \(child) leave with \(parent)?"
    }
    func wordsReviewText(_ child: String) -> String {
        "First look what \(child) wrote or told. Could it do harm at home?"
    }
    func wordsInTalk(_ child: String) -> String {
        "\(child) decides this. Ask it in a talk, and write the answer down here."
    }
    let wordsFree = "You need not say why."
    let wordsYes = "Yes, they may"
    let wordsNo = "No"

    let paperTitle = "Copy from Rondom"
    func title(_ name: String) -> String { "Everything about \(name)" }
    func made(_ day: String, for name: String) -> String { "Made on \(day), for \(name)." }
    let onlyOne =
        "This copy is about one person, and holds what the reader may read. What other children wrote is in it by their yes alone."
    func wordsKept(_ name: String) -> String { "What \(name) wrote or told themself is not in it." }
    func volume(_ number: Int, of count: Int) -> String { "Part \(number) of \(count)" }
    let nothing = "Nothing."
    let folder = "files"
    let person = "Whom it is about"
    let promises = "What is still promised"
    func born(_ day: String) -> String { "Born: \(day)" }
    func tie(_ name: String, _ kind: Tie.Kind, of other: String) -> String {
        switch kind {
        case .parent: "\(name) is a parent of \(other)."
        case .newPartner: "\(name) is the partner of a parent of \(other)."
        case .guardian: "\(name) is the guardian of \(other)."
        case .fosterParent: "\(name) is a foster parent of \(other)."
        case .sibling: "\(name) is a brother or sister of \(other)."
        case .other: "\(name) belongs to \(other)."
        }
    }
    func period(from: String, until: String?) -> String {
        until.map { "From \(from) until \($0)" } ?? "Since \(from)"
    }
    func file(_ name: String, at path: String) -> String { "File: \(name) (\(path))" }
}
