// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Dossiers {
    /// Keeps what somebody typed of a story and did not save as a version yet; false where they may not write it.
    ///
    /// It is their own, and nothing of the dossier leaves: so nothing is recorded, and nobody hears of it.
    package func keepStoryDraft(
        _ text: PlainText?, of story: ID<Story>, _ look: Look, family: ID<Family>
    ) async throws -> Bool {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let view = try connection.story(story, key), view.pen != nil else { return nil }
                try connection.removeStoryDraft(of: story, key)
                if let text { try connection.keepDraft(text, of: view.story, at: look.at, key) }
                return true
            } ?? false
        }
    }

    /// One piece of a file that belongs to a story, for somebody who may still read the version it belongs to.
    package func piece(
        _ number: Int, of attachment: Attachment, in story: ID<Story>, _ look: Look, family: ID<Family>
    ) async throws -> [UInt8]? {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, look, vault) { key in
                guard let view = try connection.story(story, key),
                    try connection.attachment(attachment.id, of: view, key) != nil
                else { return nil }
                return try connection.piece(number, of: attachment, about: view.story.authors, key)
            }
        }
    }
}

extension Connection {
    /// What the reader typed of a story and did not save as a version.
    package func storyDraft(of story: Story, _ key: borrowing DossierKey) throws -> String? {
        let sealed = try row(
            """
            SELECT body FROM story_draft
            WHERE family_id = \(key.family) AND story_id = \(story.id) AND account_id = \(key.reading.reader)
            """
        ) { $0.bytes(0) }
        let place = SealedPlace.storyDraft(key.reading.reader, story.id, key.family)
        return try key.open(sealed, in: key.part(about: story.authors), at: place)
    }

    /// One file of a story, when the reader may open the version it belongs to.
    package func attachment(
        _ id: ID<Attachment>, of view: StoryView, _ key: borrowing DossierKey
    ) throws -> Attachment? {
        let numbers = view.versions.map(\.number)
        guard let first = numbers.first, let last = numbers.last else { return nil }
        return try attachments(of: view.story, from: first, to: last, key)
            .filter { numbers.contains($0.key) }.values.joined().compactMap(\.self).first { $0.id == id }
    }

    fileprivate func keepDraft(
        _ text: PlainText, of story: Story, at: Moment, _ key: borrowing DossierKey
    ) throws {
        let part = key.part(about: story.authors)
        let sealed = try key.seal(
            text.text, in: part, at: .storyDraft(key.reading.reader, story.id, key.family))
        try execute(
            """
            INSERT INTO story_draft (family_id, story_id, account_id, part_id, body, at)
            VALUES (\(key.family), \(story.id), \(key.reading.reader), \(part), \(sealed), \(at))
            """)
    }

    func removeStoryDraft(of story: ID<Story>, _ key: borrowing DossierKey) throws {
        try execute(
            """
            DELETE FROM story_draft WHERE family_id = \(key.family) AND story_id = \(story)
                AND account_id = \(key.reading.reader)
            """)
    }

    /// Empties the words of the stories in these parts; that they were there stays.
    func emptyStories(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute("DELETE FROM story_draft WHERE family_id = \(family) AND part_id IN \(list: parts)")
        return try execute(
            """
            UPDATE story_version SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND story_id IN (
                SELECT id FROM story WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
    }
}

extension SealedPlace {
    fileprivate static func storyDraft(
        _ account: ID<Account>, _ story: ID<Story>, _ family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("story_draft", "body", row: "\(story):\(account)", owner: family.text)
    }
}
