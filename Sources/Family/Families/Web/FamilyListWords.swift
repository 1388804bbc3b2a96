// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What the list of families says.
protocol FamilyListWords: Sendable {
    var title: String { get }
    func lead(_ count: Int) -> String
    func family(_ name: String) -> String
    var erased: String { get }
    func age(_ years: Int) -> String
    func unread(_ count: Int) -> String
    func promises(_ count: Int, next due: String) -> String
    var nothingWaits: String { get }
    var youDirect: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    var people: String { get }
}

extension Language {
    var families: any FamilyListWords {
        switch self {
        case .nl: DutchFamilyList()
        case .en: EnglishFamilyList()
        }
    }
}

private struct DutchFamilyList: FamilyListWords {
    let title = "Gezinnen"
    func lead(_ count: Int) -> String {
        count == 1 ? "In één kring doe jij mee." : "In \(Language.nl.count(count)) kringen doe jij mee."
    }
    func family(_ name: String) -> String { "Gezin \(name)" }
    let erased = "Dit gezin is gewist"
    func age(_ years: Int) -> String { "\(years)" }
    func unread(_ count: Int) -> String { count == 1 ? "1 nieuw bericht" : "\(count) nieuwe berichten" }
    func promises(_ count: Int, next due: String) -> String {
        count == 1 ? "Jij moet nog 1 ding doen: \(due)" : "Jij moet nog \(count) dingen doen, het eerste \(due)"
    }
    let nothingWaits = "Er wacht niets op jou."
    let youDirect = "Jij bent regisseur"
    let emptyTitle = "Hier staan straks je gezinnen"
    let emptyText = "Je zit nog in geen enkele kring. Vraag de regisseur van het gezin om je uit te nodigen."
    let people = "Gezinnen waar jij bij hoort"
}

private struct EnglishFamilyList: FamilyListWords {
    let title = "Families"
    func lead(_ count: Int) -> String {
        count == 1 ? "You are in one circle." : "You are in \(Language.en.count(count)) circles."
    }
    func family(_ name: String) -> String { "The \(name) family" }
    let erased = "This family was erased"
    func age(_ years: Int) -> String { "\(years)" }
    func unread(_ count: Int) -> String { count == 1 ? "1 new message" : "\(count) new messages" }
    func promises(_ count: Int, next due: String) -> String {
        count == 1 ? "You still owe 1 thing: \(due)" : "You still owe \(count) things, the first \(due)"
    }
    let nothingWaits = "Nothing is waiting for you."
    let youDirect = "You are the director"
    let emptyTitle = "Your families will stand here"
    let emptyText = "You are not in any circle yet. Ask the family's director to invite you."
    let people = "Families you belong to"
}
