// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How a goal with its actions and scores is drawn for one reader.
struct GoalDrawing {
    let content: PlanContent
    let names: PlanNames
    let now: Moment
    let token: String
    let form: FormID
    let language: Language

    private var words: any PlanWords { language.plan }
    private var family: ID<Family> { content.family }
    private var isNow: Bool { content.at == nil }
    private var today: Day { content.at?.day ?? now.day }

    func goal(number: Int, _ sight: GoalSight) -> HTML {
        let mayChange = isNow && content.reading.mayPlan(about: sight.goal.about)
        return """
            <article class="goal" aria-labelledby="g\(number)">
            <div class="goal__head"><span class="goal__number" aria-hidden="true">\(number)</span>\
            <h3 id="g\(number)"><span class="hidden-visually">\(words.goal(number))</span>\(title(sight))</h3></div>
            \(sight.text.map { text in "<p>\(Tag(words.domain(text.domain), .line))</p>" as HTML })\
            \(child(sight))\(overlap(sight))\
            \(if: !sight.actions.isEmpty, table(sight.actions, caption: words.actions(number)))\
            \(score(sight))\(if: mayChange, composer(sight, number))
            </article>

            """
    }

    private func title(_ sight: GoalSight) -> String { sight.text?.title ?? words.erased }

    private func child(_ sight: GoalSight) -> HTML? {
        guard let text = sight.text else { return nil }
        let voice = text.voice.map { voice -> HTML in
            """
            <blockquote class="voice voice--short"><p>\(voice.words)</p></blockquote>\
            <p class="soft small">\(words.spoken(by: names.called(voice.of)))</p>
            """
        }
        return """
            <div class="goal__child"><h4>\(words.meaning(names.childrenCalled(sight.goal.about)))</h4>\
            <p>\(text.meaning)</p>\(voice)</div>

            """
    }

    private func overlap(_ sight: GoalSight) -> Notice? {
        let open = sight.actions.filter { $0.action.state == .open }.map(names.parties)
        let parties = WhoWorksOnGoal(open: open).overlap.compactMap(names.name).sorted()
        return parties.count > 1 ? Notice(.about, words.overlap(language.list(parties)), words.overlapText) : nil
    }

    // MARK: Actions

    private func table(_ actions: [ActionSight], caption: String) -> HTML {
        let columns = [
            Table.Column(words.what), .init(words.who), .init(words.when), .init(words.state),
            .init(words.act, isActs: true),
        ]
        return Table(caption, columns, actions.map(row), isStacked: true, isSaid: true).html
    }

    private func row(_ sight: ActionSight) -> [HTML] {
        let isTold = content.reading.isToldLate(sight.text, owners: sight.owners)
        let progress = sight.progress(on: today)
        let isLate = if case .late = progress { true } else { false }
        let shown: ActionProgress = isLate && !isTold ? .begun : progress
        let asOrganisation = isLate && isTold && content.reading.ownPerson != nil
        return [
            what(sight), "\(names.doers(sight, asOrganisation: asOrganisation))", when(sight, isTold: isTold),
            "\(StateWord(mark(shown), words.progress(shown)))", "\(acts(sight))\(starts(sight))",
        ]
    }

    private func what(_ sight: ActionSight) -> HTML {
        let text = sight.text?.what ?? words.erased
        let provisions = (sight.text?.provisions ?? []).map { Tag(words.provision($0), .plain) }
        let mayChange = isNow && sight.action.state == .open && content.reading.mayPlan(about: sight.about)
        let link = mayChange ? Link.planAction(family, sight.action.id) : nil
        let said: HTML = link.map { "<a href=\"\($0)\">\(text)</a>" } ?? "\(text)"
        return "\(said)\(provisions, { " \($0)" })"
    }

    private func when(_ sight: ActionSight, isTold: Bool) -> HTML {
        guard let text = sight.text else { return "" }
        let delay = isTold ? text.delay.map { words.delayed(language.dayInside($0.was, today: today), $0.why) } : nil
        let isRepeated = text.when.isRepeated && sight.action.state == .open
        let current = isRepeated ? text.when.current(on: today, ticked: sight.ticked) : nil
        let parts =
            [
                words.time(text.when, today: today),
                current.map { words.next(language.dayInside($0, today: today)) },
                isRepeated && sight.ticks > 0 ? words.times(sight.ticks) : nil, delay,
            ].compactMap(\.self) + (isNow ? begun(sight.start, isTold: isTold) : [])
        return "\(parts.joined(separator: parts.count > 1 && !parts[0].hasSuffix(".") ? ". " : " "))"
    }

    private func mark(_ progress: ActionProgress) -> Mark {
        switch progress {
        case .notBegun, .stopped: .open
        case .begun: .begun
        case .done: .done
        case .late: .late
        }
    }

    /// Ticking; of one that comes again for the day it is about.
    private func acts(_ sight: ActionSight) -> HTML {
        guard isNow, sight.action.state == .open, let text = sight.text,
            content.reading.mayTick(text, owners: sight.owners, about: sight.about),
            let day = text.when.current(on: today, ticked: sight.ticked), day <= today || !text.when.isRepeated
        else { return "" }
        let what =
            text.when.isRepeated ? text.what + " " + words.forDay(language.dayInside(day, today: today)) : text.what
        return """
            <form action="\(Link.ticks(family, sight.action.id))" method="post">\(CSRF.field(token))\(form.field)\
            <input type="hidden" name="ticked" value="\(sight.action.id) \(day.iso)">\
            \(Button(words.done, .submit(), .soft, about: what, isSmall: true))</form>
            """
    }

    private func composer(_ sight: GoalSight, _ number: Int) -> HTML {
        let field = "lines-\(number)"
        return """
            <form class="flow no-print" action="\(Link.goalActions(family, sight.goal.id))" method="post">\
            \(CSRF.field(token))\(form.field)<input type="hidden" name="field" value="\(field)">
            \(Field(language, field, label: words.addLabel, hint: words.addHint, kind: .paragraphs(rows: 2)))
            \(Actions([
                Button(words.add, .submit(), .quiet, about: title(sight)),
                Button(words.change, .link(.goal(family, sight.goal.id)), .text, about: title(sight)),
            ]))
            </form>
            """
    }

    // MARK: Scores

    private func score(_ sight: GoalSight) -> HTML? {
        guard let last = sight.evaluations.first(where: { !$0.evaluation.scores.isEmpty }) else { return nil }
        let before = sight.evaluations.filter { $0.on < last.on }.first { !$0.evaluation.scores.isEmpty }
        let sides: [(GoalEvaluation.Giver) -> Bool] = [isPerson, { !isPerson($0) }]
        return "<div class=\"score\">\(sides, { "\(ring(last, before, $0))" })</div>\n"
    }

    private func isPerson(_ giver: GoalEvaluation.Giver) -> Bool {
        switch giver {
        case .person: true
        case .professional: false
        }
    }

    /// What the family gave, and what professionals gave, each by itself.
    private func ring(
        _ last: GoalOutcome, _ before: GoalOutcome?, _ side: (GoalEvaluation.Giver) -> Bool
    ) -> HTML? {
        guard let mean = Self.mean(last, side) else { return nil }
        let was = before.flatMap { Self.mean($0, side) }.map { language.number($0, decimals: Self.decimals($0)) }
        let shown = language.number(mean, decimals: Self.decimals(mean))
        let givers = last.evaluation.scores.map(\.giver).filter(side).map(name)
        return ScoreRing(
            mean, shown: shown, words.score(shown, was: was),
            given: words.given(by: language.list(givers), on: language.dateInside(last.on))
        ).html
    }

    private func name(_ giver: GoalEvaluation.Giver) -> String {
        switch giver {
        case .person(let person): names.called(person)
        case .professional(let account): names.name(account)
        }
    }

    private static func mean(_ outcome: GoalOutcome, _ side: (GoalEvaluation.Giver) -> Bool) -> Double? {
        let scores = outcome.evaluation.scores.filter { side($0.giver) }.map(\.score)
        return scores.isEmpty ? nil : Double(scores.reduce(0, +)) / Double(scores.count)
    }

    private static func decimals(_ number: Double) -> Int { number == number.rounded() ? 0 : 1 }

    // MARK: What stands apart

    func own(_ actions: [ActionSight]) -> HTML { table(actions, caption: words.ownActions) }

    func ended(_ sight: GoalSight) -> HTML {
        "<p><strong>\(title(sight))</strong> \(Tag(words.ended(sight.goal.state)))</p>\(score(sight))\n"
    }
}
