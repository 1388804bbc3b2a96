// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages about who looked say.
protocol AccessWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var takeAlong: String { get }
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String
    func isOur(_ part: Direction.Kind) -> String
    var isFirstContact: String { get }
    func isIn(circleOf names: String) -> String
    var times: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    func month(_ name: String) -> String
    var months: String { get }
    var fullTitle: String { get }
    var fullLead: String { get }
    var when: String { get }
    var who: String { get }
    var role: String { get }
    var action: String { get }
    var dossier: String { get }
    var ground: String { get }
    var outcome: String { get }
    var from: String { get }
    var erasedAccount: String { get }
    func role(_ role: LookerRole) -> String
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String
    func ground(_ ground: Ground) -> String
    func outcome(_ outcome: AccessRecord.Outcome) -> String
    var noDossier: String { get }
    var caption: String { get }
}

extension Language {
    var access: any AccessWords {
        switch self {
        case .nl: DutchAccess()
        case .en: EnglishAccess()
        }
    }
}

private struct DutchAccess: AccessWords {
    let title = "Wie keek mee"
    let lead = "Hier zie je wie in jullie gegevens keek. Klopt er iets niet? Vraag het gewoon."
    let takeAlong = "Afdrukken"
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String {
        switch (item, action) {
        case (.conversation, .read): "las het gesprek \(quoted(subject))."
        case (.conversation, _): "schreef in het gesprek \(quoted(subject))."
        case (.circle, .read): "keek wie er in de kring zit."
        case (.circle, _): "veranderde iets in de kring."
        case (.promise, _): "keek naar een afspraak."
        case (.accessLog, _): "keek wie er meekeek."
        case (.family, .read): "keek naar de lijst met gesprekken."
        case (.family, _): "veranderde iets."
        case (nil, _): "zag jullie naam in de lijst met gezinnen."
        }
    }
    private func quoted(_ subject: String?) -> String { subject.map { "“\($0)”" } ?? "dat gewist is" }
    func isOur(_ part: Direction.Kind) -> String { "Dat is de regisseur." }
    let isFirstContact = "Dat is het vaste aanspreekpunt."
    func isIn(circleOf names: String) -> String { "Zit in de kring van \(names)." }
    let times = "Om"
    let emptyTitle = "In deze maand keek niemand mee"
    let emptyText = "Opent een hulpverlener jullie gegevens, dan staat dat hier dezelfde dag."
    func month(_ name: String) -> String { name }
    let months = "Andere maanden"
    let fullTitle = "Inzagelog"
    let fullLead = "Alle inzage in alle dossiers, de laatste eerst. Wat er in een dossier staat, zie je hier niet."
    let when = "Wanneer"
    let who = "Wie"
    let role = "Rol"
    let action = "Wat"
    let dossier = "Dossier"
    let ground = "Grondslag"
    let outcome = "Uitkomst"
    let from = "Vanaf"
    let erasedAccount = "gewist account"
    func role(_ role: LookerRole) -> String {
        switch role {
        case .family: "gezin"
        case .relative: "naaste"
        case .professional: "hulpverlener"
        case .privacyOfficer: "privacyfunctionaris"
        case .stranger: "niet in de kring"
        }
    }
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String {
        let what =
            switch item {
            case .circle: "kring"
            case .conversation: "gesprek"
            case .promise: "afspraak"
            case .accessLog: "inzagelog"
            case .family: "lijst"
            }
        return switch action {
        case .create: "\(what), schrijven"
        case .read: "\(what), lezen"
        case .update: "\(what), wijzigen"
        case .delete: "\(what), wissen"
        case .execute: "\(what), uitvoeren"
        }
    }
    func ground(_ ground: Ground) -> String {
        switch ground {
        case .ownPerson: "eigen gegevens"
        case .authority: "gezag"
        case .letInByChild: "toestemming van de jongere"
        case .membership: "lid van de kring"
        case .privacyOfficer: "toezicht"
        case .none: "geen"
        }
    }
    func outcome(_ outcome: AccessRecord.Outcome) -> String {
        switch outcome {
        case .granted: "toegelaten"
        case .refused: "geweigerd"
        }
    }
    let noDossier = "geen"
    let caption = "Inzage"
}

private struct EnglishAccess: AccessWords {
    let title = "Who looked"
    let lead = "Here you see who looked at your information. Something not right? Just ask."
    let takeAlong = "Print"
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String {
        switch (item, action) {
        case (.conversation, .read): "read the conversation \(quoted(subject))."
        case (.conversation, _): "wrote in the conversation \(quoted(subject))."
        case (.circle, .read): "looked who is in the circle."
        case (.circle, _): "changed something in the circle."
        case (.promise, _): "looked at a promise."
        case (.accessLog, _): "looked who had looked."
        case (.family, .read): "looked at the list of conversations."
        case (.family, _): "changed something."
        case (nil, _): "saw your name in the list of families."
        }
    }
    private func quoted(_ subject: String?) -> String { subject.map { "“\($0)”" } ?? "that was erased" }
    func isOur(_ part: Direction.Kind) -> String { "That is the director." }
    let isFirstContact = "That is the first contact."
    func isIn(circleOf names: String) -> String { "Is in the circle of \(names)." }
    let times = "At"
    let emptyTitle = "Nobody looked in this month"
    let emptyText = "When a professional opens your information, it stands here the same day."
    func month(_ name: String) -> String { name }
    let months = "Other months"
    let fullTitle = "Access log"
    let fullLead = "All access to all dossiers, latest first. What is in a dossier you do not see here."
    let when = "When"
    let who = "Who"
    let role = "Role"
    let action = "What"
    let dossier = "Dossier"
    let ground = "Ground"
    let outcome = "Outcome"
    let from = "From"
    let erasedAccount = "erased account"
    func role(_ role: LookerRole) -> String {
        switch role {
        case .family: "family"
        case .relative: "relative"
        case .professional: "professional"
        case .privacyOfficer: "privacy officer"
        case .stranger: "not in the circle"
        }
    }
    func action(_ action: AccessRecord.Action, _ item: ItemName.Kind) -> String {
        let what =
            switch item {
            case .circle: "circle"
            case .conversation: "conversation"
            case .promise: "promise"
            case .accessLog: "access log"
            case .family: "list"
            }
        return switch action {
        case .create: "\(what), write"
        case .read: "\(what), read"
        case .update: "\(what), change"
        case .delete: "\(what), erase"
        case .execute: "\(what), execute"
        }
    }
    func ground(_ ground: Ground) -> String {
        switch ground {
        case .ownPerson: "own information"
        case .authority: "authority"
        case .letInByChild: "the young person's yes"
        case .membership: "member of the circle"
        case .privacyOfficer: "supervision"
        case .none: "none"
        }
    }
    func outcome(_ outcome: AccessRecord.Outcome) -> String {
        switch outcome {
        case .granted: "granted"
        case .refused: "refused"
        }
    }
    let noDossier = "none"
    let caption = "Access"
}
