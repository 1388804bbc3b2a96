// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchNotes: NoteWords {
    let title = "Contactnotities"
    let lead = "Een telefoontje of bezoek, in een minuut opgeschreven. Het gezin kan dit lezen."
    let familyLead = "Dit schreven hulpverleners op na een gesprek of bezoek. Klopt iets niet? Zet jouw woorden erbij."
    let door = "Wat er is opgeschreven na een telefoontje of bezoek."
    let new = "Nieuwe contactnotitie"
    let newLead = "Schrijf op wat ertoe doet, zo dat het gezin het ook kan lezen."
    let empty = "Er zijn nog geen contactnotities voor jou"
    let emptyText = "Schrijft iemand er een die jij mag lezen, dan staat die hier."
    let all = "Alle contactnotities"
    func kind(_ kind: ContactNote.Kind) -> String {
        switch kind {
        case .call: "Gebeld"
        case .visit: "Elkaar gezien"
        case .mail: "Gemaild"
        case .noShow: "Afspraak, maar niemand was er"
        case .other: "Iets anders"
        }
    }
    func heading(_ kind: ContactNote.Kind, _ day: String) -> String { "\(self.kind(kind)), \(day)" }
    func with(_ names: String) -> String { "Met \(names)." }
    func about(_ names: String) -> String { "Gaat over \(names)." }
    func by(_ name: String, _ moment: String) -> String { "Opgeschreven door \(name), \(moment)." }
    let erased = "Deze notitie is gewist."
    let open = "Lees of verbeter"
    let corrected = "Verbeterd"

    let kindLegend = "Wat voor contact?"
    let withLegend = "Met wie?"
    let withMissing = "Kies met wie je contact had."
    let aboutLegend = "Over wie gaat het?"
    let aboutHint = "Kies je niemand, dan gaat het over wie je sprak."
    let aboutWrong = "Kies over wie het gaat."
    let day = "Dag"
    let clock = "Tijd"
    let clockHint = "Zoals 14:30."
    let notThen = "Kies een moment dat al is geweest."
    let text = "Wat is er besproken?"
    let textHint = "Kort en in gewone woorden."
    let textMissing = "Schrijf op wat er is besproken."
    let helped = "Wie hielp bij het praten?"
    let interpreter = "Er was een tolk bij"
    let withInterpreter = "Met een tolk."
    func wrong(_ refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: textMissing
        case .tooLong(let limit): "Schrijf hooguit \(Language.nl.number(limit)) tekens."
        case .unprintable: "Er staan tekens in die we niet kunnen bewaren. Haal ze weg."
        }
    }
    let follows = "Wat volgt hieruit?"
    let followsHint = "Elke regel wordt een afspraak die ieder ziet voor wie die telt."
    func what(_ place: Int) -> String { "Afspraak \(place): wat" }
    func who(_ place: Int) -> String { "Afspraak \(place): wie" }
    func due(_ place: Int) -> String { "Afspraak \(place): wanneer" }
    let whoMissing = "Kies wie dit doet."
    let dueWrong = "Kies een dag vanaf vandaag."
    let save = "Bewaar"

    let correct = "Verbeter deze notitie"
    let correctHint = "Wat er stond, blijft te lezen."
    let correctButton = "Bewaar de verbetering"
    let earlier = "Wat er eerder stond"
    let statements = "Wat het gezin erover zegt"
    func statedBy(_ name: String, _ moment: String) -> String { "\(name), \(moment)" }
    let state = "Klopt dit niet?"
    let stateHint = "Jouw woorden blijven bij deze notitie staan. Wie de notitie leest, leest ze ook."
    let stateButton = "Zet mijn woorden erbij"

    let copy = "Neem mee"
    let copyLead = "Voor je eigen dossier, als PDF of als tekst. Dat je dit doet, wordt opgeschreven."
    let copyTitle = "Contactnotities meenemen"
    let fileName = "notities"
    func copied(_ day: String, by name: String) -> String { "Gemaakt op \(day), door \(name)." }
    func count(_ notes: Int) -> String { notes == 1 ? "1 notitie." : "\(notes) notities." }
    let pdf = "Kopie als PDF"
    let asText = "Kopie als tekst"
}

struct DutchContacts: ContactWords {
    let quiet = "Lang geen contact"
    let quietDoor = "Gezinnen die je een tijd niet sprak."
    func quietLead(_ days: Int) -> String { "Met deze gezinnen had jij al \(days) dagen geen contact." }
    func quietCount(_ families: Int, _ days: Int) -> String {
        families == 1
            ? "Je sprak één gezin al \(days) dagen niet."
            : "Je sprak \(Language.nl.count(families)) gezinnen al \(days) dagen niet."
    }
    let quietAll = "Bekijk ze allemaal"
    let nobodyQuiet = "Je had met al je gezinnen contact"
    let nobodyQuietText = "Hoor je een tijd niets van een gezin, dan staat het hier."
    func last(_ day: String) -> String { "Laatste contact: \(day)." }
    let never = "Nog geen contact."
    let daysLabel = "Na hoeveel dagen wil je dit zien?"
    func days(_ days: Int) -> String { "\(days) dagen" }
    let choose = "Bewaar"
    let howAreYou = "Hoe gaat het?"
    func ask(_ names: String) -> String { "Vraag \(names) hoe het gaat" }
    let note = "Schrijf een contactnotitie"
    func family(_ name: String) -> String { "Gezin \(name)" }
    let erased = "Een gezin dat gewist is"

    let callBack = "Vraag iemand om te bellen"
    let callBackDoor = "Kies wie jou belt, en voor wanneer."
    let callBackLead =
        "Wie je kiest, ziet dit bij Vandaag. Staat er niets anders bij? Dan zien alleen jullie tweeën het."
    let callBackWho = "Wie moet jou bellen?"
    func callBackTeam(_ name: String) -> String {
        "Belt \(name) niet op tijd? Dan ziet ook het team van \(name) je vraag, als ze in de kring zitten."
    }
    let callBackBy = "Uiterlijk op"
    let callBackAbout = "Waarover? Dat hoef je niet te zeggen."
    let callBackAboutHint = "Een paar woorden is genoeg."
    let callBackMissing = "Kies wie jou moet bellen."
    let callBackNotThen = "Kies een dag vanaf vandaag, binnen zes weken."
    let callBackSend = "Vraag om te bellen"
    let callBackNobody = "Er is niemand die jou kan bellen"
    let callBackNobodyText = "Zit er iemand in de kring, dan kun je het hier vragen."
    func callBackText(_ name: String, about: String?) -> String {
        "\(name) bellen" + (about.map { ": \($0)" } ?? "")
    }

    let working = "Werkaantekeningen"
    let workingDoor = "Voor jou alleen, buiten elk dossier."
    let workingLead = "Alleen voor jou, om iets te onthouden. Ze horen bij geen enkel dossier."
    let workingText =
        "Niemand anders kan ze lezen, ook je organisatie niet. Gooi ze weg als je ze niet meer nodig hebt."
    let workingLabel = "Wat wil je onthouden?"
    let workingSave = "Bewaar voor mij"
    let workingEnd = "Gooi weg"
    let workingNone = "Je hebt geen werkaantekeningen"
    let workingNoneText = "Wat bij het gezin hoort, schrijf je in een contactnotitie."
}
