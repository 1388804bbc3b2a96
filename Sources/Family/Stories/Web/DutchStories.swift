// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

struct DutchStories: StoryWords {
    let title = "Verhalen"
    let lead = "Hier vertel je jouw verhaal in je eigen woorden. Dan hoef je niet steeds opnieuw te beginnen."
    let readerLead = "Lees eerst wat mensen zelf vertelden. Dan hoef je het niet nog eens te vragen."
    let door = "In je eigen woorden. Jij zegt wie het leest."
    let own = "Jouw verhaal"
    func of(_ names: String) -> String { "Het verhaal van \(names)" }
    let notBegun = "Nog niet begonnen."
    func writeDown(for name: String) -> String { "\(name) vertelt, jij schrijft het op." }
    func lastChanged(_ day: String) -> String { "Voor het laatst veranderd op \(day)." }
    let waitsForYes = "Een nieuwe versie wacht op een ja."
    let nothing = "Er is nog geen verhaal dat jij kunt lezen"
    let nothingText = "Schrijft iemand een verhaal en mag jij het lezen? Dan staat het hier."
    let together = "Samen een verhaal vertellen"
    let togetherText = "Een versie telt pas als iedereen ja zei. Ieder houdt ook een eigen verhaal."
    let togetherWith = "Met wie?"
    let togetherMissing = "Kies met wie je het verhaal vertelt."
    let togetherButton = "Begin samen"
    let all = "Alle verhalen"

    let ownLead = "Alleen jij verandert dit verhaal. Jij zegt ook wie het leest."
    func tellsLead(_ name: String) -> String {
        "\(name) vertelt. Jij schrijft op, zo veel mogelijk in de woorden van \(name)."
    }
    let jointLead = "Jullie vertellen dit samen. Een versie telt als jullie allemaal ja zeiden."
    func version(_ day: String, by name: String) -> String { "Geschreven door \(name), op \(day)." }
    func toldBy(_ child: String, writtenBy name: String) -> String {
        "Verteld door \(child), opgeschreven door \(name)."
    }
    let erased = "Dit verhaal is gewist."
    let earlier = "Je leest een eerdere versie"
    let versions = "Alle versies"
    func versionLink(_ number: Int, _ day: String) -> String { "Versie \(number), \(day)" }
    let counts = "telt nu"
    let files = "Tekeningen en bestanden"

    let write = "Verander het verhaal"
    let writeFirst = "Begin met vertellen"
    let label = "Jouw woorden"
    let hint =
        "Wat moet iemand van jou weten? Wat helpt, en wat juist niet? Met de microfoon op je toetsenbord kun je praten."
    func childHint(_ name: String) -> String { "Lees het daarna voor aan \(name). Klopt het zo?" }
    let save = "Bewaar deze versie"
    let propose = "Stel deze versie voor"
    let keep = "Later verder"
    let kept = "Bewaard. Alleen jij ziet dit."
    let empty = "Schrijf eerst iets op."
    let tooLong = "Het verhaal is te lang. Maak het korter."
    let unprintable = "Er staan tekens in die we niet kunnen bewaren. Haal ze weg."
    let changedMeanwhile = "Er is intussen een nieuwe versie geschreven"
    let changedText = "Die lees je hierboven. Wat jij typte staat hieronder nog. Zet samen wat erin moet."
    let asking = "Ja zeggen op een nieuwe versie van jullie verhaal"

    let proposed = "Nieuwe versie"
    func proposedText(_ names: String) -> String { "Deze versie telt pas als \(names) ja zegt." }
    let youSaidYes = "Jij zei al ja."
    let yes = "Ja, zo klopt het"

    let confirm = "Ik heb dit gelezen"
    let confirmText = "Dan weten ze dat ze het jou niet nog eens hoeven te vertellen."
    func confirmed(_ day: String) -> String { "Je liet op \(day) weten dat je dit las" }
    let confirmedText = "Je hoeft er niet opnieuw naar te vragen."
    let confirmations = "Wie las het"
    let nobodyConfirmed = "Nog niemand liet weten dat die het las."
    func confirmedBy(_ name: String, _ day: String) -> String { "\(name) las het, op \(day)." }

    let readers = "Wie mag het lezen"
    let readersText = "Je verandert dit wanneer je wilt. Wie het al las, weet het natuurlijk nog."
    let nobodyReads = "Er is nu niemand die dit verhaal kan lezen."
    let readsCurrent = "Leest steeds de nieuwste versie."
    func readsVersion(_ number: Int) -> String { "Leest alleen versie \(number)." }
    let readsNothing = "Leest niets."
    let letRead = "Laat lezen"
    let onlyThis = "Alleen deze versie"
    let stopReading = "Niet meer laten lezen"
}
