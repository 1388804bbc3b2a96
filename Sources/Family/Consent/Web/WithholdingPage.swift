// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is not told yet, as it was typed.
struct WithholdingDraft: Equatable {
    var what = ""
    var reason = ""
    /// Who is asked, as a form names them.
    var second = ""
    var review = ""
    var errors: [FieldError] = []

    init(review: String) { self.review = review }

    init(_ form: FormBody) {
        (what, reason) = (form.text("what"), form.text("reason"))
        (second, review) = (form.text("second"), form.text("review"))
    }

    struct Typed {
        let what: PlainText
        let reason: PlainText
        let second: Promise.Owner
        let review: Day
    }

    /// What was typed well; nil with the errors in the draft.
    mutating func typed(_ form: FormBody, _ language: Language) -> Typed? {
        let words = language.withholding
        let what = form.paragraphs("what", missing: words.whatMissing, language, &errors)
        let reason = form.paragraphs("reason", missing: words.reasonMissing, language, &errors)
        let second = Promise.Owner(formValue: second)
        if second == nil { errors.append(FieldError("second", words.secondMissing)) }
        let review = Day(review)
        if review == nil { errors.append(FieldError("review", words.reviewOutside)) }
        guard errors.isEmpty, let what, let reason, let second, let review else { return nil }
        return Typed(what: what, reason: reason, second: second, review: review)
    }
}

/// What a professional who plans with a person sees of what is not told to them.
struct WithholdingContent: Sendable {
    let family: ID<Family>
    let person: ID<Person>
    let reading: Reading
    let circle: CircleSight
    let sights: [WithholdingSight]
    let candidates: [SecondCandidate]
}

/// What is withheld from a person, and the form to withhold something.
struct WithholdingListPage: Equatable {
    let content: WithholdingContent
    let draft: WithholdingDraft
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any WithholdingWords { language.withholding }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead(names.person(content.person)),
            above: More(.limits(content.family, of: content.person), language.limits.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: !content.sights.isEmpty, Section("before", words.withheld, "<ul class=\"flow\">\(content.sights, row)</ul>").html)\
        \(Section("withhold", words.new, content.candidates.isEmpty ? "<p>\(words.nobody)</p>" : withholding))
        """
    }

    private func row(_ sight: WithholdingSight) -> HTML {
        let what = sight.what ?? language.circle.erased
        return """
            <li>\(More(.withholding(content.family, sight.withholding.id), what)) \(words.state(sight.state))</li>

            """
    }

    private var withholding: HTML {
        let link = Link.withholdings(content.family, from: content.person)
        return FamilyForm(
            action: link, page: link, token: token, form: form,
            content: """
                \(Field(language, "what", label: words.what, value: draft.what, error: draft.errors["what"],
                    kind: .paragraphs(rows: 2)))
                \(Field(language, "reason", label: words.reason, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 4)))
                \(Choices(language, "second", legend: words.second, error: draft.errors["second"], .one,
                    content.candidates.choices(draft.second, language)))
                \(Field(language, "review", label: words.review, hint: words.reviewHint, value: draft.review,
                    error: draft.errors["review"], kind: .date))
                """,
            buttons: [Button(words.button, .submit())]
        ).html
    }
}

/// One thing that is not told yet: what, why, and the two ways on.
struct WithholdingPage: Equatable {
    let family: ID<Family>
    let sight: WithholdingSight
    let names: ConsentNames
    let review: String
    let errors: [FieldError]
    let token: String
    let forms: (telling: FormID, review: FormID)

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var language: Language { names.language }
    private var words: any WithholdingWords { language.withholding }

    var html: HTML {
        let withholding = sight.withholding
        let facts =
            words.facts(withholding, sight.what, language) + [
                Facts.Fact(words.reason, sight.reason ?? language.circle.erased),
                Facts.Fact(language.decisions.by, names.account(withholding.by)),
                Facts.Fact(language.decisions.since, language.dateInside(withholding.made.day)),
            ]
        return """
            \(PageHead(
                words.title, lead: words.state(sight.state),
                above: More(.withholdings(family, from: withholding.person), words.lead(names.person(withholding.person))),
                errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
            \(Facts(facts))\
            \(if: sight.state == .waits, "<p>\(More(.decision(family, withholding.id), language.decisions.title))</p>")\
            \(if: sight.state != .given, ActForm(
                .withholdingTelling(family, withholding.id), token: token, title: words.tell, .main,
                form: forms.telling).html)\
            \(if: sight.state == .stands, Section("review", words.notYet, reviewing).html)
            """
    }

    private var reviewing: HTML {
        let id = sight.withholding.id
        return FamilyForm(
            action: .withholdingReview(family, id), page: .withholding(family, id), token: token, form: forms.review,
            content: Field(
                language, "review", label: words.review, hint: words.reviewHint, value: review,
                error: errors["review"], kind: .date
            ).html, buttons: [Button(words.reviewButton, .submit(), .quiet)]
        ).html
    }
}
