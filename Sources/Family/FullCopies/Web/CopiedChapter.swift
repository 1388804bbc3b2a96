// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Paper

/// A part of a copy: the same entries for people, as words, and for machines, as fields.
struct CopiedChapter {
    /// Its name in the file for machines.
    let name: String
    let title: String
    let entries: [CopiedEntry]
}

/// One thing that was kept: a note, a message, a goal.
struct CopiedEntry {
    /// nil for what stands under the entry before.
    let title: String?
    let paragraphs: [String]
    /// Small lines: who, when.
    let facts: [String]
    /// nil for what stands within the entry before in the file for machines.
    let data: JSONText?

    init(
        _ title: String?, _ paragraphs: [String] = [], facts: [String?] = [], _ data: KeyValuePairs<String, JSONText?>
    ) {
        (self.title, self.paragraphs) = (title, paragraphs)
        self.facts = facts.compactMap(\.self).filter { !$0.isEmpty }
        self.data = .object(data)
    }

    init(paperOnly paragraphs: [String], facts: [String]) {
        (title, self.paragraphs, self.facts, data) = (nil, paragraphs, facts, nil)
    }

    var parts: [PaperDocument.Part] {
        [title.map { .entry($0) }].compactMap(\.self)
            + paragraphs.filter { !$0.isEmpty }.map { .paragraph([.text($0)]) }
            + (facts.isEmpty ? [] : [.note(facts.joined(separator: " · "))])
    }
}
