// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Paper
import Site

/// What a guest asked and heard, on paper for the record of their practice.
struct GuestCopy {
    let language: Language
    let content: GuestContent
    let at: Moment

    /// Its title says nothing of what is in it: others see it beside the name of the file.
    var paper: PaperDocument {
        let words = language.guests
        let question = content.view.question
        let facts = question.map(OutsideQuestionCard(language: language, view: content.view).facts) ?? []
        let asked = facts.map { PaperDocument.Part.note("\($0.label): \($0.value)") }
        let said = content.view.entries.flatMap { entry -> [PaperDocument.Part] in
            let card = OutsideEntryCard(
                language: language, entry: entry, who: content.who(entry, language), today: at.day)
            let texts = [entry.said?.text, entry.said?.elsewhere].compactMap(\.self).filter { !$0.isEmpty }
            return [.note("\(card.title) (\(card.moment)).")] + texts.map { .paragraph([.text($0)]) }
        }
        let text = question.map { [PaperDocument.Part.paragraph([.text($0.question)])] } ?? []
        return PaperDocument(
            title: words.stands(at: content.receiver), language: language.rawValue, made: at,
            undrawn: language.messageCopy.undrawn,
            [
                .title(words.stands(at: content.receiver)),
                .note(words.copied(language.dateInside(at.day), by: content.visit.guest.name)),
                .note(language.outsideReferrals.stands(content.view.referral)),
            ] + asked + text + [.heading(language.referrals.said)] + said)
    }
}
