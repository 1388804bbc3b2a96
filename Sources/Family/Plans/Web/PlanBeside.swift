// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What one wants to know beside a plan: who directs, and the story in short; on a phone the story is a link.
struct PlanBeside {
    let content: PlanContent
    let language: Language

    var html: HTML? {
        guard content.at == nil, director != nil || content.story != nil else { return nil }
        return """
            <div class="columns columns--half plan__beside no-print">
            \(director.map { "<div>\(Facts([$0]))<p>\(More(.direction(content.family), language.direction.doorText))</p></div>\n" as HTML })\
            \(content.story.map(story))</div>

            """
    }

    private var director: Facts.Fact? {
        guard let direction = content.circle.direction else { return nil }
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let isOwn = direction.holder == content.reading.reader
        let name = isOwn ? language.site.you : names.name(direction.holder)
        return Facts.Fact(language.direction.title, "\(name), \(language.direction.kind(direction.kind).lowercased())")
    }

    private func story(_ short: ShortStory) -> HTML {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        return """
            <div><div class="plan__story">\(Voice(short.text))</div>\
            <p>\(More(.story(content.family, short.story.id), StoryTitles(short.story, names).title))</p></div>

            """
    }
}
