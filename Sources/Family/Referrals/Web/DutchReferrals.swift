// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

struct DutchReferrals: ReferralWords {
    let title = "Verwijzingen"
    let door = "Wie vroeg jullie om hulp, en hoe staat het daarmee?"
    let familyDoor = "Bij wie is hulp gevraagd, en hoe lang wachten jullie?"
    func span(days: Int) -> String {
        switch days {
        case ..<1: "nog geen dag"
        case 1: "1 dag"
        case ..<14: "\(days) dagen"
        default: "\((days + 3) / 7) weken"
        }
    }

    func refer(_ name: String) -> String { "\(name) verwijzen" }
    func referLead(within days: Int) -> String {
        "De ander moet binnen \(days) \(days == 1 ? "werkdag" : "werkdagen") antwoorden. Tot de hulp begint, blijf jij verantwoordelijk."
    }
    let referText = "Vraag een andere organisatie om hulp."
    let referWhom = "Iemand verwijzen"
    let soFar = "Wat er al was"
    let helpers = "Hulpverleners tot nu toe"
    let handovers = "Overdrachten"
    let alternatives = "Kan het ook anders?"
    let askFirst = "Vraag eerst advies, zonder namen."
    let addSomebody = "Samen beginnen"
    let addSomebodyText = "Blijf zelf, en vraag iemand erbij in de kring."
    let noBasis = "Er is nog niets waarop je mag delen"
    let noBasisText = "Vraag eerst toestemming, of leg vast waarom het ook zonder mag."
    let askConsent = "Vraag toestemming om te delen"
    let askConsentText = "Noem met wie, wat en waarvoor."
    let noteGround = "Delen zonder toestemming"
    let noteGroundText = "Leg vast op welke grond dat mag."
    func whom(_ name: String) -> String { "Wie mag weten dat het over \(name) gaat?" }
    let whomHint = """
        Kies bij wie je vraagt waarom die het mag weten. Daarmee zeg je ook: dit is de partij die daar staat. \
        Elke organisatie heeft een eigen ja of grond nodig. Vraag je er meer, dan stoppen de andere zodra er één begint.
        """
    let whomMissing = "Kies wie je vraagt."
    let askNot = "Niet vragen"
    let partyTwice = "Dit geldt voor één partij, en die vraag je al. Vraag voor deze een eigen ja."
    let partyNotAsked =
        "Dit mag je delen met een partij die je nu niet vraagt. Kies een andere reden, of deel het niet."
    func seenBy(_ name: String) -> String { "Wie het plan van \(name) leest, ziet deze verwijzing meteen" }
    let seenByText =
        "Kan dat voor iemand gevaar geven? Overleg dan eerst met een collega. Vasthouden kan pas na het versturen."
    func expected(_ span: String, about number: Int) -> String {
        "De helft begon hier binnen \(span). Dat gaat over ongeveer \(number) gezinnen."
    }
    func expectedAfterAssignment(_ span: String, about number: Int) -> String {
        "De helft begon hier binnen \(span) nadat de gemeente de hulp toewees. Dat gaat over ongeveer \(number) jongeren."
    }
    let notKnown = "Hoe lang het hier duurt, weten we nog niet."
    let question = "Wat vraag je?"
    let questionHint = "In gewone woorden. Het gezin leest dit ook."
    let questionMissing = "Schrijf op wat je vraagt. Eén zin is genoeg."
    let choose = "Kies er één"
    let basisMissing = "Kies waarom je dit mag delen."
    func agreed(_ letter: String, _ day: String) -> String { "Ja gezegd op \(day). \(letter)" }
    func ground(_ ground: String, _ letter: String, _ day: String) -> String { "\(ground) (\(day)). \(letter)" }
    let share = "Wat deel je mee?"
    let shareHint = "Kies bij elk deel waarom je het mag delen. Kies je niets, dan gaat het niet mee."
    func story(of name: String) -> String { "Het verhaal van \(name)" }
    func goal(_ title: String) -> String { "Doel: \(title)" }
    let helpSoFar = "Welke hulp er al was, zonder namen"
    let notShared = "Niet delen"
    let mayNot = "Dit mag je nu niet delen"
    let look = "Bekijk wat er dan meegaat"
    let send = "Verstuur de verwijzing"

    let familyLead = "Bij wie hulp is gevraagd, en hoe het daarmee staat."
    let noneYet = "Er zijn nog geen verwijzingen"
    let noneYetText = "Vraagt iemand voor jullie hulp bij een andere organisatie? Dan zie je dat hier."
    func about(_ name: String, _ place: String) -> String { "\(name) en \(place)" }
    let somewhere = "een andere organisatie"
    func stands(_ state: Referral.State) -> String {
        switch state {
        case .sent: "Er is nog geen antwoord."
        case .accepted: "Het antwoord is ja. Er komt een eerste gesprek."
        case .waiting: "Er was een eerste gesprek. De hulp moet nog beginnen."
        case .started: "De hulp is begonnen."
        case .answered(.declined): "Zij kunnen dit niet doen."
        case .answered(.returned): "Na het eerste gesprek bleek dit niet de juiste plek."
        case .answered(.redirected): "Een andere plek past beter."
        case .answered(.forsaken): "Daar is nu niemand die dit doet. Wie het vroeg, zoekt verder."
        case .answered(.finished), .closed(.helped), .closed(.helpedPartly), .closed(.notHelped): "Dit is klaar."
        case .closed(.noLongerNeeded): "Dit is niet meer nodig."
        case .closed(.sentOn): "Dit ging door naar een andere plek."
        case .closed(.startedElsewhere): "De hulp begon op een andere plek."
        case .closed(.unheard): "Dit is klaar."
        }
    }
    func waits(_ span: String) -> String { "Het wachten duurt nu \(span)." }
    func waited(_ span: String) -> String { "Het wachten duurde \(span)." }
    func pausedAfter(_ span: String) -> String { "Het wachten staat stil na \(span), omdat jullie dat wilden." }
    func halfBegan(_ span: String) -> String { "De helft van de gezinnen begon hier binnen \(span)." }
    let asked = "Dit is gevraagd:"
    let open = "Bekijk deze verwijzing"

    let deskLead = "Hulp die aan jullie is gevraagd, en die jij zelf vroeg."
    let which = "Welke"
    func group(_ group: SealedReferrals.Group, _ count: Int) -> String {
        switch group {
        case .toAnswer: "Nieuw (\(count))"
        case .waiting: "Wacht op hulp (\(count))"
        case .helping: "Krijgt hulp (\(count))"
        case .sent: "Door jou gevraagd (\(count))"
        }
    }
    let withWhom = "Van of aan wie"
    let all = "Allemaal"
    let deskEmpty = "Hier wacht niets"
    let deskEmptyText = "Vraagt iemand jullie om hulp, dan staat het hier."
    let nobodyNamed = "Iemand van wie je de naam niet leest"
    func from(_ sender: String, to receiver: String) -> String { "Van \(sender), aan \(receiver)." }
    let longestWaits = "Wie het langst wacht"
    let waitsLead = "Gezinnen die op hulp van jullie wachten. Wie het langst wacht staat bovenaan."
    let nobodyWaits = "Er wacht niemand"
    let nobodyWaitsText = "Zegt iemand ja op een verwijzing, dan staat die hier tot de hulp begint."
    let waitColumns = ["Wie", "Gevraagd door", "Hoe het staat", "Wacht al"]

    let sharedTitle = "Wat er is gevraagd en gedeeld"
    func part(_ kind: SharedPart.Kind) -> String {
        switch kind {
        case .question: "De vraag over"
        case .story: "Een verhaal"
        case .goal: "Een doel"
        case .helpSoFar: "Welke hulp er al was"
        }
    }
    func agreedWith(_ party: String, _ place: String) -> String {
        "Dit mag gedeeld worden met “\(party)”. Wie verwees, zegt dat dit \(place) is."
    }
    let takenBack = "Dit lees je niet meer: de toestemming is ingetrokken of voorbij."
    let takenBackThere = "De ander leest dit niet meer: de toestemming is ingetrokken of voorbij."
    let notRead = "Dit lees je niet meer, omdat jullie hier niet mee verder gaan."
    let outside = "Je ziet alleen hoe het staat. Wat er is gedeeld, leest wie met de jongere aan het plan werkt."
    let said = "Wat er is gezegd en gedaan"
    func said(_ kind: ReferralEntry.Kind, by who: String) -> String {
        switch kind {
        case .sent: "\(who) vroeg om hulp"
        case .taken: "\(who) pakte het op"
        case .passed: "\(who) gaf het door"
        case .accepted: "\(who) zei ja"
        case .declined: "\(who) zei nee"
        case .redirected: "\(who) wees een andere plek aan"
        case .met: "\(who) had een eerste gesprek"
        case .returned: "\(who) gaf het terug na het eerste gesprek"
        case .started: "\(who) begon met de hulp"
        case .paused: "\(who) schreef op dat het gezin wil wachten"
        case .resumed: "\(who) schreef op dat het gezin weer verder wil"
        case .bridged: "\(who) had contact met het gezin"
        case .finished: "\(who) liet weten hoe het afliep"
        case .helped: "\(who) vond dat het hielp"
        case .helpedPartly: "\(who) vond dat het een beetje hielp"
        case .notHelped: "\(who) vond dat het niet hielp"
        case .noLongerNeeded: "\(who) schreef op dat het niet meer nodig is"
        case .sentOn: "\(who) vroeg het op een andere plek"
        case .startedElsewhere: "De hulp begon op een andere plek"
        case .unheard: "Niemand liet weten of het hielp"
        case .late: "Het antwoord was te laat. Het ligt nu bij de hele organisatie"
        case .left: "Wie dit deed, werkt er niet meer. Het ligt nu bij de hele organisatie"
        case .inbox: "Het ligt nu bij de hele organisatie"
        case .forsaken: "Niemand heeft dit daar nog in handen. Het is terug bij wie het vroeg"
        }
    }
    func someone(at organisation: String) -> String { "iemand van \(organisation)" }
    let nobody = "Rondom"
    let elsewhereSaid = "Waar het gezin wel terechtkan:"
    let doneBy = "De hulp wordt gegeven door"

    let acceptTitle = "Zeg ja"
    let keeper = "Wie houdt contact met het gezin, tot de hulp begint?"
    func keeper(_ keeper: Referral.Keeper) -> String {
        switch keeper {
        case .sender: "Wie de hulp vroeg"
        case .receiver: "Wij"
        }
    }
    let acceptSend = "Ja, dit doen wij"
    let declineTitle = "Zeg nee"
    let declineSend = "Nee, dit doen wij niet"
    let reason = "Waarom niet?"
    let reasonMissing = "Schrijf het op. Eén zin is genoeg."
    let elsewhere = "Waar kan het gezin wel terecht?"
    let elsewhereHint = "Het gezin leest dit ook. Weet je het niet? Schrijf dan wie het wel kan weten."
    let elsewhereMissing = "Schrijf op waar het gezin wel terechtkan."
    let redirectTitle = "Een andere plek past beter"
    let redirectSend = "Wijs deze plek aan"
    let choiceMissing = "Kies er één."
    let note = "Wil je er iets bij zeggen?"
    let meetTitle = "Er was een eerste gesprek"
    let meetSend = "Het gesprek is geweest"
    let startTitle = "De hulp begint"
    let startSend = "De hulp is begonnen"
    let subcontractor = "Geeft een andere organisatie de hulp voor jullie?"
    let subcontractorHint = "Schrijf dan de naam van die organisatie op. Anders laat je dit leeg."
    let bridgeTitle = "Contact terwijl het gezin wacht"
    let bridgeSend = "Er was contact"
    let backTitle = "Geef het terug"
    let backSend = "Geef terug"
    let endTitle = "De hulp is klaar"
    let endSend = "Laat het weten"
    let endText = "Hoe ging het?"
    let endHint = "Dit leest wie de hulp vroeg."
    let result = "Hoe gaat het gezin verder?"
    func result(_ result: ReferralResult) -> String {
        switch result {
        case .withoutHelp: "Verder zonder hulp"
        case .withLess: "Verder met minder hulp"
        case .otherHelp: "Een ander gaat verder"
        case .leftEarly(.family): "Het gezin stopte eerder"
        case .leftEarly(.provider): "Wij stopten eerder"
        case .leftEarly(.together): "Samen eerder gestopt"
        case .leftEarly(.outside): "Gestopt door iets anders, zoals een verhuizing"
        }
    }
    let verdictTitle = "Hielp dit?"
    let verdict = "Wat had het gezin eraan?"
    func verdict(_ closing: Referral.Closing) -> String {
        switch closing {
        case .helped: "Het hielp"
        case .helpedPartly: "Het hielp een beetje"
        default: "Het hielp niet"
        }
    }
    let verdictSend = "Laat het weten"
    func sendOn(_ place: String) -> String { "Vraag het aan \(place)" }
    let sendOnText = "De tijd die het gezin al wachtte, telt mee."
    let take = "Ik pak dit op"
    let pause = "Het gezin wil nog wachten"
    let resume = "Het gezin wil weer verder"
    let passTitle = "Geef het door"
    let passLabel = "Aan wie?"
    let passInbox = "Aan iedereen bij mijn organisatie"
    let pass = "Geef door"
    let withdraw = "Dit is niet meer nodig"
    let typedTitle = "Wat je schreef, maar nog niet bewaarde"
    func refused(_ refusal: Referral.Refusal) -> String {
        switch refusal {
        case .closed: "Deze verwijzing is al klaar. Wil je toch hulp? Verwijs dan opnieuw."
        case .notYours: "Iemand anders heeft dit opgepakt."
        case .notNow: "Iemand was je voor. Kijk hoe het nu staat."
        case .ownReferral: "Dit kun je niet aan jezelf of je eigen organisatie vragen. Kies een andere."
        case .noReason: "Schrijf op waarom, en waar het gezin wel terechtkan."
        case .notShared: "Niet alles hiervan mag nu gedeeld worden. Kijk het na."
        case .changed: "Dit is intussen veranderd. Lees het opnieuw, en kies dan wat je deelt."
        }
    }
}
