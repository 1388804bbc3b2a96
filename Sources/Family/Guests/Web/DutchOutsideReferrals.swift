// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Site

struct DutchOutsideReferrals: OutsideReferralWords {
    let title = "Van buiten gevraagd"
    let door = "Vragen en verwijzingen van huisartsen en scholen zonder account."
    let lead = "Wat huisartsen, scholen en jeugdartsen zonder account aan jullie vragen."
    let empty = "Hier wacht niets"
    let emptyText = "Vraagt een huisarts of school jullie om hulp, dan staat het hier."
    let mine = "Nog niet klaar"
    let over = "Klaar"
    let advice = "Vraag om advies"
    let erased = "Gewist"
    func from(_ practice: String) -> String { "Van \(practice)." }
    func stands(_ referral: OutsideReferral) -> String {
        switch referral.state {
        case .sent: "Er is nog geen antwoord."
        case .accepted: "Het antwoord is ja. Er komt een eerste gesprek."
        case .waiting: "Er was een eerste gesprek. De hulp moet nog beginnen."
        case .started: "De hulp is begonnen."
        case .over(.declined): "Het antwoord is nee."
        case .over(.returned): "Na het eerste gesprek bleek dit niet de juiste plek."
        case .over(.finished): "De hulp is klaar."
        case .over(.answered): "Er is antwoord."
        case .over(.withdrawn): "Dit is niet meer nodig."
        case .over(.forsaken): "Daar is nu niemand meer die dit doet. Zoek een andere plek."
        }
    }

    let asked = "Wat er is gevraagd"
    let asker = "Wie vraagt het?"
    func guest(_ guest: Guest) -> String {
        let name = "\(guest.name), \(guest.function)"
        return guest.behalf.isEmpty ? name : "\(name), namens \(guest.behalf)"
    }
    let born = "Geboren"
    let reach = "Te bereiken"
    let basis = "Wie het goedvond"
    func agreed(_ who: [String]) -> String { "Ja gezegd: \(who.joined(separator: ", "))." }
    func ground(_ reason: String, _ second: String) -> String { "Zonder ja. \(reason) Overlegd met \(second)." }
    let why = "Waarom hulp nodig is"
    func said(_ kind: OutsideEntry.Kind, by who: String) -> String {
        switch kind {
        case .sent: "\(who) vroeg dit"
        case .taken: "\(who) pakte het op"
        case .passed: "\(who) gaf het door"
        case .accepted: "\(who) zei ja"
        case .declined: "\(who) zei nee"
        case .met: "\(who) had een eerste gesprek"
        case .returned: "\(who) gaf het terug na het eerste gesprek"
        case .started: "\(who) begon met de hulp"
        case .paused: "\(who) schreef op dat het gezin wil wachten"
        case .resumed: "\(who) schreef op dat het gezin weer verder wil"
        case .bridged: "\(who) had contact met het gezin"
        case .finished: "\(who) liet weten hoe het afliep"
        case .answered: "\(who) gaf antwoord"
        case .wrote, .guestWrote: "\(who) schreef"
        case .told: "\(who) liet het de praktijk zelf weten"
        case .read: "\(who) las dit"
        case .withdrawn: "\(who) liet weten dat het niet meer nodig is"
        case .helped: "\(who) vond dat het hielp"
        case .helpedPartly: "\(who) vond dat het een beetje hielp"
        case .notHelped: "\(who) vond dat het niet hielp"
        case .linkAsked: "\(who) vroeg een nieuwe link"
        case .late: "Het antwoord was te laat. Het ligt nu bij de hele organisatie"
        case .left: "Wie dit deed, werkt er niet meer. Het ligt nu bij de hele organisatie"
        case .forsaken: "Niemand heeft dit daar nog in handen"
        }
    }
    let ourselves = "Rondom"

    let acceptSend = "Ja, dit doen wij"
    let answerTitle = "Geef antwoord"
    let answer = "Wat raad je aan?"
    let answerSend = "Verstuur het antwoord"
    let writeTitle = "Schrijf de praktijk"
    let write = "Wat wil je zeggen?"
    let writeSend = "Verstuur"
    let tellTitle = "Laat het de praktijk weten"
    let tellText = "Deze verwijzing kwam per brief. Bel of schrijf de praktijk zelf, en leg vast dat dat gedaan is."
    let tellSend = "De praktijk weet het"
    let more = "Er wachten er meer. Ze komen hier als deze klaar zijn."
    let heardByMail = "De praktijk krijgt een mail dat er antwoord is."

    let newLetter = "Neem een brief op"
    let newLetterText = "Een verwijzing die op papier of via een ander systeem kwam."
    let letterLead = "Vul in wie er schreef en over wie het gaat. Daarna loopt het als elke andere verwijzing."
    let letterPractice = "Welke praktijk of school schreef de brief?"
    let letterName = "Wie schreef de brief?"
    let letterFunction = "Wat doet die persoon daar?"
    let letterSend = "Neem de brief op"
    let letterTo = "Er hoeft niemand een code voor te hebben. Jij laat de praktijk zelf weten hoe het gaat."
}
