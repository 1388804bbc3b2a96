// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchCircle: CircleWords {
    let title = "Kring"
    func ownTitle(_ name: String) -> String { "Dit is jullie kring, \(name)" }
    func title(around children: String) -> String { "De kring rond \(children)" }
    func lead(near: Int, professionals: Int, around children: String) -> String {
        let people = [counted(near, "naaste", "naasten"), counted(professionals, "hulpverlener", "hulpverleners")]
        let verb = near + professionals == 1 ? "staat" : "staan"
        return "\(Language.nl.list(people.compactMap(\.self))) \(verb) om \(children) heen.".capitalised
    }
    private func counted(_ number: Int, _ one: String, _ more: String) -> String? {
        number == 0 ? nil : "\(Language.nl.count(number)) \(number == 1 ? one : more)"
    }
    let write = "Schrijf een bericht"
    let invitations = "Wie is uitgenodigd"
    let confirm = "Klopt dit?"
    func joined(_ maker: String, _ moment: String) -> String {
        "Je kwam binnen met een kaartje van \(maker): \(moment)"
    }
    let joinedText = "Was jij dat niet? Vertel het meteen aan iemand die je vertrouwt."
    let confirmText = "Een hulpverlener schreef op wie bij jullie gezin hoort."
    let confirmMore = "Kijk of het klopt"
    let unknownAge = "leeftijd niet bekend"
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
    let hiddenDetail = "geheim"
    let hiddenDetails = "Vertel wat geheim is niet verder."
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
    let unableText = "Iemand legde vast dat je dit nu niet zelf beslist. Lees waarom."
    let whoLookedText = "Zie wie in jullie gegevens keek, en waarom."
    let shownName = "Naam of functie"
    let shownNameText = "Kies hoe het gezin jou ziet bij “Wie keek mee”."
    let nobody = "Er staat nog niemand in de kring"
    let nobodyText = "Zodra iemand meedoet, zie je hier wie dat is en wat je mag verwachten."
}
