// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader is shown of who looked in a month, gathered in one transaction.
struct LookedContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let looked: [Looked]
    let subjects: [String: String]
    /// Since when there is a dossier to look in.
    let since: Day
}

/// Who looked at what is about the reader, day by day, in sentences.
struct WhoLookedPage: Equatable {
    let language: Language
    let days: [LookedDay]
    let newer: Link?
    let older: Link?

    init(_ content: LookedContent, month: Day, today: Day, language: Language) {
        self.language = language
        days = LookedDrawing(content: content, today: today, language: language).days
        let link = Link.whoLooked(content.family)
        let next = month.nextMonth
        newer = next <= today ? link.with(query: ["month": next.iso]) : nil
        older =
            content.since.firstOfMonth < month ? link.with(query: ["month": (month + -1).firstOfMonth.iso]) : nil
    }

    private var words: any AccessWords { language.access }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, actions: days.isEmpty ? [] : [Button(words.takeAlong, .print, .quiet, icon: .print)]))
        \(if: days.isEmpty, Section("none", words.emptyTitle, isTitleHidden: true, empty).html)\(days)
        \(Pager(language, newer: newer, older: older))
        """
    }

    private var empty: HTML { Empty(words.emptyTitle, words.emptyText).html }
}

/// How the lines of the log become days and sentences: what somebody did more than once a day is one line.
struct LookedDrawing {
    let content: LookedContent
    let today: Day
    let language: Language

    private var words: any AccessWords { language.access }

    /// What is one line: the same person, doing the same, on the same day.
    private struct Line: Hashable {
        let who: ID<Account>
        let sentence: String
    }

    var days: [LookedDay] {
        let byDay = Dictionary(grouping: content.looked) { $0.at.day }
        return byDay.keys.sorted(by: >).map { day in
            LookedDay("d\(day.iso)", language.day(day, today: today), rows(byDay[day] ?? []))
        }
    }

    private func rows(_ looked: [Looked]) -> [LookedRow] {
        var lines: [Line] = []
        var moments: [Line: [Moment]] = [:]
        for look in looked.sorted(by: { $0.at < $1.at }) {
            let line = Line(who: look.who, sentence: sentence(look))
            if moments[line] == nil { lines.append(line) }
            moments[line, default: []].append(look.at)
        }
        return lines.reversed().map { line in row(line, at: moments[line]?.first) }
    }

    private func row(_ line: Line, at moment: Moment?) -> LookedRow {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let part = names.part(line.who).map { "(\($0)) " } ?? ""
        return LookedRow(
            names.disc(line.who), names.name(line.who), part + line.sentence, at: moment.map { language.clock($0) })
    }

    private func sentence(_ look: Looked) -> String {
        let subject = look.item.flatMap { content.subjects[$0.id] }
        return [words.did(look.action, look.item?.kind, subject: subject), ground(look.who)].compactMap(\.self)
            .joined(separator: " ")
    }

    private func ground(_ who: ID<Account>) -> String? {
        if let direction = content.circle.direction, direction.holder == who { return words.isOur(direction.kind) }
        if content.circle.firstContact == who { return words.isFirstContact }
        let covered = content.circle.members.filter { $0.membership.account == who }
            .reduce(into: Set<ID<Person>>()) { $0.formUnion($1.membership.covers) }
        let persons = content.circle.persons.filter { covered.contains($0.person.id) }
        guard !persons.isEmpty else { return nil }
        return words.isIn(circleOf: language.list(persons.compactMap { $0.name }.map(CircleNames.firstName)))
    }
}

extension Day {
    var firstOfMonth: Day { self + (1 - civil.day) }
    var nextMonth: Day { (firstOfMonth + 31).firstOfMonth }
}
