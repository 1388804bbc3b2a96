// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

extension Link {
    /// Where a family makes a code for a helper.
    package static func newCircleCode(_ family: ID<Family>) -> Link { "/families/\(family)/codes" }
    static func circleCodeEnd(_ family: ID<Family>, _ id: ID<CircleCode>) -> Link {
        "/families/\(family)/codes/\(id)/end"
    }
    /// Where a helper uses the code of a family.
    package static let circleCode: Link = "/circle-code"
}

/// A code that is to be made, as it was typed.
struct CircleCodeDraft: Equatable {
    var persons: Set<ID<Person>> = []
    var share: Share?
    var expectation = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        persons = Set(form.ids("persons"))
        share = Int(form.text("share")).flatMap(Share.init)
        expectation = form.text("expectation")
    }
}

/// What who makes a code sees, gathered in one transaction.
struct CircleCodeContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let codes: [CircleCodeSight]
}

/// The codes that nobody used yet, and where one is made.
struct CircleCodePage: Equatable {
    let language: Language
    let content: CircleCodeContent
    let draft: CircleCodeDraft
    /// An older one was ended by the last that was made.
    let hasEnded: Bool
    let today: Day
    let token: String
    let forms: [FormID]

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any CircleCodeWords { language.circleCodes }
    private var asked: any InvitationWords { language.invitations }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(content.family), asked.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: hasEnded, Notice(.about, words.olderEnded, words.olderEndedText).html)\
        \(if: !content.codes.isEmpty, Section("codes", words.open, "\(zip(content.codes, forms.dropFirst()), card)").html)
        \(FamilyForm(
            action: .newCircleCode(content.family), page: .newCircleCode(content.family), token: token,
            form: forms.first ?? FormID(ID(stored: "")), content: fields, buttons: [Button(words.make, .submit())]).html)
        """
    }

    private func card(_ sight: CircleCodeSight, _ form: FormID) -> HTML {
        let last = language.dateInside((sight.circleCode.ends - .seconds(1)).day)
        return Card(
            sight.code ?? language.circle.erased,
            """
            <p>\(words.code(until: last)) \(words.handOn)</p>
            \(sight.expectation.map { "<p class=\"soft\">\($0)</p>\n" as HTML })\
            \(ActForm(
                .circleCodeEnd(content.family, sight.circleCode.id), token: token, title: words.end, about: sight.code,
                .quiet, form: form))
            """
        ).html
    }

    private var fields: HTML {
        let covered = content.circle.persons.filter { content.reading.mayInvite(for: [$0.person.id], on: today) }
        let widest = covered.compactMap { content.reading.covered[$0.person.id]?.share }.max() ?? .contact
        let persons = covered.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: draft.persons.contains(sight.person.id) || covered.count == 1)
        }
        let shares = Share.allCases.filter { $0 <= widest }.map { share in
            let said = asked.share(share)
            return Choices.Choice(
                String(share.rawValue), said.label, text: said.text, isChosen: (draft.share ?? .contact) == share)
        }
        return """
            \(Choices(
                language, "persons", legend: asked.forWhom, hint: asked.forWhomHint, error: draft.errors["persons"],
                .several, persons))
            \(Choices(language, "share", legend: asked.share, error: draft.errors["share"], .one, shares))
            \(Field(
                language, "expectation", label: words.expectation, hint: words.expectationHint,
                value: draft.expectation, error: draft.errors["expectation"], kind: .paragraphs(rows: 2)))
            """
    }
}

/// Where a helper types the code of a family.
struct UseCodePage: Equatable {
    let language: Language
    let typed: String
    let error: String?
    let token: String
    let form: FormID

    private var words: any CircleCodeWords { language.circleCodes }

    var html: HTML {
        """
        \(PageHead(
            words.useTitle, lead: words.useLead, above: More(.today, language.today.title),
            errors: error.map { ErrorSummary(language, [FieldError("code", $0)]) }))
        \(FamilyForm(
            action: .circleCode, page: .circleCode, token: token, form: form,
            content: Field(
                language, "code", label: words.field, hint: words.fieldHint, value: typed, error: error, kind: .code,
                limit: 40).html,
            buttons: [Button(words.use, .submit())]).html)
        """
    }
}
