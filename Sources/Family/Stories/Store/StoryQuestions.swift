// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A story as one reader may see it: which versions, and what they may do with it.
package struct StoryView: Hashable, Sendable {
    package let story: Story
    /// With which right the reader writes it; nil for who only reads.
    package let pen: StoryPen?
    /// The version the reader is shown first; nil where none counts yet.
    package let current: Int?
    /// Those the reader may open: all of them for who writes it, one for who reads it.
    package let versions: [StoryVersion]
    /// The number of the last version, whatever the reader may open.
    package let latest: Int

    /// The versions that each author said yes to, as far as the reader may open them.
    package var agreed: [StoryVersion] { versions.filter { $0.isAgreed(by: story.authors) } }

    /// The version that waits for an author's yes.
    package var proposed: StoryVersion? {
        versions.last.flatMap { $0.number == latest && !$0.isAgreed(by: story.authors) ? $0 : nil }
    }
}

extension Connection {
    /// The stories of a family that the reader may read or write, their own first.
    ///
    /// One's own is there before a word of it was written, as is that of a child under 12 for who may write it down.
    package func stories(_ key: borrowing DossierKey) throws -> [StoryView] {
        let kept = try keptStories(key)
        let begun = Set(kept.map(\.story.id))
        let blank = key.reading.covered.keys.sorted().map(Story.init(of:)).filter { !begun.contains($0.id) }
        let views = kept.compactMap { $0.view(key) } + blank.compactMap { KeptStory(story: $0).view(key) }
        let own = key.reading.ownPerson
        return views.sorted { one, other in
            (one.rank(for: own), one.story.id) < (other.rank(for: own), other.story.id)
        }
    }

    /// One story, when the reader may read or write it.
    package func story(_ id: ID<Story>, _ key: borrowing DossierKey) throws -> StoryView? {
        let kept = try keptStories(key, only: id).first ?? KeptStory(story: Story(of: ID(as: id)))
        return kept.view(key)
    }

    /// The words of a version; nil when they were erased.
    package func text(of version: StoryVersion, in story: Story, _ key: borrowing DossierKey) throws -> String? {
        let sealed = try row(
            """
            SELECT body FROM story_version
            WHERE family_id = \(key.family) AND story_id = \(story.id) AND number = \(version.number)
            """
        ) { $0.bytesIfAny(0) }
        return try key.open(
            sealed ?? nil, in: key.part(about: story.authors), at: .body(of: version, in: story.id, key.family))
    }

    /// The files that belong to the versions between two numbers; they lie where a conversation's do.
    package func attachments(
        of story: Story, from first: Int, to last: Int, _ key: borrowing DossierKey
    ) throws -> [Int: [Attachment?]] {
        try attachments(
            in: ID(as: story.id), about: story.authors, from: first, to: last, key)
    }

    /// Which version each of those who asked for it may read, by what authors said.
    package func storyChoices(of story: Story, _ key: borrowing DossierKey) throws -> [ID<Account>: StoryChoice] {
        try keptStories(key, only: story.id).first?.choices.compactMapValues { .narrowest(of: $0) } ?? [:]
    }

    private func keptStories(_ key: borrowing DossierKey, only id: ID<Story>? = nil) throws -> [KeptStory] {
        let family = key.family
        let which: SQL = id.map { "AND story_id = \($0)" } ?? ""
        var found: [ID<Story>: KeptStory] = [:]
        for (story, person) in try rows(
            """
            SELECT story_id, person_id FROM story_author WHERE family_id = \(family) \(which)
            ORDER BY story_id, person_id
            """, { ($0.id(0, Story.self), $0.id(1, Person.self)) })
        {
            let before = found[story]?.story.authors ?? []
            found[story] = KeptStory(story: Story(id: story, authors: before.union([person])))
        }
        guard !found.isEmpty else { return [] }
        try addVersions(to: &found, of: family, which)
        for (story, account, choice) in try rows(
            """
            SELECT story_id, account_id, choice FROM story_reader WHERE family_id = \(family) \(which)
            ORDER BY story_id, account_id, person_id
            """, { ($0.id(0, Story.self), $0.id(1, Account.self), $0.text(2)) })
        {
            // What can't be read is narrower than anything: nothing leaves by a fault.
            found[story]?.choices[account, default: []].append(StoryChoice(choice) ?? .none)
        }
        return found.values.sorted { $0.story.id < $1.story.id }
    }

    private func addVersions(to found: inout [ID<Story>: KeptStory], of family: ID<Family>, _ which: SQL) throws {
        var yeses: [ID<Story>: [Int: Set<ID<Person>>]] = [:]
        for (story, number, person) in try rows(
            """
            SELECT story_id, number, person_id FROM story_yes WHERE family_id = \(family) \(which)
            ORDER BY story_id, number, person_id
            """, { ($0.id(0, Story.self), $0.int(1), $0.id(2, Person.self)) })
        {
            yeses[story, default: [:]][number, default: []].insert(person)
        }
        let versions = try rows(
            """
            SELECT story_id, number, at, writer_id, written_down FROM story_version
            WHERE family_id = \(family) \(which) ORDER BY story_id, number
            """
        ) { row in
            let (story, number) = (row.id(0, Story.self), row.int(1))
            return (
                story,
                StoryVersion(
                    number: number, at: row.moment(2), writer: row.id(3), isWrittenDown: row.bool(4),
                    yeses: yeses[story]?[number] ?? [])
            )
        }
        for (story, version) in versions { found[story]?.versions.append(version) }
    }
}

/// A story as it is kept, before it is decided who sees what of it.
private struct KeptStory {
    let story: Story
    var versions: [StoryVersion] = []
    var choices: [ID<Account>: [StoryChoice]] = [:]

    init(story: Story) { self.story = story }

    /// nil for who may neither read nor write it.
    func view(_ key: borrowing DossierKey) -> StoryView? {
        let agreed = versions.filter { $0.isAgreed(by: story.authors) }.map(\.number)
        let latest = versions.last?.number ?? 0
        let choice = choices[key.reading.reader].flatMap { StoryChoice.narrowest(of: $0) }
        if let pen = key.reading.pen(for: story, choice: choice, on: key.today) {
            return StoryView(
                story: story, pen: pen, current: agreed.last, versions: versions, latest: latest)
        }
        guard let number = key.reading.version(of: story, agreed: agreed, choice: choice, on: key.today) else {
            return nil
        }
        return StoryView(
            story: story, pen: nil, current: number, versions: versions.filter { $0.number == number },
            latest: number)
    }
}

extension StoryView {
    fileprivate func rank(for own: ID<Person>?) -> Int {
        guard let own, story.authors.contains(own) else { return 2 }
        return story.isJoint ? 1 : 0
    }
}

extension SealedPlace {
    /// Bound to its writer and moment, too: nobody's words can be put in another's mouth.
    static func body(of version: StoryVersion, in story: ID<Story>, _ family: ID<Family>) -> SealedPlace {
        let row = "\(story):\(version.number):\(version.writer):\(version.at.milliseconds)"
        return SealedPlace("story_version", "body", row: row, owner: family.text)
    }
}
