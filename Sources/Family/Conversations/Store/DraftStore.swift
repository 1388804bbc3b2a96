// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Dossiers {
    /// Keeps what somebody typed in a conversation and did not send yet; false where they may not write there.
    ///
    /// It is their own, and nothing of the dossier leaves: so nothing is recorded, and nobody hears of it.
    package func keepDraft(
        _ text: PlainText?, in conversation: ID<Conversation>, _ look: Look, family: ID<Family>
    ) async throws -> Bool {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let summary = try connection.conversation(conversation, key) else { return nil }
                try connection.removeDraft(in: conversation, key)
                if let text { try connection.keepDraft(text, in: summary.conversation, at: look.at, key) }
                return true
            } ?? false
        }
    }
}

extension Connection {
    fileprivate func keepDraft(
        _ text: PlainText, in conversation: Conversation, at: Moment, _ key: borrowing DossierKey
    ) throws {
        let part = key.part(about: conversation.about)
        let sealed = try key.seal(text.text, in: part, at: .draft(key.reading.reader, conversation.id, key.family))
        try execute(
            """
            INSERT INTO draft (family_id, conversation_id, account_id, part_id, body, at)
            VALUES (\(key.family), \(conversation.id), \(key.reading.reader), \(part), \(sealed), \(at))
            """)
    }

    /// What the reader typed there and did not send.
    package func draft(of summary: ConversationSummary, _ key: borrowing DossierKey) throws -> String? {
        let conversation = summary.conversation
        let sealed = try row(
            """
            SELECT body FROM draft WHERE family_id = \(key.family) AND conversation_id = \(conversation.id)
                AND account_id = \(key.reading.reader)
            """
        ) { $0.bytes(0) }
        let place = SealedPlace.draft(key.reading.reader, conversation.id, key.family)
        return try key.open(sealed, in: key.part(about: conversation.about), at: place)
    }

    func removeDraft(in conversation: ID<Conversation>, _ key: borrowing DossierKey) throws {
        try execute(
            """
            DELETE FROM draft WHERE family_id = \(key.family) AND conversation_id = \(conversation)
                AND account_id = \(key.reading.reader)
            """)
    }
}

extension SealedPlace {
    fileprivate static func draft(
        _ account: ID<Account>, _ conversation: ID<Conversation>, _ family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("draft", "body", row: "\(conversation):\(account)", owner: family.text)
    }
}
