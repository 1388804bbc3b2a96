// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// What is said of what there is to talk about, and of what was written down.
protocol MinutesWords: Sendable {
    var agenda: String { get }
    var agendaText: String { get }
    func said(by name: String) -> String
    func late(_ day: String) -> String
    var openActions: String { get }
    var goals: String { get }
    var promises: String { get }
    var addPoint: String { get }
    var pointHint: String { get }
    var add: String { get }
    // What was written.
    var title: String { get }
    var write: String { get }
    var correct: String { get }
    var correctHint: String { get }
    var lead: String { get }
    var came: String { get }
    var cameHint: String { get }
    var notes: String { get }
    var notesHint: String { get }
    var notesMissing: String { get }
    var decisions: String { get }
    var decisionsHint: String { get }
    var goal: String { get }
    var noGoal: String { get }
    var goalMissing: String { get }
    var whoMissing: String { get }
    var noGoals: String { get }
    var read: String { get }
    var readText: String { get }
    var keep: String { get }
    var look: String { get }
    func written(by name: String, on day: String) -> String
    var decided: String { get }
    var inPlan: String { get }
    var erased: String { get }
    var earlier: String { get }
    var remarks: String { get }
    var remark: String { get }
    var remarkHint: String { get }
    var addRemark: String { get }
    var theirs: String { get }
    var theirsText: String { get }
    func doerElsewhere(_ names: String) -> String
    var goalOver: String { get }
    // One's own calendar.
    var calendar: String { get }
    var calendarLead: String { get }
    var noFeed: String { get }
    func hasFeed(_ day: String) -> String
    var makeFeed: String { get }
    var makeAnother: String { get }
    var anotherText: String { get }
    var endFeed: String { get }
    var yourAddress: String { get }
    var addressText: String { get }
    var appointment: String { get }
    /// How its file is called, without an ending.
    var feedFile: String { get }
}

extension Language {
    var minutes: any MinutesWords {
        switch self {
        case .nl: DutchMinutes()
        case .en: EnglishMinutes()
        }
    }
}

struct DutchMinutes: MinutesWords {
    let agenda = "Waar praten we over?"
    let agendaText = "Dit staat open, voor zover jij het mag zien. Zet er zelf iets bij."
    func said(by name: String) -> String { "Van \(name)." }
    func late(_ day: String) -> String { "Had klaar moeten zijn op \(day)." }
    let openActions = "Acties uit het plan"
    let goals = "Doelen om op terug te kijken"
    let promises = "Wat nog is beloofd"
    let addPoint = "Waar wil jij over praten?"
    let pointHint = "Iedereen die is gevraagd, leest dit."
    let add = "Zet erbij"
    let title = "Verslag"
    let write = "Schrijf het verslag"
    let correct = "Verbeter het verslag"
    let correctHint = "Wat er stond, blijft te lezen."
    let lead = "Iedereen die was gevraagd, leest dit."
    let came = "Wie was erbij?"
    let cameHint = "Dit telt mee in de cijfers, zonder namen."
    let notes = "Wat is er gezegd?"
    let notesHint = "Kort en in gewone woorden."
    let notesMissing = "Schrijf op wat er is gezegd."
    let decisions = "Wat is er besloten?"
    let decisionsHint = "Eén besluit op een regel: wat · wie · wanneer. Zo: Bril regelen · Oma · voor 3 december"
    let goal = "Bij welk doel horen de acties?"
    let noGoal = "Geen doel: alleen opschrijven"
    let goalMissing = "Kies een doel. Of laat weg wie en wanneer."
    let whoMissing = "Vul wie en wanneer in, of geen van beide."
    let noGoals = "Er is nog geen doel waar acties bij passen. De besluiten staan dan alleen hier."
    let read = "Klopt dit?"
    let readText = "Met wie en wanneer wordt een besluit een actie in het plan."
    let keep = "Bewaar het verslag"
    let look = "Lees het nog eens"
    func written(by name: String, on day: String) -> String { "Geschreven door \(name), \(day)." }
    let decided = "Besloten"
    let inPlan = "Staat als actie in het plan."
    let erased = "Deze tekst is gewist."
    let earlier = "Zo stond het er eerst"
    let remarks = "Wat anderen erbij zeggen"
    let remark = "Wil je er zelf iets bij zeggen?"
    let remarkHint = "Het verslag blijft zoals het is. Jouw woorden staan ernaast."
    let addRemark = "Zet mijn woorden erbij"
    let theirs = "Iemand anders schreef ook een verslag"
    let theirsText = "Lees wat er staat. Zet erbij wat nog mist, en bewaar dan."
    func doerElsewhere(_ names: String) -> String { "Wie dit doet, moet iets van \(names) mogen lezen." }
    let goalOver = "Dit doel is afgesloten. Kies een ander doel."
    let calendar = "Jouw agenda"
    let calendarLead = "Zie in je eigen agenda wanneer je een overleg hebt. Met wie en waarover staat er niet bij."
    let noFeed = "Je hebt nog geen adres voor je agenda."
    func hasFeed(_ day: String) -> String { "Je hebt een adres, gemaakt op \(day). We laten het maar één keer zien." }
    let makeFeed = "Maak een adres"
    let makeAnother = "Maak een nieuw adres"
    let anotherText = "Het oude adres werkt dan niet meer."
    let endFeed = "Stop met dit adres"
    let yourAddress = "Dit is jouw adres"
    let addressText =
        "Kopieer het nu. Wie het heeft, ziet wanneer je een afspraak hebt. Geef het aan niemand. "
        + "Verander je je wachtwoord of log je overal uit, dan stopt het adres."
    let appointment = "Afspraak"
    let feedFile = "afspraken"
}

struct EnglishMinutes: MinutesWords {
    let agenda = "What do we talk about?"
    let agendaText = "This is open, as far as you may see it. Add something of your own."
    func said(by name: String) -> String { "From \(name)." }
    func late(_ day: String) -> String { "Should have been done on \(day)." }
    let openActions = "Actions of the plan"
    let goals = "Goals to look back on"
    let promises = "What is promised still"
    let addPoint = "What do you want to talk about?"
    let pointHint = "Everybody who was asked reads this."
    let add = "Add it"
    let title = "Minutes"
    let write = "Write the minutes"
    let correct = "Correct the minutes"
    let correctHint = "What stood there stays to be read."
    let lead = "Everybody who was asked reads this."
    let came = "Who was there?"
    let cameHint = "This counts in the figures, without names."
    let notes = "What was said?"
    let notesHint = "Short, and in plain words."
    let notesMissing = "Write down what was said."
    let decisions = "What was decided?"
    let decisionsHint = "One decision a line: what · who · when. Like this: Arrange glasses · Grandma · by 3 December"
    let goal = "To which goal do the actions belong?"
    let noGoal = "No goal: only write it down"
    let goalMissing = "Choose a goal. Or leave out who and when."
    let whoMissing = "Say who and when, or neither."
    let noGoals = "There is no goal yet for which there could be actions. The decisions then stand here only."
    let read = "Is this right?"
    let readText = "With who and when a decision becomes an action of the plan."
    let keep = "Keep the minutes"
    let look = "Read it once more"
    func written(by name: String, on day: String) -> String { "Written by \(name), \(day)." }
    let decided = "Decided"
    let inPlan = "Is an action of the plan."
    let erased = "This text was erased."
    let earlier = "How it stood before"
    let remarks = "What others say about it"
    let remark = "Do you want to say something about it yourself?"
    let remarkHint = "The minutes stay as they are. Your words stand beside them."
    let addRemark = "Add my words"
    let theirs = "Somebody else wrote minutes, too"
    let theirsText = "Read what stands there. Add what is missing, and keep it then."
    func doerElsewhere(_ names: String) -> String { "Who does this must be allowed to read something of \(names)." }
    let goalOver = "This goal was ended. Choose another one."
    let calendar = "Your calendar"
    let calendarLead = "See in your own calendar when you have a meeting. With whom and about what is left out."
    let noFeed = "You have no address for your calendar yet."
    func hasFeed(_ day: String) -> String { "You have an address, made on \(day). We show it only once." }
    let makeFeed = "Make an address"
    let makeAnother = "Make a new address"
    let anotherText = "The old address then works no longer."
    let endFeed = "Stop using this address"
    let yourAddress = "This is your address"
    let addressText =
        "Copy it now. Who has it sees when you have an appointment. Give it to nobody. "
        + "It stops when you change your password or sign out everywhere."
    let appointment = "Appointment"
    let feedFile = "appointments"
}
