// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Files
import Kernel
import PeopleRules

/// A file that was taken in and waits for the message it comes with.
package struct LooseAttachment: Sendable, Hashable {
    package let family: ID<Family>
    package let conversation: ID<Conversation>
    package let account: ID<Account>
    package let attachment: Attachment
}

extension Dossiers {
    /// Keeps one piece of a file that somebody sends with a message they are about to write, in a transaction of its
    /// own; false where they may not write there.
    ///
    /// The right is looked at anew for each piece. Nothing of the dossier leaves, so nothing is recorded until the
    /// message is written.
    package func keep(
        _ piece: [UInt8], number: Int, isLast: Bool, of attachment: ID<Attachment>, in conversation: ID<Conversation>,
        _ look: Look, family: ID<Family>
    ) async throws -> Bool {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let summary = try connection.conversation(conversation, key) else { return nil }
                if number == 0 { try connection.begin(attachment, in: summary.conversation, at: look.at, key) }
                try connection.keep(piece, number: number, isLast: isLast, of: attachment, summary.conversation, key)
                return true
            } ?? false
        }
    }

    /// Looks into an office file that was taken in.
    ///
    /// - Throws: ``FileFlaw``
    package func checkOffice(_ loose: Attachment, in conversation: ID<Conversation>, _ look: Look, family: ID<Family>)
        async throws
    {
        let vault = vault
        try await database.read { connection in
            _ = try connection.withKey(of: family, look, vault) { key in
                guard let summary = try connection.conversation(conversation, key) else { return () }
                var remembered: (number: Int, bytes: [UInt8]) = (-1, [])
                try OfficeCheck.check(loose.kind, size: loose.size) { place, count in
                    let number = place / Attachment.pieceBytes
                    if remembered.number != number {
                        let piece = try connection.piece(number, of: loose, summary.conversation, key)
                        guard let piece else { throw FileFlaw.damaged }
                        remembered = (number, piece)
                    }
                    let start = place - number * Attachment.pieceBytes
                    return Array(remembered.bytes[start..<min(start + count, remembered.bytes.count)])
                }
                return ()
            }
        }
    }

    /// Throws away what was taken in and comes with no message.
    package func discard(_ attachments: [ID<Attachment>], family: ID<Family>) async throws {
        guard !attachments.isEmpty else { return }
        try await database.write(settled: { _ in nil }) { connection in
            try connection.discardLoose(attachments, in: family)
        }
    }

    /// One piece of a file, for somebody who may still read where it lies; whoever asks had its record written before.
    package func piece(
        _ number: Int, of attachment: Attachment, in conversation: ID<Conversation>, _ look: Look, family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let summary = try connection.conversation(conversation, key) else { return nil }
                return try connection.piece(number, of: attachment, summary.conversation, key)
            }
        }
    }
}

extension Connection {
    fileprivate func begin(
        _ attachment: ID<Attachment>, in conversation: Conversation, at: Moment, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            INSERT INTO attachment (family_id, id, conversation_id, part_id, account_id, at)
            VALUES (\(key.family), \(attachment), \(conversation.id), \(key.part(about: conversation.about)),
                \(key.reading.reader), \(at)) ON CONFLICT DO NOTHING
            """)
    }

    fileprivate func keep(
        _ piece: [UInt8], number: Int, isLast: Bool, of attachment: ID<Attachment>, _ conversation: Conversation,
        _ key: borrowing DossierKey
    ) throws {
        let place = SealedPlace.piece(number, isLast: isLast, of: attachment, in: key.family)
        let sealed = try key.seal(piece, in: key.part(about: conversation.about), at: place)
        try execute(
            """
            INSERT INTO attachment_piece (family_id, attachment_id, number, body)
            VALUES (\(key.family), \(attachment), \(number), \(sealed)) ON CONFLICT DO NOTHING
            """)
    }

    fileprivate func piece(
        _ number: Int, of attachment: Attachment, _ conversation: Conversation, _ key: borrowing DossierKey
    ) throws -> [UInt8]? {
        let isLast = number == attachment.pieces - 1
        let place = SealedPlace.piece(number, isLast: isLast, of: attachment.id, in: key.family)
        let sealed = try row(
            """
            SELECT body FROM attachment_piece
            WHERE family_id = \(key.family) AND attachment_id = \(attachment.id) AND number = \(number)
            """
        ) { $0.bytes(0) }
        return try key.openBytes(sealed, in: key.part(about: conversation.about), at: place)
    }

    fileprivate func discardLoose(_ attachments: [ID<Attachment>], in family: ID<Family>) throws {
        let loose: [ID<Attachment>] = try rows(
            """
            SELECT id FROM attachment
            WHERE family_id = \(family) AND id IN \(list: attachments) AND message_number IS NULL ORDER BY id
            """
        ) { $0.id(0) }
        try execute(
            "DELETE FROM attachment_piece WHERE family_id = \(family) AND attachment_id IN \(list: loose)")
        try execute("DELETE FROM attachment WHERE family_id = \(family) AND id IN \(list: loose)")
    }

    /// Takes away files that were sent, and whose message never came.
    @discardableResult
    package func sweepLooseAttachments(before moment: Moment, limit: Int = 50) throws -> Int {
        let loose = try rows(
            """
            SELECT family_id, id FROM attachment
            WHERE message_number IS NULL AND at < \(moment) ORDER BY at, id LIMIT \(limit)
            """
        ) { ($0.id(0, Family.self), $0.id(1, Attachment.self)) }
        for (family, id) in loose { try discardLoose([id], in: family) }
        return loose.count
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
        let found = try rows(
            """
            SELECT message_number, id, about FROM attachment
            WHERE family_id = \(key.family) AND conversation_id = \(summary.conversation.id)
                AND message_number BETWEEN \(first) AND \(last)
            ORDER BY message_number, place
            """
        ) { row in
            let id = row.id(1, Attachment.self)
            let sealed = row.ifAny(2) { $0.bytes($1) }
            return (row.int(0), try attachment(id, sealed, of: summary.conversation, key))
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
        return try attachment(id, found ?? nil, of: summary.conversation, key)
    }

    private func attachment(
        _ id: ID<Attachment>, _ sealed: [UInt8]?, of conversation: Conversation, _ key: borrowing DossierKey
    ) throws -> Attachment? {
        let part = key.part(about: conversation.about)
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
    fileprivate static func piece(
        _ number: Int, isLast: Bool, of attachment: ID<Attachment>, in family: ID<Family>
    ) -> SealedPlace {
        let row = "\(attachment):\(number):\(isLast ? "last" : "more")"
        return SealedPlace("attachment_piece", "body", row: row, owner: family.text)
    }
}
