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
        case (.promise, _), (.concern, _), (.hold, _), (.emergency, _), (.safetyCard, _),
            (.decision, _):
            "keek naar een afspraak."
        case (.accessLog, _): "keek wie er meekeek."
        case (.family, .execute): "maakte een kaartje om mee in te loggen."
        case (.family, .read): "keek naar de lijst met gesprekken."
        case (.family, _): "veranderde iets."
        case (.consent, .read): "keek wie wat mag weten."
        case (.consent, _): "wijzigde wie wat mag weten."
        case (.question, .read): "las je vraag."
        case (.question, _): "gaf antwoord op je vraag."
        case (.story, .read): "las je verhaal."
        case (.story, _): "schreef aan je verhaal, of liet weten dat het gelezen is."
        case (.note, .read): "las contactnotities."
        case (.note, .execute): "maakte een kopie van contactnotities."
        case (.note, _): "schreef een contactnotitie."
        case (.objection, .read): "las wat je stuurde."
        case (.objection, _): "gaf antwoord op wat je stuurde."
        case (.direction, .read): "keek wie de regie heeft."
        case (.direction, _): "veranderde iets in de regie."
        case (.handover, .read): "keek naar een overdracht."
        case (.handover, _): "deed iets aan een overdracht."
        case (.timeline, _): "las de tijdlijn."
        case (.plan, .read), (.goal, .read), (.action, .read): "las het plan."
        case (.plan, .execute): "maakte een kopie van het plan."
        case (.plan, _), (.goal, _), (.action, _): "werkte aan het plan."
        case (.meeting, .read): "keek naar een overleg."
        case (.meeting, _): "werkte aan een overleg."
        case (.copy, _): "maakte of haalde een volledige kopie."
        case (.forgetting, _): "keek naar een verzoek om te wissen."
        case (.consult, _): "keek naar een vraag zonder namen."
        case (.referral, .read): "keek naar een verwijzing."
        case (.referral, _): "deed iets aan een verwijzing."
        case (.proposal, .read): "keek naar een hulpvoorstel."
        case (.proposal, _): "deed iets aan een hulpvoorstel."
        case (.provision, .read): "keek naar een besluit van de gemeente."
        case (.provision, _): "deed iets aan een besluit van de gemeente."
        case (.indication, _): "keek naar een veiligheidsinschatting."
        case (.match, _): "keek naar een match."
        case (.careReport, _): "keek naar een zorgmelding."
        case (.guestRequest, _): "keek naar een verzoek om een code."
        case (.outsideReferral, .read): "keek naar wat een gast vroeg."
        case (.outsideReferral, _): "deed iets aan wat een gast vroeg."
        case (.assignment, _): "keek naar een toewijzing."
        case (.reportMessage, _): "keek naar een zorgmelding die niet te lezen was."
        case (.reportOrigin, _): "keek wie een zorgmelding deed."
        case (.keeping, _): "keek hoe lang iets bewaard wordt."
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
    let newest = "Haal het nieuwste op"
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
            case .story: "verhaal"
            case .note: "contactnotitie"
            case .objection: "Niet mee eens?"
            case .plan: "plan"
            case .goal: "doel"
            case .action: "actie"
            case .meeting: "overleg"
            case .accessLog: "inzagelog"
            case .emergency: "noodtoegang"
            case .safetyCard: "veiligheidskaart"
            case .hold: "vastgehouden"
            case .question: "vraag"
            case .consent: "toestemming"
            case .family: "lijst"
            case .direction: "regie"
            case .handover: "overdracht"
            case .timeline: "tijdlijn"
            case .copy: "volledige kopie"
            case .consult: "vraag zonder namen"
            case .careReport: "zorgmelding"
            case .guestRequest: "verzoek om een code"
            case .outsideReferral: "van buiten gevraagd"
            case .assignment: "toewijzing"
            case .reportMessage: "zorgmelding die niet te lezen was"
            case .reportOrigin: "melder van een zorgmelding"
            case .referral: "verwijzing"
            case .forgetting: "verzoek om te wissen"
            case .keeping: "bewaren"
            case .proposal: "hulpvoorstel"
            case .provision: "besluit van de gemeente"
            case .indication: "veiligheidsinschatting"
            case .match: "match verwijsindex"
            case .decision: "besluit van twee"
            }
        return switch action {
        case .create: "\(what), schrijven"
        case .read: "\(what), lezen"
        case .update: "\(what), wijzigen"
        case .delete: "\(what), wissen"
        case .execute: "\(what), uitvoeren"
        }
    }
    func ground(_ ground: ReadingGround) -> String {
        switch ground {
        case .ownPerson: "eigen gegevens"
        case .authority: "gezag"
        case .letInByChild: "toestemming van de jongere"
        case .membership: "lid van de kring"
        case .invitation: "uitnodiging"
        case .asked: "gevraagd waarom"
        case .emergency: "noodtoegang"
        case .second: "tweede professional"
        case .teamLead: "teamleider"
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
    let why = "Waarom?"
    let whyYou = "Waarom keek je?"
    func youAsked(_ day: String) -> String { "Jij vroeg, \(day)" }
    let notAnswered = "Nog geen antwoord"
    let withdraw = "Vraag intrekken"
    let withdrawn = "Ingetrokken"
    let withdrawnText = "Je wacht niet meer op antwoord."
    let withdrawnByAsker = "Wie het vroeg, trok de vraag in. Je hoeft niets te doen."
    let notAnsweredText = "Je krijgt binnen vijf werkdagen antwoord. Het staat dan hier."
    func answered(_ name: String, _ day: String) -> String { "\(name) antwoordde, \(day)" }
    let erasedAnswer = "Dit is gewist."
    func askTitle(_ name: String) -> String { "Vraag \(name) waarom" }
    func askLead(_ name: String) -> String {
        "\(name) antwoordt binnen vijf werkdagen. Alleen jij ziet vraag en antwoord."
    }
    let askForm = "Jouw vraag"
    let askLabel = "Wil je er iets bij zeggen?"
    let askHint = "Dat hoeft niet. Laat het leeg om alleen te vragen waarom."
    let questionTitle = "Vraag"
    func questionTitle(_ asker: String) -> String { "\(asker) vraagt waarom" }
    let questionLead = "Vertel in gewone woorden waarom je keek. Alleen wie het vraagt, leest je antwoord."
    let questionLeadOfColleague = "Een collega van jou keek. Jij mag antwoorden. Alleen wie het vraagt, leest het."
    let somebody = "Iemand"
    func aboutDay(_ day: String) -> String { "Het gaat over \(day)" }
    func quotedLine(_ phrase: String) -> String { "In het overzicht staat: \(phrase)" }
    func asks(_ name: String, _ day: String) -> String { "\(name) vroeg, \(day)" }
    let answerForm = "Geef antwoord"
    let answerLabel = "Jouw antwoord"
    let answerHint = "Schrijf waarvoor je het nodig had."
    let namesTitle = "Naam of functie"
    let namesLead = "Is een naam gevaarlijk? Dan ziet het gezin bij “Wie keek mee” alleen de functie."
    func seenAs(_ name: String) -> String { "Het gezin ziet nu: \(name)." }
    let showName = "Toon weer de naam"
    let showFunction = "Toon alleen de functie"
    func functionReason(_ function: String) -> String { "Waarom liever “\(function)” dan de naam?" }
    let whyFunction = "Schrijf waarom de naam beter niet te zien is."
    let noDossier = "geen"
    let caption = "Inzage"
}
