// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Files
import Kernel
import PeopleRules

extension Dossiers {
    /// Keeps one piece of a file that somebody sends with a message they are about to write, in a transaction of its
    /// own; false where they may not write there.
    ///
    /// The right is looked at anew for each piece. Nothing of the dossier leaves, so nothing is recorded until the
    /// message is written.
    package func keep(
        _ piece: [UInt8], number: Int, isLast: Bool, of attachment: ID<Attachment>, in place: AttachmentPlace,
        _ look: Look, family: ID<Family>
    ) async throws -> Bool {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let conversation = try connection.conversation(at: place, key) else { return nil }
                if number == 0 {
                    if place.isMade { try connection.prepare(conversation, at: look.at, key) }
                    try connection.begin(attachment, in: conversation, at: look.at, key)
                }
                try connection.keep(piece, number: number, isLast: isLast, of: attachment, conversation, key)
                return true
            } ?? false
        }
    }

    /// Looks into an office file that was taken in.
    ///
    /// - Throws: ``FileFlaw``
    package func checkOffice(
        _ loose: Attachment, in place: AttachmentPlace, _ look: Look, family: ID<Family>
    ) async throws {
        let vault = vault
        try await database.read { connection in
            _ = try connection.withKey(of: family, look, vault) { key in
                guard let conversation = try connection.conversation(at: place, key) else { return () }
                var remembered: (number: Int, bytes: [UInt8]) = (-1, [])
                try OfficeCheck.check(loose.kind, size: loose.size) { place, count in
                    let number = place / Attachment.pieceBytes
                    if remembered.number != number {
                        let piece = try connection.piece(number, of: loose, about: conversation.about, key)
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
}

extension Connection {
    /// The conversation in which a file is taken in, when the reader may write there or start it.
    fileprivate func conversation(at place: AttachmentPlace, _ key: borrowing DossierKey) throws -> Conversation? {
        switch place {
        case .conversation(let id): return try conversation(id, key)?.conversation
        case .start(let id, let about):
            guard key.reading.mayTakePart(about: about) else { return nil }
            return Conversation(id: id, about: about, participants: [key.reading.reader])
        case .story(let id):
            guard let view = try story(id, key), view.pen != nil else { return nil }
            return view.story.place(key.reading.reader)
        }
    }

    /// Keeps a place for a conversation about to be started: without anybody in it, so that it is there for nobody.
    fileprivate func prepare(_ conversation: Conversation, at: Moment, _ key: borrowing DossierKey) throws {
        try execute(
            """
            INSERT INTO conversation (family_id, id, part_id, started_at, last_at)
            VALUES (\(key.family), \(conversation.id), \(key.part(about: conversation.about)), \(at), \(at))
            ON CONFLICT DO NOTHING
            """)
    }

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

    fileprivate func discardLoose(_ attachments: [ID<Attachment>], in family: ID<Family>) throws {
        let found = try rows(
            """
            SELECT id, conversation_id FROM attachment
            WHERE family_id = \(family) AND id IN \(list: attachments) AND message_number IS NULL ORDER BY id
            """
        ) { ($0.id(0, Attachment.self), $0.id(1, Conversation.self)) }
        let loose = found.map(\.0)
        try execute(
            "DELETE FROM attachment_piece WHERE family_id = \(family) AND attachment_id IN \(list: loose)")
        try execute("DELETE FROM attachment WHERE family_id = \(family) AND id IN \(list: loose)")
        for conversation in Set(found.map(\.1)).sorted() { try removeIfNeverStarted(conversation, in: family) }
    }

    /// Takes away the place that was kept for a conversation that nobody started.
    private func removeIfNeverStarted(_ conversation: ID<Conversation>, in family: ID<Family>) throws {
        try execute(
            """
            DELETE FROM conversation WHERE family_id = \(family) AND id = \(conversation) AND last_number = 0
                AND NOT EXISTS (
                    SELECT 1 FROM participant WHERE family_id = \(family) AND conversation_id = \(conversation)
                ) AND NOT EXISTS (
                    SELECT 1 FROM attachment WHERE family_id = \(family) AND conversation_id = \(conversation)
                )
            """)
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

extension AttachmentPlace {
    /// Whether the place is made when the first file comes.
    fileprivate var isMade: Bool {
        switch self {
        case .conversation: false
        case .start, .story: true
        }
    }
}
