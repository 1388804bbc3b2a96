// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages say on which a family is opened in an emergency, and that is judged.
protocol EmergencyWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var openNow: String { get }
    func until(_ clock: String) -> String
    var recorded: String { get }
    var recordedText: String { get }
    var name: String { get }
    var nameHint: String { get }
    var nameMissing: String { get }
    var birth: String { get }
    var birthHint: String { get }
    var birthMissing: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var openButton: String { get }
    var notFound: String { get }
    func wait(minutes: Int) -> String
    var noCard: String { get }
    var whom: String { get }
    var toCircle: String { get }
    var widen: String { get }
    var widenText: String { get }
    var wideReason: String { get }
    var widenButton: String { get }
    var isWide: String { get }
    var reviewTitle: String { get }
    var reviewLead: String { get }
    var who: String { get }
    var when: String { get }
    var widened: String { get }
    var looked: String { get }
    var judge: String { get }
    var wasRight: String { get }
    func judged(_ wasRight: Bool) -> String
    var judgedMissing: String { get }
    var reviewReason: String { get }
    var reviewMissing: String { get }
    var show: String { get }
    var showHint: String { get }
    func showChoice(_ isShown: Bool) -> String
    var shownMissing: String { get }
    func isShown(_ isShown: Bool) -> String
    var reviewButton: String { get }
    /// How the family reads of who was on duty.
    func desk(_ organisation: String?) -> String
}

extension Language {
    var emergency: any EmergencyWords {
        switch self {
        case .nl: DutchEmergency()
        case .en: EnglishEmergency()
        }
    }
}

private struct DutchEmergency: EmergencyWords {
    let title = "Noodtoegang"
    let lead = "Voor als er nu gevaar is en jij dienst hebt. Je opent één gezin, voor drie uur."
    let openNow = "Een gezin dat je hebt geopend"
    func until(_ clock: String) -> String { "Open tot \(clock)." }
    let recorded = "Dit wordt bekeken"
    let recordedText = "Iemand die er niets mee te maken heeft, kijkt de volgende werkdag waarom je dit deed."
    let name = "Volledige naam"
    let nameHint = "Voornaam en achternaam van iemand uit het gezin, precies zoals geschreven."
    let nameMissing = "Vul de volledige naam in."
    let birth = "Geboortedatum"
    let birthHint = "Zoals 2015-03-27."
    let birthMissing = "Vul de geboortedatum in, zoals 2015-03-27."
    let reason = "Waarom is het nodig?"
    let reasonHint = "Wat is er aan de hand, en wie belde?"
    let reasonMissing = "Schrijf op waarom het nodig is."
    let openButton = "Nu openen"
    let notFound = "Niemand gevonden met deze naam en geboortedatum."
    func wait(minutes: Int) -> String { "Je probeerde het te vaak. Wacht \(minutes) minuten, of bel de achterwacht." }
    let noCard = "Niemand schreef op waar je op moet letten. Wees voorzichtig met bellen en langsgaan."
    let whom = "Wie je kunt bellen"
    let toCircle = "De hele kring"
    let widen = "Heb je meer nodig?"
    let widenText = "Je ziet nu wie er in de kring zit. Daarna zie je alles wat er over dit gezin staat."
    let wideReason = "Waarom is meer nodig?"
    let widenButton = "Alles openen"
    let isWide = "Je ziet nu alles over dit gezin"
    let reviewTitle = "Noodtoegang bekijken"
    let reviewLead = "Was het nodig dat dit gezin werd geopend? Jij hebt er niets mee te maken, en kijkt daarom."
    let who = "Wie"
    let when = "Wanneer"
    let widened = "Alles geopend"
    let looked = "Wat er is geopend"
    let judge = "Wat vind je?"
    let wasRight = "Was het terecht?"
    func judged(_ wasRight: Bool) -> String { wasRight ? "Ja, dit was nodig" : "Nee, dit had niet gemogen" }
    let judgedMissing = "Kies of het nodig was."
    let reviewReason = "Leg het uit"
    let reviewMissing = "Leg uit wat je ervan vindt."
    let show = "Mag het gezin dit zien?"
    let showHint = "Het staat dan bij “Wie keek mee”. Kies nee als dat nu gevaar geeft."
    func showChoice(_ isShown: Bool) -> String { isShown ? "Ja, laat het zien" : "Nee, nu niet" }
    let shownMissing = "Kies of het gezin dit mag zien."
    func isShown(_ isShown: Bool) -> String {
        isShown ? "Het gezin ziet dit bij “Wie keek mee”." : "Het gezin ziet dit niet."
    }
    let reviewButton = "Oordeel vastleggen"
    func desk(_ organisation: String?) -> String { organisation.map { "Dienst van \($0)" } ?? "De dienst" }
}

private struct EnglishEmergency: EmergencyWords {
    let title = "Emergency access"
    let lead = "For when there is danger now and you are on duty. You open one family, for three hours."
    let openNow = "A family that you opened"
    func until(_ clock: String) -> String { "Open until \(clock)." }
    let recorded = "This is looked at"
    let recordedText = "Somebody who has nothing to do with it looks the next working day why you did this."
    let name = "Full name"
    let nameHint = "First and last name of somebody of the family, exactly as it is written."
    let nameMissing = "Fill in the full name."
    let birth = "Date of birth"
    let birthHint = "Such as 2015-03-27."
    let birthMissing = "Fill in the date of birth, such as 2015-03-27."
    let reason = "Why is it needed?"
    let reasonHint = "What is happening, and who called?"
    let reasonMissing = "Write down why it is needed."
    let openButton = "Open it now"
    let notFound = "Nobody was found with this name and date of birth."
    func wait(minutes: Int) -> String { "You tried too often. Wait \(minutes) minutes, or call who backs you up." }
    let noCard = "Nobody wrote down what to mind. Be careful with calling and coming by."
    let whom = "Whom you can call"
    let toCircle = "The whole circle"
    let widen = "Do you need more?"
    let widenText = "Now you see who is in the circle. After this you see all there is about this family."
    let wideReason = "Why is more needed?"
    let widenButton = "Open all of it"
    let isWide = "You see all there is about this family now"
    let reviewTitle = "Look at an emergency access"
    let reviewLead = "Was it needed to open this family? You have nothing to do with it, and look for that reason."
    let who = "Who"
    let when = "When"
    let widened = "All of it opened"
    let looked = "What was opened"
    let judge = "What do you think?"
    let wasRight = "Was it right?"
    func judged(_ wasRight: Bool) -> String { wasRight ? "Yes, this was needed" : "No, this should not have been" }
    let judgedMissing = "Choose whether it was needed."
    let reviewReason = "Explain"
    let reviewMissing = "Explain what you think of it."
    let show = "May the family see this?"
    let showHint = "Then it stands at “Who looked”. Choose no if that is dangerous now."
    func showChoice(_ isShown: Bool) -> String { isShown ? "Yes, show it" : "No, not now" }
    let shownMissing = "Choose whether the family may see this."
    func isShown(_ isShown: Bool) -> String {
        isShown ? "The family sees this at “Who looked”." : "The family does not see this."
    }
    let reviewButton = "Record the judgement"
    func desk(_ organisation: String?) -> String { organisation.map { "Duty desk of \($0)" } ?? "The duty desk" }
}
