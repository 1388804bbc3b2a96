// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Site

/// What the pages say on which something is shared on a ground.
protocol GroundWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var door: String { get }
    var ground: String { get }
    var groundMissing: String { get }
    func ground(_ ground: Ground) -> (label: String, text: String)
    func counts(until day: String) -> String
    var notCounting: String { get }
    var municipality: String { get }
    var notMended: String { get }
    var personsMissing: String { get }
    var whatHint: String { get }
    var reason: String { get }
    var reasonHint: String { get }
    var reasonMissing: String { get }
    var secondHint: String { get }
    var secondMissing: String { get }
    var told: String { get }
    var toldHint: String { get }
    var toldMissing: String { get }
    var toldYes: String { get }
    var toldNo: String { get }
    var notTold: String { get }
    var tell: String { get }
    var button: String { get }
    var by: String { get }
    var day: String { get }
    /// Until when, of what was shared at one moment.
    var once: String { get }
    var basis: String { get }
    func state(_ state: GroundUse.State, second: String?) -> String
}

extension GroundWords {
    func facts(_ use: GroundUse, _ letter: ConsentLetter?, about persons: String, _ language: Language) -> [Facts.Fact]
    {
        [
            Facts.Fact(basis, "\(ground(use.ground).label) (\(use.ground.article))"),
            Facts.Fact(language.consent.with, letter?.party ?? language.circle.erased),
            Facts.Fact(language.consent.what, letter?.what ?? language.circle.erased),
            Facts.Fact(language.consent.about, persons),
        ]
    }
}

extension Language {
    var grounds: any GroundWords {
        switch self {
        case .nl: DutchGrounds()
        case .en: EnglishGrounds()
        }
    }
}

private struct DutchGrounds: GroundWords {
    let title = "Delen op een grondslag"
    let lead = "Soms deel je iets zonder dat iemand ja zei, of naast een ja. Schrijf op waarom dat mag."
    let door = "Bijvoorbeeld bij een melding of een vraag van de rechter."
    let ground = "Op welke grondslag?"
    let groundMissing = "Kies een grondslag."
    func ground(_ ground: Ground) -> (label: String, text: String) {
        switch ground {
        case .directlyInvolved: ("Wie samen met mij helpt, of mij vervangt", "Alleen wat voor die hulp nodig is.")
        case .required: ("De wet vraagt het mij", "Een gezinsvoogd die een maatregel uitvoert, vraagt ernaar.")
        case .reportToSafeHome: ("Een melding bij Veilig Thuis", "Bij een vermoeden van geweld of verwaarlozing.")
        case .reportToBoard: ("Een melding bij de Raad voor de Kinderbescherming", "Als een kind bedreigd wordt.")
        case .conflictOfDuties: ("Een conflict van plichten", "Zwijgen geeft meer schade dan spreken.")
        case .publicTask: ("Een taak van de overheid", "Het staat in een wet, en het kan niet met minder.")
        case .consent: ("Toestemming", "Iemand zei in vrijheid ja.")
        }
    }
    func counts(until day: String) -> String { "Geldt tot \(day)." }
    let notCounting = "Deze grondslag geldt hier nu niet."
    let municipality = "Toestemming is hier geen grondslag"
    let notMended =
        "Jij werkt voor een gemeente of een wijkteam. Een ja van het gezin maakt een ontbrekende grondslag niet goed."
    let personsMissing = "Kies minstens één persoon."
    let whatHint = "Niet meer dan nodig is."
    let reason = "Waarom deel je dit?"
    let reasonHint = "Wat woog je af? Kon het met minder, of met een ja?"
    let reasonMissing = "Schrijf op waarom."
    let secondHint = "Nodig als niemand ja zei. Het telt pas na hun ja."
    let secondMissing = "Kies wie mee beslist."
    let told = "Weten zij het?"
    let toldHint = "Vertel het hun, tenzij dat gevaar geeft. Dan lezen zij het hier ook."
    let toldMissing = "Kies of zij het weten."
    let toldYes = "Ja, het is verteld"
    let toldNo = "Nee, nog niet. Zij lezen hier niets."
    let notTold = "Nog niet"
    let tell = "Nu verteld: zij mogen dit lezen"
    let button = "Opschrijven"
    let by = "Opgeschreven door"
    let day = "Wanneer"
    let once = "Eén keer"
    let basis = "Grondslag"
    func state(_ state: GroundUse.State, second: String?) -> String {
        switch state {
        case .counts: second.map { "Telt. \($0) besliste mee." } ?? "Telt."
        case .waits: "Wacht op een tweede professional. Deel nog niets, tenzij wachten niet kan."
        case .refused: second.map { "\($0) zei nee. Dit mag niet gedeeld worden." } ?? "Dit mag niet gedeeld worden."
        }
    }
}

private struct EnglishGrounds: GroundWords {
    let title = "Sharing on a ground"
    let lead = "Sometimes you share something though nobody said yes, or besides a yes. Write down why you may."
    let door = "For instance with a report, or when a court asks."
    let ground = "On what ground?"
    let groundMissing = "Choose a ground."
    func ground(_ ground: Ground) -> (label: String, text: String) {
        switch ground {
        case .directlyInvolved: ("Who helps together with me, or stands in for me", "Only what that help needs.")
        case .required: ("The law asks it of me", "A family supervisor who carries out an order inquires.")
        case .reportToSafeHome: ("A report to Veilig Thuis", "When violence or neglect is suspected.")
        case .reportToBoard: ("A report to the child protection board", "When a child is threatened.")
        case .conflictOfDuties: ("A conflict of duties", "To keep silent does more harm than to speak.")
        case .publicTask: ("A public task", "It stands in a law, and less would not do.")
        case .consent: ("Consent", "Somebody said yes in freedom.")
        }
    }
    func counts(until day: String) -> String { "Counts until \(day)." }
    let notCounting = "This ground does not count here now."
    let municipality = "Consent is no ground here"
    let notMended = "You work for a municipality or an area team. A yes of the family does not mend a missing ground."
    let personsMissing = "Choose at least one person."
    let whatHint = "No more than is needed."
    let reason = "Why do you share this?"
    let reasonHint = "What did you weigh? Would less do, or a yes?"
    let reasonMissing = "Write down why."
    let secondHint = "Needed where nobody said yes. It counts only after their yes."
    let secondMissing = "Choose who decides with you."
    let told = "Do they know?"
    let toldHint = "Tell them, unless that is dangerous. Then they read it here, too."
    let toldMissing = "Choose whether they know."
    let toldYes = "Yes, they were told"
    let toldNo = "No, not yet. They read nothing here."
    let notTold = "Not yet"
    let tell = "Told now: they may read this"
    let button = "Write down"
    let by = "Written down by"
    let day = "When"
    let once = "Once"
    let basis = "Ground"
    func state(_ state: GroundUse.State, second: String?) -> String {
        switch state {
        case .counts: second.map { "Counts. \($0) decided with them." } ?? "Counts."
        case .waits: "Waits for a second professional. Share nothing yet, unless it can't wait."
        case .refused: second.map { "\($0) said no. This may not be shared." } ?? "This may not be shared."
        }
    }
}
