// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

extension TodayDrawing {
    /// The families with which the reader had no contact for a while: how many, and with whom it is longest.
    var quiet: TodayPage.Quiet? {
        let found = sight.quiet
        guard found.count > 0 else { return nil }
        let words = language.contacts
        return TodayPage.Quiet(
            title: words.quiet, lead: words.quietCount(found.count, found.days),
            rows: found.longest.map { named in
                let last = named.quiet.last.map { words.last(language.dayInside($0.day, today: now.day)) }
                return PromiseRow(
                    .open, due: last ?? words.never, what: named.name.map(words.family) ?? words.erased,
                    link: .circle(named.quiet.family))
            })
    }
}

extension TodayPage {
    /// Families without contact, in short.
    struct Quiet: Equatable {
        let title: String
        let lead: String
        let rows: [PromiseRow]

        func html(_ language: Language) -> HTML {
            Section(
                "quiet", title, more: More(.quiet, language.contacts.quietAll),
                "<p>\(lead)</p>\n\(PromiseList(rows))"
            ).html
        }
    }
}
