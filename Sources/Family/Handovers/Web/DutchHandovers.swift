// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct DutchHandovers: HandoverWords {
    let title = "Overdracht"
    func proposed(_ from: String, to: String) -> String { "De regie gaat van \(from) naar \(to)." }
    let overLead = "Schrijf op wat je met het gezin besprak. Wie nu de regie heeft, zegt daarna ja of nee."
    let overButton = "Vraag de regie"
    let startLead = "Kies wie het gaat doen. Die zegt eerst ja. Daarna praten jullie samen met het gezin."
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
    let introducedLabel = "De nieuwe regisseur is voorgesteld door de vorige"
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
    let wasIntroduced = "De nieuwe regisseur is voorgesteld."
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
        case .holder: "De vorige regisseur is er niet meer"
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
    let directionMoves = "De regie"
    func promisesMove(_ name: String) -> String { "Alles wat \(name) beloofde" }
    let rightsMove = "Werken ze bij dezelfde organisatie, dan ziet de nieuwe regisseur hetzelfde"
    let changed = "Er is intussen iets veranderd"
    let changedText = "Hier zie je hoe het nu staat."
}
