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
        case .directed: "\(who) van het gebiedsteam heeft nu de regie"
        case .directionLeft: "\(who) zei nee tegen de regie. Wie helpt, houdt die"
        case .teamGone: "Bij het gebiedsteam is niemand meer die dit kan. Wie helpt, heeft de regie"
        case .hidden: "\(who) schreef op dat het gebiedsteam dit niet meer mag zien"
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

    let team = "Mag het gebiedsteam dit weten?"
    let teamHint = """
        Alleen als wie ja zei dat goedvindt. Het team ziet de naam, de geboortedag, bij wie de vraag ligt en hoe het \
        staat. Niet wat je vraagt of waarom.
        """
    let noTeam = "Nee, of niet gevraagd"
    let teamWrong = "Zonder ja van het gezin kan dit niet. Kies “Nee, of niet gevraagd”, of vraag het gezin."
    let teamKnows = "Ja. Het gebiedsteam ziet dat dit loopt."
    let hide = "Het gezin wil dat het gebiedsteam dit niet meer ziet"
    let directing = "Wie heeft de regie?"
    let directingHint = "Vraag het het gezin. Bied je de regie aan een gebiedsteam aan, dan ziet dat team wie het is."
    func directs(_ usual: String) -> String {
        switch usual {
        case "family": "De ouders of de jongere zelf"
        case "practice": "Wie verwees"
        default: "Wij, die helpen"
        }
    }
    func directs(_ direction: OutsideDirection) -> String {
        switch direction {
        case .family: "De ouders of de jongere zelf."
        case .practice: "Wie verwees."
        case .provider: "Wie helpt."
        case .offered: "Wie helpt. Het gebiedsteam is gevraagd de regie te nemen."
        case .areaTeam: "Het gebiedsteam."
        }
    }
    func offer(to team: String) -> String { "\(team): vraag of zij de regie nemen" }
    let offerAgreement = "Vraag je een gebiedsteam?"
    let offerAgreed = "Het gezin vindt goed dat dit team weet wie het is en hoe het te bereiken is"
    let offerUnagreed = "Vraag het gezin eerst of dit mag. Zegt het nee, kies dan iemand anders voor de regie."

    let directTitle = "Directe verwijzingen"
    let directDoor = "Wie een huisarts of school rechtstreeks verwees, als het gezin dat goedvond."
    let directLead = "Wie rechtstreeks is verwezen, en van wie het gezin goedvond dat jullie het weten."
    let directEmpty = "Jullie weten van geen directe verwijzing"
    let directEmptyText = "Vindt een gezin het goed dat jullie het weten, dan staat het hier."
    func directUnseen(_ count: Int?) -> String {
        guard let count else {
            return "In het afgelopen jaar waren er minder dan tien directe verwijzingen die geen gebiedsteam ziet."
        }
        return "In het afgelopen jaar waren er \(count) directe verwijzingen die geen gebiedsteam ziet."
    }
    func directFrom(_ practice: String, to provider: String) -> String { "Van \(practice) naar \(provider)." }
    let since = "Gevraagd op"
    let offered = "Wie helpt vraagt of jullie de regie nemen."
    let direct = "Ja, wij nemen de regie"
    let leave = "Nee, wij nemen de regie niet"
    let leaveReason = "Waarom niet?"
    let leaveSend = "Zeg nee"
}
