// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is asked, or answered, as it was typed.
struct InspectionDraft: Equatable {
    var kind = ""
    var person: ID<Person>?
    var outcome = ""
    var reason = ""
    /// The one that is answered.
    var answered: ID<Inspection>?
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (kind, person, answered) = (form.text("kind"), form.id("person"), form.id("inspection"))
        guard let answered else { return }
        outcome = form.text(Self.field("outcome", of: answered))
        reason = form.text(Self.field("reason", of: answered))
    }

    /// Several can be answered on one page: each has fields of its own.
    static func field(_ name: String, of inspection: ID<Inspection>) -> String { "\(name)-\(inspection)" }
}

/// What was asked, and of whom the reader may ask it.
struct InspectionContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sights: [InspectionSight]
    let askable: [ID<Person>]
}

/// What was asked with its answers, and the form to ask.
struct InspectionPage {
    let content: InspectionContent
    let draft: InspectionDraft
    let today: Day
    let token: String
    let newForm: () -> FormID
    let language: Language

    private var words: any InspectionWords { language.inspections }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: content.reading.ownPerson == nil ? words.leadForWork : words.lead,
            above: More(.consents(content.family), language.consent.toTable),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(content.sights, row)\
        \(if: content.sights.isEmpty && content.askable.isEmpty, Empty(words.nothing, words.nothingText).html)\
        \(if: !content.askable.isEmpty, Section("ask", words.ask, asking).html)
        """
    }

    private func row(_ sight: InspectionSight) -> HTML {
        let inspection = sight.inspection
        var facts = [
            Facts.Fact(words.by, names.person(inspection.asker)),
            Facts.Fact(words.since, language.dateInside(inspection.made.day)),
        ]
        if let answer = inspection.answer {
            facts.append(Facts.Fact(words.state, words.answered(answer.outcome, by: names.account(answer.by))))
            if answer.outcome == .part { facts.append(Facts.Fact(words.left, sight.reason ?? language.circle.erased)) }
        } else {
            facts.append(Facts.Fact(words.state, words.waits(until: language.dateInside(inspection.due))))
        }
        return Section(
            "inspection-\(inspection.id)", words.kind(inspection.kind, names.person(inspection.person)),
            "\(Facts(facts))\(if: mayAnswer(inspection), answering(inspection))"
        ).html
    }

    private func mayAnswer(_ inspection: Inspection) -> Bool {
        inspection.answer == nil && content.reading.mayHandCard(to: inspection.person)
    }

    /// The one that was asked first is answered first.
    private var next: ID<Inspection>? {
        content.sights.map(\.inspection).filter(mayAnswer).min { $0.made < $1.made }?.id
    }

    private func answering(_ inspection: Inspection) -> HTML {
        let isTyped = draft.answered == inspection.id
        let errors = isTyped ? draft.errors : []
        let (outcome, reason) = (
            InspectionDraft.field("outcome", of: inspection.id), InspectionDraft.field("reason", of: inspection.id)
        )
        return FamilyForm(
            action: .inspectionAnswer(content.family, inspection.id), page: .inspections(content.family), token: token,
            form: newForm(),
            content: """
                <input type="hidden" name="inspection" value="\(inspection.id)">
                \(Choices(language, outcome, legend: words.outcome, error: errors[outcome], .one,
                    Inspection.Outcome.allCases.map {
                        Choices.Choice(
                            $0.rawValue, words.outcome($0), isChosen: isTyped && draft.outcome == $0.rawValue)
                    }))
                \(Field(language, reason, label: words.left, hint: words.leftHint, value: isTyped ? draft.reason : "",
                    error: errors[reason], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.answerButton, .submit(), inspection.id == next ? .main : .quiet)]
        ).html
    }

    private var asking: HTML {
        let errors = draft.answered == nil ? draft.errors : []
        return FamilyForm(
            action: .inspections(content.family), page: .inspections(content.family), token: token, form: newForm(),
            content: """
                \(Choices(language, "person", legend: words.ofWhom, error: errors["person"], .one, content.askable.map {
                    Choices.Choice(
                        $0.text, names.person($0), isChosen: draft.person == $0 || content.askable.count == 1)
                }))
                \(Choices(language, "kind", legend: words.kindAsked, error: errors["kind"], .one,
                    Inspection.Kind.allCases.map {
                        Choices.Choice($0.rawValue, words.kind($0), isChosen: draft.kind == $0.rawValue)
                    }))
                """,
            buttons: [Button(words.askButton, .submit(), next == nil ? .main : .quiet)]
        ).html
    }
}
