// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What changed in a plan, as far as one reader sees it.
struct PlanVersionsContent: Sendable {
    /// More changes than one page shows.
    static let most = 200

    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let changes: [PlanChange]
}

/// The versions of a plan: what changed, when, by whom, with the way to the plan as it was then.
struct PlanVersionsPage: Equatable {
    let content: PlanVersionsContent
    let now: Moment
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any PlanWords { language.plan }

    var html: HTML {
        """
        \(PageHead(words.versions, lead: words.versionsText, above: More(.plan(content.family), words.title)))
        <ul class="promises">\(content.changes, row)</ul>
        """
    }

    private func row(_ change: PlanChange) -> HTML {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let isOwn = change.by == content.reading.reader
        return """
            <li class="looked">\(names.disc(change.by))<div>\
            <p><strong>\(isOwn ? language.site.you : names.name(change.by))</strong> \(sentence(change))</p>\
            <p class="looked__when">\(language.dayAndClock(change.at, today: now.day))</p>\
            <p>\(More(.plan(content.family, at: change.at), words.readAgreed))</p></div></li>

            """
    }

    private func sentence(_ change: PlanChange) -> String {
        let goals = language.goals
        return switch change.subject {
        case .goal(let text, let state): goals.changed(text?.title ?? words.erased, isNew: change.isNew, state)
        case .action(let text, let state): goals.changed(text?.what ?? words.erased, isNew: change.isNew, state)
        }
    }
}
