// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is held in a family, for who decides about it.
struct HoldListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let open: [Entry]
    let over: [Entry]

    /// Where a closed track begins, for who was trained for it.
    let close: Link?

    init(_ family: ID<Family>, _ found: HoldsFound, today: Day, language: Language) {
        let sights = found.sights
        (self.family, self.language) = (family, language)
        close = found.mayClose ? .newHold(family, of: ItemName(.family, family)) : nil
        let entry = { (sight: HoldSight) in
            let names = language.list(sight.hold.from.sorted().compactMap { sight.names[$0] })
            let state = language.holds.state(sight.state, until: language.dayInside(sight.hold.reviewBy, today: today))
            return Entry(
                .hold(sight.family, sight.hold.id), .key, language.holds.entry(sight.hold.item.kind, from: names), state
            )
        }
        open = sights.filter { $0.hold.released == nil }.map(entry)
        over = sights.filter { $0.hold.released != nil }.map(entry)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any HoldWords { language.holds }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.circle(family), language.invitations.toCircle)))
        \(if: open.isEmpty, Empty(words.nothing, words.nothingText).html, else: Entries(open).html)
        \(close.map { Section("close", words.close, "<p>\(words.closeText)</p>\n\(Actions([Button(words.newTitle(.family), .link($0), .quiet)]))").html })
        \(if: !over.isEmpty, Section("over", words.over, Entries(over).html).html)
        """
    }
}
