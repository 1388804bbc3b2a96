// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct DutchRisks: RiskWords {
    let title = "Veiligheidsinschatting"
    let tab = "Inschatting"
    let heading = "Hoe veilig is het?"
    let lead = "Hoe veilig het is voor elk kind, in woorden die voor iedereen hetzelfde betekenen."
    let familyLead = "Dit is met jullie besproken. Klopt er iets niet? Zeg het tegen wie het opschreef."
    let door = "Hoe veilig het nu is, en wat er dan te doen is."
    let all = "Alle inschattingen"
    let none = "Er is nog geen inschatting voor jou te lezen"
    let noneText = "Is er een, en is die met jullie besproken, dan staat die hier."
    func of(_ name: String) -> String { "De veiligheid van \(name)" }
    let open = "Bekijk de inschatting"

    let erased = "Deze inschatting is gewist."
    let reporting = "Meldcode, stap 5: beslis nu"
    let reportingText =
        "Bij acuut gevaar meld je bij Veilig Thuis: 0800 2000. Bel bij direct gevaar eerst 112. Rondom meldt niets voor je."

    func assessed(_ name: String, _ day: String, until: String) -> String {
        "Ingeschat door \(name), \(day). Geldig tot \(until)."
    }
    func expired(_ day: String) -> String { "Niet meer geldig sinds \(day)" }
    let notDiscussed = "Nog niet besproken met het gezin"
    let waitsForSignature = "Wacht op wie meetekent"
    let notSigned = "Niemand tekende mee: telt niet"
    let replaced = "Vervangen door een nieuwe"

    let fresh = "Nieuwe inschatting"
    let freshLead = "Waarmee heb je ingeschat?"
    func instrument(_ instrument: RiskInstrument) -> String {
        switch instrument {
        case .arij: "ARIJ"
        case .lirik: "LIRIK"
        case .other: "Iets anders"
        }
    }
    func instrumentText(_ instrument: RiskInstrument) -> String {
        switch instrument {
        case .arij: "Veiligheid, risico en profiel, met een score."
        case .lirik: "Jouw oordeel over nu en over later."
        case .other: "Elk ander instrument. Je noemt het zelf."
        }
    }
    let person = "Over welk kind?"
    let personMissing = "Kies over welk kind het gaat."
    let name = "Welk instrument?"
    let nameHint = "Zoals CFRA-NL of de Delta Veiligheidslijst."
    let nameMissing = "Noem het instrument."
    let version = "Welke versie?"
    let versionHint = "Zoals 2.0. Laat leeg als je het niet weet."
    func question(_ question: RiskQuestion, _ instrument: RiskInstrument) -> String {
        switch question {
        case .safety: "Veiligheid volgens de ARIJ"
        case .risk: "Risico volgens de ARIJ"
        case .profile: "Dynamisch profiel"
        case .safetyNow: instrument == .lirik ? "Deel 1: hoe veilig is het nu?" : "Hoe veilig is het nu?"
        case .futureRisk:
            instrument == .lirik ? "Deel 2: hoe groot is het risico later?" : "Hoe groot is het risico later?"
        }
    }
    func answer(_ answer: RiskAnswer) -> String {
        switch answer {
        case .safe: "Veilig"
        case .unsafe: "Onveilig"
        case .doubtful: "Twijfel"
        case .structurallyUnsafe: "Al langer onveilig"
        case .acutelyUnsafe: "Nu direct gevaar"
        case .low: "Laag"
        case .lowToMiddle: "Laag tot middelmatig"
        case .middle: "Middelmatig"
        case .middleToHigh: "Middelmatig tot hoog"
        case .high: "Hoog"
        case .unknown: "Onbekend"
        }
    }
    let notMade = "Niet gemaakt"
    let unanswered = "Kies een antwoord."
    let own = "Kom je zelf tot een ander oordeel?"
    let ownSafety = "Hoe veilig is het volgens jou nu?"
    let ownRisk = "Hoe groot is volgens jou het risico later?"
    let asTable = "Zoals de tabel zegt"
    func safetyNow(_ now: RiskConclusion.SafetyNow) -> String {
        switch now {
        case .safe: "Veilig"
        case .doubtful: "Twijfel"
        case .structurallyUnsafe: "Al langer onveilig"
        case .acutelyUnsafe: "Nu direct gevaar"
        }
    }
    func futureRisk(_ risk: RiskConclusion.FutureRisk) -> String {
        switch risk {
        case .low: "Laag"
        case .middle: "Middelmatig"
        case .high: "Hoog"
        case .unknown: "Onbekend"
        }
    }
    let reason = "Waarom anders dan de tabel?"
    let reasonMissing = "Schrijf op waarom je tot iets anders komt."
    let outcome = "Uitkomst in eigen woorden"
    let outcomeHint = "De conclusie zoals het instrument die geeft. Het gezin leest dit ook, na het gesprek."
    let outcomeMissing = "Schrijf de uitkomst op."
    let assessedOn = "Ingeschat op"
    let notThen = "Kies een dag tot en met vandaag, niet langer dan een jaar geleden."
    let validUntil = "Geldig tot"
    let validHint = "Hooguit een jaar. Dan moet er opnieuw gekeken worden."
    let notUntil = "Kies een dag na vandaag, hooguit een jaar na de inschatting."
    let cosigner = "Wie tekent mee?"
    let cosignerHint = "Jij bent hiervoor niet opgeleid. Iemand met kennis van jeugd kijkt mee voor het telt."
    let cosignerMissing = "Kies wie er meetekent."
    let nobodyTrained = "Niemand in deze kring is hiervoor opgeleid. Vraag er een collega bij die dat wel is."
    let save = "Inschatting bewaren"
    let renews = "Dit vervangt de inschatting van daarvoor."

    let conclusion = "Conclusie"
    let by = "Instrument"
    func table(_ number: Int) -> String { "Versie \(number)" }
    let tableLabel = "Tabel"
    let discussed = "Besproken met het gezin op"
    let talk = "Wat er toen is gezegd"
    let release = "Besproken met het gezin?"
    let releaseText =
        "Wie alles over dit kind leest, leest dit daarna ook. Mag iemand het niet weten? Houd het eerst vast."
    let discussedOn = "Wanneer besproken?"
    let notDiscussedThen = "Kies een dag tussen de inschatting en vandaag."
    let talkHint = "Met wie, en wat zeiden zij? Alleen professionals lezen dit."
    let talkMissing = "Schrijf op met wie je het besprak."
    let releaseButton = "Laat het gezin dit lezen"
    let renew = "Opnieuw inschatten"
    let weigh = "Dit moet gewogen worden"
    func weighText(_ cause: RiskContradiction) -> String {
        switch cause {
        case .otherIndication: "Een andere inschatting van dit kind zegt iets heel anders."
        case .plan: "Het plan en de regie passen niet bij deze inschatting."
        }
    }
    let weighLabel = "Wat geldt, en wat volgt er?"
    let weighHint = "Er verandert niets vanzelf. Pas zo nodig ook het plan of de regie aan."
    let weighMissing = "Schrijf op wat je hebt gewogen."
    let weighButton = "Bewaar wat je hebt gewogen"
    func weighed(_ name: String, _ day: String) -> String { "Gewogen door \(name), \(day)." }
    let notWeighed = "Wie de regie heeft, moet dit nog wegen."
}
