// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

struct DutchInvitations: InvitationWords {
    let invite = "Iemand uitnodigen"
    let inviteLead = "Wie wil je erbij hebben?"
    let relative = "Iemand van het gezin zelf"
    let relativeText = "Oma, de buurvrouw, een trainer: iemand die jullie zelf kennen."
    let professional = "Een hulpverlener"
    let professionalText = "Iemand van een school, een praktijk of een andere organisatie."
    func title(_ kind: Membership.Kind) -> String {
        kind == .relative ? "Nodig iemand van jullie zelf uit" : "Nodig een hulpverlener uit"
    }
    let formLead = "Diegene doet pas mee als iedereen die moet instemmen ja zegt."
    let name = "Hoe heet diegene?"
    let relation = "Wie is dat?"
    let relationHint = "Bijvoorbeeld: oma van Noor, buurvrouw, voetbaltrainer."
    let organisation = "Bij welke organisatie?"
    let organisationHint = "Typ de naam zoals je die kent."
    let colleague = "Hoe heet de hulpverlener?"
    let colleagueHint = "Weet je het niet? Laat dit leeg. Dan neemt iemand daar het op."
    let work = "Wat komt diegene doen?"
    let workHint = "Bijvoorbeeld: speltherapeut, huisarts."
    let forWhom = "Voor wie doet diegene mee?"
    let forWhomHint = "Alleen voor wie je hier kiest. Vanaf 12 jaar zegt een kind zelf ja of nee."
    let share = "Wat mag diegene zien?"
    func share(_ share: Share) -> (label: String, text: String) {
        switch share {
        case .contact: ("Alleen wie er meedoen", "En de gesprekken waarin diegene zelf meepraat.")
        case .plan: ("Ook het plan", "Wat jullie willen bereiken en wie wat doet.")
        case .all: ("Ook wat er gebeurt", "Het plan, de tijdlijn en verslagen die jullie delen.")
        }
    }
    let until = "Tot welke dag?"
    let untilHint = "Laat leeg als je dat nog niet weet. Stoppen kan altijd."
    let expectation = "Wat mag je van diegene verwachten?"
    let expectationHint = "In één of twee zinnen. Diegene kan het later zelf aanpassen."
    let notTheirTask = "En wat juist niet?"
    let notTheirTaskHint = "Dit mag leeg blijven."
    let apart = "Wie mag diegene niet tegenkomen?"
    let apartHint = "Wie je hier kiest, ziet nergens dat diegene meedoet."
    let reason = "Waarom vragen jullie het deze persoon niet?"
    let reasonHint = "Alleen als vragen gevaarlijk is. Je beslist dit samen met een tweede professional."
    let second = "Met wie heb je dit besloten?"
    let send = "Uitnodigen"
    let toCircle = "Terug naar de kring"
    let kept = "Wat je typte, is bewaard"

    let nameMissing = "Vul in hoe diegene heet."
    let relationMissing = "Vul in wie dat is."
    let organisationMissing = "Vul in bij welke organisatie."
    let organisationUnknown = "Deze organisatie kennen we hier niet. Kijk de naam na, of vraag je regisseur."
    func organisationWhich(_ names: String) -> String { "Welke bedoel je: \(names)?" }
    let colleagueUnknown = "Zo heet daar niemand die we kennen. Kijk de naam na, of laat dit leeg."
    let expectationMissing = "Vul in wat je mag verwachten."
    let nobodyChosen = "Kies voor wie diegene meedoet."
    let shareMissing = "Kies wat diegene mag zien."
    let noDay = "Vul een dag in, zoals 2026-12-31."
    let termIsOver = "Kies een dag vanaf morgen."
    let moreThanYourOwn = "Je kunt niet meer laten zien dan je zelf ziet."
    func nobodyDecides(_ name: String, _ reason: WhoMustAgree.Reason) -> String {
        switch reason {
        case .authorityAbsent: "Voor \(name) heeft nu niemand gezag. Daarom kan nog niemand ja zeggen."
        case .authorityUndeterminable: "Het is niet duidelijk wie gezag heeft over \(name). Zoek dat eerst uit."
        case .authorityUnderInvestigation: "Het gezag over \(name) wordt onderzocht. Wacht tot dat klaar is."
        case .authorityNotNoted: "Er staat nog niet wie gezag heeft over \(name)."
        case .authorityElsewhere: "Iemand buiten dit gezin heeft ook gezag over \(name). Vraag het eerst daar."
        case .noRepresentative: "Er staat niet wie voor \(name) beslist."
        }
    }
    func mustKnow(_ name: String) -> String {
        "\(name) moet ja zeggen en kan dit dus niet missen. Vraag een hulpverlener om mee te beslissen."
    }
    let secondIsFirst = "Kies een tweede professional, niet jezelf."
    func wrong(_ refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: "Vul dit in."
        case .tooLong(let limit): "Maak dit korter dan \(limit) tekens."
        case .unprintable: "Hier staat een teken in dat we niet kunnen tonen."
        }
    }

    let asking = "Antwoord geven op een uitnodiging"
    let open = "Uitnodigingen"
    func entry(_ name: String, for persons: String) -> String { "\(name), voor \(persons)" }
    let yourAnswerNeeded = "Jouw antwoord is nodig."
    func waits(for names: String) -> String { "Wacht op \(names)." }
    let waitsForInvited = "Wacht op wie is uitgenodigd."
    func pageTitle(_ name: String) -> String { "Uitnodiging voor \(name)" }
    func pageLead(_ inviter: String, until day: String) -> String {
        "\(inviter) vroeg dit. De uitnodiging geldt tot \(day)."
    }
    func outcome(_ outcome: Invitation.Outcome, waitingFor names: String) -> String {
        switch outcome {
        case .agreed: "Iedereen zei ja."
        case .refused: "Iemand zei nee."
        case .waits: "Wacht op \(names)."
        case .stopped: "Kan nu niet: het is niet zeker wie beslist."
        }
    }
    let nobodyNamed = "wie het daar doet"
    let somebody = "iemand"
    let secondProfessional = "een tweede professional"
    let answer = "Wat vind jij?"
    func question(_ invited: String, about person: String) -> String { "Mag \(invited) meedoen voor \(person)?" }
    func say(_ answer: Invitation.Answer) -> String {
        switch answer {
        case .yes: "Ja"
        case .no: "Nee"
        case .notAsked: "Niet gevraagd"
        }
    }
    let answerSend = "Antwoord geven"
    let answerMissing = "Kies ja of nee."
    let withdraw = "Uitnodiging intrekken"
    let withdrawText = "Wie al meedoet, blijft meedoen."
    let over = "Deze uitnodiging is voorbij"
    let overText = "Iemand trok hem in, of er zijn veertien dagen om. Je antwoord is niet verstuurd."
    let card = "Geef het kaartje"
    let cardText = "Met een kaartje komt diegene erin. Geef het zelf, en zeg de vier cijfers erbij."
    let makeCard = "Maak een kaartje"

    let mine = "Uitnodigingen voor jou"
    let mineLead = "Iemand vraagt of je meedoet in een kring. Je ziet pas meer als je ja zegt."
    let mineOpen = "Wat wacht er op jouw antwoord?"
    let mineEmpty = "Er wacht geen uitnodiging op jou"
    let mineEmptyText = "Nodigt iemand je uit, dan staat dat hier."
    func asks(_ inviter: String) -> String { "\(inviter) vraagt je in een kring" }
    func asWhat(_ function: String) -> String { "Als \(function)." }
    func expects(_ text: String) -> String { "Dit wordt verwacht: \(text)" }
    func expectsNot(_ text: String) -> String { "Dit niet: \(text)" }
    func sees(_ share: Share) -> String { "Je ziet: \(self.share(share).label.lowercased())." }
    func answerBefore(_ day: String) -> String { "Antwoord voor \(day)." }
    let accept = "Ja, ik doe mee"
    let refuse = "Nee"
    func invitations(_ count: Int) -> String {
        count == 1 ? "Er is 1 uitnodiging voor jou" : "Er zijn \(count) uitnodigingen voor jou"
    }
    let thanks = "Dank je"
    let thanksText = "Zodra iedereen ja zegt, zie je de kring bij je gezinnen."
}
