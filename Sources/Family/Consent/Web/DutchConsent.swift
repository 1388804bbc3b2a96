// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

struct DutchConsent: ConsentWords {
    let title = "Wie mag wat weten"
    let lead = "Per persoon zie je wie wat mag weten, en wie daar ja op zei."
    let door = "Wie ja zei, tot wanneer, en hoe je stopt."
    let who = "Wie"
    let what = "Wat"
    let until = "Tot"
    let state = "Stand"
    let before = "Eerder"
    let nothing = "Er is nog niets gevraagd."
    let noEnd = "Tot iemand stopt"
    func letIn(_ day: String) -> String { "In de kring sinds \(day)." }
    func askFor(_ asked: Asked) -> String { asked == .share ? "Vraag of je iets mag delen" : "Vraag of hulp mag" }
    func askForText(_ asked: Asked) -> String {
        asked == .share ? "Met de school, de huisarts of een ander." : "Wie ja moet zeggen, staat er vanzelf bij."
    }
    func question(_ asked: Asked, _ party: String) -> String {
        asked == .share ? "Mag \(party) dit weten?" : "Mag \(party) zo helpen?"
    }
    func asks(_ name: String, on day: String) -> String { "\(name) vraagt dit sinds \(day)." }
    let about = "Over wie"
    let purpose = "Waarvoor"
    let with = "Met wie"
    let help = "Welke hulp"
    func outcome(_ outcome: Consent.Outcome, _ names: String) -> String {
        switch outcome {
        case .waits: "Wacht op \(names)"
        case .agreed: names.isEmpty ? "Ja" : "Ja van \(names)"
        case .refused: "Nee van \(names)"
        case .decided(.seriousHarm): "Toch, om ernstige schade te voorkomen"
        case .decided(.persists): "Toch, omdat de jongere dit blijft willen"
        case .decided(.urgentNeed): "Toch, omdat wachten niet kon"
        case .notNeeded: "Geen toestemming nodig door de maatregel"
        case .past: "Voorbij"
        case .ended: "Gestopt"
        case .unanswered: "Geen antwoord gekregen"
        case .stopped(let reason): self.reason(reason)
        }
    }
    func reason(_ reason: WhoMustAgree.Reason) -> String {
        switch reason {
        case .authorityAbsent: "Niemand heeft nu het gezag"
        case .authorityUndeterminable: "Het is niet duidelijk wie het gezag heeft"
        case .authorityUnderInvestigation: "Er wordt uitgezocht wie het gezag heeft"
        case .authorityNotNoted: "Het gezag is niet ingevuld"
        case .authorityElsewhere: "Iemand buiten het gezin heeft ook gezag"
        case .noRepresentative: "Er is niemand die namens deze persoon beslist"
        }
    }
    let yourAnswer = "Jouw antwoord"
    let yes = "Ja, dat mag"
    let no = "Nee, liever niet"
    let send = "Antwoord versturen"
    let answerMissing = "Kies ja of nee."
    func answerAbout(_ name: String) -> String { "Mag dit over \(name)?" }
    let mayStop = "Je mag altijd stoppen. Zeg je nee, dan blijft andere hulp gewoon doorgaan."
    let narrower = "Ja, maar minder"
    let narrowerText = "Schrijf op wat wel mag. Wie nog meer ja moet zeggen, krijgt jouw woorden te lezen."
    let narrowerHint = "Haal weg wat je niet wilt delen."
    let narrowerButton = "Ja hierop"
    let over = "Dit is al geregeld"
    let overText = "Iemand antwoordde net, of het is gestopt. Kijk hoe het nu staat."
    let toTable = "Wie mag wat weten"
    let court = "Eén nee is hier een nee"
    let courtText =
        "Praat er samen over, of vraag gratis hulp van een cliëntondersteuner. Komen jullie er niet uit? Dan kan de rechter beslissen (BW 1:253a)."
    let parents = "Kan het niet anders? Dan staat hieronder wat een hulpverlener mag besluiten."
    let history = "Hoe het ging"
    func said(_ who: String, _ answer: Consent.Answer, about name: String, _ how: Consent.How) -> String {
        let way = how == .inRondom ? "" : how == .onPaper ? " op papier" : " in een gesprek"
        return switch answer {
        case .yes: "\(who) zei ja voor \(name)\(way)."
        case .no: "\(who) zei nee voor \(name)\(way)."
        case .notReached: "\(who) was niet te bereiken voor \(name)."
        case .notAsked: "\(who) is niet gevraagd voor \(name)."
        }
    }
    func noted(by name: String) -> String { "Opgeschreven door \(name)." }
    func ended(by name: String?, about person: String) -> String {
        name.map { "\($0) stopte dit voor \(person)." } ?? "Dit stopte voor \(person)."
    }
    let stop = "Stoppen"
    let stopText = "Het stopt meteen."
    let stopMember = "Dan kan deze persoon meteen niets meer zien van wie je kiest, op elk apparaat."
    let stopButton = "Stop nu"
    let stopForWhom = "Voor wie stopt het?"
    let staysThere = "Wat al gedeeld is, blijft in hun eigen dossier. Vraag hun om het weg te halen als je dat wilt."
    let note = "Antwoord opschrijven"
    let noteWhose = "Wie sprak je?"
    func noteChoice(_ who: String, about name: String) -> String { "\(who), over \(name)" }
    let noteAnswer = "Wat was het antwoord?"
    func say(_ answer: Consent.Answer) -> String {
        switch answer {
        case .yes: "Ja"
        case .no: "Nee"
        case .notReached: "Niet bereikt"
        case .notAsked: "Niet gevraagd"
        }
    }
    let noteHow = "Hoe?"
    func how(_ how: Consent.How) -> String {
        switch how {
        case .inRondom: "In Rondom"
        case .onPaper: "Op papier, met handtekening"
        case .spoken: "In een gesprek"
        }
    }
    let noteText = "Wat is er gezegd?"
    let noteTextHint = "Mag leeg blijven. Wie dit mag zien, leest het mee."
    let noteButton = "Opschrijven"
    let choose = "Kies er een."
    let exception = "Toch helpen zonder deze ja"
    let exceptionText = "Dit kan alleen zoals de wet het zegt. Het gezin kan lezen dat je het besloot."
    func exception(_ exception: HelpException) -> (label: String, text: String) {
        switch exception {
        case .seriousHarm:
            ("Om ernstige schade te voorkomen", "De jongere zei zelf ja (Jeugdwet 7.3.4 lid 2).")
        case .persists:
            ("De jongere blijft dit willen", "Na een nee van een ouder, goed overdacht (Jeugdwet 7.3.4 lid 2).")
        case .urgentNeed: ("Wachten kan niet", "Er is geen tijd om te vragen (Jeugdwet 7.3.16).")
        }
    }
    let exceptionReason = "Waarom?"
    let exceptionMissing = "Schrijf op waarom."
    let exceptionButton = "Vastleggen"
    let noException = "Dit kan hier niet. Kijk wie al ja of nee zei."
    let paper = "Op papier vragen"
    let paperText =
        "Wil je ja zeggen? Vul dan je naam en de datum in en zet je handtekening. Je mag later altijd stoppen."
    let paperName = "Naam"
    let paperDate = "Datum"
    let paperSign = "Handtekening"
    let print = "Afdrukken"
}

struct DutchConsentForm: ConsentFormWords {
    func title(_ asked: Asked) -> String { asked == .share ? "Vragen of je iets mag delen" : "Toestemming vragen" }
    func lead(_ asked: Asked) -> String {
        asked == .share
            ? "Wie ja moet zeggen, krijgt deze woorden te lezen."
            : "Wie ja moet zeggen over deze hulp, leest wat je schrijft."
    }
    func party(_ asked: Asked) -> String { asked == .share ? "Met wie wil je delen?" : "Wie gaat helpen?" }
    let partyHint = "Bijvoorbeeld: de leerkracht, of de huisarts."
    let partyMissing = "Vul in met wie."
    func what(_ asked: Asked) -> String { asked == .share ? "Wat mogen zij weten?" : "Welke hulp is het?" }
    func whatHint(_ asked: Asked) -> String {
        asked == .share
            ? "Zo precies als kan. Bijvoorbeeld: hoe het met slapen gaat." : "Bijvoorbeeld: elke week samen spelen."
    }
    let whatMissing = "Vul in wat."
    let purpose = "Waarvoor is dat nodig?"
    let purposeHint = "Bijvoorbeeld: zodat de juf rekening houdt met een slechte nacht."
    let purposeMissing = "Vul in waarvoor."
    let persons = "Over wie gaat het?"
    let personsMissing = "Kies minstens één persoon."
    func until(_ asked: Asked) -> String { asked == .share ? "Tot wanneer?" : "Tot wanneer? (mag leeg blijven)" }
    let untilHint = "Ten hoogste een jaar. Bij het terugkijken op het plan vraag je het samen opnieuw."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let termIsWrong = "Kies een dag vanaf morgen, binnen een jaar."
    let send = "Vragen"
    let municipality =
        "Werk je voor een gemeente? Een ja van het gezin maakt een ontbrekende grondslag niet goed. Zonder grondslag deel je niet."
    func nobodyDecides(_ name: String, _ reason: String) -> String {
        "Voor \(name) kan nu niemand ja zeggen. \(reason)."
    }
}
