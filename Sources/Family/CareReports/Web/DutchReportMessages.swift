// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules

struct DutchReportMessages: ReportMessageWords {
    let title = "Berichten van andere systemen"
    let lead = "Lees hier zorgmeldingen in die als StUF-bericht komen, zoals van de politie of Veilig Thuis."
    let file = "Berichten"
    let fileHint =
        "XML-bestanden: zorgmelding of VT-melding. Hoogstens 20 tegelijk. Burgerservicenummers lezen we niet."
    let fileMissing = "Kies een of meer berichten."
    let fileTooLarge = "Een bestand is groter dan 8 MB. Wat ervoor stond is ingelezen."
    let filesTooMany = "Kies hoogstens 20 berichten tegelijk. De eerste 20 zijn ingelezen."
    let send = "Lees in"
    let resultTitle = "Klaar met inlezen"
    let resultColumns = ["Bestand", "Wat ermee gebeurde"]
    let keptTitle = "Niet te lezen"
    let keptLead = "Stuur het antwoord naar wie het bericht stuurde. Wat klaar is, wissen we na 90 dagen."
    let keptColumns = ["Wanneer", "Wat er mis is", "Bestanden"]
    let answer = "Antwoord"
    let original = "Bericht"
    let settle = "Opgelost"
    let settled = "Klaar."
    func unread(_ count: Int) -> String {
        count == 1 ? "1 bericht is niet te lezen" : "\(count) berichten zijn niet te lezen"
    }
    let unreadText = "Er kan een zorg over een kind in staan. Stuur het antwoord terug, of los het anders op."
    let replyTitle = "Antwoord als bericht"
    let replyHint = "Deze melding kwam als bericht. Stuur dit bestand terug."

    func brought(_ number: String) -> String { "Dit is nu melding \(number)." }
    func broughtBefore(_ number: String) -> String { "Was al melding \(number). Er is niets veranderd." }
    func wrong(_ flaw: ReportMessageFlaw) -> String {
        switch flaw {
        case .tooLarge: "Het bestand is groter dan 8 MB."
        case .notXML(let line): "Dit is geen goede XML in UTF-8\(line.map { " (regel \($0))" } ?? "")."
        case .documentType: "Het bestand bevat een DOCTYPE. Berichten hebben dat niet."
        case .otherMessage: "Dit is geen zorgmelding en geen VT-melding."
        case .missing(let element): "\(element) ontbreekt."
        case .wrong(let element, let line): "\(element) klopt niet (regel \(line))."
        case .sameName: "Er is al een ander bericht met dit nummer van dezelfde afzender."
        }
    }

    let help = "Wie er al helpt"
    let safetyTitle = "Dit geldt voor de veiligheid"
    let safetyLead = "Lees dit eerst."
    let nobodyKeeps = "Nog niemand let hierop. Kies bij het beoordelen wie dat doet."
    let isOver = "Hier let nu niemand meer op. Bij ‘Wat er is gedaan’ staat waarom."
    let safetyAgain = "Opnieuw afspreken wie op de veiligheid let"
    let safetyAgainSave = "Spreek af"
    let safetyEnd = "De afspraken gelden hier niet meer"
    let safetyEndLabel = "Waarom niet meer, of wie let er nu op?"
    let safetyEndHint = "Let iemand anders erop? Schrijf de naam, het nummer en tot wanneer."
    let safetyEndMissing = "Schrijf waarom de afspraken hier niet meer gelden, of wie erop let."
    let safetyEndSave = "Gelden niet meer"
    func kept(by keeper: String, until day: String, isPast: Bool) -> String {
        isPast
            ? "\(keeper) zou hier op \(day) weer naar kijken. Die dag is voorbij."
            : "\(keeper) let hierop, en kijkt er op \(day) weer naar."
    }
    let keeper = "Wie let op de veiligheid?"
    let keeperHint = "Een naam en een telefoonnummer."
    let keeperMissing = "Schrijf op wie op de veiligheid let."
    let keeperDay = "Wanneer kijkt die weer?"
    let keeperDayMissing = "Kies een dag vanaf vandaag."
    let conditions = "Wat is er afgesproken voor de veiligheid?"
    let conditionsHint = "Alleen als je dit overdraagt, zoals Veilig Thuis doet."
    func safety(_ kind: SafetyCondition.Kind) -> String {
        switch kind {
        case .agreed: "Afspraken over veiligheid"
        case .stalking: "Angst voor stalking (SASH)"
        case .banned: "Tijdelijk huisverbod"
        case .arrested: "Aanhouding"
        case .charged: "Aangifte"
        case .honour: "Geweld om de eer"
        case .recorded: "Eerder bekend"
        }
    }
    func role(_ role: YouthCareRole) -> String { role.rawValue }

    let files = "Bijlagen"
    let filesLabel = "Foto's of PDF (mag leeg)"
    let filesHint =
        "Hoogstens 3 bestanden van 5 MB. Waar en wanneer een foto is gemaakt, halen we eraf. "
        + "In een pdf kan de naam staan van wie hem maakte."
    let filesAgain = "Kies je bestanden nog een keer. We konden ze niet bewaren."
    let reportFileTooLarge = "Een bestand is groter dan 5 MB. Kies een kleiner bestand."
    let reportFilesTooMany = "Kies hoogstens 3 bestanden."
    let reportFileOther = "Alleen foto's en PDF kunnen mee. Kies een ander bestand."
    let reportFilesBusy = "Het is nu te druk voor bestanden. Stuur de melding zonder, of probeer het zo nog een keer."
    func file(_ number: Int) -> String { "Bijlage \(number)" }
}
