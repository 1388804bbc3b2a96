// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchGuests: GuestWords {
    let title = "Te gast"
    let lead = "Voor huisartsen, scholen en jeugdartsen zonder account. Je vraagt hulp of advies, en hoort terug."
    func welcome(_ name: String, _ practice: String) -> String { "Je bent hier als \(name), van \(practice)." }
    let again = "Na een uur vragen we de code opnieuw."
    let haveCode = "Ik heb een code"
    let haveCodeText = "De code van jullie praktijk of school geldt een maand."
    let askCode = "Vraag een code"
    let askCodeText = "We bellen jullie op het nummer dat we al kennen."
    let report = "Meld een zorg"
    let reportText = "Dat kan altijd, ook zonder code."
    let refer = "Verwijs een jongere"
    let referText = "Je ziet vooraf hoe lang het daar duurt."
    let ask = "Vraag advies"
    let askText = "Zonder namen. Het antwoord komt bij jullie terug."
    let leave = "Ik ben klaar"

    let requestTitle = "Vraag een code"
    let requestLead = "We bellen jullie terug. Wie er opneemt, hoort de code."
    let noPractices = "Er zijn nog geen praktijken met een telefoonnummer. Vraag het aan de gemeente."
    let practice = "Praktijk of school"
    let choose = "Kies er één"
    let practiceMissing = "Kies de praktijk of school waar je werkt."
    let name = "Je naam"
    let nameMissing = "Vul je naam in."
    let function = "Wat doe je daar?"
    let functionHint = "Bijvoorbeeld huisarts, assistent of intern begeleider."
    let functionMissing = "Vul in wat je daar doet."
    let behalf = "Namens wie?"
    let behalfHint = "Alleen als je dit voor een ander doet, zoals voor de huisarts."
    let mail = "Mailadres van de praktijk"
    func mailHint(mailed isMailed: Bool) -> String {
        isMailed
            ? "Hier hoor je dat er antwoord is. Wat het antwoord is, staat niet in de mail."
            : "We mailen van hieruit niet. Wie je iets vraagt, belt jullie met het antwoord."
    }
    let mailWrong = "Vul een mailadres in, zoals post@praktijk.nl."
    let requestSend = "Vraag de code"
    let requestDone = "We bellen jullie"
    let requestDoneText = """
        Dat doen we binnen twee werkdagen, op het nummer dat bij ons bekend is. Is er haast? Bel dan zelf het gebiedsteam.
        """

    let visitTitle = "Kom binnen met de code"
    let visitLead = "Zeg eerst wie je bent. Alles wat je doet en leest, staat op je naam."
    let visitLinkLead = "Er is antwoord. Zeg wie je bent en vul de code van jullie praktijk in."
    let code = "Code"
    let codeHint = "Vijftien tekens. Die hoorde je aan de telefoon."
    let codeWrong = "Deze code past niet bij deze praktijk, of is te oud. Vraag anders een nieuwe."
    let enter = "Naar binnen"

    func referLead(within days: Int) -> String {
        "De ander moet binnen \(workingDays(days)) antwoorden. Jullie horen het bij het antwoord, het begin en het einde."
    }
    private func workingDays(_ days: Int) -> String { days == 1 ? "één werkdag" : "\(days) werkdagen" }
    let whom = "Wie vraag je om hulp?"
    let whomMissing = "Kies wie je vraagt."
    let waits = "Hoe lang duurt het waar?"
    let other = "Kan het ook anders?"
    let otherText = "Vraag eerst advies, zonder namen."
    let childName = "Naam van de jongere"
    let childNameMissing = "Vul de naam in."
    let birth = "Geboren op"
    let birthMissing = "Vul de geboortedatum in."
    let reach = "Hoe bereiken ze het gezin?"
    let reachHint = "Wie ze bellen en wanneer dat veilig kan."
    let apart = "Is er iemand bij deze organisatie die dit niet mag lezen?"
    let apartHint = "Schrijf de namen op. Wie zo heet, krijgt dit niet te zien, ook niet bij het gebiedsteam."
    let typedKept = "Wat je typte is er nog. Vul de code in, dan staat het weer in het formulier."
    let reachMissing = "Vul in hoe het gezin te bereiken is."
    let question = "Wat vraag je?"
    let questionMissing = "Schrijf op wat je vraagt. Eén zin is genoeg."
    let why = "Waarom is hulp nodig?"
    let whyHint = "Wat je ziet, en wat er al is gedaan."
    let agreed = "Wie zei ja op deze verwijzing?"
    let agreedHint = "Tot 12 jaar wie het gezag heeft. Van 12 tot 16 ook de jongere zelf. Vanaf 16 de jongere alleen."
    func agreed(_ who: GuestBasis.Agreeing) -> String {
        switch who {
        case .youngPerson: "De jongere zelf"
        case .authority: "Iedereen met gezag"
        }
    }
    let without = "Ja vragen kan niet, of er is geen ja"
    let withoutText = "Dat mag alleen om ernstig nadeel te voorkomen. Overleg met een andere professional."
    let withoutReason = "Waarom toch verwijzen?"
    let withoutSecond = "Met welke professional heb je overlegd?"
    func missing(_ refusal: GuestBasis.Refusal) -> String {
        switch refusal {
        case .youngPersonMissing: "Vanaf 12 jaar is het ja van de jongere zelf nodig."
        case .authorityMissing: "Op deze leeftijd is het ja nodig van iedereen met gezag."
        case .reasonMissing: "Schrijf op waarom je toch verwijst."
        case .secondMissing: "Schrijf op met wie je overlegde."
        case .notYoung: "Kijk de datum na. Jeugdhulp is er tot 23 jaar."
        }
    }
    let referSend = "Verstuur de verwijzing"
    func askLead(within days: Int) -> String { "Een professional antwoordt binnen \(workingDays(days))." }
    let withoutNames = "Schrijf geen namen, geboortedatums of nummers van mensen op."
    let askSend = "Verstuur de vraag"
    func refused(_ refusal: OutsideReferral.Refusal) -> String {
        switch refusal {
        case .over: "Dit is al klaar."
        case .notYours: "Iemand anders heeft dit opgepakt."
        case .notNow: "Dit kan nu niet meer. Kijk hoe het staat."
        case .ownReferral: "Dit kun je niet aan je eigen organisatie vragen."
        case .noReason: "Schrijf het op. Eén zin is genoeg."
        case .noGuest: "De code geldt niet meer. Vraag een nieuwe."
        case .noAreaTeam: "Dit gebiedsteam kan het niet zijn. Kies iemand anders."
        case .tooMany: "Jullie vroegen vandaag al twintig dingen. Bel hierover, of kom morgen terug."
        }
    }

    func stands(at organisation: String) -> String { "Je vraag aan \(organisation)" }
    let linkLead = "Wat je hier leest, staat op jouw naam in het dossier van wie helpt."
    let oldTitle = "Deze link is te oud"
    func oldText(mailed isMailed: Bool) -> String {
        isMailed
            ? "Een link werkt veertien dagen. We sturen een nieuwe naar het mailadres van jullie praktijk."
            : "Een link werkt veertien dagen. Wie je het vroeg, kan jullie bellen."
    }
    func renew(mailed isMailed: Bool) -> String { isMailed ? "Stuur een nieuwe link" : "Vraag of ze bellen" }
    func renewed(mailed isMailed: Bool) -> String {
        isMailed
            ? "De nieuwe link is onderweg naar het mailadres van jullie praktijk."
            : "Wie je het vroeg, belt jullie praktijk."
    }
    let reply = "Wil je iets zeggen of vragen?"
    let replySend = "Verstuur"
    let replyMissing = "Schrijf op wat je wilt zeggen."
    let withdraw = "Dit is niet meer nodig"
    let verdictTitle = "Hielp dit?"
    let verdictText = "Wil je er iets bij zeggen?"
    let verdictMissing = "Kies of het hielp."
    let verdictSend = "Laat het weten"
    let copy = "Neem een kopie mee"
    let copyText = "Als pdf, voor jullie eigen dossier."
    let fileName = "verwijzing"
    func copied(_ day: String, by name: String) -> String { "Kopie van \(day), voor \(name)." }
    let letterSubject = "Er is antwoord"
    func letter(_ link: String) -> String {
        """
        Er is antwoord op wat jullie vroegen. Lees het hier, met de code van jullie praktijk:
        \(link)

        De link werkt veertien dagen. Zonder de code opent hij niets.

        Je kunt niet antwoorden op deze mail.
        """
    }

    let callsTitle = "Terugbellen"
    let callsLead = "Praktijken en scholen die een code willen. Bel ze, en zeg de code."
    let callsDoor = "Bel praktijken en scholen die een code vragen."
    let noCalls = "Er hoeft niemand gebeld te worden"
    let noCallsText = "Vraagt een praktijk of school een code, dan staat het hier."
    func asks(_ name: String, _ practice: String) -> String { "\(name) van \(practice)" }
    let onRecord = "Bel dit nummer"
    let noNumber = "Er is geen nummer meer bekend. Vraag het aan de beheerder."
    let callFirst = "Bel eerst"
    let callFirstText = """
        Bel alleen het nummer dat hier staat. Vraag of deze persoon er werkt en of het mailadres klopt. \
        Een nieuwe code maakt de oude ongeldig.
        """
    let known = "Ik heb gebeld: maak de code"
    let unknown = "Ze kennen deze persoon niet"
    let codeTitle = "Zeg deze code"
    func codeText(_ practice: String, until day: String) -> String { "Voor \(practice). De code geldt tot \(day)." }
    let codeOnce = "Je ziet de code alleen nu. Schrijf hem nergens op."
    func refused(_ refusal: GuestRequest.Refusal) -> String {
        switch refusal {
        case .notNow: "Iemand anders heeft al gebeld."
        case .notAtDesk: "Dit doet wie aan het meldpunt zit."
        case .noNumber: noNumber
        }
    }
}
