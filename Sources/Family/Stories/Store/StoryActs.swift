// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension PromiseKind {
    /// To say yes to a new version of a story that one tells together.
    package static let agreeStory = PromiseKind(rawValue: "agreeStory")
}

/// What somebody wrote as the next version of a story.
package struct StoryToWrite: Sendable {
    package let text: PlainText
    /// The version they had before them.
    package let basedOn: Int
    package let attachments: [Attachment]
    /// What the other authors owe, in words.
    package let asking: String

    package init(_ text: PlainText, basedOn: Int, attachments: [Attachment] = [], asking: String = "") {
        self.text = text
        self.basedOn = basedOn
        self.attachments = attachments
        self.asking = asking
    }
}

extension Connection {
    /// Begins a story that several tell together.
    ///
    /// - Throws: ``Story/Refusal``
    package func beginStory(
        _ id: ID<Story>, with others: Set<ID<Person>>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let untold = try accountsUntold(key)
        let accounts = try accounts(ofPersons: others, key).filter { !untold.contains($0.value) }
        let known = accounts.filter { account in key.reading.persons.contains { $0.id == account.key } }
        let hidden = try hiddenFrom(key)
        let story = try Story.begun(
            id, by: key.reading, with: others, accounts: known,
            meets: { one, other in !hidden.contains { $0.reader == one && $0.member == other } })
        try keep(story, at: now, key)
        try journal(.storyBegun, of: story, at: now, key, vault)
    }

    /// Writes the next version of a story that the reader may write; the other authors owe their yes.
    ///
    /// - Throws: ``Story/Refusal``; ``Story/Refusal/changedMeanwhile`` when somebody wrote one since.
    /// - Returns: its number.
    @discardableResult
    package func write(
        _ written: StoryToWrite, in view: StoryView, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws -> Int {
        let (story, reader) = (view.story, key.reading.reader)
        guard let pen = view.pen else { throw Story.Refusal.notYours }
        let yes = pen == .writtenDown ? story.authors : Set([key.reading.ownPerson].compactMap(\.self))
        let version = StoryVersion(
            number: written.basedOn + 1, at: now, writer: reader, isWrittenDown: pen == .writtenDown, yeses: yes)
        try write(version, of: story, saying: written.text, asking: written.asking, ids: ids, key, vault)
        if !written.attachments.isEmpty {
            try attach(written.attachments, to: version.number, in: story.place(reader), key)
        }
        try removeStoryDraft(of: story.id, key)
        return version.number
    }

    /// Writes a version as it came about; the authors who did not say yes to it owe that.
    ///
    /// - Throws: ``Story/Refusal/changedMeanwhile`` when it is not the next one.
    package func write(
        _ version: StoryVersion, of story: Story, saying text: PlainText, asking: String, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try keep(story, at: version.at, key)
        let isNext = try execute(
            """
            UPDATE story SET last_number = \(version.number)
            WHERE family_id = \(key.family) AND id = \(story.id) AND last_number = \(version.number - 1)
            """)
        guard isNext == 1 else { throw Story.Refusal.changedMeanwhile }
        try keep(version, of: story, saying: text, key)
        try journal(
            .storyWritten, of: story, by: version.writer, at: version.at, key, vault, detail: String(version.number))
        try settleYeses(of: story, by: version.writer, at: version.at, key, vault)
        try ask(story, by: version, asking, ids: ids, key, vault)
    }

    /// Says yes to a version; once all authors did, it counts.
    ///
    /// - Throws: ``Story/Refusal``
    package func agree(
        to number: Int, of view: StoryView, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard view.pen == .own, let version = view.versions.first(where: { $0.number == number }) else {
            throw Story.Refusal.notYours
        }
        let own = key.reading.ownPerson
        let agreed = try version.agreed(by: own, of: view.story, latest: view.latest)
        try keepYeses([own].compactMap(\.self), of: agreed, view.story, at: now, key)
        for stored in try openPromises(in: ID(as: key.family), about: view.story.subject) {
            guard stored.promise.owner == .account(key.reading.reader) else { continue }
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        try journal(.storyAgreed, of: view.story, at: now, key, vault, detail: String(number))
    }

    // MARK: Rows

    private func keep(_ story: Story, at now: Moment, _ key: borrowing DossierKey) throws {
        let isNew = try execute(
            """
            INSERT INTO story (family_id, id, part_id, begun_at)
            VALUES (\(key.family), \(story.id), \(key.part(about: story.authors)), \(now)) ON CONFLICT DO NOTHING
            """)
        guard isNew == 1 else { return }
        for author in story.authors.sorted() {
            try execute(
                """
                INSERT INTO story_author (family_id, story_id, person_id)
                VALUES (\(key.family), \(story.id), \(author))
                """)
        }
    }

    private func keep(
        _ version: StoryVersion, of story: Story, saying text: PlainText, _ key: borrowing DossierKey
    ) throws {
        let part = key.part(about: story.authors)
        let body = try key.seal(text.text, in: part, at: .body(of: version, in: story.id, key.family))
        try execute(
            """
            INSERT INTO story_version (family_id, story_id, number, at, writer_id, written_down, body)
            VALUES (\(key.family), \(story.id), \(version.number), \(version.at), \(version.writer),
                \(version.isWrittenDown), \(body))
            """)
        try keepYeses(version.yeses.sorted(), of: version, story, at: version.at, key)
    }

    private func keepYeses(
        _ persons: [ID<Person>], of version: StoryVersion, _ story: Story, at now: Moment,
        _ key: borrowing DossierKey
    ) throws {
        for person in persons {
            try execute(
                """
                INSERT INTO story_yes (family_id, story_id, number, person_id, at)
                VALUES (\(key.family), \(story.id), \(version.number), \(person), \(now))
                """)
        }
    }

    // MARK: Who owes a yes

    private func ask(
        _ story: Story, by version: StoryVersion, _ asking: String, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let waiting = story.authors.subtracting(version.yeses)
        let accounts = try accounts(ofPersons: waiting, key)
        for person in waiting.sorted() {
            guard let account = accounts[person] else { continue }
            let promise = Promise(
                id: ids.next(at: version.at), kind: .agreeStory, owner: .account(account),
                receiver: .account(version.writer), subject: story.subject, urgency: .week, made: version.at)
            try make(promise, about: story.authors, saying: asking, by: version.writer, key, vault)
        }
    }

    /// Nobody owes a yes to a version after which a newer one was written.
    private func settleYeses(
        of story: Story, by writer: ID<Account>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        for stored in try openPromises(in: ID(as: key.family), about: story.subject) {
            try settle(stored.promise.id, by: writer, at: now, key, vault)
        }
    }

    func journal(
        _ kind: JournalEntry.Kind, of story: Story, by who: ID<Account>? = nil, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault, detail: String = ""
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who ?? key.reading.reader, item: ItemName(.story, story.id),
                persons: story.authors, detail: detail), key, vault)
    }
}

extension Story {
    /// What is promised about it: the other authors' yes.
    package var subject: Promise.Subject { Promise.Subject(kind: ItemName.Kind.story.rawValue, id: id.text) }

    /// Where its files lie: in a conversation in which nobody takes part, so that it is there for nobody.
    func place(_ writer: ID<Account>) -> Conversation {
        Conversation(id: ID(as: id), about: authors, participants: [writer])
    }
}
