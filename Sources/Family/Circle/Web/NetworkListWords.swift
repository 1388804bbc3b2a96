// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import Site

/// What the pages say on which a list of people from another system is read in.
protocol NetworkListWords: Sendable {
    var title: String { get }
    var door: String { get }
    var lead: String { get }
    var file: String { get }
    var fileHint: String { get }
    var pasted: String { get }
    var pastedHint: String { get }
    var read: String { get }
    var missing: String { get }
    var oneFile: String { get }
    func wrong(_ flaw: NetworkListFlaw) -> String

    func people(_ count: Int) -> String
    var peopleLead: String { get }
    func left(_ count: Int) -> String
    var leftText: String { get }
    var forWhom: String { get }
    var forWhomHint: String { get }
    func nameless(_ place: Int) -> String
    var chosen: String { get }
    var known: String { get }
    var name: String { get }
    var role: String { get }
    var choose: String { get }
    var function: String { get }
    var organisation: String { get }
    var send: String { get }

    var roleMissing: String { get }
    var forNobody: String { get }
    var nobodyChosen: String { get }
    /// What somebody does, and who is meant.
    func work(_ work: String, of name: String) -> String
}

extension Language {
    var networkLists: any NetworkListWords {
        switch self {
        case .nl: DutchNetworkLists()
        case .en: EnglishNetworkLists()
        }
    }
}

private struct DutchNetworkLists: NetworkListWords {
    let title = "Een lijst inlezen"
    let door = "Staat al ergens wie er om jullie heen staan? Nodig hen in één keer uit."
    let lead =
        "Heb je een lijst uit een ander systeem of een rekenblad? Je kijkt eerst na wie erop staan. Daarna nodig je hen uit."
    let file = "Of kies een bestand"
    let fileHint =
        "Een CSV-bestand met een kolom ‘naam’. Kolommen als ‘rol’ en ‘organisatie’ lezen we ook. De rest lezen we niet."
    let pasted = "Plak de lijst hier"
    let pastedHint = "Op de eerste regel staat wat de kolommen zijn, zoals: naam; rol; organisatie."
    let read = "Lijst inlezen"
    let missing = "Plak de lijst, of kies een bestand."
    let oneFile = "Kies één bestand."
    func wrong(_ flaw: NetworkListFlaw) -> String {
        switch flaw {
        case .tooLarge: "Dit bestand is te groot. Kies een lijst van hooguit 128 kB."
        case .notText: "Dit is geen tekst. Bewaar de lijst als CSV, en kies die."
        case .empty: "Hier staat niemand in. Onder de namen van de kolommen moet minstens één regel staan."
        case .noNames: "We zien geen kolom met namen. Noem een kolom ‘naam’."
        case .tooMany: "Er staan meer dan \(NetworkList.most) mensen op. Haal weg wie niet bij dit gezin hoort."
        }
    }

    func people(_ count: Int) -> String { count == 1 ? "Eén iemand op de lijst" : "\(count) mensen op de lijst" }
    let peopleLead =
        "Kijk na of het klopt. Iedereen krijgt te zien wat bij de rol past, en niet meer. Mag iemand een ander niet tegenkomen? Laat die hier uit, en nodig die apart uit."
    func left(_ count: Int) -> String { count == 1 ? "Eén iemand staat nog uit" : "\(count) mensen staan nog uit" }
    let leftText = "Vul aan wat ontbreekt en zet het vinkje, of laat hen uit."
    let forWhom = "Voor wie doen ze mee?"
    let forWhomHint = "Wie alleen voor kinderen of alleen voor ouders komt, doet alleen mee voor hen."
    func nameless(_ place: Int) -> String { "Regel \(place)" }
    let chosen = "Uitnodigen"
    let known = "Iemand met deze naam doet al mee, of is al uitgenodigd."
    let name = "Naam"
    let role = "Rol"
    let choose = "Kies een rol"
    let function = "Wie is dat, of wat komt diegene doen?"
    let organisation = "Organisatie (bij een hulpverlener)"
    let send = "Deze mensen uitnodigen"

    let roleMissing = "Kies een rol."
    let forNobody =
        "Voor wie je hierboven koos, past deze rol niet. Kies daar ook een ouder of een kind, of kies een andere rol."
    let nobodyChosen = "Zet bij minstens één iemand een vinkje."
    func work(_ work: String, of name: String) -> String { "\(work) (\(name))" }
}

private struct EnglishNetworkLists: NetworkListWords {
    let title = "Read in a list"
    let door = "Is it written down somewhere who is around you? Invite them all at once."
    let lead =
        "Do you have a list from another system or a spreadsheet? First you look through who is on it. Then you invite them."
    let file = "Or choose a file"
    let fileHint =
        "A CSV file with a column ‘name’. Columns such as ‘role’ and ‘organisation’ are read, too. The rest is not."
    let pasted = "Paste the list here"
    let pastedHint = "The first line says what the columns are, such as: name; role; organisation."
    let read = "Read in the list"
    let missing = "Paste the list, or choose a file."
    let oneFile = "Choose one file."
    func wrong(_ flaw: NetworkListFlaw) -> String {
        switch flaw {
        case .tooLarge: "This file is too large. Choose a list of 128 kB at most."
        case .notText: "This is no text. Save the list as CSV, and choose that."
        case .empty: "Nobody is in it. Under the names of the columns there must be one line at least."
        case .noNames: "We see no column with names. Call one ‘name’."
        case .tooMany: "More than \(NetworkList.most) people are on it. Take away who does not belong to this family."
        }
    }

    func people(_ count: Int) -> String { count == 1 ? "One person on the list" : "\(count) people on the list" }
    let peopleLead =
        "See whether it is right. All get to see what goes with their role, and no more. Must somebody not meet another? Leave them out here, and invite them apart."
    func left(_ count: Int) -> String { count == 1 ? "One person is left out yet" : "\(count) people are left out yet" }
    let leftText = "Fill in what is missing and tick the box, or leave them out."
    let forWhom = "For whom do they take part?"
    let forWhomHint = "Who comes for children alone or for parents alone takes part for them only."
    func nameless(_ place: Int) -> String { "Line \(place)" }
    let chosen = "Invite"
    let known = "Somebody of this name takes part already, or was invited."
    let name = "Name"
    let role = "Role"
    let choose = "Choose a role"
    let function = "Who is that, or what do they come to do?"
    let organisation = "Organisation (of a helper)"
    let send = "Invite these people"

    let roleMissing = "Choose a role."
    let forNobody =
        "This role does not go with whom you chose above. Choose a parent or a child there, too, or another role."
    let nobodyChosen = "Tick the box of one person at least."
    func work(_ work: String, of name: String) -> String { "\(work) (\(name))" }
}
