// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishConversations: ConversationWords {
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
    let keepDraft = "Keep as a draft"
    let draftKept = "Draft kept."
    let keptNotice = "Your text is still here"
    let keptText = """
        You were away too long and had to sign in again. What you typed stands below. Send it if it is right.
        """
}
