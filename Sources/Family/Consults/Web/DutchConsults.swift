// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

struct DutchConsults: ConsultWords {
    let title = "Vragen zonder namen"
    let door = "Vraag een collega om raad, ook bij een andere organisatie."
    let lead = "Vraag een collega om raad, zonder te zeggen over wie het gaat. Op elke vraag komt een antwoord."
    let new = "Stel een vraag"
    let toAnswer = "Wacht op jou"
    let asked = "Jouw vragen"
    let given = "Jij gaf antwoord"
    let over = "Klaar"
    let empty = "Er zijn nog geen vragen"
    let emptyText = "Weet iemand anders meer dan jij? Stel een vraag zonder namen. Je verwijst dan nog niemand."
    let erased = "Gewist"

    let newLead = "Je deelt geen gegevens van een gezin. Daarom is hier geen toestemming voor nodig."
    let withoutNames = "Noem geen namen, geboortedata, adressen of nummers. Schrijf liever “een meisje van 12”."
    let organisation = "Aan welke organisatie?"
    let choose = "Kies een organisatie"
    let organisationMissing = "Kies aan welke organisatie je het vraagt."
    let colleague = "Aan wie daar? (mag leeg)"
    let colleagueHint =
        "Laat je dit leeg? Dan ziet iedereen bij die organisatie je vraag, tot iemand die oppakt. Is het antwoord te laat? Dan ook."
    func nobodyCalled(at organisation: String) -> String {
        "Bij \(organisation) werkt niemand die precies zo heet. Verbeter de naam, of laat dit leeg."
    }
    let ownQuestion = "Je kunt jezelf niets vragen. Kies een ander."
    let subject = "Waar gaat het over?"
    let subjectHint = "In een paar woorden. Bijvoorbeeld: slaapproblemen na een scheiding."
    let subjectMissing = "Schrijf in een paar woorden waar het over gaat."
    let question = "Je vraag"
    let questionHint = "Wat speelt er, wat deed je al, en wat wil je weten?"
    let questionMissing = "Schrijf je vraag op."
    let hasteLegend = "Wanneer heb je het antwoord nodig?"
    func haste(_ haste: Consult.Haste) -> String {
        switch haste {
        case .day: "Binnen een dag"
        case .week: "Binnen een week"
        case .regular: "Binnen twee weken"
        }
    }
    let send = "Stel de vraag"

    func tells(_ found: String) -> String {
        "Hieraan kan iemand zien over wie het gaat: \(found). Haal het weg, of zeg hieronder dat het klopt."
    }
    let tellsNumber = "Hier staat een nummer dat een BSN kan zijn. Haal het weg: dat kan hier niet staan."
    let checkedLegend = "Zo toch versturen?"
    let checked = "Ja, ik keek het na. Hieraan ziet niemand over wie het gaat."

    func from(_ asker: String, to asked: String) -> String { "Van \(asker), aan \(asked)." }
    func waits(_ due: String) -> String { "\(due) komt er antwoord." }
    let late = "Het antwoord is te laat."
    let inInbox = "Nog niemand pakte de vraag op."
    let said = "Wat er is gezegd"
    func said(_ kind: ConsultEntry.Kind, by who: String) -> String {
        switch kind {
        case .question: "\(who) vroeg"
        case .answer: "\(who) antwoordde"
        case .again: "\(who) vroeg door"
        case .taken: "\(who) pakte het op"
        case .passed: "\(who) gaf de vraag door"
        case .late: "Het antwoord was te laat. De vraag ligt nu bij de hele organisatie"
        case .left: "Wie dit deed, werkt er niet meer. Het ligt nu bij de hele organisatie"
        case .helped: "\(who) vond dat het hielp"
        case .helpedPartly: "\(who) vond dat het een beetje hielp"
        case .noLongerNeeded: "\(who) had geen antwoord meer nodig"
        case .unheard: "Niemand liet weten of het hielp"
        }
    }
    func someone(at organisation: String) -> String { "iemand van \(organisation)" }
    let nobody = "Rondom"
    let take = "Ik pak dit op"
    let answerTitle = "Geef antwoord"
    let answer = "Je antwoord"
    let answerMissing = "Schrijf je antwoord op."
    let answerSend = "Verstuur het antwoord"
    let passTitle = "Geef de vraag door"
    let passLabel = "Aan wie?"
    let passInbox = "Aan iedereen bij mijn organisatie"
    let pass = "Geef door"
    let verdictTitle = "Hielp het antwoord?"
    let verdictLegend = "Wat heb je aan dit antwoord?"
    func verdict(_ verdict: ConsultVerdict) -> String {
        switch verdict {
        case .helped: "Het hielp"
        case .helpedPartly: "Het hielp een beetje"
        case .again: "Ik wil verder vragen"
        }
    }
    let verdictMissing = "Kies wat je aan het antwoord hebt."
    let again = "Wil je er iets bij zeggen?"
    let againHint = "Vraag je verder? Schrijf hier wat je nog wilt weten. Ook hier zonder namen."
    let againMissing = "Schrijf op wat je nog wilt weten."
    let verdictSend = "Laat het weten"
    let notNeeded = "Ik heb geen antwoord meer nodig"
    func closed(_ closing: Consult.Closing) -> String {
        switch closing {
        case .helped: "Klaar: het hielp."
        case .helpedPartly: "Klaar: het hielp een beetje."
        case .noLongerNeeded: "Klaar: er was geen antwoord meer nodig."
        case .unheard: "Klaar: niemand liet weten of het hielp."
        }
    }
    func state(_ consult: Consult) -> String {
        switch consult.state {
        case .asked: consult.asked.account == nil ? "Nog niemand pakte het op" : "Wacht op antwoord"
        case .answered: "Er is antwoord"
        case .closed: "Klaar"
        }
    }
    func refused(_ refusal: Consult.Refusal) -> String {
        switch refusal {
        case .closed: "Deze vraag is al klaar."
        case .notYours: "Iemand anders heeft dit al opgepakt."
        case .alreadyAnswered: "Er is al antwoord gegeven."
        case .notAnswered: "Er is nog geen antwoord."
        case .ownQuestion: "Dit is je eigen vraag."
        }
    }
    func kept(until day: String) -> String { "Op \(day) gaat deze vraag weg." }
}
