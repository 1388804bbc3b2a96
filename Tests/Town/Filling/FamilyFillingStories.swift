// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// What people told in their own words, version by version at its own moment.
    func stories() throws -> [Happening] {
        try told.stories.flatMap { story in
            let authors = try persons(story.authors)
            let joint: ID<Story> = ids.next(at: story.versions.first?.at ?? start)
            let kept = authors.count == 1 ? authors.first.map(Story.init(of:)) : nil
            return try happenings(of: kept ?? Story(id: joint, authors: authors), story)
        }
    }

    private func happenings(of story: Story, _ told: TownStory) throws -> [Happening] {
        try told.versions.enumerated().map { place, version in
            let kept = StoryVersion(
                number: place + 1, at: version.at, writer: try account(version.writer),
                isWrittenDown: version.isWrittenDown, yeses: try persons(version.yeses))
            let text = try PlainText.paragraphs(version.text)
            return Happening(version.at) { [ids] key, connection, vault in
                try connection.write(
                    kept, of: story, saying: text, asking: "Ja zeggen op een nieuwe versie van jullie verhaal",
                    ids: ids, key, vault)
            }
        }
    }
}
