// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What was typed.
struct ReadingRefusalDraft: Equatable {
    var parent: ID<Person>?
    /// Who is asked, as a form names them.
    var second = ""
    var reason = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (parent, second, reason) = (form.id("parent"), form.text("second"), form.text("reason"))
    }
}

/// What a professional who plans with a child sees of who reads about it by right.
struct ReadingRefusalContent: Sendable {
    let family: ID<Family>
    let child: ID<Person>
    let reading: Reading
    let circle: CircleSight
    /// Who holds authority.
    let holders: [ID<Person>]
    let refusals: [ReadingRefusalSight]
    let candidates: [SecondCandidate]
}

/// Whose reading was refused or is proposed to be, and the form to propose one.
struct ReadingRefusalPage: Equatable {
    let content: ReadingRefusalContent
    let draft: ReadingRefusalDraft
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any ReadingRefusalWords { language.readingRefusals }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        let now = content.refusals.filter { $0.refusal.ended == nil }
        let before = content.refusals.filter { $0.refusal.ended != nil }
        return """
            \(PageHead(
                words.title, lead: words.lead(names.person(content.child)),
                above: More(.limits(content.family, of: content.child), language.limits.title),
                errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
            \(now, row)\(Section("propose", words.propose, proposing))\
            \(if: !before.isEmpty, Section("before", words.before, "<ul class=\"flow\">\(before, { "<li>\(past($0))</li>\n" })</ul>").html)
            """
    }

    private func past(_ sight: ReadingRefusalSight) -> String {
        let day = sight.refusal.ended.map { language.dateInside($0.day) } ?? ""
        return [words.ended(names.person(sight.refusal.parent), on: day), sight.reason].compactMap(\.self)
            .joined(separator: " ")
    }

    private func row(_ sight: ReadingRefusalSight) -> HTML {
        let refusal = sight.refusal
        let waits = refusal.second == nil
        return Section(
            "refusal-\(refusal.id)", names.person(refusal.parent),
            """
            \(Facts([
                Facts.Fact(words.state, refusal.second.map { words.stands(with: names.account($0)) } ?? words.waits),
                Facts.Fact(words.by, names.account(refusal.by)),
                Facts.Fact(words.reason, sight.reason ?? language.circle.erased),
            ]))
            \(if: waits, "<p>\(More(.decision(content.family, refusal.id), language.decisions.title))</p>")
            <div class="actions">
            \(ActForm(
                .refusalEnd(content.family, of: content.child, refusal.id), token: token, title: words.end, .quiet,
                form: form))
            </div>
            """
        ).html
    }

    private var proposing: HTML {
        guard !content.candidates.isEmpty else { return "<p>\(words.nobody)</p>" }
        return FamilyForm(
            action: .readingRefusals(content.family, of: content.child), token: token, form: form,
            content: """
                \(Choices(language, "parent", legend: words.parent, error: draft.errors["parent"], .one,
                    content.holders.map {
                        Choices.Choice($0.text, names.person($0), isChosen: draft.parent == $0)
                    }))
                \(Field(language, "reason", label: words.reason, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 4)))
                \(Choices(language, "second", legend: words.second, error: draft.errors["second"], .one,
                    content.candidates.choices(draft.second, language)))
                """,
            buttons: [Button(words.proposeButton, .submit(), .quiet)]
        ).html
    }
}
