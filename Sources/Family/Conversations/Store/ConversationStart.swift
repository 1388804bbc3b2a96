// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What somebody wants to start a conversation with.
package struct ConversationStart: Sendable {
    package let id: ID<Conversation>
    package let recipients: Set<ID<Account>>
    package let about: Set<ID<Person>>
    package let subject: PlainText
    package let firstMessage: (id: ID<Message>, text: PlainText)
    /// The files that come with the first message.
    package let attachments: [Attachment]

    package init(
        id: ID<Conversation>, recipients: Set<ID<Account>>, about: Set<ID<Person>>, subject: PlainText,
        firstMessage: (id: ID<Message>, text: PlainText), attachments: [Attachment] = []
    ) {
        self.id = id
        self.recipients = recipients
        self.about = about
        self.subject = subject
        self.firstMessage = firstMessage
        self.attachments = attachments
    }
}

extension Connection {
    /// Starts a conversation with its first message, when the rule allows it as everybody stands now.
    ///
    /// - Throws: ``Conversation/Refusal``
    package func start(
        _ start: ConversationStart, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Conversation {
        let starter = key.reading.reader
        var readings: [ID<Account>: Reading] = [:]
        for recipient in start.recipients {
            readings[recipient] = try reading(of: key.family, by: recipient, on: key.today, vault)
        }
        let hidden = try hiddenFrom(key)
        let conversation = try Conversation.started(
            start.id, by: key.reading, with: start.recipients, about: start.about, readings: readings,
            meets: { one, other in !hidden.contains { $0.reader == one && $0.member == other } })
        try self.start(conversation, subject: start.subject, by: starter, at: at, key, vault)
        try write(
            start.firstMessage.text, as: start.firstMessage.id, in: conversation, by: starter, at: at,
            with: start.attachments, key, vault)
        return conversation
    }
}
