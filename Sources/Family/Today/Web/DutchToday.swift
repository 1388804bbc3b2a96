// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

struct DutchToday: TodayWords {
    let title = "Vandaag"
    func greeting(hour: Int, _ name: String) -> String {
        switch hour {
        case 6..<12: "Goedemorgen, \(name)"
        case 12..<18: "Goedemiddag, \(name)"
        default: "Goedenavond, \(name)"
        }
    }
    func lead(_ count: Int, cannotWait: Int) -> String {
        let waits =
            count == 1
            ? "Er wacht één ding op jou." : "Er wachten \(Language.nl.count(count)) dingen op jou."
        return switch cannotWait {
        case 0: waits
        case 1: count == 1 ? waits + " Het kan niet wachten." : waits + " Eén daarvan kan niet wachten."
        default: waits + " \(Language.nl.count(cannotWait).capitalised) daarvan kunnen niet wachten."
        }
    }
    func title(_ group: Waiting.Group) -> String {
        switch group {
        case .now: "Nu"
        case .messages: "Nieuwe berichten"
        case .today: "Vandaag"
        case .week: "Deze week"
        case .later: "Later"
        case .organisation: "Van jullie organisatie"
        }
    }
    func messages(_ count: Int) -> String { count == 1 ? "1 nieuw bericht." : "\(count) nieuwe berichten." }
    func since(_ moment: String) -> String { "Sinds \(moment)" }
    func late(_ day: String) -> String { "Te laat: \(day)" }
    func family(_ name: String) -> String { "Gezin \(name)." }
    let moreAtDesk = "Bij jullie organisatie ligt meer dan hier staat. Je vindt alles in de lijsten hieronder."
    let read = "Lezen"
    func what(_ kind: PromiseKind) -> String {
        switch kind {
        case .callBack: "Terugbellen"
        case .answerMessage: "Antwoord geven op een bericht"
        case .answerWhy: "Uitleggen waarom je keek"
        case .answerInvitation: "Antwoord geven op een uitnodiging"
        case .answerObjection: "Iemand antwoorden die het niet eens is"
        case .agreeStory: "Ja zeggen op jullie verhaal"
        case .nameStandIn: "Kiezen wie een collega vervangt"
        case .confirmDecision: "Meebeslissen als tweede professional"
        case .reviewEmergency: "Bekijken of noodtoegang terecht was"
        case .reviewHold: "Beslissen of iets vastgehouden blijft"
        case .answerConsent: "Zeggen of iets mag"
        case .weighWithdrawal: "Wegen wat de veiligheid vraagt"
        case .feedback: "Laten weten hoe het gaat"
        case .reviewDirection: "Kijken of de regie nog klopt"
        case .answerHandover: "Antwoord geven op een overdracht"
        case .finishHandover: "De overdracht afmaken"
        case .answerClosing: "Twee vragen over hoe het ging"
        case .closeCircle: "De kring sluiten"
        case .answerMeeting: "Zeggen of je bij een overleg kunt zijn"
        case .pickMeetingTime: "Een tijd kiezen voor een overleg"
        case .heedMeeting: "Zien wat er aan een overleg veranderde"
        case .chooseCircle: "Kiezen wie er in je kring blijft"
        case .answerChildWords: "Zeggen of eigen woorden mee mogen"
        case .decideForgetting: "Beslissen of iets gewist wordt"
        case .answerForgetting: "Zeggen of iets over je kind gewist mag worden"
        case .reviewKeeping: "Kijken of iets nog bewaard moet blijven"
        case .answerProposal: "Antwoord geven op een hulpvoorstel"
        case .askAboutProposal: "In een gesprek vragen naar een hulpvoorstel"
        case .concludeProposal: "Een hulpvoorstel afronden"
        case .followProvision: "Kijken of de gemeente heeft besloten"
        case .renewIndication: "De veiligheid opnieuw inschatten"
        case .weighIndication: "Wegen wat een veiligheidsinschatting zegt"
        case .talkAboutMatch: "Praten over een match"
        case .askInPerson: "In een gesprek vragen of iets mag"
        case .giveInformation: "Vertellen wat nog niet is verteld"
        case .answerInspection: "Iemand laten lezen wat er is opgeschreven"
        case .answerConsult: "Een vraag zonder namen beantwoorden"
        case .hearConsult: "Zeggen of een antwoord hielp"
        case .triage: "Een zorgmelding beoordelen"
        case .answerUnread: "Antwoord geven op een bericht dat niet te lezen is"
        case .lookAtSafety: "Kijken of de afspraken voor de veiligheid nog gelden"
        case .firstTalk: "Een eerste gesprek voeren na een zorgmelding"
        case .answerReferral: "Zeggen of jullie kunnen helpen"
        case .meetReferral: "Een eerste gesprek houden"
        case .startReferral: "Met de hulp beginnen"
        case .resumeReferral: "Kijken of een gezin weer verder wil"
        case .bridgeReferral: "Contact houden met een gezin dat wacht"
        case .finishReferral: "Laten weten hoe de hulp gaat"
        case .callPractice: "Een praktijk terugbellen"
        case .answerGuest: "Een gast antwoorden"
        case .answerDirection: "Zeggen of jullie de regie nemen"
        case .tellPractice: "Een praktijk laten weten hoe het gaat"
        case .hearReferral: "Zeggen of een verwijzing hielp"
        default: "Wat je hebt beloofd"
        }
    }
    func act(_ kind: PromiseKind) -> String {
        switch kind {
        case .weighWithdrawal, .weighIndication: "Wegen"
        case .answerMessage, .answerWhy, .answerConsent, .answerMeeting, .answerForgetting, .answerChildWords,
            .answerConsult, .answerProposal, .answerUnread:
            "Antwoorden"
        case .triage: "Beoordelen"
        case .nameStandIn, .pickMeetingTime: "Kiezen"
        case .confirmDecision, .reviewHold: "Beslissen"
        default: "Bekijken"
        }
    }
    let outside = "Van een collega die er niet meer bij is. Jij zit niet in deze kring."
    let invited = "Iemand vraagt jou om mee te doen in een kring."
    let emptyTitle = "Er wacht niets op jou"
    let emptyText = "Komt er een bericht, of beloof je iets, dan staat het hier."
    let emptyFamilyText = "Schrijft iemand jullie, dan staat het hier."
    let toFamilies = "Naar je gezinnen"
    let toCircle = "Naar jullie kring"
    let wholeCircle = "De hele kring"
    let owed = "Wat jou is beloofd"
    let doors = "Verder voor jouw werk"
    let done = "Vandaag gedaan"
    func receiver(_ name: String) -> String { "Voor \(name)." }
}
