// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct DutchMeetings: MeetingWords {
    let title = "Overleggen"
    let door = "Samen om de tafel: plannen, antwoorden, en wat er is besloten."
    let lead = "Hier staan de overleggen waarvoor jij bent gevraagd."
    let coming = "Dit komt"
    let past = "Dit is geweest"
    let nothing = "Er is nog geen overleg"
    let nothingText = "Stel er een voor. Wie erbij hoort, staat dan al op de lijst."
    func propose(_ names: String) -> String { "Overleg over \(names)" }
    let about = "Over wie"
    let toCalendar = "Zet je overleggen in je eigen agenda"
    func state(_ state: Meeting.State) -> String {
        switch state {
        case .proposed: "Tijd kiezen"
        case .planned: "Staat vast"
        case .held: "Geweest"
        case .cancelled: "Gaat niet door"
        }
    }
    let noTimeYet = "Er is nog geen tijd gekozen."
    let erased = "Dit onderwerp is gewist"
    let formLead = "Wie erbij hoort, staat al op de lijst. Kies een tijd en verstuur."
    let aboutOthers = "Gaat het over iemand anders?"
    let showOthers = "Laat zien wie erbij hoort"
    func subjectBegun(_ names: String) -> String { "Hoe gaat het met \(names)?" }
    let subject = "Waar gaat het over?"
    let subjectMissing = "Schrijf in een paar woorden waar het over gaat."
    func day(_ number: Int) -> String { number == 1 ? "Welke dag?" : "Of dag \(number)" }
    func clock(_ number: Int) -> String { number == 1 ? "Hoe laat?" : "Tijd op dag \(number)" }
    let clockHint = "Zo: 15.30"
    let length = "Hoe lang?"
    func minutes(_ count: Int) -> String {
        switch count {
        case 60: "1 uur"
        case 90: "anderhalf uur"
        case 120: "2 uur"
        default: "\(count) minuten"
        }
    }
    let moreTimes = "Meer tijden voorstellen"
    let place = "Waar? (mag leeg)"
    let placeHint = "Alleen wie je vraagt, ziet dit. Noem geen adres dat iemand niet mag weten."
    let video = "Adres voor beeldbellen (mag leeg)"
    let videoHint = "Begint met https://"
    let videoWrong = "Schrijf het hele adres, met https:// ervoor."
    let goals = "Welke doelen bespreken jullie?"
    let invited = "Wie vraag je?"
    let invitedHint = "Wie hier staat, mag meepraten over wie het gaat."
    let nobodyInvited = "Kies ten minste één mens."
    func cannotCome(_ name: String) -> String { "\(name) kan hier niet bij zijn. Maak er een apart overleg voor." }
    let cannotTogether = "Met deze mensen samen kan dit overleg niet. Een professional uit de kring helpt je."
    let invitedHintOpen = "Dit zijn de mensen die je kent in de kring."
    let noTime = "Kies een dag en een tijd."
    let notThen = "Kies een tijd die nog komt, binnen een jaar, en elke tijd één keer."
    let noSuchClock = "Deze tijd is er niet. Schrijf hem zo: 15.30"
    let tooManyTimes = "Stel hooguit vijf tijden voor."
    let apart = "Liever apart?"
    let apartText = "Aparte overleggen zijn heel gewoon. Je verstuurt ze samen. De een weet niet van de ander."
    let apartWho = "Wie vraag je voor het aparte overleg?"
    let apartDay = "Dag van het aparte overleg"
    let apartClock = "Tijd van het aparte overleg"
    let missing = "Hoort er nog iemand bij?"
    func missing(_ names: String, count: Int) -> String {
        "\(names) \(count == 1 ? "staat" : "staan") niet op de lijst. Kies alsnog, of verstuur het zo."
    }
    let sendAnyway = "Verstuur zonder hen"
    let send = "Verstuur de uitnodiging"
    let nobody = "Er is nog niemand om te vragen"
    let nobodyText = "Nodig eerst iemand uit in de kring."
    let changeTitle = "Overleg veranderen"
    let changeLead = "Iedereen krijgt bericht, en zegt opnieuw of het kan."
    let change = "Veranderen"
    let theirs = "Iemand anders veranderde dit overleg ook"
    let theirsText = "Kijk wat er nu staat. Verstuur daarna pas jouw wijziging."
    func span(_ start: String, until end: String) -> String { "\(start) tot \(end)" }
    let cancelled = "Dit overleg gaat niet door."
    let isHeld = "Dit overleg is geweest."
    let when = "Wanneer"
    let convener = "Gevraagd door"
    let answerAsked = "Kun jij erbij zijn?"
    let yourAnswer = "Jouw antwoord"
    func answer(_ answer: Meeting.Answer) -> String {
        switch answer {
        case .can: "Ik kan"
        case .ifNeeded: "Als het moet"
        case .cannot: "Ik kan niet"
        }
    }
    func said(_ answer: Meeting.Answer?) -> String {
        switch answer {
        case .can: "Kan"
        case .ifNeeded: "Als het moet"
        case .cannot: "Kan niet"
        case nil: "Nog geen antwoord"
        }
    }
    let allTimes = "Ik kan altijd"
    let noneOfThem = "Ik kan nooit"
    let saveAnswer = "Verstuur mijn antwoord"
    let answerMissing = "Kies bij elke tijd een antwoord."
    let who = "Wie komt er?"
    func count(can: Int, ifNeeded: Int, cannot: Int) -> String {
        "Kan: \(can). Als het moet: \(ifNeeded). Kan niet: \(cannot)."
    }
    let times = "Welke tijd wordt het?"
    let choose = "Kies deze tijd"
    let late = "Dit kon niet meer"
    let lateText = "Het overleg is intussen veranderd. Kijk hieronder hoe het nu staat."
    let youWrote = "Dit schreef je:"
    let notice = "Er is iets veranderd"
    let noticeText = "Kijk hieronder hoe het nu staat."
    let seen = "Gezien"
    let run = "Veranderen of afzeggen"
    let cancel = "Zeg het overleg af"
    let cancelText = "Iedereen krijgt bericht."
    let cancelReason = "Waarom? (mag leeg)"
    let takeAlong = "Zet dit overleg in je agenda"
    let fileName = "overleg"
    let whyCancelled = "Waarom niet"
    func leftOut(_ names: String) -> String { "Niet gevraagd, maar hoort er wel bij: \(names)." }
    let watching = "Jij bent hier niet voor gevraagd. Je ziet dat het er is, omdat jij de regie hebt."
    let watchingInEmergency = "Jij bent hier niet voor gevraagd. Je ziet dat het er is, omdat je noodtoegang hebt."
    let placeLabel = "Waar"
    let convenes = "Vroeg dit overleg aan"
    let came = "Was erbij"
    let cameNot = "Was er niet bij"
    let today = "Overleg vandaag"
    let next = "Het volgende overleg"
    func from(_ clock: String) -> String { "Om \(clock)" }
}
