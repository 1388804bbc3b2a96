// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

struct DutchKeeping: KeepingWords {
    let title = "Wat we bewaren"
    let lead = "Hier zie je hoe lang we iets bewaren, en waarom. Je kunt vragen om het eerder te wissen."
    let door = "Wat niet gewist mag worden, bij een klacht, een zaak of een onderzoek."
    func about(_ name: String) -> String { "Over \(name)" }
    let columns = ["Van wie", "Als er niets verandert, tot", "Waarom"]
    func article(_ article: KeepingTerm.Article) -> String {
        switch article {
        case .jeugdwet: "Twintig jaar na de laatste wijziging (Jeugdwet 7.3.8)."
        case .wgbo: "Twintig jaar na de laatste wijziging (BW 7:454)."
        case .gi: "Tot dertig jaar na de achttiende verjaardag."
        case .circle: "Tot een jaar na het einde van de kring."
        case .report: "Een melding zonder hulp bewaren we kort."
        case .accessLog: "Wie er keek, bewaren we minstens vijf jaar."
        }
    }
    let whileItGoesOn = "Zolang de kring er is"
    let nothing = "Er werkte nog geen organisatie mee. Wat er is, bewaren we twintig jaar na de laatste wijziging."
    let ask = "Vraag om te wissen"
    let askText = """
        Je krijgt binnen drie maanden antwoord. We wissen wat alleen over deze persoon gaat. Wat over meer mensen samen gaat, \
        blijft. Bij een klacht, een zaak of een onderzoek wissen we niets.
        """
    let askWords = "Wil je er iets bij zeggen?"
    let askWordsHint = "Dit hoeft niet."
    func state(_ state: Forgetting.State, on day: String, due: String) -> String {
        switch state {
        case .asked: "Gevraagd op \(day). Je krijgt antwoord voor \(due)."
        case .granted: "Het antwoord was ja, op \(day). We wissen het zo snel als het kan."
        case .refused: "Het antwoord was nee, op \(day)."
        case .withdrawn: "De vraag is ingetrokken op \(day)."
        case .done: "Gewist op \(day)."
        }
    }
    func askedByOther(_ day: String, due: String) -> String { "Gevraagd op \(day). Het antwoord komt voor \(due)." }
    let refusedBecause = "Dit schreven twee hulpverleners erover:"
    let withdraw = "Trek je vraag in"
    let notPossible = "Hier kan niemand over beslissen"
    let notPossibleText = "Er is geen organisatie in de kring. Vraag het aan de beheerder van Rondom."
    let waitsForOthers = "We vroegen het ook aan wie er nog meer gezag heeft. Zonder hun ja wissen we niets."
    let toAgreement = "Zeg of dit mag"
    let askAgain = "Nu moet ook iemand anders ja zeggen. Trek je vraag in, en vraag het opnieuw."
    let othersAsk = "Nu beslist iemand anders hierover. Trek je vraag in. Wie nu beslist, kan het zelf vragen."

    let agreeTitle = "Mag dit gewist worden?"
    func agreeLead(_ name: String, by asker: String) -> String {
        "\(asker) vraagt om te wissen wat alleen over \(name) gaat."
    }
    let agreeText = [
        "Jij hebt ook gezag. Zonder jouw ja wissen we niets.",
        "Zeg je ja, dan beslist daarna nog een hulpverlener. Wat gewist is, komt nooit meer terug.",
        "Zeg je nee, dan blijft alles staan. Je hoeft niet uit te leggen waarom.",
    ]
    let agreeYes = "Ja, dat mag"
    let agreeNo = "Nee, niet wissen"

    let holds = "Niet wissen"
    let holdsLead = "Hier leg je vast dat er voorlopig niets gewist mag worden."
    let holdsWhy = "Waarom mag er niets weg?"
    let holdsText =
        "Bij een klacht, een rechtszaak of een onderzoek van de inspectie mag niets weg. Kijk op tijd of dit nog nodig is."
    let noHold = "Er is nu niets dat wissen tegenhoudt."
    func cause(_ cause: KeepingHold.Cause) -> String {
        switch cause {
        case .complaint: "Een klacht"
        case .court: "Een rechtszaak"
        case .inspection: "Een onderzoek van de inspectie"
        }
    }
    func holdUntil(_ day: String) -> String { "We kijken opnieuw op \(day)." }
    let causeMissing = "Kies waarom er niets weg mag."
    let review = "Wanneer kijk je opnieuw?"
    let reviewHint = "Binnen een jaar."
    let reviewMissing = "Kies een dag na vandaag, binnen een jaar."
    let set = "Houd alles vast"
    let lift = "Dit is voorbij"

    let decideTitle = "Iemand vraagt om te wissen"
    func decideLead(_ name: String, _ day: String, due: String) -> String {
        "Het gaat om wat er over \(name) bewaard wordt. Gevraagd op \(day). Beslis voor \(due)."
    }
    let decideText = [
        "Zeg ja, tenzij de wet het verbiedt of een ander er groot belang bij heeft (Jeugdwet 7.3.9).",
        "Wat gewist is, komt nooit meer terug, ook niet uit een back-up.",
    ]
    let grant = "Ja, wis het"
    let refuse = "Nee, niet wissen"
    let refuseText = "Dit beslis je met zijn tweeën. Wie vroeg, leest waarom."
    let reason = "Waarom niet?"
    let reasonMissing = "Schrijf op waarom het niet kan."
    let second = "Wie beslist mee?"
    let secondMissing = "Kies wie er meebeslist."
    let refuseButton = "Vraag om mee te beslissen"
    let waitsForSecond = "Er is een tweede professional gevraagd. Dit wacht op antwoord."
    let waitsForAgreement = "Nog niet iedereen zei ja"
    func waitsFor(_ names: String) -> String {
        "Wissen kan pas als iedereen met gezag het wil. We wachten op: \(names)."
    }
    func saidInTalk(_ name: String) -> String {
        "\(name) kan hier niet antwoorden. Vraag het in een gesprek, en schrijf het antwoord op."
    }
    let saidYes = "Zei ja"
    let saidNo = "Zei nee"
    let nobodyAgrees = "Niemand kan hier nu ja op zeggen"
    let nobodyAgreesText = "Het is niet duidelijk wie het gezag heeft. Wissen kan pas als dat duidelijk is."
    let asSecond = "Een collega wil dit niet wissen. Ben je het daarmee eens?"
    let yes = "Eens: niet wissen"
    let no = "Niet eens"

    let dueTitle = "Wat gewist wordt"
    let dueLead =
        "Wat gewist moet worden: omdat het gevraagd is, of omdat de tijd om is. De beheerder wist het."
    let dueColumns = ["Vanaf", "Dossier", "Wat", "Waarom", "Kan het nu"]
    let dueNothing = "Er hoeft niets gewist te worden"
    func cause(_ cause: ErasureDue.Cause) -> String {
        switch cause {
        case .granted: "Gevraagd en goedgekeurd"
        case .over(let article): self.article(article)
        }
    }
    func obstacle(_ obstacle: Forgetting.Obstacle) -> String {
        switch obstacle {
        case .keeping: "Nee: er loopt een klacht, een zaak of een onderzoek"
        case .held: "Nee: er is iets vastgehouden"
        case .safety: "Nee: er is veiligheidsregie"
        case .refusal: "Nee: een ouder mag niet meelezen over een kind"
        case .order: "Nee: er is een maatregel van de rechter"
        case .weighing: "Nee: er moet nog iets gewogen worden"
        case .decision: "Nee: er wacht een besluit op een tweede professional"
        case .emergency: "Nee: een noodtoegang is nog niet beoordeeld"
        case .indication: "Nee: er is een veiligheidsinschatting"
        case .agreement: "Nee: niet iedereen die moet beslissen zegt ja"
        }
    }
    let canGo = "Ja"
    let wholeFamily = "Het hele dossier"
    let onePerson = "Wat over één persoon gaat"
    let openTitle = "Gevraagd en nog niet klaar"
    let openNothing = "Er wacht geen vraag om te wissen."
    let openColumns = ["Gevraagd", "Antwoord voor", "Dossier", "Hoe staat het", "Waarom niet"]
    func stage(_ stage: OpenForgetting.Stage) -> String {
        switch stage {
        case .waitsForOthers: "Wacht op een ja van wie ook gezag heeft"
        case .waitsForSecond: "Wacht op een tweede professional"
        case .toDecide: "Wacht op een beslissing"
        case .granted: "Goedgekeurd, nog niet gewist"
        }
    }
}
