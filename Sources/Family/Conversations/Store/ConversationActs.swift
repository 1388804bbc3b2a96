// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Starts a conversation that the rule allowed; where files came with its first message it has a place already.
    package func start(
        _ conversation: Conversation, subject: PlainText, by starter: ID<Account>, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: conversation.about)
        let sealed = try key.seal(subject.text, in: part, at: .subject(of: conversation.id, in: key.family))
        try execute(
            """
            INSERT INTO conversation (family_id, id, part_id, subject, started_at, last_at, private_line)
            VALUES (\(key.family), \(conversation.id), \(part), \(sealed), \(at), \(at),
                \(conversation.isPrivateLine))
            ON CONFLICT (family_id, id) DO UPDATE SET subject = excluded.subject
            """)
        for person in conversation.about.sorted() {
            try execute(
                """
                INSERT INTO conversation_person (family_id, conversation_id, person_id)
                VALUES (\(key.family), \(conversation.id), \(person))
                """)
        }
        for account in conversation.participants.sorted() {
            try execute(
                """
                INSERT INTO participant (family_id, conversation_id, account_id)
                VALUES (\(key.family), \(conversation.id), \(account))
                """)
        }
        try journal(
            JournalEntry(
                at: at, kind: .conversationStarted, who: starter, item: ItemName(.conversation, conversation.id),
                persons: conversation.about), key, vault)
    }

    /// Writes a message in a conversation that its author takes part in, and tells its number there.
    @discardableResult
    package func write(
        _ text: PlainText, as id: ID<Message>, in conversation: Conversation, by author: ID<Account>, at: Moment,
        with attachments: [Attachment] = [], _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Int {
        let numbers = try rows(
            """
            UPDATE conversation SET last_number = last_number + 1, last_at = \(at)
            WHERE family_id = \(key.family) AND id = \(conversation.id) RETURNING last_number
            """
        ) { $0.int(0) }
        guard let number = numbers.first else { throw DatabaseError.damaged("no conversation \(conversation.id)") }
        let place = SealedPlace.body(of: number, by: author, at: at, in: conversation.id, key.family)
        let body = try key.seal(text.text, in: key.part(about: conversation.about), at: place)
        try execute(
            """
            INSERT INTO message (family_id, conversation_id, number, id, at, author_id, body)
            VALUES (\(key.family), \(conversation.id), \(number), \(id), \(at), \(author), \(body))
            """)
        if !attachments.isEmpty { try attach(attachments, to: number, in: conversation, key) }
        try removeDraft(in: conversation.id, key)
        try noteContact(
            of: author, in: key.family, at: at, writingTo: conversation.participants.subtracting([author]))
        try markRead(conversation.id, in: key.family, by: author, up: number, at: at)
        try journal(
            JournalEntry(
                at: at, kind: .messageWritten, who: author, item: ItemName(.conversation, conversation.id),
                persons: conversation.about, detail: String(number)), key, vault)
        try tell(conversation.participants.subtracting([author]), of: .conversation(conversation.id), at: at, key)
        return number
    }

    /// Notes what somebody's reading changed.
    func note(_ note: ReadingNote, in family: ID<Family>, by account: ID<Account>) throws {
        switch note {
        case .read(let conversation, let number, let moment):
            try markRead(conversation, in: family, by: account, up: number, at: moment)
        }
    }

    /// Notes how far somebody read; it never goes back.
    package func markRead(
        _ conversation: ID<Conversation>, in family: ID<Family>, by account: ID<Account>, up number: Int, at: Moment
    ) throws {
        try execute(
            """
            UPDATE participant SET read_number = \(number), read_at = \(at)
            WHERE family_id = \(family) AND conversation_id = \(conversation) AND account_id = \(account)
                AND read_number < \(number)
            """)
    }
}

extension SealedPlace {
    static func subject(of conversation: ID<Conversation>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("conversation", "subject", row: conversation.text, owner: family.text)
    }
    /// Bound to its author and moment, too: nobody's words can be put in another's mouth.
    static func body(
        of number: Int, by author: ID<Account>, at: Moment, in conversation: ID<Conversation>, _ family: ID<Family>
    ) -> SealedPlace {
        let row = "\(conversation):\(number):\(author):\(at.milliseconds)"
        return SealedPlace("message", "body", row: row, owner: family.text)
    }
}
