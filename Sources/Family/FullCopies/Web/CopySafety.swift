// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// How safe it was found to be, and matches of the regional index: what was discussed with the family.
extension CopyChapters {
    var indications: CopiedChapter {
        CopiedChapter(
            name: "indications", title: language.risks.title, entries: dossier.indications.map(indication))
    }

    private func indication(_ sight: IndicationSight) -> CopiedEntry {
        let (one, words) = (sight.indication, language.risks)
        let face = IndicationFace(sight, names, isWorking: false, today: today)
        let facts = words.facts(one, sight.assessed, language).map { "\($0.label): \($0.value)" }
        return CopiedEntry(
            face.sentence, [face.toDo ?? ""], facts: [face.facts] + facts.dropFirst().map { $0 as String? },
            [
                "id": .text(one.id.text), "at": .day(one.assessed), "until": .day(one.until),
                "by": .text(names.name(one.assessor)), "about": .texts([called(one.person)]),
                "safetyNow": sight.assessed.map { .text($0.conclusion.safetyNow.rawValue) },
                "futureRisk": sight.assessed.map { .text($0.conclusion.futureRisk.rawValue) },
                "instrument": sight.assessed.map { .text(words.instrument($0)) },
                "table": sight.assessed.map { .number($0.mapping) },
                "outcome": sight.assessed.map { .text($0.outcome) },
                "discussed": sight.discussed.map { .day($0) },
            ])
    }

    var matches: CopiedChapter {
        CopiedChapter(name: "matches", title: language.matches.title, entries: dossier.matches.map(match))
    }

    private func match(_ sight: MatchSight) -> CopiedEntry {
        let (one, words) = (sight.match, language.matches)
        return CopiedEntry(
            words.of(called(one.person), language.dateInside(one.received)), [sight.talk ?? words.erased],
            facts: [
                sight.outcome.map(words.outcome), words.by(names.name(one.reporter)),
                sight.parties.map { "\(words.parties) \($0)" },
            ],
            [
                "id": .text(one.id.text), "at": .day(one.received), "by": .text(names.name(one.reporter)),
                "about": .texts([called(one.person)]), "parties": sight.parties.map { .text($0) },
                "talked": one.talked.map { .day($0) }, "outcome": sight.outcome.map { .text($0.rawValue) },
                "agreed": sight.talk.map { .text($0) },
            ])
    }
}
