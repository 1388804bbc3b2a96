// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// A worker's families: what waits in each, most urgent first.
struct FamilyListPage: Equatable {
    struct Row: Equatable {
        let link: Link
        let name: String
        let children: String
        let waits: String
        let isDirector: Bool
        let isLate: Bool
        let initials: String
    }

    let language: Language
    let rows: [Row]
    let newer: Link?
    let older: Link?
    let count: Int
    /// Where the reader is invited, and has not answered.
    var invitations = 0
    var mayStart = false

    /// How many families stand on one page.
    static let size = 50

    /// - Parameter entries: all the reader's families; names are sorted here, where they are open.
    init(_ entries: [FamilyEntry], page: Int?, now: Moment, language: Language) {
        self.language = language
        count = entries.count
        let sorted = entries.sorted { Self.order($0, now) < Self.order($1, now) }
        let paging = Paging(of: entries.count, size: Self.size, asked: page)
        rows = paging.slice(sorted).map { Row($0, now: now, language: language) }
        newer = paging.newer(.families)
        older = paging.older(.families)
    }

    /// What is late comes first, then what is new, then what is due soonest, then by name.
    private static func order(_ entry: FamilyEntry, _ now: Moment) -> (Int, Int64, String) {
        let isLate = entry.nextDue.map { $0 < now } ?? false
        return (isLate ? 0 : entry.unread > 0 ? 1 : 2, entry.nextDue?.milliseconds ?? .max, entry.name ?? "")
    }

    private var words: any FamilyListWords { language.families }

    var html: HTML {
        """
        \(PageHead(words.title, lead: count == 0 ? nil : words.lead(count), actions: actions))
        \(if: invitations > 0, Notice(
            .about, language.invitations.invitations(invitations),
            more: More(.myInvitations, language.invitations.mine)).html)\
        \(if: rows.isEmpty, Empty(words.emptyTitle, words.emptyText).html)\
        \(if: !rows.isEmpty, Section("families", words.people, isTitleHidden: true, list).html)
        \(if: !rows.isEmpty, "<p>\(More(.wideSearch, language.messageSearch.title))</p>")
        \(if: mayStart && !rows.isEmpty, "<p>\(More(.held, language.held.door))</p>")
        \(Pager(language, newer: newer, older: older))
        """
    }

    private var actions: [Button] {
        mayStart ? [Button(language.familyStart.start, .link(.newFamily), .quiet)] : []
    }

    private var list: HTML {
        """
        <ul class="promises">
        \(rows, row)
        </ul>
        """
    }

    private func row(_ row: Row) -> HTML {
        """
        <li class="promise"><span class="promise__mark">\(Disc(row.initials, .family))</span>\
        <div><p class="promise__what"><a href="\(row.link)">\(row.name)</a></p>\
        <p class="promise__who">\(row.children)</p>\
        <p class="promise__due promise__due--over\(if: row.isLate, " promise__due--near")">\(row.waits)</p>\
        \(if: row.isDirector, "<p class=\"tags\">\(Tag(words.youDirect, .accent))</p>")</div></li>
        """
    }
}

extension FamilyListPage.Row {
    init(_ entry: FamilyEntry, now: Moment, language: Language) {
        let words = language.families
        let today = now.day
        link = .circle(entry.family)
        name = entry.name.map(words.family) ?? words.erased
        initials = Disc.initials(of: entry.name ?? "–")
        children = language.list(
            entry.children.map { child in "\(child.name ?? words.erased) (\(words.age(child.birth.age(on: today))))" })
        isDirector = entry.isDirector
        isLate = entry.nextDue.map { $0 < now } ?? false
        let news = entry.unread > 0 ? words.unread(entry.unread) : nil
        let owed = entry.nextDue.map { due in
            words.promises(entry.openPromises, next: language.dayInside(due.day, today: today))
        }
        let waits = [news, owed].compactMap(\.self)
        self.waits = waits.isEmpty ? words.nothingWaits : waits.joined(separator: ". ") + "."
    }
}
