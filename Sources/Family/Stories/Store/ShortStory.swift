// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

/// The beginning of a story as its reader may read it, to stand beside something else.
package struct ShortStory: Hashable, Sendable {
    package let story: Story
    package let text: String
    /// Whether there is more of it.
    package let isCut: Bool

    /// So many words stand beside something else.
    package static let words = 40

    init?(_ story: Story, of text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        self.story = story
        isCut = words.count > Self.words
        // Cut between words, and with the lines as they were written.
        self.text = isCut ? String(text[..<words[Self.words - 1].endIndex]) + "…" : text
    }
}

extension Connection {
    /// The beginning of the first story about some persons that the reader may read; nil where there is none.
    package func shortStory(about persons: Set<ID<Person>>, _ key: borrowing DossierKey) throws -> ShortStory? {
        for view in try stories(key) where !view.story.authors.isDisjoint(with: persons) {
            guard let version = view.versions.first(where: { $0.number == view.current }),
                let text = try text(of: version, in: view.story, key), let short = ShortStory(view.story, of: text)
            else { continue }
            return short
        }
        return nil
    }
}
