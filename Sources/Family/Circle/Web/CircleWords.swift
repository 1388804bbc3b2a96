// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the circle page says.
protocol CircleWords: Sendable {
    var title: String { get }
    func ownTitle(_ name: String) -> String
    func title(around children: String) -> String
    func lead(near: Int, professionals: Int, around children: String) -> String
    var write: String { get }
    var now: String { get }
    var nothingNow: String { get }
    var nothingNowText: String { get }
    var who: String { get }
    var family: String { get }
    var ownPeople: String { get }
    var professionals: String { get }
    var you: String { get }
    func child(_ age: Int) -> String
    func tie(_ kind: Tie.Kind, to names: String) -> String
    var inFamily: String { get }
    func detail(_ kind: PersonalDetail) -> String
    var hiddenDetail: String { get }
    func direction(_ kind: Direction.Kind) -> String
    var firstContact: String { get }
    func since(_ day: String) -> String
    func sees(_ share: Share) -> String
    func belongs(to children: String) -> String
    func notTheirTask(_ text: String) -> String
    func write(to name: String) -> String
    var erased: String { get }
    func owner(_ name: String) -> String
    func about(_ names: String) -> String
    func late(_ day: String) -> String
    var lateNote: String { get }
    var recent: String { get }
    func happened(_ kind: JournalEntry.Kind, in subject: String?) -> String?
    var more: String { get }
    var conversations: String { get }
    func conversationsText(_ unread: Int) -> String
    var whoLooked: String { get }
    var whoLookedText: String { get }
    var nobody: String { get }
    var nobodyText: String { get }
}

extension Language {
    var circle: any CircleWords {
        switch self {
        case .nl: DutchCircle()
        case .en: EnglishCircle()
        }
    }
}

private struct DutchCircle: CircleWords {
    let title = "Kring"
    func ownTitle(_ name: String) -> String { "Dit is jullie kring, \(name)" }
    func title(around children: String) -> String { "De kring rond \(children)" }
    func lead(near: Int, professionals: Int, around children: String) -> String {
        let people = near == 1 ? "Eén mens van het gezin zelf" : "\(count(near)) mensen van het gezin zelf"
        let helpers = professionals == 1 ? "één hulpverlener" : "\(Language.nl.count(professionals)) hulpverleners"
        return "\(people) en \(helpers) staan om \(children) heen."
    }
    private func count(_ number: Int) -> String { number == 0 ? "Geen" : Language.nl.count(number).capitalised }
    let write = "Schrijf een bericht"
    let now = "Wat gebeurt er nu"
    let nothingNow = "Er staat niets open"
    let nothingNowText = "Belooft iemand iets, dan zie je hier wie dat doet en wanneer."
    let who = "Wie helpt er mee"
    let family = "Het gezin"
    let ownPeople = "Van het gezin zelf"
    let professionals = "Hulpverleners"
    let you = "jij"
    func child(_ age: Int) -> String { "\(age) jaar" }
    func tie(_ kind: Tie.Kind, to names: String) -> String {
        switch kind {
        case .parent: "ouder van \(names)"
        case .newPartner: "stiefouder van \(names)"
        case .guardian: "voogd van \(names)"
        case .fosterParent: "pleegouder van \(names)"
        case .sibling: "broer of zus van \(names)"
        case .other: "hoort bij \(names)"
        }
    }
    let inFamily = "hoort bij het gezin"
    func detail(_ kind: PersonalDetail) -> String {
        switch kind {
        case .address: "Adres"
        case .phone: "Telefoon"
        case .school: "School"
        case .placeOfCare: "Plek van de hulp"
        case .pickUpTimes: "Ophalen"
        case .meetingPlace: "Plek om af te spreken"
        }
    }
    let hiddenDetail = "geheim: vertel dit niet verder"
    func direction(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Regisseur: vast aanspreekpunt"
        case .monitoring: "Regisseur: volgen"
        case .careCoordination: "Regisseur: hulp afstemmen"
        case .safetyCoordination: "Regisseur: veiligheidsregie"
        }
    }
    let firstContact = "Vast aanspreekpunt"
    func since(_ day: String) -> String { "In de kring sinds \(day)." }
    func sees(_ share: Share) -> String {
        switch share {
        case .contact: "Ziet alleen wie er in de kring zit."
        case .plan: "Ziet het plan."
        case .all: "Ziet het plan en wat er gebeurt."
        }
    }
    func belongs(to children: String) -> String { "Hoort bij \(children)." }
    func notTheirTask(_ text: String) -> String { "Niet: \(text)" }
    func write(to name: String) -> String { "Schrijf \(name)" }
    let erased = "gewist"
    func owner(_ name: String) -> String { "\(name):" }
    func about(_ names: String) -> String { "Gaat over \(names)." }
    func late(_ day: String) -> String { "Had klaar moeten zijn: \(day)" }
    let lateNote = "Vraag gerust waarom het nog niet lukte."
    let recent = "Wat er laatst gebeurde"
    func happened(_ kind: JournalEntry.Kind, in subject: String?) -> String? {
        switch kind {
        case .memberLetIn: "kwam in de kring."
        case .membershipEnded: "ging uit de kring."
        case .directionMoved: "werd regisseur."
        case .contactMoved: "werd vast aanspreekpunt."
        case .conversationStarted: subject.map { "begon het gesprek “\($0)”." }
        case .messageWritten: subject.map { "schreef in “\($0)”." }
        case .promiseMade: "beloofde iets."
        case .promiseSettled: "deed wat beloofd was."
        case .promiseClosed: "hoeft ergens niet meer op te wachten."
        case .familyStarted, .personAdded, .itemHeld, .memberHidden: nil
        }
    }
    let more = "Meer over deze kring"
    let conversations = "Gesprekken"
    func conversationsText(_ unread: Int) -> String {
        switch unread {
        case 0: "Lees terug, of begin een nieuw gesprek."
        case 1: "Er is 1 nieuw bericht voor jou."
        default: "Er zijn \(unread) nieuwe berichten voor jou."
        }
    }
    let whoLooked = "Wie keek mee"
    let whoLookedText = "Zie wie in jullie gegevens keek, en waarom."
    let nobody = "Er staat nog niemand in de kring"
    let nobodyText = "Zodra iemand meedoet, zie je hier wie dat is en wat je mag verwachten."
}

private struct EnglishCircle: CircleWords {
    let title = "Circle"
    func ownTitle(_ name: String) -> String { "This is your circle, \(name)" }
    func title(around children: String) -> String { "The circle around \(children)" }
    func lead(near: Int, professionals: Int, around children: String) -> String {
        let people = near == 1 ? "One of the family's own people" : "\(count(near)) of the family's own people"
        let helpers = professionals == 1 ? "one professional" : "\(Language.en.count(professionals)) professionals"
        return "\(people) and \(helpers) stand around \(children)."
    }
    private func count(_ number: Int) -> String { number == 0 ? "None" : Language.en.count(number).capitalised }
    let write = "Write a message"
    let now = "What happens next"
    let nothingNow = "Nothing is open"
    let nothingNowText = "When somebody promises something, you see here who does it and when."
    let who = "Who is helping"
    let family = "The family"
    let ownPeople = "The family's own people"
    let professionals = "Professionals"
    let you = "you"
    func child(_ age: Int) -> String { "\(age) years old" }
    func tie(_ kind: Tie.Kind, to names: String) -> String {
        switch kind {
        case .parent: "parent of \(names)"
        case .newPartner: "step-parent of \(names)"
        case .guardian: "guardian of \(names)"
        case .fosterParent: "foster parent of \(names)"
        case .sibling: "brother or sister of \(names)"
        case .other: "belongs with \(names)"
        }
    }
    let inFamily = "belongs to the family"
    func detail(_ kind: PersonalDetail) -> String {
        switch kind {
        case .address: "Address"
        case .phone: "Telephone"
        case .school: "School"
        case .placeOfCare: "Place of care"
        case .pickUpTimes: "Pick-up times"
        case .meetingPlace: "Meeting place"
        }
    }
    let hiddenDetail = "secret: do not pass this on"
    func direction(_ kind: Direction.Kind) -> String {
        switch kind {
        case .contact: "Director: fixed point of contact"
        case .monitoring: "Director: monitoring"
        case .careCoordination: "Director: care coordination"
        case .safetyCoordination: "Director: safety coordination"
        }
    }
    let firstContact = "First contact"
    func since(_ day: String) -> String { "In the circle since \(day)." }
    func sees(_ share: Share) -> String {
        switch share {
        case .contact: "Sees only who is in the circle."
        case .plan: "Sees the plan."
        case .all: "Sees the plan and what happens."
        }
    }
    func belongs(to children: String) -> String { "Here for \(children)." }
    func notTheirTask(_ text: String) -> String { "Not: \(text)" }
    func write(to name: String) -> String { "Write to \(name)" }
    let erased = "erased"
    func owner(_ name: String) -> String { "\(name):" }
    func about(_ names: String) -> String { "About \(names)." }
    func late(_ day: String) -> String { "Was due: \(day)" }
    let lateNote = "Feel free to ask why it has not been done yet."
    let recent = "What happened last"
    func happened(_ kind: JournalEntry.Kind, in subject: String?) -> String? {
        switch kind {
        case .memberLetIn: "joined the circle."
        case .membershipEnded: "left the circle."
        case .directionMoved: "became the director."
        case .contactMoved: "became the first contact."
        case .conversationStarted: subject.map { "started the conversation “\($0)”." }
        case .messageWritten: subject.map { "wrote in “\($0)”." }
        case .promiseMade: "promised something."
        case .promiseSettled: "did what was promised."
        case .promiseClosed: "no longer waits for something."
        case .familyStarted, .personAdded, .itemHeld, .memberHidden: nil
        }
    }
    let more = "More about this circle"
    let conversations = "Conversations"
    func conversationsText(_ unread: Int) -> String {
        switch unread {
        case 0: "Read back, or start a new conversation."
        case 1: "There is 1 new message for you."
        default: "There are \(unread) new messages for you."
        }
    }
    let whoLooked = "Who looked"
    let whoLookedText = "See who looked at your information, and why."
    let nobody = "Nobody is in the circle yet"
    let nobodyText = "As soon as somebody joins, you see here who that is and what to expect."
}
