// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// What the pages with conversations say.
protocol ConversationWords: Sendable {
    var title: String { get }
    var one: String { get }
    var lead: String { get }
    var start: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    var list: String { get }
    func with(_ names: String) -> String
    func unread(_ count: Int) -> String
    func last(_ moment: String) -> String
    var erasedSubject: String { get }
    var erasedText: String { get }
    var somebodyBefore: String { get }
    var messages: String { get }
    var older: String { get }
    var newest: String { get }
    var all: String { get }
    var write: String { get }
    var yourMessage: String { get }
    var aboutWhom: String { get }
    var aboutHint: String { get }
    var toWhom: String { get }
    var toHint: String { get }
    var subject: String { get }
    var subjectHint: String { get }
    var newTitle: String { get }
    var newLead: String { get }
    var nobodyTitle: String { get }
    var nobodyText: String { get }
    var parent: String { get }
    var family: String { get }
    var emptyMessage: String { get }
    var emptySubject: String { get }
    func tooLong(_ limit: Int) -> String
    var unprintable: String { get }
    var noRecipient: String { get }
    var aboutNobody: String { get }
    func mayNotRead(_ name: String) -> String
    var keptNotice: String { get }
    var keptText: String { get }
}

extension Language {
    var conversations: any ConversationWords {
        switch self {
        case .nl: DutchConversations()
        case .en: EnglishConversations()
        }
    }
}

private struct DutchConversations: ConversationWords {
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
    let keptNotice = "Je tekst is er nog"
    let keptText = """
        Je was te lang weg en moest opnieuw inloggen. Wat je typte staat hieronder. Verstuur het als het klopt.
        """
}

private struct EnglishConversations: ConversationWords {
    let title = "Conversations"
    let one = "Conversation"
    let lead = "Here you read the conversations you take part in. Nobody else sees them on your page."
    let start = "Start a conversation"
    let emptyTitle = "You have no conversations here yet"
    let emptyText = "Choose whom you want to talk to. Only the people you choose can read along."
    let list = "Your conversations"
    func with(_ names: String) -> String { "With \(names)" }
    func unread(_ count: Int) -> String { "\(count) new" }
    func last(_ moment: String) -> String { "Last message: \(moment)" }
    let erasedSubject = "This conversation was erased"
    let erasedText = "This message was erased."
    let somebodyBefore = "somebody who was here before"
    let messages = "Messages"
    let older = "Older messages"
    let newest = "To the newest messages"
    let all = "All conversations"
    let write = "Write a message"
    let yourMessage = "Your message"
    let aboutWhom = "Whom is it about?"
    let aboutHint = "Only those who may read about these people can take part."
    let toWhom = "To whom are you writing?"
    let toHint = "Only the people you choose can read this."
    let subject = "Subject"
    let subjectHint = "A few words, so that you can find the conversation again."
    let newTitle = "Start a conversation"
    let newLead = "You choose who can read this."
    let nobodyTitle = "There is nobody to write to yet"
    let nobodyText = "As soon as there are people in the circle who can sign in, you can choose them here."
    let parent = "parent"
    let family = "family"
    let emptyMessage = "Type a message first."
    let emptySubject = "Type a subject."
    func tooLong(_ limit: Int) -> String { "Make the text shorter: at most \(Language.en.number(limit)) characters." }
    let unprintable = "Remove characters that cannot be shown. Type the text again if you pasted it."
    let noRecipient = "Choose at least one person."
    let aboutNobody = "Choose whom it is about."
    func mayNotRead(_ name: String) -> String {
        "\(name) cannot take part in this. Choose somebody else, or choose whom it is about."
    }
    let keptNotice = "Your text is still here"
    let keptText = """
        You were away too long and had to sign in again. What you typed stands below. Send it if it is right.
        """
}
