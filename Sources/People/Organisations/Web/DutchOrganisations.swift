// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules

struct DutchOrganisations: OrganisationWords {
    let title = "Organisaties"
    let lead = "Jij regelt wie er voor welke organisatie werkt. Gezinnen zie je hier niet."
    let grounds = "Grondslagen om te delen"
    let norms = "Termijnen"
    let none = "Er zijn nog geen organisaties"
    let noneText = "Voeg de eerste toe. Daarna nodig je de mensen uit die er werken."
    func people(_ count: Int) -> String { count == 1 ? "1 professional" : "\(count) professionals" }
    let add = "Organisatie toevoegen"
    let name = "Naam van de organisatie"
    let kind = "Wat voor organisatie is het?"
    let kindMissing = "Kies wat voor organisatie het is."
    let nameMissing = "Vul de naam in."
    let unreadable = "Gebruik één regel van hoogstens 120 gewone tekens."
    func name(_ kind: Organisation.Kind) -> String {
        switch kind {
        case .areaTeam: "Wijkteam of gebiedsteam"
        case .municipality: "Gemeente"
        case .school: "School"
        case .generalPractice: "Huisartsenpraktijk"
        case .careProvider: "Jeugdhulpaanbieder"
        case .youthProtection: "Gecertificeerde instelling"
        case .healthService: "Jeugdgezondheidszorg"
        case .other: "Anders"
        }
    }

    func peopleLead(_ organisation: String) -> String { "Wie er werkt voor \(organisation)." }
    let nobody = "Hier werkt nog niemand"
    let nobodyText = "Nodig de eerste professional uit."
    let invite = "Iemand uitnodigen"
    let waysNone = "Kan nog niet inloggen"
    let waysSome = "Kan inloggen"
    func sessions(_ count: Int) -> String {
        count == 1 ? "Nu ingelogd op 1 apparaat" : "Nu ingelogd op \(count) apparaten"
    }

    let inviteTitle = "Nodig iemand uit"
    func inviteLead(_ organisation: String) -> String {
        "Die gaat werken voor \(organisation). Je krijgt een kaart met een code om te geven."
    }
    let personName = "Naam"
    let personNameMissing = "Vul de naam in."
    let jobTitle = "Functie, zoals jullie die noemen"
    let jobTitleHint = "Zo lezen gezinnen het, bijvoorbeeld gezinswerker."
    let jobTitleMissing = "Vul de functie in."
    let function = "Soort functie"
    let functionMissing = "Kies de soort functie."
    let known = "Werkt die al voor een andere organisatie?"
    let knownHint = "Vul dan de inlognaam in. Het account blijft hetzelfde. Laat het anders leeg."
    let knownUnknown = "Er is geen professional met deze inlognaam."
    let makeAccount = "Account maken"
    func name(_ function: Professional.Function) -> String {
        switch function {
        case .familyWorker: "Gezinswerker"
        case .teamLead: "Teamleider"
        case .youthProtectionWorker: "Jeugdbeschermer"
        case .therapist: "Therapeut"
        case .generalPractitioner: "Huisarts"
        case .practiceCounsellor: "Praktijkondersteuner jeugd"
        case .youthHealthNurse: "Jeugdverpleegkundige"
        case .teacher: "Leraar"
        case .schoolCounsellor: "Intern begeleider"
        case .dutyWorker: "Medewerker van de bereikbaarheidsdienst"
        case .policyAdviser: "Beleidsadviseur"
        case .other: "Anders"
        }
    }

    func title(_ act: PersonAct) -> String {
        switch act {
        case .card: "Maak een nieuwe kaart"
        case .sessions: "Log overal uit"
        case .lost: "Sluit het account af"
        case .work: "Werkt hier niet meer"
        case .trained: "Is opgeleid voor gesloten trajecten"
        case .untrained: "Is niet meer opgeleid voor gesloten trajecten"
        case .youth: "Heeft kennis van jeugd"
        case .youthEnded: "Heeft geen kennis van jeugd meer"
        case .reporter: "Is meldingsbevoegd"
        case .reporterEnded: "Is niet meer meldingsbevoegd"
        }
    }
    func text(_ act: PersonAct) -> String {
        switch act {
        case .card:
            "Geef de kaart zelf, of stuur haar per post. Zeg de cijfers aan de telefoon. Oude kaarten werken niet meer."
        case .sessions: "Voor als een apparaat weg is. Opnieuw inloggen kan meteen."
        case .lost:
            "Voor als iemand anders misschien het wachtwoord heeft. Niemand komt er meer in zonder een nieuwe kaart."
        case .work: "Vanaf vandaag. Het account blijft voor andere organisaties."
        case .trained:
            "Voor eergeweld, huwelijksdwang, uitbuiting en ontvoering. Die collega mag een gezin voor iemand afsluiten."
        case .untrained: "Die collega mag dan geen gesloten traject meer beginnen."
        case .youth: "Die collega mag inschatten hoe veilig het is voor een kind, en meetekenen met anderen."
        case .youthEnded: "Die collega schat dan alleen nog in met iemand die meetekent."
        case .reporter: "Voor de verwijsindex van de regio. Die collega legt vast welke match er kwam."
        case .reporterEnded: "Die collega legt dan geen matches meer vast."
        }
    }
    let elsewhere = "Dit account regel je niet hier. Vraag het de beheerder van deze Rondom."
    let phone = "Telefoonnummer"
    let phoneLead = "Wie hier werkt en geen account heeft, wordt op dit nummer teruggebeld."
    let phoneHint = "Kijk het na in een gids of op een brief. Leeg betekent: niemand komt hier te gast."
    let phoneWrong = "Vul een nummer in van tien cijfers of meer."
    let phoneSave = "Bewaar het nummer"
    let administrators = "Beheerders van deze organisatie"
    func administratorsLead(_ organisation: String) -> String {
        "Zij regelen wie er werkt voor \(organisation), en voor geen andere organisatie. Gezinnen zien ze niet."
    }
    let appoint = "Beheerder toevoegen"
    func done(_ act: PersonAct) -> String {
        switch act {
        case .card: "De kaart is gemaakt."
        case .sessions: "Overal uitgelogd."
        case .lost: "Het account is afgesloten. Maak een nieuwe kaart om het weer te openen."
        case .work: "Het werk hier is gestopt."
        case .trained: "Vastgelegd."
        case .untrained: "Vastgelegd."
        case .youth: "Vastgelegd."
        case .youthEnded: "Vastgelegd."
        case .reporter: "Vastgelegd."
        case .reporterEnded: "Vastgelegd."
        }
    }
    let added = "Toegevoegd."
}
