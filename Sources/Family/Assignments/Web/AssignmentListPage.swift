// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What municipalities assigned to a provider: cut by how it stands, who waits longest first.
struct AssignmentListPage {
    let language: Language
    let list: SealedAssignments
    let sights: [AssignmentSight]
    let state: Assignment.State
    let today: Day

    private var words: any AssignmentWords { language.assignments }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.referrals, language.referrals.title), actions: actions))
        \(Filters(words.which, Assignment.State.allCases.map { state in
            Filters.Filter(
                link(state, 0), words.group(state, list.counts[state] ?? 0), isCurrent: state == self.state)
        }))
        \(if: state == .waiting, expected)\
        \(if: sights.isEmpty, Empty(words.empty(state), list.isLead ? words.emptyText : words.emptyOwnText).html)\
        \(if: !sights.isEmpty, Section("list", title, isTitleHidden: true, table).html)
        \(Pager(
            language, newer: list.page > 0 ? link(state, list.page - 1) : nil,
            older: hasMore ? link(state, list.page + 1) : nil))
        \(if: list.isLead, "<p>\(More(.providerCodes, words.codesTitle))</p>")
        """
    }

    private var actions: [Button] { list.isLead ? [Button(words.read, .link(.newAssignments))] : [] }

    private var hasMore: Bool { (list.page + 1) * SealedAssignments.most < list.counts[state] ?? 0 }

    private var expected: HTML {
        guard let expected = list.expected else { return .empty }
        let span = language.referrals.span(days: expected.median)
        return "<p>\(words.half(began: span, about: expected.about))</p>\n"
    }

    private func link(_ state: Assignment.State, _ page: Int) -> Link {
        Link.assignments.with(query: ["which": state.rawValue, "page": page > 0 ? String(page) : nil])
    }

    private var title: String { words.group(state, list.counts[state] ?? 0) }

    private var table: HTML {
        Table(
            title, words.columns.map { Table.Column($0) }, sights.map(row),
            isStacked: true, isSaid: true
        ).html
    }

    private func row(_ sight: AssignmentSight) -> [HTML] {
        let assignment = sight.assignment
        let since = assignment.terms?.assigned ?? assignment.asked
        let days =
            assignment.daysWaited(until: today) ?? (assignment.isLapsed ? nil : assignment.asked.map { today - $0 })
        return [
            "<a href=\"\(Link.assignment(assignment.id))\">\(sight.name ?? words.erased)</a>",
            "\(words.municipality(assignment.municipality))", "\(words.category(assignment.category))",
            "\(since.map { language.dateInside($0) } ?? "")", "\(days.map { language.referrals.span(days: $0) } ?? "")",
        ]
    }
}
