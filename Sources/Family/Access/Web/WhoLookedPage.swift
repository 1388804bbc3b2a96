// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
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
    /// What the reader asked about these lines.
    let questions: [LogQuestionSight]
    /// Whom the reader asked something that is not answered yet.
    let asked: Set<ID<Account>>
    /// Who is shown by function instead of name.
    let asFunction: Set<ID<Membership>>
    /// Who opened the family in an emergency, as the family is shown, with for which organisation.
    let onDuty: [ID<Account>: String?]
    /// Since when there is a dossier to look in.
    let since: Day

    /// Gathers it; nil for members of the circle, as nothing is about them.
    init?(_ key: borrowing DossierKey, _ connection: Connection, from: Day, until: Day, _ vault: Vault) throws {
        guard key.reading.ownPerson != nil else { return nil }
        family = key.family
        reading = key.reading
        circle = try connection.circle(key, withEnded: true)
        looked = try connection.looked(key, from: Moment(from), until: Moment(until), among: circle, vault)
        let talks = try connection.conversations(key).map { ($0.conversation.id.text, $0.subject) }
        subjects = Dictionary(uniqueKeysWithValues: talks).compactMapValues(\.self)
        questions = try connection.questions(key, from: from, until: until)
        asked = try connection.askedAndOpen(key)
        asFunction = try connection.shownAsFunction(key)
        let shown = try connection.emergenciesShown(key)
        let organisations = try connection.organisations(Set(shown.map(\.organisation)))
        onDuty = Dictionary(
            shown.map { access in (access.who, organisations.first { $0.id == access.organisation }?.name) },
            uniquingKeysWith: { one, _ in one })
        since = try connection.started(key)
    }
}

/// Who looked at what is about the reader, day by day, in sentences.
struct WhoLookedPage: Equatable {
    let language: Language
    let days: [LookedDay]
    let newer: Link?
    let older: Link?

    init(_ content: LookedContent, month: Day, today: Day, token: String, language: Language) {
        self.language = language
        days = LookedDrawing(content: content, today: today, token: token, language: language).days
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
    let token: String
    let language: Language

    private var words: any AccessWords { language.access }

    /// What is one line: the same person, on the same behalf, doing the same, on the same day.
    private struct Line: Hashable {
        let who: ID<Account>
        let onBehalfOf: ID<Organisation>?
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
        var looks: [Line: [Looked]] = [:]
        for look in looked.sorted(by: { $0.at < $1.at }) {
            let line = Line(who: look.who, onBehalfOf: look.onBehalfOf, sentence: sentence(look))
            if looks[line] == nil { lines.append(line) }
            looks[line, default: []].append(look)
        }
        return lines.reversed().compactMap { line in looks[line].flatMap { row(line, $0) } }
    }

    private func row(_ line: Line, _ looks: [Looked]) -> LookedRow? {
        guard let first = looks.first else { return nil }
        let part = face.part(line.who, onBehalfOf: line.onBehalfOf).map { "(\($0)) " } ?? ""
        let about = Set(looks.map(\.line))
        let questions = content.questions.filter { about.contains($0.question.line) }
        return LookedRow(
            face.disc(line.who), face.name(line.who), part + line.sentence, at: language.clock(first.at),
            ask: ask(first.line, questions), said: questions.flatMap(said))
    }

    var face: LookerFaces { LookerFaces(content: content, language: language) }

    /// One question at a time to each: while one is open, nobody is asked another.
    private func ask(_ line: LookedLine, _ questions: [LogQuestionSight]) -> Button? {
        guard line.canBeAsked, questions.allSatisfy({ $0.question.withdrawn != nil }), !content.asked.contains(line.who)
        else { return nil }
        return Button(
            words.why, .link(.newQuestion(content.family, line)), .text,
            about: "\(face.name(line.who)) \(phrase(line))")
    }

    private func said(_ sight: LogQuestionSight) -> [LookedSaid] {
        let asked = words.youAsked(language.dayInside(sight.question.asked.day, today: today))
        let question = LookedSaid(asked, sight.text ?? words.whyYou)
        guard let answer = sight.answer else {
            guard sight.question.isOpen else { return [question, LookedSaid(words.withdrawn, words.withdrawnText)] }
            let withdrawal = ActForm(
                .questionWithdrawal(content.family, sight.question.id), token: token, title: words.withdraw,
                about: face.name(sight.question.line.who))
            return [question, LookedSaid(words.notAnswered, words.notAnsweredText, act: withdrawal)]
        }
        let name = answer.by == sight.question.line.who ? face.name(answer.by) : answer.name ?? words.erasedAccount
        let answered = words.answered(name, language.dayInside(answer.at.day, today: today))
        return [question, LookedSaid(answered, answer.text ?? words.erasedAnswer)]
    }

    private func sentence(_ look: Looked) -> String {
        [phrase(look.line), ground(look.who)].compactMap(\.self).joined(separator: " ")
    }

    /// What was done, without on what ground.
    func phrase(_ line: LookedLine) -> String {
        words.did(line.action, line.item?.kind, subject: line.item.flatMap { content.subjects[$0.id] })
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
