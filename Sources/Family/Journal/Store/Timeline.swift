// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody asks of the timeline.
package struct TimelineQuestion: Hashable, Sendable {
    /// About one person alone.
    package let person: ID<Person>?
    package let chapter: TimelineChapter?
    /// What happened before the entry with this number.
    package let before: Int?

    package init(person: ID<Person>? = nil, chapter: TimelineChapter? = nil, before: Int? = nil) {
        self.person = person
        self.chapter = chapter
        self.before = before
    }
}

/// A part of the timeline, latest first.
package struct Timeline: Hashable, Sendable {
    package let entries: [JournalEntry]
    /// What was promised, of the promises of these entries, in words.
    package let promised: [ID<Promise>: String]
    /// Before which entry it goes on; nil at its end.
    package let older: Int?
}

extension Connection {
    /// What happened around those the reader follows, as they may see it.
    package func timeline(
        _ question: TimelineQuestion, _ key: borrowing DossierKey, takesPartIn conversations: Set<String>, size: Int
    ) throws -> Timeline {
        let followed = question.person.map { key.reading.followed.intersection([$0]) } ?? key.reading.followed
        let part = try journal(
            key, below: question.before ?? Int.max, of: question.chapter?.kinds ?? TimelineChapter.told,
            takesPartIn: conversations, limit: size
        ) { !$0.persons.isDisjoint(with: followed) }
        return Timeline(entries: part.entries, promised: try promised(in: part.entries, key), older: part.older)
    }

    private func promised(
        in entries: [JournalEntry], _ key: borrowing DossierKey
    ) throws -> [ID<Promise>: String] {
        let ids = Set(entries.filter { $0.item.kind == .promise }.map { ID<Promise>(stored: $0.item.id) })
        guard !ids.isEmpty else { return [:] }
        return try promises(ids, in: ID(as: key.family)).reduce(into: [:]) { said, stored in
            guard !stored.promise.kind.isSaidToEachReader else { return }
            said[stored.promise.id] = try stored.opened(key)
        }
    }
}
