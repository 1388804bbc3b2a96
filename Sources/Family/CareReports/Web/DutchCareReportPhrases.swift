// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

extension DutchCareReports {
    func crisis(_ name: String, _ phone: String) -> String { "Of bel \(name): \(phone)." }
    func reportingAs(_ name: String, _ organisation: String) -> String { "Je meldt als \(name) van \(organisation)." }
    func kind(_ kind: ReportedPerson.Kind) -> String {
        switch kind {
        case .child: "Kind of jongere"
        case .unborn: "Kind dat nog niet geboren is"
        case .sibling: "Broer of zus"
        case .parent: "Ouder"
        case .other: "Iemand anders"
        case .unknown: "Dat weet ik niet"
        }
    }
    func howSoon(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "Nee, er moet nu iemand kijken"
        case .day: "Tot morgen"
        case .week: "Een paar dagen"
        case .regular: "Ja, het kan even wachten"
        }
    }
    func reporter(_ kind: ReportOrigin.Kind) -> String {
        switch kind {
        case .family: "Iemand van het gezin zelf"
        case .neighbour: "Buur, vriend of familie"
        case .school: "School of opvang"
        case .generalPractice: "Huisarts"
        case .police: "Politie"
        case .veiligThuis: "Veilig Thuis"
        case .professional: "Een andere beroepskracht"
        case .other: "Iemand anders"
        }
    }
    func refused(_ refusal: BringingRefused) -> FieldError {
        switch refusal {
        case .noDesk: FieldError("facts", "Dit meldpunt neemt nu niets aan. Bel Veilig Thuis: 0800 2000.")
        case .nobodyOnDuty:
            FieldError("urgency", "Het meldpunt neemt nu niets acuuts aan. Bel 112, of Veilig Thuis: 0800 2000.")
        case .noOtherDesk:
            FieldError("colleague", "Er is geen ander meldpunt. Bel Veilig Thuis: 0800 2000.")
        case .changed:
            FieldError(
                "facts",
                "Je eerste melding is binnen, wat je nu schreef niet. Hoort het erbij? Verstuur het nog een keer.")
        case .tooMany:
            FieldError("facts", "Er kwamen hier veel meldingen vandaan. Probeer het over een uur, of bel 0800 2000.")
        }
    }
    func received(_ day: String) -> String { "Je melding kwam binnen op \(day)." }
    func watched(_ watcher: String) -> String { "\(watcher) houdt zicht op de veiligheid." }
    func waiting(_ count: Int) -> String {
        count == 1 ? "Er staat 1 melding open:" : "Er staan \(count) meldingen open:"
    }
    func count(_ count: Int, _ urgency: CareReport.Urgency) -> String {
        "\(count) \(self.urgency(urgency).lowercased())"
    }
    func hours(_ hours: Int) -> String { hours == 0 ? "Ik stop nu" : "\(hours) uur" }
    func urgency(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "Acuut"
        case .day: "Binnen een dag"
        case .week: "Binnen een week"
        case .regular: "Gewoon"
        }
    }
    func clock(_ urgency: CareReport.Urgency) -> String {
        switch urgency {
        case .acute: "Er gaat nu iemand heen of er wordt nu gebeld."
        case .day: "Binnen 24 uur, ook in het weekend."
        case .week: "Binnen vijf werkdagen."
        case .regular: "Binnen de termijn die hier geldt."
        }
    }
    func inHand(_ name: String?) -> String { name.map { "\($0) heeft deze melding." } ?? "Jij hebt deze melding." }
    func state(_ state: CareReport.State) -> String {
        switch state {
        case .received: "Nog niet beoordeeld."
        case .triaged: "Beoordeeld."
        case .assigned(.desk): "Het meldpunt voert het gesprek."
        case .assigned(.circle): "Bij een gezin dat bekend is."
        case .assigned(.veiligThuis): "Gemeld bij Veilig Thuis."
        case .talked: "Het eerste gesprek was er."
        case .closed(.advice): "Klaar: met een advies."
        case .closed(.answered): "Klaar: wie meldde weet het."
        }
    }
    func numbered(_ number: String) -> String { "Melding \(number)." }
    func by(_ moment: String) -> String { "Het moet klaar zijn: \(moment)." }
    func nameless(_ kind: ReportedPerson.Kind) -> String {
        kind == .unborn ? "Een kind dat nog niet geboren is" : "Naam niet bekend"
    }
    func born(_ day: String) -> String { "geboren op \(day)" }
    func did(_ kind: CareReportEntry.Kind, by who: String?) -> String {
        let isKnown = who != nil
        let who = who ?? "Iemand"
        return switch kind {
        case .taken: "\(who) pakte het op"
        case .passed: "\(who) gaf het door"
        case .sent: "\(who) stuurde het naar een ander meldpunt"
        case .judged: "\(who) gaf een oordeel"
        case .safetyKept: "\(who) sprak af wie op de veiligheid let"
        case .safetyEnded: "\(who) schreef dat hier niemand meer op de veiligheid let"
        case .readIn: "\(isKnown ? who : "Wie de computer beheert") las het bericht in"
        case .newer: "De afzender stuurde een nieuwer bericht. Dat staat bij de berichten"
        case .toDesk: "\(who) koos voor een gesprek door het meldpunt"
        case .toCircle: "\(who) koppelde het aan een gezin"
        case .toVeiligThuis: "\(who) meldde het bij Veilig Thuis"
        case .talked: "\(who) sprak met het gezin"
        case .advised: "\(who) gaf advies"
        case .answered: "\(who) liet het weten"
        case .late: "Het was te laat. Iedereen bij het meldpunt ziet het nu"
        case .left: "Wie dit had werkt hier niet meer. Iedereen bij het meldpunt ziet het nu"
        case .moved: "Waar dit lag, kan niemand het meer lezen. Nu ligt het hier"
        }
    }
    func direction(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Er is geen regie nodig"
        case .monitoring: "Volgen of de afspraken lukken"
        case .careCoordination: "Hulp op elkaar afstemmen"
        case .safetyCoordination: "Regie op veiligheid"
        }
    }
    func judged(_ urgency: CareReport.Urgency, _ direction: Direction.Kind?, _ reason: String) -> String {
        let directed = direction.map { " \(self.direction($0))." } ?? ""
        return "\(self.urgency(urgency)).\(directed)\n\(reason)"
    }
    func question(_ question: ReportWeighing.Question) -> String {
        switch question {
        case .suspicion: "Is er een vermoeden van geweld of verwaarlozing?"
        case .unsafe: "Is het nu of steeds weer onveilig?"
        case .canHelp: "Kun je zelf goede hulp geven of regelen?"
        case .accepted: "Willen de mensen die het aangaat die hulp?"
        case .inTime: "Werkt die hulp op tijd?"
        }
    }
    func weighed(_ weighing: ReportWeighing, facts: String, thoughts: String?) -> String {
        let answers = ReportWeighing.Question.allCases.map { "\(question($0)) \(weighing.says($0) ? "Ja." : "Nee.")" }
        let outcome =
            switch weighing.outcome {
            case .noReport: "Uit de vijf vragen volgt: melden hoeft niet."
            case .help: "Uit de vijf vragen volgt: hulp geven, en kijken of die werkt."
            case .report: "Uit de vijf vragen volgt: melden bij Veilig Thuis."
            }
        return (answers + [outcome, "Wat zeker is: \(facts)"] + (thoughts.map { ["Wat wij denken: \($0)"] } ?? []))
            .joined(separator: "\n")
    }
    func refused(_ refusal: CareReport.Refusal) -> FieldError {
        switch refusal {
        case .closed: FieldError("reported", "Deze melding is al klaar. Je hoeft niets meer te doen.")
        case .taken: FieldError("reported", "Iemand anders heeft deze melding nu. Bovenaan staat wie.")
        case .notYours: FieldError("reported", "Deze melding ligt bij een ander meldpunt.")
        case .notAtDesk: FieldError("reported", "Die kan deze melding niet krijgen. Kies een ander.")
        case .notJudged: FieldError("reported", "Beoordeel de melding eerst.")
        case .alreadyJudged: FieldError("reported", "Deze stap is al gedaan. Bij ‘Wat er is gedaan’ zie je door wie.")
        case .noDirection: FieldError("direction", "Er helpen meer organisaties. Kies welke regie nodig is.")
        case .noKeeper: FieldError("keeper", "Kies bij het beoordelen eerst wie op de veiligheid let.")
        case .keeper:
            FieldError("reported", "Schrijf eerst wie na nu op de veiligheid let, of waarom dat niet meer hoeft.")
        case .notAssigned: FieldError("reported", "Kies eerst wie het gesprek voert.")
        case .notTalked: FieldError("reported", "Eerst is er een gesprek, daarna een antwoord.")
        case .notHere: FieldError("reported", "Veilig Thuis voert dit gesprek.")
        }
    }
    func deskLead(_ organisation: String) -> String { "Bij \(organisation)." }
}
