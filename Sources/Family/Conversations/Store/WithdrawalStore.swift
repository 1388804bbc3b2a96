// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Takes back a message; its text stays sealed for thirty days, and that it was there stays to be seen.
    ///
    /// - Throws: ``Withdrawal/Refusal``
    /// - Returns: false where there is no such message.
    package func withdraw(
        _ number: Int, in summary: ConversationSummary, by account: ID<Account>, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        let conversation = summary.conversation
        guard let message = try writtenMessage(number, in: summary, key) else { return false }
        try Withdrawal.check(
            of: message.author, writtenAt: message.at, withdrawnAt: message.withdrawnAt, by: account, at: at)
        try execute(
            """
            UPDATE message SET withdrawn_at = \(at)
            WHERE family_id = \(key.family) AND conversation_id = \(conversation.id) AND number = \(number)
            """)
        try journal(
            JournalEntry(
                at: at, kind: .messageWithdrawn, who: account, item: ItemName(.conversation, conversation.id),
                persons: conversation.about, detail: String(number)), key, vault)
        return true
    }

    /// Who wrote a message and when, as far as the reader may know of it.
    func writtenMessage(
        _ number: Int, in summary: ConversationSummary, _ key: borrowing DossierKey
    ) throws -> (author: ID<Account>, at: Moment, withdrawnAt: Moment?)? {
        guard number >= summary.fromNumber else { return nil }
        return try row(
            """
            SELECT author_id, at, withdrawn_at FROM message
            WHERE family_id = \(key.family) AND conversation_id = \(summary.conversation.id) AND number = \(number)
            """
        ) { ($0.id(0), $0.moment(1), $0.ifAny(2) { $0.moment($1) }) }
    }

    /// Erases what was taken back longer ago than it is kept; some at a time.
    ///
    /// - Returns: how many messages.
    @discardableResult
    package func sweepWithdrawn(at now: Moment, limit: Int = 100) throws -> Int {
        let old = try rows(
            """
            SELECT family_id, conversation_id, number FROM message
            WHERE withdrawn_at IS NOT NULL AND withdrawn_at <= \(now - Withdrawal.kept) AND body IS NOT NULL
            ORDER BY withdrawn_at, number LIMIT \(limit)
            """
        ) { ($0.id(0, Family.self), $0.id(1, Conversation.self), $0.int(2)) }
        for (family, conversation, number) in old {
            try execute(
                """
                UPDATE message SET body = NULL
                WHERE family_id = \(family) AND conversation_id = \(conversation) AND number = \(number)
                """)
            try eraseAttachments(of: number, in: conversation, family)
        }
        return old.count
    }

    private func eraseAttachments(
        of number: Int, in conversation: ID<Conversation>, _ family: ID<Family>
    ) throws {
        try execute(
            """
            DELETE FROM attachment_piece WHERE family_id = \(family) AND attachment_id IN (
                SELECT id FROM attachment WHERE family_id = \(family) AND conversation_id = \(conversation)
                    AND message_number = \(number)
            )
            """)
        try execute(
            """
            UPDATE attachment SET about = NULL
            WHERE family_id = \(family) AND conversation_id = \(conversation) AND message_number = \(number)
            """)
    }
}
