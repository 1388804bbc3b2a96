// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// All that waits for one reader, in groups, what can't wait first.
struct TodayPage: Equatable {
    /// A group of what waits, under its heading.
    struct Group: Equatable {
        let id: String
        let title: String
        let rows: [PromiseRow]
    }

    /// Meetings under a heading of their own.
    struct MeetingGroup: Equatable {
        let id: String
        let title: String
        let rows: [PromiseRow]
    }

    /// Who is around a family, as its own people find it at home.
    struct Home: Equatable {
        let id: String
        let title: String
        let circle: More
        let people: [LookedRow]
        let owed: [PromiseRow]
    }

    let language: Language
    let date: String
    let greeting: String
    let lead: String?
    /// Today's, and at home the next one.
    let meetings: [MeetingGroup]
    let groups: [Group]
    let homes: [Home]
    /// What the reader did today.
    let done: [PromiseRow]
    /// What a professional has besides: families without contact, their own notes.
    let doors: [Entry]
    let empty: Empty?
    let newer: Link?
    let older: Link?
    /// Families without contact; nil for who is at home, and where there is none.
    let quiet: Quiet?
    /// That a birthday gives somebody more to decide.
    var birthdays: [Notice] = []
    /// That more lies at the desk of the organisation than stands here.
    var moreAtDesk: Notice?
    /// Whether a card lies ready that opens the reader's account.
    var hasNewCard = false

    private var words: any TodayWords { language.today }

    var html: HTML {
        """
        \(PageHead(greeting, lead: lead, aboveText: date))
        \(if: hasNewCard, newCard)\(meetings, { Section($0.id, $0.title, PromiseList($0.rows).html).html })\
        \(birthdays)\(empty)\(groups, group)\(Pager(language, newer: newer, older: older))\(moreAtDesk)\(homes, home)\
        \(quiet.map { $0.html(language) })\(if: !done.isEmpty, Section("done", words.done, PromiseList(done, isForWork: true).html).html)\
        \(if: !doors.isEmpty, Section("doors", words.doors, isTitleHidden: true, Entries(doors).html).html)
        """
    }

    private var newCard: HTML {
        Notice(.near, language.own.newCard, language.own.newCardText, more: More(.account, language.own.notMine)).html
    }

    private func group(_ group: Group) -> HTML {
        Section(group.id, group.title, isTight: group != groups.first, PromiseList(group.rows, isForWork: true).html)
            .html
    }

    private func home(_ home: Home) -> HTML {
        """
        \(if: !home.owed.isEmpty, Section("\(home.id)-owed", words.owed, PromiseList(home.owed).html).html)
        \(Section(home.id, home.title, more: home.circle, people(home)))
        """
    }

    private func people(_ home: Home) -> HTML {
        home.people.isEmpty
            ? Empty(language.circle.nobody, language.circle.nobodyText).html
            : "<ul class=\"promises\">\(home.people)</ul>"
    }
}
