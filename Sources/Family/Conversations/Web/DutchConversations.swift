// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct DutchConversations: ConversationWords {
    let title = "Gesprekken"
    let one = "Gesprek"
    let lead = "Hier lees je de gesprekken waar jij aan meedoet. Niemand anders ziet ze bij jou staan."
    let start = "Begin een gesprek"
    let emptyTitle = "Je hebt hier nog geen gesprekken"
    let emptyText = "Kies met wie je wilt praten. Alleen de mensen die jij kiest, kunnen meelezen."
    let list = "Jouw gesprekken"
    func with(_ names: String) -> String { "Met \(names)" }
    func unread(_ count: Int) -> String { count == 1 ? "1 nieuw" : "\(count) nieuw" }
    func last(_ moment: String) -> String { "Laatste bericht: \(moment)" }
    let erasedSubject = "Dit gesprek is gewist"
    let erasedText = "Dit bericht is gewist."
    let somebodyBefore = "iemand die hier eerder was"
    let messages = "Berichten"
    let older = "Oudere berichten"
    let newest = "Naar de nieuwste berichten"
    let all = "Alle gesprekken"
    let write = "Schrijf een bericht"
    let yourMessage = "Jouw bericht"
    let aboutWhom = "Over wie gaat het?"
    let aboutHint = "Alleen wie over deze mensen mag lezen, kan meedoen."
    let toWhom = "Aan wie schrijf je?"
    let toHint = "Alleen de mensen die je kiest, kunnen dit lezen."
    let subject = "Onderwerp"
    let subjectHint = "Een paar woorden, zodat je het gesprek terugvindt."
    let newTitle = "Begin een gesprek"
    let newLead = "Jij kiest wie dit kan lezen."
    let nobodyTitle = "Er is nog niemand om aan te schrijven"
    let nobodyText = "Zodra er mensen in de kring zijn die kunnen inloggen, kun je ze hier kiezen."
    let parent = "ouder"
    let family = "gezin"
    let emptyMessage = "Typ eerst een bericht."
    let emptySubject = "Typ een onderwerp."
    func tooLong(_ limit: Int) -> String { "Maak de tekst korter: hooguit \(Language.nl.number(limit)) tekens." }
    let unprintable = "Haal tekens weg die we niet kunnen tonen. Typ de tekst opnieuw als je die hebt geplakt."
    let noRecipient = "Kies minstens één iemand."
    let aboutNobody = "Kies over wie het gaat."
    func mayNotRead(_ name: String) -> String {
        "\(name) kan hier niet aan meedoen. Kies iemand anders, of kies over wie het gaat."
    }
    let keepDraft = "Bewaar als concept"
    let draftKept = "Concept bewaard."
    let keptNotice = "Je tekst is er nog"
    let keptText = """
        Je was te lang weg en moest opnieuw inloggen. Wat je typte staat hieronder. Verstuur het als het klopt.
        """
}
