// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct DutchDirection: DirectionWords {
    let title = "Wie heeft de regie?"
    let doorText = "Wie zorgt dat alles bij elkaar past, en wat je mag verwachten."
    func directs(_ name: String, _ kind: Direction.Kind) -> String {
        "\(name) heeft de regie: \(self.kind(kind).lowercased())."
    }
    func youDirect(_ kind: Direction.Kind) -> String { "Jij hebt de regie: \(self.kind(kind).lowercased())." }
    func kind(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Geen regie nodig"
        case .monitoring: "Volgen"
        case .careCoordination: "Hulp afstemmen"
        case .safetyCoordination: "Veiligheidsregie"
        }
    }
    func kindText(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Jullie regelen het zelf. Het vaste aanspreekpunt geeft antwoord."
        case .monitoring: "Iemand volgt of gebeurt wat is afgesproken."
        case .careCoordination: "Iemand zorgt dat alle hulp bij elkaar past."
        case .safetyCoordination: "Een hulpverlener maakt afspraken over veiligheid."
        }
    }
    func act(_ act: Direction.Act) -> String {
        switch act {
        case .answers: "Geeft antwoord op vragen, of zoekt uit wie dat kan."
        case .passesOn: "Geeft door wat een ander moet weten."
        case .follows: "Kijkt of gebeurt wat is afgesproken."
        case .reminds: "Belt wie iets niet op tijd deed."
        case .tells: "Vertelt jullie hoe het ervoor staat."
        case .keepsPlan: "Houdt met jullie het ene plan bij."
        case .bringsTogether: "Brengt iedereen bij elkaar als dat nodig is."
        case .movesOnWhatStops: "Maakt los wat vastloopt."
        case .agreesOnSafety: "Maakt met jullie afspraken over veiligheid."
        case .watchesSafety: "Let op of iedereen zich eraan houdt."
        case .weighsReport: "Weegt of er een melding nodig is."
        }
    }
    let isNow = "Zo is het nu"
    let since = "Sinds"
    let agreedBy = "Afgesproken met"
    let reviewOn = "We kijken opnieuw op"
    let why = "Waarom"
    let support = "Gratis hulp voor jullie zelf"
    let supportOffered = "Ik vertelde dat er gratis cliëntondersteuning is"
    let supportText = "Een cliëntondersteuner is gratis en hoort bij niemand van de hulp. Die denkt met jullie mee."
    func cause(_ cause: DirectionChange.Cause, by name: String?, second: String?) -> String {
        switch cause {
        case .start: "Zo begon het."
        case .parents: "De ouders hebben zelf de regie."
        case .handover: "Overgedragen."
        case .kind: "Het werd een andere vorm van regie."
        case .safety: "Overgenomen voor de veiligheid\(together(name, second))."
        case .absence: "Overgenomen omdat de ander er niet was\(together(name, second))."
        case .reassigned: "De teamleider koos een collega."
        case .inherited: "De vorige regisseur ging uit de kring."
        }
    }
    private func together(_ name: String?, _ second: String?) -> String {
        guard let name, let second else { return "" }
        return ", door \(name) en \(second) samen"
    }
    let expect = "Wat mag je verwachten?"
    let expectText = "Er zijn vier vormen van regie. Er geldt er altijd één."
    let tasks = "Wie doet wat, en wat niet?"
    let member = "Wie"
    let does = "Doet dit"
    let mandate = "Mag dit beslissen"
    let mandateHint = "Wat mag jij zelf beslissen voor dit gezin? Laat leeg als dat niets is."
    let doesNot = "Doet dit niet"
    let sayYours = "Zeg wat jij wel en niet doet"
    let notSaid = "Nog niet gezegd"
    let firstContact = "Vast aanspreekpunt"
    func isFirstContact(_ name: String) -> String { "\(name) bel of schrijf je het eerst, met elke vraag." }
    func absent(_ organisation: String) -> String {
        "Is die er niet? Wat jou is beloofd, komt dan bij \(organisation) terecht."
    }
    let noFirstContact = "Wie jullie het eerst bellen, mag je hier niet zien."
    let chooseFirstContact = "Kies een ander vast aanspreekpunt"
    let chooseButton = "Dit wordt het aanspreekpunt"
    let chooseMissing = "Kies iemand uit de kring."
    let history = "Hoe het tot nu toe ging"
    func period(from: String, until: String?) -> String {
        guard let until else { return "Sinds \(from)." }
        return "Van \(from) tot \(until)."
    }
    let acts = "Wat je kunt doen"
    let underWay = "Er loopt een overdracht"
    let underWayMore = "Bekijk de overdracht"
    let takeOver = "Regie overnemen"
    let takeOverText = "Je besprak met het gezin dat jij dit gaat doen."
    let handOver = "Regie overdragen"
    let handOverText = "Draag de regie over aan iemand uit de kring."
    let back = "Zelf weer de regie"
    let backText = "Je hoeft niet uit te leggen waarom. De hulp blijft gewoon."
    let backButton = "Ik neem zelf weer de regie"
    let otherKind = "Andere vorm van regie"
    let otherKindText = "Dezelfde regisseur, maar die gaat meer of minder doen."
    let without = "Overnemen zonder overleg"
    let withoutText = "Alleen voor veiligheid, of als de regisseur er niet is. Dat doe je samen met een collega."
    let kindAsked = "Wat ga je doen?"
    let kindMissing = "Kies een vorm van regie."
    let reason = "Waarom?"
    let reasonHint = "Schrijf het zo op dat het gezin het herkent."
    let reasonMissing = "Schrijf op waarom."
    let review = "Wanneer kijken jullie of dit nog nodig is?"
    let reviewHint = "Ten laatste over een half jaar."
    let reviewOutside = "Kies een dag vanaf morgen, binnen een half jaar."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let talkDay = "Wanneer spraken jullie erover?"
    let whoAgreed = "Wie van het gezin was erbij en zei ja?"
    let whoAgreedHint = "Wie nu de regie heeft, zegt daarna zelf nog ja."
    let nobodyAgreed = "Kies wie van het gezin ja zei."
    let reviewTitle = "Klopt de regie nog?"
    func reviewLead(_ name: String, isFamily: Bool) -> String {
        isFamily ? "\(name) doet dit zelf. Vraag of dat goed gaat." : "\(name) doet dit nu. Vraag of dat nog nodig is."
    }
    let goesWell = "Ja, zo blijft het"
    let otherwise = "Nee, het moet anders"
    let changeButton = "Verander de regie"
    let withoutTitle = "Overnemen zonder overleg"
    let withoutLead = "Dit kan alleen als praten gevaarlijk is, of als de regisseur er niet is. Een collega kijkt mee."
    let causeAsked = "Waarom zonder overleg?"
    func causeLabel(_ cause: DirectionChange.Cause) -> String {
        switch cause {
        case .safety: "Voor de veiligheid"
        case .absence: "De regisseur is er niet"
        default: "Andere vorm van mijn eigen regie"
        }
    }
    let causeMissing = "Kies waarom."
    let second = "Welke collega kijkt mee?"
    let secondHint = "De regie verandert pas als deze collega ja zegt."
    let secondMissing = "Kies een andere hulpverlener uit de kring."
    let askSecond = "Vraag de collega"
    let changed = "De regie is intussen veranderd"
    let changedText = "Hier zie je hoe het nu is."
}
