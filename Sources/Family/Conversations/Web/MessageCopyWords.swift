// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which somebody looks for words.
protocol MessageSearchWords: Sendable {
    var title: String { get }
    var lead: String { get }
    /// Where all families are looked through.
    var wideLead: String { get }
    var label: String { get }
    var hint: String { get }
    var button: String { get }
    func found(_ count: Int) -> String
    var cutShort: String { get }
    var empty: String { get }
    var tooLong: String { get }
}

/// What the page says on which somebody takes a conversation along.
protocol MessageCopyWords: Sendable {
    var title: String { get }
    var lead: String { get }
    /// Beside each message.
    var short: String { get }
    var what: String { get }
    var days: String { get }
    var all: String { get }
    var from: String { get }
    var until: String { get }
    /// As what kind of file.
    var kind: String { get }
    var pdf: String { get }
    var pdfText: String { get }
    var text: String { get }
    var textText: String { get }
    var button: String { get }
    var one: String { get }
    var noDay: String { get }
    var endsBefore: String { get }
    var tooMuch: String { get }
    var noPaper: String { get }
    /// Without anybody's name: a file lies in a folder that others see.
    var fileName: String { get }
    /// The title of the file itself, without anybody's name for the same reason.
    var paperTitle: String { get }
    /// Before a list of letters for which there is no font.
    var undrawn: String { get }
    func between(_ names: String) -> String
    func made(_ day: String, by name: String) -> String
    func count(_ messages: Int) -> String
    func file(_ name: String, _ note: String) -> String
}

extension Language {
    var messageSearch: any MessageSearchWords {
        switch self {
        case .nl: DutchMessageSearch()
        case .en: EnglishMessageSearch()
        }
    }

    var messageCopy: any MessageCopyWords {
        switch self {
        case .nl: DutchMessageCopy()
        case .en: EnglishMessageCopy()
        }
    }
}

struct DutchMessageSearch: MessageSearchWords {
    let title = "Zoeken"
    let lead = "Je zoekt in de gesprekken waar jij aan meedoet. Waar je naar zoekt, bewaren we niet."
    let wideLead =
        "Je zoekt in al je gezinnen, in de gesprekken waar jij aan meedoet. We bewaren niet waarnaar je zoekt."
    let label = "Waar zoek je naar?"
    let hint = "Een of meer woorden."
    let button = "Zoek"
    func found(_ count: Int) -> String {
        switch count {
        case 0: "Niets gevonden"
        case 1: "1 bericht gevonden"
        default: "\(Language.nl.number(count)) berichten gevonden"
        }
    }
    let cutShort = "We keken alleen in de nieuwste berichten. Er zijn er te veel om alles te doorzoeken."
    let empty = "Typ eerst een woord."
    let tooLong = "Zoek met minder woorden: hooguit 100 tekens."
}

struct EnglishMessageSearch: MessageSearchWords {
    let title = "Search"
    let lead = "You search the conversations you take part in. We don't keep what you look for."
    let wideLead =
        "You search all your families, in the conversations you take part in. We don't keep what you look for."
    let label = "What are you looking for?"
    let hint = "One or more words."
    let button = "Search"
    func found(_ count: Int) -> String {
        switch count {
        case 0: "Nothing found"
        case 1: "1 message found"
        default: "\(Language.en.number(count)) messages found"
        }
    }
    let cutShort = "We looked in the newest messages only. There are too many to look through all."
    let empty = "Type a word first."
    let tooLong = "Search with fewer words: at most 100 characters."
}

struct DutchMessageCopy: MessageCopyWords {
    let title = "Neem dit gesprek mee"
    let lead = "Je krijgt een bestand met de tekst. Bewaar het veilig: wie het opent, leest mee."
    let short = "Kopie"
    let what = "Wat neem je mee?"
    let days = "Een aantal dagen"
    let all = "Het hele gesprek"
    let kind = "Als wat voor bestand?"
    let pdf = "PDF"
    let pdfText = "Om te lezen en te printen."
    let text = "Tekst"
    let textText = "Alleen de woorden, zonder opmaak."
    let from = "Vanaf welke dag?"
    let until = "Tot en met welke dag?"
    let button = "Maak een kopie"
    let one = "Neem dit bericht mee"
    let noDay = "Kies een dag."
    let endsBefore = "Kies een dag na de eerste dag."
    let tooMuch = "Dit is te veel voor één bestand. Kies minder dagen."
    let noPaper = "Een PDF maken kan nu niet. Kies tekst, of vraag het je beheerder."
    let fileName = "gesprek"
    let paperTitle = "Kopie van een gesprek"
    let undrawn = "Deze tekens konden we niet tekenen. Ze staan er als vakje:"
    func between(_ names: String) -> String { "Tussen \(names)" }
    func made(_ day: String, by name: String) -> String { "Kopie van \(day), gemaakt door \(name)" }
    func count(_ messages: Int) -> String { messages == 1 ? "1 bericht" : "\(Language.nl.number(messages)) berichten" }
    func file(_ name: String, _ note: String) -> String { "Met bestand: \(name) (\(note))" }
}

struct EnglishMessageCopy: MessageCopyWords {
    let title = "Take this conversation along"
    let lead = "You get a file with the text. Keep it safe: whoever opens it reads along."
    let short = "Copy"
    let what = "What do you take along?"
    let days = "Some days"
    let all = "The whole conversation"
    let kind = "As what kind of file?"
    let pdf = "PDF"
    let pdfText = "To read and to print."
    let text = "Text"
    let textText = "The words alone, without layout."
    let from = "From which day?"
    let until = "Until which day?"
    let button = "Make a copy"
    let one = "Take this message along"
    let noDay = "Choose a day."
    let endsBefore = "Choose a day after the first day."
    let tooMuch = "This is too much for one file. Choose fewer days."
    let noPaper = "A PDF can't be made now. Choose text, or ask your administrator."
    let fileName = "conversation"
    let paperTitle = "Copy of a conversation"
    let undrawn = "We could not draw these letters. They stand there as a box:"
    func between(_ names: String) -> String { "Between \(names)" }
    func made(_ day: String, by name: String) -> String { "Copy of \(day), made by \(name)" }
    func count(_ messages: Int) -> String { messages == 1 ? "1 message" : "\(Language.en.number(messages)) messages" }
    func file(_ name: String, _ note: String) -> String { "With a file: \(name) (\(note))" }
}
