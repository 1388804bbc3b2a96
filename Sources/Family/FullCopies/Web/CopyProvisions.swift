// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Which help was proposed, and what municipalities were asked for and decided.
extension CopyChapters {
    var proposals: CopiedChapter {
        CopiedChapter(name: "proposals", title: language.proposals.all, entries: dossier.proposals.map(proposal))
    }

    var provisions: CopiedChapter {
        CopiedChapter(name: "provisions", title: language.provisions.all, entries: dossier.provisions.map(provision))
    }

    private var consentNames: ConsentNames {
        ConsentNames(circle: dossier.circle, reading: dossier.reading, language: language)
    }

    private func proposal(_ sight: ProposalSight) -> CopiedEntry {
        let (one, words) = (sight.proposal, language.proposals)
        let helper = sight.helper.flatMap { dossier.organisations[$0] } ?? sight.text?.helper
        let state = sight.stands(consentNames, dossier.reading, language)
        let known = one.answers.enumerated().filter { $1.isKnown(in: dossier.circle) }
        let answers = known.map { answered($1, because: sight.reasons[$0]) }
        return CopiedEntry(
            words.of(called(one.person)),
            [sight.text?.help ?? "", sight.text?.brings ?? ""] + answers.map(\.line),
            facts: [helper, language.dateInside(one.starts), state],
            [
                "id": .text(one.id.text), "made": .moment(one.made), "by": .text(names.name(one.by)),
                "about": .texts([called(one.person)]), "help": sight.text.map { .text($0.help) },
                "helper": helper.map { .text($0) }, "starts": .day(one.starts),
                "brings": sight.text.map { .text($0.brings) }, "state": .text(state),
                "answers": .list(answers.map(\.data)),
            ])
    }

    private func answered(
        _ answer: HelpProposal.Answer, because reason: String?
    ) -> (line: String, data: JSONText) {
        let words = language.proposals
        let (who, said): (String, String) =
            switch answer.by {
            case .person(let person):
                (called(person), words.said(answer, date(answer.at), notedBy: answer.notedBy.map(names.name)))
            case .adviser(let account): (names.name(account), words.advised(answer, date(answer.at)))
            }
        return (
            ["\(who).", said, reason].compactMap(\.self).joined(separator: " "),
            .object([
                "by": .text(who), "at": .moment(answer.at), "text": .text(said), "reason": reason.map { .text($0) },
            ])
        )
    }

    private func provision(_ sight: ProvisionSight) -> CopiedEntry {
        let (one, words) = (sight.provision, language.provisions)
        let municipality = sight.municipality.flatMap { dossier.organisations[$0] } ?? sight.text?.municipality
        let state = one.stands(on: today, language)
        return CopiedEntry(
            words.of(called(one.person)), [sight.text?.help ?? "", sight.letter ?? ""],
            facts: [municipality, language.dateInside(one.asked), state],
            [
                "id": .text(one.id.text), "made": .moment(one.made), "about": .texts([called(one.person)]),
                "help": sight.text.map { .text($0.help) }, "municipality": municipality.map { .text($0) },
                "asked": .day(one.asked), "askedBy": .text(words.asker(one.asker)), "state": .text(state),
                "decided": one.decision.map { .day($0.day) }, "until": one.decision?.until.map { .day($0) },
                "letter": sight.letter.map { .text($0) },
            ])
    }
}
