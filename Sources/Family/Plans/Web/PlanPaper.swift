// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Paper
import PeopleRules
import Site

/// The plan as a document to hand over.
struct PlanPaper {
    let content: PlanContent
    let at: Moment
    let language: Language

    private var words: any PlanWords { language.plan }
    private var names: PlanNames { PlanNames(content, language) }

    /// Its title says nothing of what is in it: others see it beside the name of the file.
    var paper: PaperDocument {
        let goals = content.plan.open.enumerated().flatMap { goal($0.offset + 1, $0.element) }
        let look = content.plan.evaluateOn.map { words.lookBack(language.dateInside($0)) } ?? words.noLookBack
        let agreed = content.plan.agreements.map { PaperDocument.Part.note(agreement($0)) }
        return PaperDocument(
            title: words.title, language: language.rawValue, made: at, undrawn: words.undrawn,
            [.title(words.ownTitle), .note(lead)] + goals + [.heading(words.howGoes), .paragraph([.text(look)])]
                + (agreed.isEmpty ? [] : [.heading(words.agreed)] + agreed))
    }

    private var lead: String {
        let changed = content.plan.changed.map {
            words.version(content.versions, changed: language.dateInside($0.day))
        }
        return [words.lead(language.list(names.children(content.plan.about))), changed].compactMap(\.self)
            .joined(separator: " ")
    }

    private func goal(_ number: Int, _ sight: GoalSight) -> [PaperDocument.Part] {
        var parts: [PaperDocument.Part] = [.heading("\(number). \(sight.text?.title ?? words.erased)")]
        if let text = sight.text {
            parts.append(.note(words.meaning(names.childrenCalled(sight.goal.about))))
            parts.append(.paragraph([.text(text.meaning)]))
            if let voice = text.voice {
                parts.append(.paragraph([.text("“\(voice.words)”")]))
                parts.append(.note(words.spoken(by: names.called(voice.of))))
            }
        }
        return parts + sight.actions.map { .paragraph([.text(line($0))]) }
    }

    private func line(_ sight: ActionSight) -> String {
        guard let text = sight.text else { return words.erased }
        let isTold = content.reading.isToldLate(text, owners: sight.owners)
        let progress = sight.progress(on: at.day)
        let shown: ActionProgress = if case .late = progress, !isTold { .begun } else { progress }
        return [
            text.what, names.doers(sight), words.time(text.when, today: at.day), words.progress(shown),
        ].joined(separator: " · ")
    }

    private func agreement(_ sight: AgreementSight) -> String {
        let said = sight.said.map {
            words.agrees($0.isYes, $0.how, language.dateInside($0.at.day), by: names.circle.name(of: $0.by))
        }
        return "\(names.party(sight.party)): \(said ?? words.notSaid)"
    }
}
