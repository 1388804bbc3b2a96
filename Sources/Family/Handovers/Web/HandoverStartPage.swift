// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// The form that proposes a handover of direction, or asks the family for it.
struct HandoverStartPage: Equatable {
    let language: Language
    let family: ID<Family>
    let isOver: Bool
    let draft: DirectionDraft
    let content: HTML
    let token: String
    let form: FormID

    init(
        _ content: DirectionContent, isOver: Bool, _ draft: DirectionDraft, token: String, form: FormID,
        language: Language
    ) {
        (self.language, self.isOver, self.draft, self.token, self.form) = (language, isOver, draft, token, form)
        family = content.family
        let fields = DirectionFields(language: language, draft: draft)
        let isFromFamily = !content.isProfessionalsNow
        self.content =
            isOver
            ? Self.taking(content, fields, isFromFamily: isFromFamily) : Self.giving(content, fields)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private static func taking(
        _ content: DirectionContent, _ fields: DirectionFields, isFromFamily: Bool
    ) -> HTML {
        let (language, words) = (fields.language, fields.language.direction)
        return """
            <input type="hidden" name="way" value="over">
            \(fields.kinds(Direction.Kind.allCases))
            \(fields.reason(words.reason, hint: words.reasonHint))
            \(fields.talkDay)
            \(fields.persons(words.whoAgreed, hint: words.whoAgreedHint, content.circle.persons))
            \(fields.tick(
                "story", language.handovers.story, language.handovers.storyLabel,
                isChosen: fields.draft.storyConfirmed))
            \(fields.support)
            \(fields.review)
            """
    }

    private static func giving(_ content: DirectionContent, _ fields: DirectionFields) -> HTML {
        let (language, words) = (fields.language, fields.language.handovers)
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let isProfessional = content.reading.ownPerson == nil
        return """
            \(fields.accounts("to", words.to, hint: words.toHint, content.receivers, names))
            \(fields.kinds(Direction.Kind.allCases.filter { isProfessional || $0.isForFamily }))
            \(fields.reason(language.direction.reason, hint: language.direction.reasonHint))
            \(fields.review)
            \(if: isProfessional, fields.tick("leaves", words.leaves, words.leavesLabel, isChosen: fields.draft.leaves))
            """
    }

    private var words: any HandoverWords { language.handovers }

    var title: String { isOver ? language.direction.takeOver : language.direction.handOver }

    var html: HTML {
        """
        \(PageHead(
            title, lead: isOver ? words.overLead : words.startLead,
            above: More(.direction(family), language.direction.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: .handovers(family), page: isOver ? .takeOver(family) : .newHandover(family), token: token,
            form: form, content: content,
            buttons: [Button(isOver ? words.overButton : words.startButton, .submit())]).html)
        """
    }
}
