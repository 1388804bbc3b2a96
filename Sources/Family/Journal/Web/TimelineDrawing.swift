// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader is shown of what happened, gathered in one transaction.
struct TimelineContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let subjects: [String: String]
    let timeline: Timeline

    /// Gathers it; nil for who follows nobody here.
    init?(_ question: TimelineQuestion, _ key: borrowing DossierKey, _ connection: Connection, size: Int) throws {
        guard !key.reading.followed.isEmpty, question.person.map(key.reading.followed.contains) ?? true else {
            return nil
        }
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key, withEnded: true)
        let talks = try connection.conversations(key).map { ($0.conversation.id.text, $0.subject) }
        subjects = Dictionary(uniqueKeysWithValues: talks).compactMapValues(\.self)
        timeline = try connection.timeline(question, key, takesPartIn: Set(talks.map(\.0)), size: size)
    }
}

/// How what happened becomes its page: wording, order and links for one reader.
struct TimelineDrawing {
    let content: TimelineContent
    let question: TimelineQuestion
    let today: Day
    let language: Language

    private var words: any TimelineWords { language.timeline }
    private var circle: CircleSight { content.circle }
    private var names: CircleNames { CircleNames(circle: circle, reading: content.reading, language: language) }

    var page: TimelinePage {
        // All help stands on the first page: what came before goes on from there.
        let help = question.before == nil ? help : nil
        return TimelinePage(
            language: language, above: More(.circle(content.family), language.circle.title),
            lead: help.map(lead), help: help.flatMap(drawn), persons: persons, chapters: chapters, months: months,
            newer: question.before == nil ? nil : link(question.person, question.chapter),
            older: content.timeline.older.map {
                link(question.person, question.chapter).with(query: ["before": String($0)])
            })
    }

    // MARK: All help

    private var help: HelpSoFar {
        let about = question.person.map { [$0] } ?? content.reading.followed
        return HelpSoFar(of: circle.members.map(\.membership), about: about, until: today)
    }

    private func lead(_ help: HelpSoFar) -> String {
        guard let day = help.from, help.helpers > 0 else { return words.nobodyYet }
        return words.lead(helpers: help.helpers, now: help.helpersNow, since: language.dateInside(day))
    }

    private func drawn(_ help: HelpSoFar) -> TimelinePage.Help? {
        guard let from = help.from else { return nil }
        let gaps = help.gaps.map { gap in
            gap.until.map { words.gap(language.dateInside(gap.from), language.dateInside($0)) }
                ?? words.gapGoesOn(language.dateInside(gap.from))
        }
        let busiest = help.busiest.map { most in
            words.busiest(
                most.helpers, language.dateInside(most.period.from), most.period.until.map(language.dateInside))
        }
        let lanes = help.spells.map { spell in
            HelpPicture.Lane(
                name(of: spell.membership), isNear: spell.membership.kind == .relative, spell.period)
        }
        return TimelinePage.Help(
            picture: HelpPicture(
                language, label: words.picture, lanes: lanes, gaps: help.gaps, from: from, today: today),
            findings: [busiest].compactMap(\.self) + gaps, table: table(help))
    }

    private func table(_ help: HelpSoFar) -> Table {
        Table(
            words.picture, [words.who, words.what, words.from, words.until].map { Table.Column($0) },
            help.spells.map { spell in
                [
                    "\(name(of: spell.membership))", "\(face(spell.membership)?.function ?? "")",
                    "\(language.dateInside(spell.period.from))",
                    "\(spell.period.until.map(language.dateInside) ?? words.goesOn)",
                ]
            }, isStacked: true, isSaid: true)
    }

    private func face(_ membership: Membership) -> MemberFace? {
        circle.members.first { $0.membership.id == membership.id }?.face
    }

    private func name(of membership: Membership) -> String { face(membership)?.name ?? language.circle.erased }

    // MARK: One thing at a time

    private var persons: Filters? {
        let followed = circle.persons.filter { content.reading.followed.contains($0.person.id) }
        guard followed.count > 1 else { return nil }
        let all = Filters.Filter(link(nil, question.chapter), words.everybody, isCurrent: question.person == nil)
        return Filters(
            words.aboutWhom,
            [all]
                + followed.map { person in
                    Filters.Filter(
                        link(person.person.id, question.chapter),
                        person.name.map(CircleNames.firstName) ?? language.circle.erased,
                        isCurrent: question.person == person.person.id)
                })
    }

    private var chapters: Filters {
        let all = Filters.Filter(link(question.person, nil), words.everything, isCurrent: question.chapter == nil)
        return Filters(
            words.aboutWhat,
            [all]
                + TimelineChapter.allCases.map { chapter in
                    Filters.Filter(
                        link(question.person, chapter), words.chapter(chapter), isCurrent: question.chapter == chapter)
                })
    }

    private func link(_ person: ID<Person>?, _ chapter: TimelineChapter?) -> Link {
        Link.timeline(content.family).with(query: ["person": person?.text, "about": chapter?.rawValue])
    }

    // MARK: What happened

    private struct Line: Hashable {
        let day: Day
        let who: ID<Account>
        let sentence: String
    }

    private var months: [LookedDay] {
        var seen: Set<Line> = []
        let known = known
        let lines = content.timeline.entries.compactMap { line($0, known) }.filter { seen.insert($0).inserted }
        let faces = faces(of: Set(lines.map(\.who)))
        var months: [(first: Day, rows: [LookedRow])] = []
        for line in lines {
            let first = line.day.firstOfMonth
            if months.last?.first != first { months.append((first, [])) }
            row(line, faces).map { months[months.count - 1].rows.append($0) }
        }
        return months.map { LookedDay($0.first.iso, language.month($0.first), $0.rows) }
    }

    /// nil where the reader may not know who it was.
    private func line(_ entry: JournalEntry, _ known: Set<ID<Account>>) -> Line? {
        guard let who = circle.actor(of: entry), known.contains(who),
            let sentence = promised(entry)
                ?? language.happenings.sentence(entry.kind, in: content.subjects[entry.item.id])
        else { return nil }
        return Line(day: entry.at.day, who: who, sentence: sentence)
    }

    private func promised(_ entry: JournalEntry) -> String? {
        guard entry.item.kind == .promise, let text = content.timeline.promised[ID(stored: entry.item.id)] else {
            return nil
        }
        return switch entry.kind {
        case .promiseMade: words.promised(text)
        case .promiseSettled: words.settled(text)
        case .promiseClosed: words.closed(text)
        default: nil
        }
    }

    /// Everybody whose name the reader knows.
    private var known: Set<ID<Account>> {
        Set(
            circle.persons.compactMap { $0.name == nil ? nil : $0.person.account }
                + circle.members.compactMap { $0.face == nil ? nil : $0.membership.account })
    }

    private typealias Face = (disc: Disc, name: String)

    /// Looked up once each, as one person did much.
    private func faces(of accounts: Set<ID<Account>>) -> [ID<Account>: Face] {
        let names = names
        return accounts.reduce(into: [:]) { faces, account in
            let isOwn = account == content.reading.reader
            faces[account] = (names.disc(account), isOwn ? language.site.you : names.name(account))
        }
    }

    private func row(_ line: Line, _ faces: [ID<Account>: Face]) -> LookedRow? {
        faces[line.who].map { face in
            LookedRow(face.disc, face.name, line.sentence, at: language.day(line.day, today: today))
        }
    }
}

extension Link {
    package static func timeline(_ family: ID<Family>) -> Link { "/families/\(family)/timeline" }
}
