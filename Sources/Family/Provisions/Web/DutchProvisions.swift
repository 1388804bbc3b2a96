// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct DutchProvisions: ProvisionWords {
    let all = "Gevraagd aan de gemeente"
    func of(_ name: String) -> String { "Gevraagde hulp voor \(name)" }
    let open = "Bekijk wat de gemeente besluit"

    let fresh = "Hulp vragen aan de gemeente"
    let freshLead = "Schrijf op wat er is gevraagd. De aanvraag zelf gaat zoals jouw gemeente dat wil."
    let helpMissing = "Schrijf op welke hulp is gevraagd."
    let municipality = "Aan welke gemeente?"
    let municipalityHint = "De naam van de gemeente of van het gebiedsteam."
    let municipalityMissing = "Schrijf op aan welke gemeente."
    let asked = "Wanneer gevraagd?"
    let notThen = "Kies een dag tot en met vandaag, niet langer dan twee jaar geleden."
    let asker = "Wie vroeg het?"
    func asker(_ asker: ProvisionRequest.Asker) -> String {
        switch asker {
        case .family: "Het gezin"
        case .professional: "Een professional"
        }
    }
    let askerMissing = "Kies wie het vroeg."
    let keep = "Bewaar wat is gevraagd"

    func waits(until day: String) -> String { "De gemeente besluit uiterlijk \(day)." }
    func late(since day: String) -> String { "De acht weken zijn voorbij: het besluit moest er \(day) zijn." }
    let lateText =
        "Schreef de gemeente een latere dag? Dan geldt die. Vraag anders hoe het staat. Je mag haar schriftelijk vragen om binnen twee weken te besluiten (Awb 4:17)."
    func result(_ result: ProvisionRequest.Result) -> String {
        switch result {
        case .granted: "De hulp is toegekend"
        case .partly: "Een deel is toegekend"
        case .refused: "De hulp is afgewezen"
        case .withdrawn: "De aanvraag is ingetrokken"
        case .notNeeded: "Een besluit was niet nodig"
        }
    }
    let decidedOn = "Datum op de brief"
    let notDecidedThen = "Kies een dag tussen de aanvraag en vandaag."
    let until = "Tot en met wanneer telt het?"
    let untilHint = "Alleen als er hulp is toegekend. Laat leeg als er geen einde in de brief staat."
    let notUntil = "Kies een dag na het besluit. Vul niets in als er geen hulp is toegekend."
    let letter = "Waar ligt de brief?"
    let letterHint = "En wat staat erin? Dit mag leeg blijven."
    let resultQuestion = "Wat is het besluit?"
    let resultMissing = "Kies wat het besluit is."
    let decide = "Is er een besluit?"
    let decideText = "Schrijf op wat in de brief staat. Wie over deze hulp leest, leest dit ook."
    let decideButton = "Bewaar het besluit"
    let notedBy = "Opgeschreven door"
    let proposal = "Bekijk het voorstel"

    let objecting = "Niet mee eens?"
    func objectUntil(_ day: String) -> String { "Bezwaar maken kan tot en met \(day)." }
    func objectedUntil(_ day: String) -> String { "Bezwaar maken kon tot en met \(day)." }
    let objectingText =
        "Stuur de gemeente een brief met je naam, de datum en het besluit. Schrijf erbij waarom je het er niet mee eens bent. Zet je handtekening eronder. Bezwaar is gratis. Een cliëntondersteuner kan helpen."
}
