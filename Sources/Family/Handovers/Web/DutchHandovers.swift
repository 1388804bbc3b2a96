// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct DutchHandovers: HandoverWords {
    let title = "Overdracht"
    func proposed(_ what: Handover.Responsibility, from: String, to: String) -> String {
        switch what {
        case .direction: "De regie gaat van \(from) naar \(to)."
        case .contact: "Het vaste aanspreekpunt wordt \(to), na \(from)."
        case .help: "De hulp gaat van \(from) naar \(to)."
        }
    }
    func name(_ what: Handover.Responsibility) -> String {
        switch what {
        case .direction: "De regie"
        case .contact: "Wie je het eerst belt"
        case .help: "Alle hulp"
        }
    }
    func under(_ what: Handover.Responsibility) -> String {
        switch what {
        case .direction: "De regie gaat misschien naar iemand anders."
        case .contact: "Iemand anders wordt misschien het vaste aanspreekpunt."
        case .help: "Iemand neemt de hulp misschien over."
        }
    }
    let overLead = "Schrijf op wat je met het gezin besprak. Wie nu de regie heeft, zegt daarna ja of nee."
    let overButton = "Vraag de regie"
    let startLead = "Kies wie het gaat doen. Die zegt eerst ja. Daarna praten jullie samen met het gezin."
    let handContact = "Aanspreekpunt overdragen"
    let handContactText = "Iemand anders wordt het vaste aanspreekpunt."
    let handHelp = "Mijn hulp overdragen"
    let handHelpText = "Iemand neemt alles over wat je hier doet. Jij gaat daarna uit de kring."
    let directsFirst = "Je hebt hier de regie. Draag die over, dan gaat je hulp mee."
    let wait = "Extra wachttijd"
    func wait(at organisation: String, _ known: String) -> String { "\(organisation). \(known)" }
    func withWait(_ part: String?, _ wait: String) -> String {
        [part, "Extra wachttijd: \(wait)"].compactMap(\.self).joined(separator: ". ")
    }
    let waitUnknown = "Er is geen extra wachttijd bekend."
    let waitAsk = "Vraag het na, en zeg het tegen het gezin."
    let soFar = "Tot nu toe"
    func soFar(helpers: Int, handovers: Int) -> String {
        let before = helpers == 1 ? "1 hulpverlener" : "\(helpers) hulpverleners"
        let moved = handovers == 1 ? "1 overdracht" : "\(handovers) overdrachten"
        return "\(before) en \(moved), voor zover jij dat kunt zien."
    }
    let startButton = "Stel dit voor"
    let to = "Aan wie draag je over?"
    let toHint = "Iemand die al in de kring zit. Nog niet? Nodig diegene dan eerst uit."
    let toMissing = "Kies iemand uit de kring."
    let notPossible = "Deze persoon kan dit niet doen. Kies iemand anders."
    let noSuchTalk = "Kies een dag tot en met vandaag, en wie van het gezin erbij was."
    let leaves = "En jij zelf?"
    let leavesLabel = "Ik ga daarna uit de kring. Wat ik beloofde, gaat dan mee."
    let story = "Het verhaal van het gezin"
    let storyLabel = "Het gezin vond dat het verhaal klopt, en hoeft het niet opnieuw te vertellen"
    let introduced = "Kennismaken"
    let introducedLabel = "De vorige stelde de nieuwe hulpverlener voor"
    let whoWasThere = "Wie van het gezin was erbij?"
    func state(_ state: Handover.State) -> String {
        switch state {
        case .proposed: "Voorgesteld, er wacht een antwoord"
        case .agreed: "Afgesproken, nog niet klaar"
        case .completed: "Klaar"
        case .declined: "Iemand zei nee"
        case .withdrawn: "Gestopt"
        case .lapsed: "Vervallen, want er veranderde iets in de kring"
        }
    }
    let stateLabel = "Hoe staat het"
    let what = "Wat verandert er"
    let talk = "Het gesprek"
    func talked(on day: String, with names: String) -> String { "Op \(day), met \(names)." }
    let storyConfirmed = "Het verhaal klopt. Niemand hoeft het opnieuw te vertellen."
    let storyNotConfirmed = "Over het verhaal spraken ze niet."
    let wasIntroduced = "De nieuwe hulpverlener is voorgesteld."
    let noTalk = "Er was geen gesprek"
    let answerAsked = "Wat zeg jij?"
    let agree = "Ja, dat is goed"
    let agreeMoves = "Zeg je ja, dan verandert het meteen."
    let decline = "Nee, liever niet"
    let declineReason = "Waarom niet?"
    let stop = "De overdracht stoppen"
    let stopReason = "Waarom stop je ermee?"
    let noteTalk = "Schrijf het gesprek op"
    let saveTalk = "Bewaar het gesprek"
    let cold = "Komt er geen gesprek?"
    func cold(_ cold: Handover.Cold) -> String {
        switch cold {
        case .safety: "Een gesprek is nu gevaarlijk"
        case .family: "Het gezin wil of kan niet"
        case .holder: "Wie het deed, is er niet meer"
        }
    }
    let coldAsked = "Waarom niet?"
    let coldMissing = "Kies waarom er geen gesprek komt."
    let coldReason = "Vertel er kort iets over"
    let saveCold = "Zonder gesprek verder"
    let complete = "Rond de overdracht af"
    let completeText = "Alles gaat in één keer over."
    let completeFirst = "Eerst het gesprek met het gezin. Daarna kun je afronden."
    let whatMoves = "Wat gaat er over?"
    let meetingsMove = "De overleggen die nog komen"
    func leavesCircle(_ name: String) -> String { "Daarna zit \(name) niet meer in de kring" }
    func promisesMove(_ name: String) -> String { "Alles wat \(name) beloofde" }
    let rightsMove = "Een collega van dezelfde organisatie ziet daarna hetzelfde. Een ander niet."
    let changed = "Er is intussen iets veranderd"
    let changedText = "Hier zie je hoe het nu staat."
}
