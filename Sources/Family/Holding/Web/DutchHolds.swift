// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchHolds: HoldWords {
    let title = "Vastgehouden"
    let lead = "Wat hier staat, is voor sommige mensen niet te zien. Zij merken daar niets van."
    let nothing = "Er wordt nu niets vastgehouden"
    let nothingText = "Je kunt een gesprek, een afspraak of een kringlid vasthouden op de eigen bladzijde."
    let over = "Niet meer vastgehouden"
    let close = "Gesloten traject"
    let closeText = "Bij eergeweld, huwelijksdwang, uitbuiting of ontvoering. Dan ziet iemand niets meer van dit gezin."
    let door = "Vastgehouden"
    let doorText = "Wat voor sommige mensen nu niet te zien is."
    let hold = "Vasthouden"
    private func kind(_ kind: ItemName.Kind) -> String {
        switch kind {
        case .conversation: "gesprek"
        case .promise: "afspraak"
        case .meeting: "overleg"
        case .circle: "kringlid"
        case .family: "gezin"
        case .goal: "doel"
        case .action: "actie"
        case .indication: "veiligheidsinschatting"
        case .match: "match verwijsindex"
        case .proposal: "hulpvoorstel"
        case .provision: "besluit van de gemeente"
        case .referral: "verwijzing"
        default: "onderdeel"
        }
    }
    func newTitle(_ kind: ItemName.Kind) -> String {
        kind == .family ? "Een gesloten traject beginnen" : "Vasthouden: \(self.kind(kind))"
    }
    let atOnce = "Het wordt meteen onzichtbaar"
    let atOnceText = "Wie je kiest, vindt hiervan geen spoor meer. Een tweede professional zegt of dat zo blijft."
    let nobodySecond = "Er is niemand om mee te beslissen"
    let nobodySecondText = "Nodig eerst een collega uit in de kring, of vraag je organisatie om een teamleider."
    let from = "Voor wie niet te zien?"
    let fromHint = "Kies iedereen voor wie dit gevaar kan geven."
    let fromMissing = "Kies voor wie dit niet te zien mag zijn."
    let signsNotIn = "Logt nog niet in. Het geldt zodra dat wel zo is."
    let reason = "Waarom?"
    let reasonHint = "Schrijf wat er kan gebeuren. Alleen wie hierover beslist, leest dit."
    let reasonMissing = "Schrijf op waarom."
    let second = "Wie beslist mee?"
    let secondHint = "Een andere professional in de kring, of een teamleider van jouw organisatie."
    let secondMissing = "Kies wie mee beslist."
    let secondIsFrom = "Wie mee beslist, moet het zelf mogen zien."
    func teamLead(of organisation: String) -> String { "Een teamleider van \(organisation)" }
    let review = "Opnieuw bekijken op"
    let reviewHint = "Binnen twee weken. Beslist dan niemand, dan blijft het vastgehouden."
    let reviewTooLate = "Kies een dag vanaf morgen, binnen twee weken."
    let holdButton = "Nu vasthouden"
    let show = "Weer laten zien"
    let showTitle = "Een kringlid weer laten zien"
    func showFirst(_ name: String) -> String { "Bespreek dit eerst met \(name)" }
    let showFirstText =
        "Bij de uitnodiging is gezegd dat deze mensen elkaar niet mogen tegenkomen. Tot een tweede professional ja zegt, verandert er niets."
    let showTo = "Aan wie?"
    let showMissing = "Kies aan wie je dit kringlid weer laat zien."
    func showReasonHint(_ name: String) -> String { "Schrijf wat er veranderd is, en wat \(name) ervan vindt." }
    let showButton = "Vraag om mee te beslissen"
    func entry(_ kind: ItemName.Kind, from names: String) -> String {
        "\(self.kind(kind).capitalised), niet te zien voor \(names)"
    }
    func state(_ state: Hold.State, until day: String) -> String {
        switch state {
        case .standing: "Wordt vastgehouden. Opnieuw bekijken: \(day)."
        case .waiting(.start, _): "Wordt vastgehouden. Een tweede professional moet dit nog zeggen."
        case .waiting(.third, _): "De twee zijn het niet eens. Een teamleider beslist; tot dan blijft het zo."
        case .waiting(.stay, _): "Blijft misschien langer vastgehouden. Een tweede professional beslist mee."
        case .waiting(.release, _):
            "Wordt misschien weer zichtbaar. Tot een tweede professional ja zegt, blijft het zo."
        case .released: "Is weer te zien. Niemand hoort dat het was vastgehouden."
        }
    }
    let by = "Voorgesteld door"
    let since = "Sinds"
    let yourAnswer = "Wat vind jij?"
    let said = "Ben je het ermee eens?"
    let saidMissing = "Kies ja of nee."
    func answer(_ answer: SecondProfessional.Answer) -> String {
        switch answer {
        case .yes: "Ja, daar ben ik het mee eens"
        case .no: "Nee"
        }
    }
    let answerReasonHint = "Bij nee is dit nodig. Bij ja mag het."
    let answerButton = "Antwoord vastleggen"
    let decide = "Opnieuw beslissen"
    let what = "Wat stel je voor?"
    let whatHint = "Het gaat pas in als een tweede professional ja zegt."
    let whatMissing = "Kies wat je voorstelt."
    func choice(_ decision: Hold.Decision) -> String {
        switch decision {
        case .release: "Weer laten zien"
        case .start, .third, .stay: "Nog ten hoogste twee weken vasthouden"
        }
    }
    let decideButton = "Voorstellen"
    let decisions = "Wat er is besloten"
    func decided(_ decision: Hold.Decision, _ answer: SecondProfessional.Answer?, first: String) -> String {
        let what =
            switch decision {
            case .start: "vasthouden"
            case .third: "het verschil van mening"
            case .stay: "langer vasthouden"
            case .release: "weer laten zien"
            }
        return switch answer {
        case .yes: "zei ja tegen \(what), op voorstel van \(first)."
        case .no: "zei nee tegen \(what), op voorstel van \(first)."
        case nil: "stelde voor: \(what). Er is nog geen antwoord."
        }
    }
}
