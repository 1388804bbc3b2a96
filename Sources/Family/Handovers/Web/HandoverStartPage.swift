// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// The form that proposes a handover, or asks the family for direction.
struct HandoverStartPage: Equatable {
    let language: Language
    let family: ID<Family>
    let way: HandoverWay
    let facts: [Facts.Fact]
    let draft: DirectionDraft
    let content: HTML
    let token: String
    let form: FormID

    init(
        _ content: DirectionContent, _ way: HandoverWay, _ draft: DirectionDraft, token: String, form: FormID,
        language: Language
    ) {
        (self.language, self.way, self.draft, self.token, self.form) = (language, way, draft, token, form)
        family = content.family
        let fields = DirectionFields(language: language, draft: draft)
        let wait = way == .over ? content.waits?.fact(to: content.reading.reader, language) : nil
        facts = [wait].compactMap(\.self) + content.soFar.facts(language)
        self.content =
            switch way {
            case .over: Self.taking(content, fields)
            case .give: Self.giving(content, fields)
            case .contact, .help: Self.handing(way, content, fields)
            }
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private static func taking(_ content: DirectionContent, _ fields: DirectionFields) -> HTML {
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
            \(fields.receivers(content.receivers(.give), names, content.waits))
            \(fields.kinds(Direction.Kind.allCases.filter { isProfessional || $0.isForFamily }))
            \(fields.reason(language.direction.reason, hint: language.direction.reasonHint))
            \(fields.review)
            \(if: isProfessional, fields.tick("leaves", words.leaves, words.leavesLabel, isChosen: fields.draft.leaves))
            """
    }

    private static func handing(
        _ way: HandoverWay, _ content: DirectionContent, _ fields: DirectionFields
    ) -> HTML {
        let language = fields.language
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        return """
            <input type="hidden" name="way" value="\(way.rawValue)">
            \(fields.receivers(content.receivers(way), names, content.waits))
            \(fields.reason(language.direction.reason, hint: language.direction.reasonHint))
            """
    }

    private var words: any HandoverWords { language.handovers }

    var title: String {
        switch way {
        case .give: language.direction.handOver
        case .over: language.direction.takeOver
        case .contact: words.handContact
        case .help: words.handHelp
        }
    }

    private var lead: String {
        switch way {
        case .over: words.overLead
        case .give, .contact: words.startLead
        case .help: words.handHelpText + " " + words.startLead
        }
    }

    var html: HTML {
        """
        \(PageHead(
            title, lead: lead,
            above: More(.direction(family), language.direction.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !facts.isEmpty, Facts(facts).html)
        \(FamilyForm(
            action: .handovers(family), page: .newHandover(family, way), token: token,
            form: form, content: content,
            buttons: [Button(way == .over ? words.overButton : words.startButton, .submit())]).html)
        """
    }
}
