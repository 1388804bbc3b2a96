// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What help there is and was: plan, promises, direction, handovers, what happened, who looked.
extension CopyChapters {
    private var planNames: PlanNames { PlanNames(circle: dossier.circle, reading: dossier.reading, language) }

    var goals: CopiedChapter {
        let goals = dossier.plan.goals.filter { $0.goal.about.contains(dossier.person) }
        return CopiedChapter(name: "plan", title: language.plan.title, entries: goals.map(goal))
    }

    private func goal(_ sight: GoalSight) -> CopiedEntry {
        let text = sight.text
        let voice = text?.voice.flatMap { isKept($0.of) ? nil : $0 }
        return CopiedEntry(
            text?.title ?? language.plan.erased,
            [text?.meaning ?? "", voice.map { "“\($0.words)” \(language.plan.spoken(by: called($0.of)))" } ?? ""]
                + sight.actions.map(line),
            facts: [language.plan.ended(sight.goal.state)].filter { _ in sight.goal.state != .open }
                + sight.evaluations.map { "\(language.dateInside($0.on)): \(scores($0))" },
            [
                "id": .text(sight.goal.id.text), "title": text.map { .text($0.title) },
                "domain": text.map { .text($0.domain.rawValue) }, "meaning": text.map { .text($0.meaning) },
                "voice": voice.map { .object(["by": .text(called($0.of)), "text": .text($0.words)]) },
                "state": .text(sight.goal.state.rawValue), "begun": .moment(sight.goal.begun),
                "about": .texts(sight.goal.about.sorted().map(called)),
                "actions": .list(sight.actions.map(action)), "evaluations": .list(sight.evaluations.map(evaluation)),
            ])
    }

    /// Whether somebody's own words stay.
    private func isKept(_ person: ID<Person>) -> Bool { dossier.wordsKept.persons.contains(person) }

    private func line(_ sight: ActionSight) -> String {
        guard let text = sight.text else { return language.plan.erased }
        return [
            text.what, planNames.doers(sight), language.plan.time(text.when, today: today),
            language.plan.progress(sight.progress(on: today)),
        ].joined(separator: " · ")
    }

    private func action(_ sight: ActionSight) -> JSONText {
        .object([
            "id": .text(sight.action.id.text), "what": sight.text.map { .text($0.what) },
            "who": .text(planNames.doers(sight)),
            "when": sight.text.map { .text(language.plan.time($0.when, today: today)) },
            "state": .text(sight.action.state.rawValue), "begun": .moment(sight.action.begun),
        ])
    }

    private func scores(_ outcome: GoalOutcome) -> String {
        outcome.evaluation.scores.map { "\(giver($0.giver)) \($0.score)" }.joined(separator: ", ")
    }

    private func evaluation(_ outcome: GoalOutcome) -> JSONText {
        .object([
            "on": .day(outcome.on), "outcome": .text(outcome.evaluation.outcome.rawValue),
            "scores": .list(
                outcome.evaluation.scores.map { .object(["by": .text(giver($0.giver)), "score": .number($0.score)]) }),
        ])
    }

    private func giver(_ giver: GoalEvaluation.Giver) -> String {
        switch giver {
        case .person(let person): called(person)
        case .professional(let account): names.name(account)
        }
    }

    var promises: CopiedChapter {
        let entries = dossier.promises.map { item -> CopiedEntry in
            let promise = item.promise
            let what =
                promise.kind.isSaidToEachReader
                ? language.today.what(promise.kind) : item.text ?? language.circle.erased
            let owner = promise.owner.account.map { names.name($0) }
            return CopiedEntry(
                what, facts: [owner, language.by(promise.due.day, today: today)],
                [
                    "id": .text(promise.id.text), "what": .text(what), "by": owner.map { .text($0) },
                    "made": .moment(promise.made), "due": .moment(promise.due),
                ])
        }
        return CopiedChapter(name: "promises", title: words.promises, entries: entries)
    }

    var directions: CopiedChapter {
        let entries = dossier.directions.map { sight -> CopiedEntry in
            let direction = sight.direction
            let period = language.direction.period(
                from: language.dateInside(direction.since), until: sight.until.map(language.dateInside))
            return CopiedEntry(
                names.name(direction.holder), [sight.reason ?? ""],
                facts: [language.direction.kind(direction.kind), period],
                [
                    "who": .text(names.name(direction.holder)), "kind": .text(direction.kind.rawValue),
                    "from": .day(direction.since), "until": sight.until.map { .day($0) },
                    "agreedBy": .texts(sight.agreedBy.map(called).sorted()), "reason": sight.reason.map { .text($0) },
                ])
        }
        return CopiedChapter(name: "direction", title: language.direction.title, entries: entries)
    }

    var handovers: CopiedChapter {
        let entries = dossier.handovers.map { kept -> CopiedEntry in
            let handover = kept.handover
            let (from, to) = (names.name(handover.from), names.name(handover.to))
            return CopiedEntry(
                language.handovers.proposed(handover.responsibility, from: from, to: to), [kept.reason ?? ""],
                facts: [date(handover.made), language.handovers.state(handover.state)],
                [
                    "id": .text(handover.id.text), "what": .text(handover.responsibility.word), "from": .text(from),
                    "to": .text(to),
                    "made": .moment(handover.made), "state": .text(handover.state.rawValue),
                    "reason": kept.reason.map { .text($0) },
                ])
        }
        return CopiedChapter(name: "handovers", title: language.handovers.title, entries: entries)
    }

    var happened: CopiedChapter {
        let entries = (dossier.happened?.timeline.entries ?? []).reversed().compactMap { entry -> CopiedEntry? in
            guard entry.who.map({ !dossier.wordsKept.accounts.contains($0) }) ?? true,
                let who = dossier.circle.actor(of: entry),
                dossier.circle.name(of: who) != nil,
                let sentence = language.happenings.sentence(
                    entry.kind, in: dossier.happened?.subjects[entry.item.id])
            else { return nil }
            return CopiedEntry(
                nil, ["\(names.name(who)) \(sentence)"], facts: [dateAndTime(entry.at)],
                [
                    "at": .moment(entry.at), "kind": .text(entry.kind.rawValue), "who": .text(names.name(who)),
                    "text": .text(sentence),
                ])
        }
        return CopiedChapter(name: "timeline", title: language.timeline.title, entries: entries)
    }

    var looked: CopiedChapter {
        guard let content = dossier.looked else {
            return CopiedChapter(name: "looked", title: language.access.title, entries: [])
        }
        let drawing = LookedDrawing(content: content, today: today, token: "", language: language)
        let isOwn = dossier.reading.ownPerson == dossier.person
        let looks = content.looked.filter { $0.persons.contains(dossier.person) || $0.persons.isEmpty && isOwn }
        let entries = looks.reversed().map { look -> CopiedEntry in
            let (who, what) = (drawing.face.name(look.who), drawing.phrase(look.line))
            return CopiedEntry(
                nil, ["\(who) \(what)"], facts: [dateAndTime(look.at)],
                ["at": .moment(look.at), "who": .text(who), "what": .text(what)])
        }
        return CopiedChapter(name: "looked", title: language.access.title, entries: entries)
    }
}
