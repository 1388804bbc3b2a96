// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Files
import Kernel
import PeopleRules

extension Dossiers {
    /// One piece of a file, for somebody who may still read where it lies; whoever asks had its record written before.
    package func piece(
        _ number: Int, of attachment: Attachment, in conversation: ID<Conversation>, _ look: Look, family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let summary = try connection.conversation(conversation, key) else { return nil }
                return try connection.piece(number, of: attachment, about: summary.conversation.about, key)
            }
        }
    }
}

extension Connection {
    /// Gives files that were taken in to a message, in the order in which they came.
    package func attach(
        _ attachments: [Attachment], to number: Int, in conversation: Conversation, _ key: borrowing DossierKey
    ) throws {
        for (place, attachment) in attachments.enumerated() {
            let sealed = try key.seal(
                attachment.text, in: key.part(about: conversation.about), at: .about(attachment.id, in: key.family))
            let changed = try execute(
                """
                UPDATE attachment SET message_number = \(number), place = \(place), about = \(sealed)
                WHERE family_id = \(key.family) AND id = \(attachment.id) AND conversation_id = \(conversation.id)
                    AND account_id = \(key.reading.reader) AND message_number IS NULL
                """)
            guard changed == 1 else { throw DatabaseError.damaged("no attachment \(attachment.id)") }
        }
    }

    /// The files that came with the messages of a conversation between two numbers, by the message's number; an erased
    /// one is nil.
    package func attachments(
        of summary: ConversationSummary, from first: Int, to last: Int, _ key: borrowing DossierKey
    ) throws -> [Int: [Attachment?]] {
        let conversation = summary.conversation
        return try attachments(in: conversation.id, about: conversation.about, from: first, to: last, key)
    }

    /// The same, of a conversation or of what else keeps its files as one.
    func attachments(
        in conversation: ID<Conversation>, about: Set<ID<Person>>, from first: Int, to last: Int,
        _ key: borrowing DossierKey
    ) throws -> [Int: [Attachment?]] {
        let found = try rows(
            """
            SELECT message_number, id, about FROM attachment
            WHERE family_id = \(key.family) AND conversation_id = \(conversation)
                AND message_number BETWEEN \(first) AND \(last)
            ORDER BY message_number, place
            """
        ) { row in
            let id = row.id(1, Attachment.self)
            let sealed = row.ifAny(2) { $0.bytes($1) }
            return (row.int(0), try attachment(id, sealed, about: about, key))
        }
        return found.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    /// One file of a conversation, when the reader may read the message it came with.
    package func attachment(
        _ id: ID<Attachment>, of summary: ConversationSummary, _ key: borrowing DossierKey
    ) throws -> Attachment? {
        let found = try row(
            """
            SELECT a.about FROM attachment a
            JOIN message m ON m.family_id = a.family_id AND m.conversation_id = a.conversation_id
                AND m.number = a.message_number
            WHERE a.family_id = \(key.family) AND a.id = \(id) AND a.conversation_id = \(summary.conversation.id)
                AND a.message_number >= \(summary.fromNumber) AND m.withdrawn_at IS NULL
            """
        ) { row in row.ifAny(0) { $0.bytes($1) } }
        return try attachment(id, found ?? nil, about: summary.conversation.about, key)
    }

    /// One piece of a file, opened.
    func piece(
        _ number: Int, of attachment: Attachment, about persons: Set<ID<Person>>, _ key: borrowing DossierKey
    ) throws -> [UInt8]? {
        let isLast = number == attachment.pieces - 1
        let place = SealedPlace.piece(number, isLast: isLast, of: attachment.id, in: key.family)
        let sealed = try row(
            """
            SELECT body FROM attachment_piece
            WHERE family_id = \(key.family) AND attachment_id = \(attachment.id) AND number = \(number)
            """
        ) { $0.bytes(0) }
        return try key.openBytes(sealed, in: key.part(about: persons), at: place)
    }

    /// One file, opened; nil when it was erased.
    func attachment(
        _ id: ID<Attachment>, _ sealed: [UInt8]?, about persons: Set<ID<Person>>, _ key: borrowing DossierKey
    ) throws -> Attachment? {
        let part = key.part(about: persons)
        return try key.open(sealed, in: part, at: .about(id, in: key.family)).flatMap { Attachment(id: id, text: $0) }
    }
}

extension SealedPlace {
    fileprivate static func about(_ attachment: ID<Attachment>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("attachment", "about", row: attachment.text, owner: family.text)
    }

    /// Bound to its number and to whether it is the last, as the count is not known yet while a file arrives.
    ///
    /// Pieces can't change places, and a file can't be cut off ("STREAM", Hoang and others, 2015). The count is in
    /// `about`.
    static func piece(
        _ number: Int, isLast: Bool, of attachment: ID<Attachment>, in family: ID<Family>
    ) -> SealedPlace {
        let row = "\(attachment):\(number):\(isLast ? "last" : "more")"
        return SealedPlace("attachment_piece", "body", row: row, owner: family.text)
    }
}
