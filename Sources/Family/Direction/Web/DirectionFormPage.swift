// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One of the forms by which direction changes without a handover.
struct DirectionFormPage: Equatable {
    let which: DirectionForm
    let language: Language
    let family: ID<Family>
    let lead: String?
    let draft: DirectionDraft
    let content: HTML
    let token: String
    let form: FormID

    init(
        _ which: DirectionForm, _ content: DirectionContent, _ draft: DirectionDraft, token: String, form: FormID,
        language: Language
    ) {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let words = language.direction
        (self.which, self.language, self.draft, self.token, self.form) = (which, language, draft, token, form)
        family = content.family
        let holder = content.now.map {
            content.isHolder ? language.site.you : names.name($0.direction.holder)
        }
        switch which {
        case .review: lead = holder.map { words.reviewLead($0, isFamily: !content.isProfessionalsNow) }
        case .kind: lead = words.otherKindText
        case .without: lead = words.withoutLead
        }
        self.content = Self.fields(which, content, DirectionFields(language: language, draft: draft), names, words)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private static func fields(
        _ which: DirectionForm, _ content: DirectionContent, _ fields: DirectionFields, _ names: CircleNames,
        _ words: any DirectionWords
    ) -> HTML {
        switch which {
        case .review: "\(fields.review)\n\(fields.support)"
        case .kind:
            """
            \(fields.kinds(Direction.Kind.allCases.filter(\.isForFamily)))
            \(fields.reason(words.reason, hint: words.reasonHint))
            \(fields.persons(words.whoAgreed, hint: nil, content.circle.persons))
            \(fields.support)
            \(fields.review)
            """
        case .without:
            """
            \(causes(content.isHolder ? [.kind] : [.safety, .absence], fields, words))
            \(fields.kinds(Direction.Kind.allCases))
            \(fields.reason(words.reason, hint: words.reasonHint))
            \(fields.second(content.seconds))
            \(fields.review)
            """
        }
    }

    private static func causes(
        _ causes: [DirectionChange.Cause], _ fields: DirectionFields, _ words: any DirectionWords
    ) -> HTML {
        Choices(
            fields.language, "cause", legend: words.causeAsked, error: fields.draft.errors["cause"], .one,
            causes.map {
                Choices.Choice(
                    $0.rawValue, words.causeLabel($0), isChosen: fields.draft.cause == $0 || causes.count == 1)
            }
        ).html
    }

    private var words: any DirectionWords { language.direction }

    var title: String {
        switch which {
        case .review: words.reviewTitle
        case .kind: words.otherKind
        case .without: words.withoutTitle
        }
    }

    private var action: Link {
        switch which {
        case .review: .directionReview(family)
        case .kind: .directionKind(family)
        case .without: .directionWithout(family)
        }
    }

    private var button: String {
        switch which {
        case .review: words.goesWell
        case .kind: words.changeButton
        case .without: words.askSecond
        }
    }

    var html: HTML {
        """
        \(PageHead(
            title, lead: lead, above: More(.direction(family), words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(FamilyForm(
            action: action, page: action, token: token, form: form, content: content,
            buttons: [Button(button, .submit())]).html)
        \(if: which == .review, "<p>\(More(.direction(family), words.otherwise))</p>")
        """
    }
}
