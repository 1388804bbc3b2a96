// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct DutchSite: SiteWords {
    let toContent = "Naar de inhoud"
    let navigation = "Hoofdmenu"
    let aboutYou = "jouw gegevens en uitloggen"
    let leaveQuickly = "Snel weg"
    let demoName = "Oefenomgeving"
    let demoTitle = "Dit is een oefenomgeving."
    let demoText = "De mensen zijn verzonnen. Vul geen echte gegevens in."
    let error = "Fout"
    let acute = "Acuut"
    let late = "Te laat"
    let begun = "Bezig"
    let done = "Klaar"
    let notBegun = "Nog niet begonnen"
    let director = "regisseur"
    let firstContact = "aanspreekpunt"
    let somebodyElse = "nog iemand?"
    let pages = "Bladzijden"
    let newer = "Nieuwer"
    let older = "Eerder"
    let print = "Afdrukken"
    let you = "Jij"
    let send = "Versturen"
    let liveStopped = "Nieuwe berichten komen niet meer vanzelf binnen."
    let unreached = "Er is geen verbinding. Je tekst staat hier nog. Verstuur hem zo nog eens."
    let reload = "Haal de bladzijde opnieuw op"
    let newMessage = "Er is een nieuw bericht."
    let accessibility = "Toegankelijkheid"
    let toStart = "Naar het begin"

    func missing(_ count: Int) -> String {
        switch count {
        case 1: "Er klopt nog één ding niet"
        default: "Er kloppen nog \(Language.nl.count(count)) dingen niet"
        }
    }

    func hadRead(_ names: String) -> String { "Al gelezen door \(names)." }
    func readBy(_ names: String) -> String { "Gelezen door \(names)." }
    func readByNobodyYet(of names: String) -> String { "Nog niet gelezen door \(names)." }
    func notYetReadBy(_ names: String) -> String { "Nog niet door \(names)." }

    func readers(_ count: Int) -> String {
        switch count {
        case 1: "Alleen jij kunt dit lezen"
        default: "\(Language.nl.count(count).capitalised) mensen kunnen dit lezen"
        }
    }

    func cannotRead(_ names: String, count: Int) -> String {
        "\(names) \(count == 1 ? "kan" : "kunnen") dit niet lezen.".capitalised
    }

    func children(_ count: Int) -> String { count == 1 ? "1 kind" : "\(count) kinderen" }

    func to(_ names: String) -> String { "Aan \(names)" }

    func problem(_ kind: Problem.Kind) -> (title: String, text: String) {
        switch kind {
        case .notFound:
            ("Deze bladzijde is er niet", "Misschien is het adres anders, of mag je die niet zien. Ga naar het begin.")
        case .malformed:
            ("Dit konden we niet lezen", "Ga terug en probeer het nog eens. Je tekst staat daar misschien nog.")
        case .formExpired:
            (
                "Deze bladzijde stond te lang open",
                "We hebben niets opgeslagen. Ga terug, kopieer je tekst, haal de bladzijde opnieuw op en verstuur nog eens."
            )
        case .notAllowedHere: ("Dit kan hier niet", "Ga terug en gebruik de knop op de bladzijde.")
        case .tooLarge: ("Dit is te groot", "Maak je tekst korter en verstuur nog eens.")
        case .wrongType: ("Dit konden we niet lezen", "Vul het in op de bladzijde zelf en verstuur nog eens.")
        case .tooOften: ("Even rustig aan", "Je probeerde dit te vaak. Wacht een paar minuten.")
        case .broken:
            ("Er ging bij ons iets mis", "We weten niet of het gelukt is. Kijk even, en probeer het anders nog eens.")
        case .busy: ("Het is nu te druk", "Er is niets opgeslagen. Probeer het over een minuut nog eens.")
        }
    }
}
