// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchPlan: PlanWords {
    let title = "Plan"
    let ownTitle = "Ons plan"
    func lead(_ names: String) -> String { "Van \(names)." }
    func version(_ number: Int, changed day: String) -> String { "Dit is versie \(number), van \(day)." }
    func asOf(_ moment: String) -> String { "Zo was het plan: \(moment)" }
    let toNow = "Naar het plan van nu"
    let newGoal = "Nieuw doel"
    let takeAlong = "Afdrukken of bewaren"
    let fileName = "plan"
    let nothing = "Er is nog geen plan"
    let nothingText = "Begin met één doel. Meer hoeft niet."
    let goals = "Doelen"
    func goal(_ number: Int) -> String { "Doel \(number): " }
    func meaning(_ names: String) -> String { "Wat betekent dit voor \(names)?" }
    func spoken(by name: String) -> String { "Dit zegt \(name)." }
    func actions(_ number: Int) -> String { "Acties bij doel \(number)" }
    let what = "Wat"
    let who = "Wie"
    let when = "Wanneer"
    let state = "Stand"
    let act = "Klaar?"
    func time(_ time: ActionTime, today: Day) -> String {
        switch time {
        case .by(let day): Language.nl.by(day, today: today)
        case .each(let rhythm, let from): each(rhythm, from) + (from > today ? ", vanaf \(day(from, today))" : "")
        }
    }
    private func each(_ rhythm: ActionTime.Rhythm, _ from: Day) -> String {
        switch rhythm {
        case .daily: "Elke dag"
        case .workingDays: "Elke werkdag"
        case .weekly(let days): "Elke \(Language.nl.list(names(days)))"
        case .everyWeeks(1): "Elke week op \(Language.nl.weekday(from))"
        case .everyWeeks(let weeks): "Elke \(Language.nl.count(weeks)) weken op \(Language.nl.weekday(from))"
        case .monthly: "Elke maand, op dag \(from.civil.day)"
        }
    }
    private func names(_ days: Set<Day.Weekday>) -> [String] {
        days.map(\.rawValue).sorted().map { Language.nl.time.weekdays[$0 - 1] }
    }
    private func day(_ day: Day, _ today: Day) -> String { Language.nl.dayInside(day, today: today) }
    func typed(_ time: ActionTime) -> String {
        switch time {
        case .by(let day): day.iso
        case .each(.everyWeeks(let weeks), let from): "elke \(weeks) weken vanaf \(from.iso)"
        case .each(.monthly, let from): "elke maand vanaf \(from.iso)"
        case .each(let rhythm, let from): "\(each(rhythm, from).lowercased()) vanaf \(from.iso)"
        }
    }
    func next(_ day: String) -> String { "Nu: \(day)." }
    func times(_ count: Int) -> String { count == 1 ? "1 keer gedaan." : "\(count) keer gedaan." }
    func delayed(_ was: String, _ why: String) -> String { "Was \(was). \(why)" }
    func progress(_ progress: ActionProgress) -> String {
        switch progress {
        case .notBegun: "Nog niet begonnen"
        case .begun: "Bezig"
        case .done: "Klaar"
        case .stopped: "Gestopt"
        case .late: "Te laat"
        }
    }
    func forDay(_ day: String) -> String { "voor \(day)" }
    func contactPlanned(_ day: String, isWaited: Bool) -> String {
        isWaited ? "Het eerste contact zou \(day) zijn." : "Eerste contact: uiterlijk \(day)."
    }
    func contactWas(_ day: String) -> String { "Eerste contact: \(day)." }
    func helpBegan(_ day: String) -> String { "Begonnen: \(day)." }
    func step(_ step: ActionStart.Step) -> String {
        switch step {
        case .contact: "Er was contact"
        case .start: "De hulp begon"
        }
    }
    let done = "Gedaan"
    let addLabel = "Wie doet wat, wanneer?"
    let addHint = "Eén per regel. Bijvoorbeeld: Noor ophalen · Oma · elke dinsdag"
    let add = "Toevoegen"
    let change = "Veranderen"
    func overlap(_ parties: String) -> String { "\(parties) werken aan hetzelfde doel." }
    let overlapText = "Spreek samen af wie wat doet."
    func own(_ own: Int, of all: Int) -> String {
        "Van de \(all) dingen die nu lopen, doen het gezin en de eigen mensen er \(own)."
    }
    func score(_ score: String, was: String?) -> String { "Nu een \(score)" + (was.map { ", was een \($0)." } ?? ".") }
    func given(by names: String, on day: String) -> String { "Dit cijfer gaven zij op \(day): \(names)." }
    let ended = "Doelen die klaar zijn"
    func ended(_ state: Goal.State) -> String {
        switch state {
        case .open: "Loopt"
        case .reached: "Gelukt"
        case .stopped: "Gestopt"
        }
    }
    let ownActions = "Wat jij doet"
    let howGoes = "Hoe gaat het?"
    func lookBack(_ day: String) -> String { "Op \(day) kijken we samen terug." }
    let noLookBack = "Er is nog geen dag om samen terug te kijken."
    let lookBackText = "Ieder doel krijgt een cijfer. Daarna kiezen we: doorgaan, veranderen of stoppen."
    let evaluate = "Samen terugkijken"
    let agreed = "Wie is het ermee eens?"
    let agreedText = "Een plan telt als deze mensen ja zeggen."
    func agrees(_ yes: Bool, _ how: PlanAgreement.How, _ day: String, by: String?) -> String {
        let said = "\(yes ? "Ja" : "Nee"), \(day)."
        guard let by else { return said }
        return switch how {
        case .here: said
        case .spoken: said + " Gezegd tegen \(by)."
        case .paper: said + " Op papier, opgeschreven door \(by)."
        }
    }
    let changedSince = "Daarna is het plan veranderd."
    let inWriting = """
        Iedereen van wie dit plan is, mag het op papier vragen. Dan krijgt die het binnen 14 dagen. Hier kan het meteen.
        """
    let notSaid = "Nog niets gezegd."
    let readAgreed = "Lees het plan van toen"
    let agree = "Ik ben het eens met dit plan"
    let disagree = "Ik ben het niet eens"
    let saidAgree = "Zei ja"
    let paperAgree = "Tekende op papier"
    let versions = "Eerdere versies"
    let versionsText = "Wat er veranderde, en door wie."
    func domain(_ domain: LifeDomain) -> String {
        switch domain {
        case .upbringing: "Opvoeden en thuis"
        case .care: "Zorg en gezondheid"
        case .school: "School"
        case .housing: "Wonen"
        case .money: "Geld"
        case .work: "Werk"
        case .transport: "Vervoer"
        case .support: "Hulp in huis (Wmo)"
        case .freeTime: "Vrije tijd en vrienden"
        case .safety: "Veiligheid"
        case .other: "Iets anders"
        }
    }
    func provision(_ provision: Provision) -> String {
        switch provision {
        case .youthHelp: "Jeugdhulp"
        case .schoolBudget: "Geld van school voor extra hulp"
        case .schoolTransport: "Leerlingenvervoer"
        case .support: "Wmo"
        case .health: "Zorgverzekering"
        case .longTerm: "Langdurige zorg (Wlz)"
        case .income: "Inkomen en schulden"
        case .other: "Iets anders"
        }
    }
    let offer = "Eerst een eigen plan?"
    func offered(_ outcome: GroupPlanOffer.Outcome) -> String {
        switch outcome {
        case .offered: "Jullie mogen eerst zelf een plan maken, met je eigen mensen."
        case .wanted: "Het gezin maakt zelf een plan, met de eigen mensen."
        case .declined: "De ouders maken liever samen met een hulpverlener een plan."
        case .threat: "Er wordt niet gewacht op een eigen plan: een kind loopt gevaar in de ontwikkeling."
        case .harm: "Er wordt niet gewacht op een eigen plan: dat zou een kind schaden."
        }
    }
    func fixedBy(_ day: String) -> String { "Dan staat het plan uiterlijk op \(day) vast." }
    let erased = "Dit is gewist."
    let director = "regisseur"
    let undrawn = "Deze tekens konden niet worden afgedrukt:"
    let noPaper = "Hier kan nu geen PDF worden gemaakt."
}
