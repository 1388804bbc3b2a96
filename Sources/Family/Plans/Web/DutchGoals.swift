// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchGoals: GoalWords {
    let newTitle = "Nieuw doel"
    let changeTitle = "Doel veranderen"
    let templates = "Of begin met een voorbeeld"
    func template(_ template: PlanTemplate, for child: String) -> PlanTemplateWords {
        switch template {
        case .schoolAndHome:
            PlanTemplateWords(
                name: "School en hulp thuis", title: "\(child) gaat elke dag naar school", domain: .school,
                meaning: "\(child) leert en speelt met andere kinderen.",
                actions: ["Elke week samen bellen · ik · elke week", "Afspreken wie ophaalt · ik · over twee weken"])
        case .debts:
            PlanTemplateWords(
                name: "Rust over geld", title: "De rekeningen worden op tijd betaald", domain: .money,
                meaning: "\(child) heeft wat nodig is en merkt thuis geen zorgen over geld.",
                actions: ["Alle post openen · ik · elke week", "Hulp bij schulden vragen · ik · over twee weken"])
        case .calmAtHome:
            PlanTemplateWords(
                name: "Rust thuis", title: "Thuis praten we rustig met elkaar", domain: .upbringing,
                meaning: "\(child) voelt zich thuis veilig.", actions: ["Samen eten · ik · elke dag"])
        }
    }
    let goal = "Wat willen jullie?"
    let goalHint = "In je eigen woorden. Bijvoorbeeld: Noor gaat elke dag naar school"
    let goalMissing = "Schrijf op wat jullie willen."
    let about = "Over wie gaat het?"
    let aboutMissing = "Kies over wie het gaat."
    let meaning = "Wat betekent dit voor het kind?"
    let meaningHint = "Eén of twee zinnen."
    let meaningMissing = "Schrijf op wat dit voor het kind betekent."
    let domain = "Waar gaat het over?"
    let voice = "Wat zegt het kind er zelf over?"
    let voiceHint = "Schrijf het op zoals het is gezegd. Het mag leeg blijven."
    let voiceOf = "Wie zegt dit?"
    let voiceOfMissing = "Kies wie dit zegt."
    let actions = "Wie doet wat, wanneer?"
    let simple = "Dit is al klaar"
    let simpleText = "Het blijft staan bij de doelen die zijn gelukt."
    let keep = "Bewaren"
    let look = "Kijk opnieuw"
    let state = "Hoe staat het met dit doel?"
    func changed(_ title: String, isNew: Bool, _ state: Goal.State) -> String {
        if isNew { return "begon een doel: \(title)." }
        return switch state {
        case .open: "veranderde een doel: \(title)."
        case .reached: "schreef op dat een doel is gelukt: \(title)."
        case .stopped: "stopte een doel: \(title)."
        }
    }
    func changed(_ what: String, isNew: Bool, _ state: PlanAction.State) -> String {
        if isNew { return "voegde een actie toe: \(what)." }
        return switch state {
        case .open: "veranderde een actie: \(what)."
        case .done: "maakte een actie klaar: \(what)."
        case .stopped: "stopte een actie: \(what)."
        }
    }
    let meanwhile = "Iemand anders veranderde dit ook"
    let meanwhileText = "Hieronder staat wat de ander schreef. Wat jij typte, staat nog in de velden."
    func theirs(_ name: String) -> String { "Dit schreef \(name):" }
    let linesTitle = "Klopt dit?"
    let linesLead = "Verander wat niet klopt. Daarna bewaar je het."
    func line(_ number: Int) -> String { "Actie \(number)" }
    let what = "Wat"
    let whatMissing = "Schrijf op wat iemand doet."
    let who = "Wie"
    let whoHint = "Een naam, of meer namen met “en”. Iemand zonder account mag ook."
    let whoMissing = "Schrijf op wie het doet."
    func whoSeveral(_ name: String) -> String { "Er zijn meer mensen die \(name) heten. Schrijf de hele naam." }
    func whoElsewhere(_ names: String) -> String { "Kies iemand die in de kring van \(names) zit." }
    func withoutAccount(_ name: String) -> String { "\(name) (zonder account)" }
    let when = "Wanneer"
    let whenHint = "Een dag, of hoe vaak. Bijvoorbeeld: 3 december, of: elke dinsdag"
    let whenMissing = "Schrijf een dag op, of hoe vaak. Bijvoorbeeld: over twee weken."
    func read(_ who: String, _ when: String) -> String { "Dit wordt: \(who). \(when)." }
    let provisions = "Hoort hier een voorziening bij?"
    let linesMissing = "Schrijf op wie wat doet, en wanneer."
    func tooMany(_ most: Int) -> String { "Voeg niet meer dan \(most) acties tegelijk toe." }
    let change = "Actie veranderen"
    let delay = "Waarom lukte het niet op tijd?"
    let delayHint = "Het gezin leest dit."
    let delayMissing = "Schrijf op waarom het later wordt."
    let contact = "Wanneer is uiterlijk het eerste contact?"
    let contactHint = "Alleen bij hulp. Je mag dit leeg laten."
    let contactMissing = "Kies een dag, of laat dit leeg."
    let stop = "Deze actie stoppen"
}
