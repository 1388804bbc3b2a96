// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchAccess: AccessWords {
    let title = "Wie keek mee"
    let lead = "Hier zie je wie in jullie gegevens keek. Klopt er iets niet? Vraag het gewoon."
    let takeAlong = "Afdrukken"
    func did(_ action: AccessRecord.Action, _ item: ItemName.Kind?, subject: String?) -> String {
        switch (item, action) {
        case (.conversation, .read): "las het gesprek \(quoted(subject))."
        case (.conversation, .execute): "maakte een kopie van het gesprek \(quoted(subject))."
        case (.conversation, _): "schreef in het gesprek \(quoted(subject))."
        case (.circle, .read): "keek wie er in de kring zit."
        case (.circle, _): "veranderde iets in de kring."
        case (.promise, _), (.concern, _): "keek naar een afspraak."
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
            case .concern: "melding"
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
