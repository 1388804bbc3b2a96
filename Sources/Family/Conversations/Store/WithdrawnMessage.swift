// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A message that was taken back, as the professional in charge finds it.
package struct WithdrawnMessage: Sendable, Hashable {
    package let author: ID<Account>
    package let at: Moment
    package let about: Set<ID<Person>>
    /// nil when it was erased meanwhile.
    package let text: String?
    /// The files that came with it, in their order; one that was erased is left out.
    package let attachments: [Attachment]
}

extension Dossiers {
    /// One piece of a file that came with a message that was taken back, as long as its text may be read, too.
    ///
    /// Whoever asks had its record written before.
    package func withdrawnPiece(
        _ piece: Int, of attachment: Attachment, with number: Int, in conversation: ID<Conversation>, _ look: Look,
        family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let message = try connection.withdrawnMessage(number, in: conversation, at: look.at, key),
                    message.attachments.contains(attachment)
                else { return nil }
                return try connection.piece(piece, of: attachment, about: message.about, key)
            }
        }
    }
}

extension Connection {
    /// A message that was taken back and is still kept, for the professional in charge, whether they take part or not.
    package func withdrawnMessage(
        _ number: Int, in conversation: ID<Conversation>, at now: Moment, _ key: borrowing DossierKey
    ) throws -> WithdrawnMessage? {
        let found = try row(
            """
            SELECT m.author_id, m.at, m.withdrawn_at, m.body, c.part_id FROM message m
            JOIN conversation c ON c.family_id = m.family_id AND c.id = m.conversation_id
            WHERE m.family_id = \(key.family) AND m.conversation_id = \(conversation) AND m.number = \(number)
                AND m.withdrawn_at IS NOT NULL
            """
        ) { row in
            let (author, at) = (row.id(0, Account.self), row.moment(1))
            let place = SealedPlace.body(of: number, by: author, at: at, in: conversation, key.family)
            let text = try key.open(row.ifAny(3) { $0.bytes($1) }, in: row.id(4), at: place)
            return (author: author, at: at, withdrawnAt: row.moment(2), text: text)
        }
        guard let found, Withdrawal.isKept(withdrawnAt: found.withdrawnAt, at: now),
            try professionalInCharge(key).account == key.reading.reader
        else { return nil }
        let about = try persons(of: conversation, key)
        guard key.reading.mayTakePart(about: about),
            !key.reading.held.items.contains(ItemName(.conversation, conversation))
        else { return nil }
        return WithdrawnMessage(
            author: found.author, at: found.at, about: about, text: found.text,
            attachments: try attachments(ofWithdrawn: number, in: conversation, about: about, key))
    }

    private func attachments(
        ofWithdrawn number: Int, in conversation: ID<Conversation>, about: Set<ID<Person>>, _ key: borrowing DossierKey
    ) throws -> [Attachment] {
        try rows(
            """
            SELECT id, about FROM attachment
            WHERE family_id = \(key.family) AND conversation_id = \(conversation) AND message_number = \(number)
            ORDER BY place
            """
        ) { row in try attachment(row.id(0), row.ifAny(1) { $0.bytes($1) }, about: about, key) }
        .compactMap(\.self)
    }

    /// Notes why the professional in charge opened what was taken back.
    package func note(
        _ reason: PlainText, forOpening message: WithdrawnMessage, in conversation: ID<Conversation>, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: at, kind: .withdrawnOpened, who: key.reading.reader, item: ItemName(.conversation, conversation),
                persons: message.about, detail: reason.text), key, vault)
    }

    /// Whom a conversation is about.
    func persons(of conversation: ID<Conversation>, _ key: borrowing DossierKey) throws -> Set<ID<Person>> {
        Set(
            try rows(
                """
                SELECT person_id FROM conversation_person
                WHERE family_id = \(key.family) AND conversation_id = \(conversation) ORDER BY person_id
                """
            ) { $0.id(0) })
    }
}
