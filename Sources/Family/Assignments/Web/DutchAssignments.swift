// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import Site

struct DutchAssignments: AssignmentWords {
    let title = "Toewijzingen"
    let lead = "Wat gemeenten aan jullie hebben toegewezen, zoals het in de iJw-berichten staat."
    let which = "Welke toewijzingen"
    func group(_ state: Assignment.State, _ count: Int) -> String {
        switch state {
        case .asked: "Aangevraagd (\(count))"
        case .waiting: "Wacht op hulp (\(count))"
        case .helping: "Krijgt hulp (\(count))"
        case .over: "Voorbij (\(count))"
        }
    }
    let columns = ["Wie", "Gemeente", "Hulp", "Sinds", "Hoe lang"]
    func empty(_ state: Assignment.State) -> String {
        switch state {
        case .asked: "Er wacht geen aanvraag op de gemeente"
        case .waiting: "Niemand wacht op hulp"
        case .helping: "Niemand krijgt nu hulp"
        case .over: "Er is niets voorbij"
        }
    }
    let emptyText = "Lees iJw-berichten in. Dan staat hier wie wacht, en hoe lang al."
    let emptyOwnText = "Geeft een teamleider jou een toewijzing, dan staat die hier."
    func municipality(_ code: String) -> String { "Gemeente \(code)" }
    func category(_ code: String?) -> String {
        switch code {
        case nil: "Niet gezegd"
        case "43", "44": "Verblijf"
        case "45": "Ambulante hulp"
        case "46": "Crisishulp"
        case "48": "Jeugdbescherming"
        case "54": "Jeugd-ggz"
        case "55": "Landelijke hulp"
        case let code?: "Categorie \(code)"
        }
    }
    let erased = "Gewist"
    func half(began weeks: String, about: Int) -> String {
        "De helft begon binnen \(weeks) na de toewijzing. Dat komt van ongeveer \(about) jongeren in het laatste jaar."
    }

    let number = "Nummer bij de gemeente"
    let birth = "Geboren"
    let help = "Hulp"
    let from = "Van"
    let assigned = "Toegewezen op"
    let period = "Mag duren"
    func period(_ from: String, until: String?) -> String {
        until.map { "van \(from) tot en met \($0)" } ?? "vanaf \(from)"
    }
    let waited = "Gewacht"
    let holder = "Wie pakt het op"
    let noHolder = "Nog niemand; alleen teamleiders zien dit"
    func stands(_ assignment: Assignment) -> String {
        if assignment.isWithdrawn { return "De gemeente trok de toewijzing in." }
        if assignment.isLapsed {
            if assignment.began != nil { return "De tijd was om. Dat de hulp stopte, is niet gemeld." }
            guard assignment.terms != nil else { return "Van een aanvraag kwam een jaar lang geen antwoord." }
            return "De tijd was om voor de hulp begon."
        }
        if let reason = assignment.reason { return "De hulp is gestopt: \(self.reason(reason))." }
        if assignment.paused != nil { return "De hulp staat even stil." }
        switch assignment.state {
        case .asked: return "De gemeente moet nog antwoorden."
        case .waiting: return "De jongere wacht tot de hulp begint."
        case .helping, .over: return "De hulp is begonnen."
        }
    }
    let told = "Wat er is gemeld"
    func told(_ kind: AssignmentEntry.Kind, about day: String?, to colleague: String?) -> String {
        let on = day.map { " op \($0)" } ?? ""
        return switch kind {
        case .asked: "Aangevraagd bij de gemeente"
        case .assigned: "Toegewezen\(on)"
        case .withdrawn: "Ingetrokken door de gemeente"
        case .started: "De hulp begon\(on)"
        case .startTakenBack: "De start\(on) klopte niet"
        case .paused: "De hulp stond stil\(day.map { " vanaf \($0)" } ?? "")"
        case .stopped: "De hulp stopte\(on)"
        case .stopTakenBack: "De stop\(on) klopte niet"
        case .passed: colleague.map { "Doorgegeven aan \($0)" } ?? "Teruggegeven aan de teamleiders"
        case .lapsed: "De tijd was om"
        }
    }
    let passTitle = "Geef door"
    let passLabel = "Aan wie?"
    let passLeads = "Terug naar de teamleiders"
    let pass = "Geef door"
    let notPassed = "Die collega werkt hier niet meer. Kies een ander."
    func reason(_ reason: StopReason) -> String {
        switch reason {
        case .death: "de jongere is overleden"
        case .forNow: "even"
        case .asPlanned: "zoals gepland"
        case .earlyByClient: "eerder, door de jongere of het gezin"
        case .earlyByProvider: "eerder, door de aanbieder"
        case .earlyTogether: "eerder, in overleg"
        case .outside: "eerder, door iets van buiten"
        case .byMunicipality: "door de gemeente"
        case .changeAsked: "er is andere hulp gevraagd"
        case .otherProvider: "een andere aanbieder gaat verder"
        case .otherDomain: "hulp uit een andere wet gaat verder"
        }
    }

    let read = "Lees berichten in"
    let readTitle = "Berichten inlezen"
    let readLead =
        "Kies iJw-berichten uit jullie eigen systeem: toewijzing (JW301), start (JW305), stop (JW307) en verzoek (JW315)."
    let file = "Berichten"
    let fileHint = "XML-bestanden, hoogstens 100 tegelijk. Adressen, familie en opmerkingen lezen we niet."
    let fileMissing = "Kies een of meer berichten."
    let filesTooMany = "Kies hoogstens 100 berichten tegelijk. Er is niets ingelezen."
    let fileTooLarge = "Een bestand is groter dan 1 MB. Dat is geen bericht over één jongere. Er is niets ingelezen."
    let send = "Lees in"
    let resultTitle = "Klaar met inlezen"
    func resultLead(read: Int, of all: Int) -> String {
        read == all
            ? "Alle \(all) berichten zijn ingelezen."
            : "\(read) van de \(all) berichten zijn ingelezen. Uit de andere is niets overgenomen."
    }
    let resultColumns = ["Bestand", "Wat ermee gebeurde"]
    let readBefore = "Was al ingelezen. Er is niets veranderd."
    func read(_ kinds: [AssignmentEntry.Kind]) -> String {
        "Ingelezen: "
            + Dictionary(grouping: kinds, by: \.self).sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value.count) × \(kind($0.key))" }.joined(separator: ", ") + "."
    }
    private func kind(_ kind: AssignmentEntry.Kind) -> String {
        switch kind {
        case .asked: "aangevraagd"
        case .assigned: "toegewezen"
        case .withdrawn: "ingetrokken"
        case .started: "begonnen"
        case .startTakenBack: "start teruggenomen"
        case .paused: "stilgezet"
        case .stopped: "gestopt"
        case .stopTakenBack: "stop teruggenomen"
        case .passed: "doorgegeven"
        case .lapsed: "voorbij"
        }
    }
    func refused(_ flaw: AssignmentMessageFlaw) -> String {
        switch flaw {
        case .tooLarge: "Niet ingelezen: het bestand is groter dan 1 MB."
        case .notXML(let line):
            "Niet ingelezen: dit is geen goede XML in UTF-8\(line.map { " (regel \($0))" } ?? "")."
        case .documentType: "Niet ingelezen: het bestand bevat een DOCTYPE. Berichten hebben dat niet."
        case .otherMessage: "Niet ingelezen: dit is geen JW301, JW305, JW307 of JW315."
        case .otherVersion: "Niet ingelezen: dit is een andere versie dan iJw 3.2."
        case .missing(let element): "Niet ingelezen: \(element) ontbreekt."
        case .wrong(let element, let line): "Niet ingelezen: \(element) klopt niet (regel \(line))."
        }
    }
    func refused(_ fault: AssignmentMessageFault) -> String {
        let place = fault.line.map { "Product \($0): " } ?? ""
        return place
            + {
                switch fault.reason {
                case .otherProvider: "de AGB-code van de aanbieder is niet van jullie."
                case .sameNumber: "een ander bericht met dit nummer is al ingelezen."
                case .unknownNumber: "bij dit nummer hoort geen toewijzing. Lees eerst de toewijzing in."
                case .otherClient: "dit nummer hoort bij een andere jongere."
                case .refused(let refusal): because(refusal)
                }
            }()
    }
    private func because(_ refusal: Assignment.Refusal) -> String {
        switch refusal {
        case .older: "er is al een nieuwere toewijzing ingelezen."
        case .notAssigned: "er is niets toegewezen, of het is ingetrokken."
        case .alreadyAsked: "dit was al aangevraagd."
        case .alreadyStarted: "de hulp was al begonnen."
        case .notStarted: "de hulp was nog niet begonnen."
        case .alreadyStopped: "de hulp was al gestopt."
        case .notStopped: "de hulp was niet gestopt."
        case .stopsBeforeItBegan: "het einde is voor het begin."
        case .dayToCome: "die dag moet nog komen."
        case .saidOtherwise: "eerder is een andere dag gemeld."
        }
    }
    let toList = "Naar de toewijzingen"

    let codesTitle = "Jullie AGB-codes"
    let codesLead = "Aan de AGB-code zien we dat een bericht van jullie is, of aan jullie."
    let codes = "AGB-codes"
    let codesHint = "Acht cijfers. Heb je er meer? Zet elke code op een eigen regel."
    func codesWrong(_ typed: String) -> String { "“\(typed)” is geen AGB-code. Een AGB-code heeft acht cijfers." }
    func codesTaken(_ codes: String) -> String {
        "\(codes) staat al bij een andere organisatie. Kijk of de code klopt, of vraag het de beheerder."
    }
    let codesMissing = "Schrijf eerst de AGB-code van jullie organisatie op."
    let save = "Bewaar"
}
