// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Where a professional, or their team lead, tells why they looked.
struct AnswerPage: Equatable {
    let language: Language
    let title: String
    let lead: String
    let said: [LookedSaid]
    /// Where the answer is written; nil when it was given.
    let composer: Composer?
    let errors: [FieldError]

    init(
        _ found: QuestionToAnswer, _ draft: QuestionDraft, today: Day, token: String, form: FormID, language: Language
    ) {
        let words = language.access
        let question = found.sight.question
        let asker = found.asker ?? words.somebody
        self.language = language
        title = words.questionTitle(asker)
        lead = found.isOwn ? words.questionLead : words.questionLeadOfColleague
        errors = draft.error.map { [FieldError("answer", $0)] } ?? []
        let day = language.dayInside(question.line.day, today: today)
        var said = [
            LookedSaid(words.aboutDay(day), found.phrase.map(words.quotedLine) ?? words.erasedAnswer),
            LookedSaid(
                words.asks(asker, language.dayInside(question.asked.day, today: today)),
                found.sight.text ?? words.whyYou),
        ]
        if let answer = found.sight.answer {
            let when = language.dayInside(answer.at.day, today: today)
            said.append(
                LookedSaid(
                    words.answered(answer.name ?? words.erasedAccount, when), answer.text ?? words.erasedAnswer))
        }
        if question.withdrawn != nil { said.append(LookedSaid(words.withdrawn, words.withdrawnByAsker)) }
        self.said = said
        composer =
            question.isOpen
            ? Composer(
                language, action: .questionAnswer(found.family, question.id), token: token, form: form,
                title: words.answerForm,
                field: Field(
                    language, "answer", label: words.answerLabel, hint: words.answerHint, value: draft.text,
                    error: draft.error, kind: .paragraphs(rows: 4))) : nil
    }

    var html: HTML {
        """
        \(PageHead(
            title, lead: lead, above: More(.today, language.today.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(said)
        \(composer)
        """
    }
}
