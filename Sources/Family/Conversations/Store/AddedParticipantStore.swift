// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Adds somebody to a conversation, who reads what is written from now on.
    ///
    /// - Throws: ``Conversation/AddingRefusal``
    package func add(
        _ account: ID<Account>?, to summary: ConversationSummary, at: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        let adder = key.reading.reader
        let reads = try account.flatMap { try reading(of: key.family, by: $0, on: key.today, vault) }
        let hidden = try hiddenFrom(key)
        let conversation = try summary.conversation.adding(
            account, by: key.reading, whoReads: reads,
            meets: { one, other in !hidden.contains { $0.reader == one && $0.member == other } })
        guard let account else { return }
        try execute(
            """
            INSERT INTO participant (family_id, conversation_id, account_id, read_number, from_number, added_by)
            VALUES (\(key.family), \(conversation.id), \(account), \(summary.lastNumber), \(summary.lastNumber + 1),
                \(adder))
            """)
        try journal(
            JournalEntry(
                at: at, kind: .participantAdded, who: adder, item: ItemName(.conversation, conversation.id),
                persons: conversation.about, detail: account.text), key, vault)
    }

    /// Opens a young person's own line with its first message.
    ///
    /// - Throws: ``PrivateLine/Refusal``
    package func openLine(
        to hearer: ID<Account>?, isTold: Bool, _ start: ConversationStart, at: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> Conversation {
        let members = try circle(key).members.map(\.membership)
        let conversation = try PrivateLine.opened(
            start.id, by: key.reading, to: hearer,
            hearers: PrivateLine.hearers(for: key.reading, among: members, on: key.today), isTold: isTold)
        let writer = key.reading.reader
        try self.start(conversation, subject: start.subject, by: writer, at: at, key, vault)
        try write(start.firstMessage.text, as: start.firstMessage.id, in: conversation, by: writer, at: at, key, vault)
        return conversation
    }
}
