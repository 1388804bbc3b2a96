// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// Where a question without names is asked.
struct ConsultFormPage: Equatable {
    let language: Language
    let organisations: [Organisation]
    let draft: ConsultDraft
    let token: String
    let form: FormID

    private var words: any ConsultWords { language.consults }

    var html: HTML {
        """
        \(PageHead(
            words.new, lead: words.newLead, above: More(.consults, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.about, words.withoutNames))
        \(FamilyForm(
            action: .consults, page: .newConsult, token: token, form: form, content: fields,
            buttons: [Button(words.send, .submit())]).html)
        """
    }

    private var fields: HTML {
        """
        \(Picker(
            language: language, name: "organisation", label: words.organisation, chosen: draft.organisation?.text ?? "",
            error: draft.errors["organisation"],
            choices: [Choices.Choice("", words.choose)] + organisations.map { Choices.Choice($0.id.text, $0.name) }).html)
        \(Field(
            language, "colleague", label: words.colleague, hint: words.colleagueHint, value: draft.colleague,
            error: draft.errors["colleague"], limit: 120))
        \(Field(
            language, "subject", label: words.subject, hint: words.subjectHint, value: draft.subject,
            error: draft.errors["subject"], limit: 120))
        \(Field(
            language, "message", label: words.question, hint: words.questionHint, value: draft.question.typed,
            error: draft.errors["message"], kind: .paragraphs(rows: 6)))
        \(draft.question.check(language))
        \(Choices(
            language, "haste", legend: words.hasteLegend, .one,
            Consult.Haste.allCases.map {
                Choices.Choice($0.rawValue, words.haste($0), isChosen: draft.haste == $0)
            }))
        """
    }
}
