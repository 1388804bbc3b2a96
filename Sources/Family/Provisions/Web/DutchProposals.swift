// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct DutchProposals: ProposalWords {
    let title = "Hulpvoorstellen en besluiten"
    let lead = "Welke hulp is voorgesteld, wie daar ja op zegt, en wat de gemeente besluit."
    let door = "Welke hulp is voorgesteld, en wat de gemeente besloot."
    let all = "Hulpvoorstellen"
    let none = "Er is nog geen hulp voorgesteld"
    let noneText = "Stelt iemand hulp voor, dan staat dat hier."
    func of(_ name: String) -> String { "Hulp voor \(name)" }
    let open = "Bekijk het voorstel"
    let erased = "Dit is gewist."

    let fresh = "Hulp voorstellen"
    let freshLead = "Wie hierover beslist, krijgt de vraag en geeft zelf antwoord."
    let person = "Voor wie is de hulp?"
    let personMissing = "Kies voor wie de hulp is."
    let help = "Welke hulp?"
    let helpHint = "In één zin, zo dat iedereen het begrijpt."
    let helpMissing = "Schrijf op welke hulp je voorstelt."
    let helper = "Wie geeft de hulp?"
    let helperHint = "De naam van een organisatie of van een mens."
    let helperMissing = "Schrijf op wie de hulp geeft."
    let starts = "Vanaf wanneer?"
    let notThen = "Kies een dag vanaf vandaag, hooguit een jaar vooruit."
    let brings = "Wat moet de hulp brengen?"
    let bringsHint = "Waaraan merken jullie dat het helpt?"
    let bringsMissing = "Schrijf op wat de hulp moet brengen."
    let propose = "Stel deze hulp voor"

    func proposed(_ name: String, _ day: String) -> String { "Voorgesteld door \(name), \(day)." }
    func stands(_ standing: HelpProposal.Standing, _ names: String) -> String {
        switch standing {
        case .waits: names.isEmpty ? "Wacht op antwoord." : "Wacht op antwoord van \(names)."
        case .agreed: "Iedereen die erover beslist, zei ja."
        case .refused: names.isEmpty ? "Er is nee gezegd." : "\(names) zei nee. Eén nee is hier een nee."
        case .stopped: "Het is niet duidelijk wie hierover beslist."
        case .over(let outcome): self.outcome(outcome)
        }
    }
    let refusedText =
        "Er kan een ander voorstel komen. Een cliëntondersteuner helpt gratis en kiest geen kant. Komen ouders er samen niet uit, dan kan de rechter beslissen (BW 1:253a)."
    func outcome(_ outcome: HelpProposal.Outcome) -> String {
        switch outcome {
        case .goesOn: "Deze hulp gaat door."
        case .doesNotGoOn: "Deze hulp gaat niet door."
        case .withdrawn: "Dit voorstel is ingetrokken."
        }
    }
    let silence = "Wie niets zegt, zegt geen ja."
    let answers = "Wie beslist"
    func said(_ answer: HelpProposal.Answer, _ day: String, notedBy name: String?) -> String {
        let said = answer.isYes ? "Zei ja" : "Zei nee"
        guard let name else { return "\(said), \(day)." }
        return answer.how == .onPaper
            ? "\(said) op papier, \(day). Opgeschreven door \(name)."
            : "\(said) in een gesprek, \(day). Opgeschreven door \(name)."
    }
    func advised(_ answer: HelpProposal.Answer, _ day: String) -> String {
        answer.isYes ? "Raadt het aan, \(day)." : "Raadt het af, \(day)."
    }
    let notYet = "Heeft nog niets gezegd."
    let advice = "Wat professionals ervan vinden"

    let answer = "Jouw antwoord"
    let answerAgain = "Je antwoord veranderen"
    let answerText = "Je mag nee zeggen. Tot het voorstel klaar is, kun je je antwoord veranderen."
    let adviceText = "Jouw advies telt niet als ja. Het gezin beslist."
    let question = "Vind je deze hulp goed?"
    let adviceQuestion = "Raad je deze hulp aan?"
    func say(_ isYes: Bool, isAdvice: Bool) -> String {
        switch (isYes, isAdvice) {
        case (true, false): "Ja, deze hulp mag komen"
        case (false, false): "Nee, dit wil ik niet"
        case (true, true): "Ja, ik raad dit aan"
        case (false, true): "Nee, ik raad dit af"
        }
    }
    let answerMissing = "Kies ja of nee."
    let reason = "Waarom?"
    let reasonHint = "Alleen nodig bij nee. Professionals die met jullie een plan maken, lezen dit. Anderen niet."
    let adviceHint = "Alleen nodig bij nee. Het gezin leest dit ook."
    let reasonMissing = "Schrijf op waarom niet."
    let send = "Geef dit antwoord"

    let note = "Een antwoord opschrijven"
    let noteText = "Voor wie niet inlogt, of het niet zelf kan lezen. Vraag het in een gesprek."
    let noteWhose = "Wie gaf antwoord?"
    let noteAnswer = "Wat was het antwoord?"
    let noteHow = "Hoe gaf iemand antwoord?"
    func how(_ how: Consent.How) -> String {
        switch how {
        case .inRondom: "In Rondom"
        case .onPaper: "Op papier"
        case .spoken: "In een gesprek"
        }
    }
    let noteReason = "Waarom niet?"
    let noteButton = "Schrijf dit antwoord op"
    let choose = "Kies een van de antwoorden."

    let ending = "Het voorstel afronden"
    let conclude = "Rond het voorstel af"
    let concludeText = "Wat eruit komt, volgt uit de antwoorden. Daarna kan niemand meer antwoorden."
    let withdraw = "Trek het voorstel in"
    let withdrawText = "Dan hoeft niemand meer te antwoorden."
    let undecided = "Nog niet iedereen gaf antwoord."
    let changed = "Iemand gaf net een ander antwoord. Kijk opnieuw wat eruit kwam."
    let exceptions = "Toch helpen? De uitzonderingen van de wet leg je vast bij toestemming"
}
