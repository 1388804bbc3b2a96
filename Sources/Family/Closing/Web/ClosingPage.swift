// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// How the end of a circle stands, with the two questions for who still answers.
struct ClosingPage: Equatable {
    let language: Language
    let family: ID<Family>
    let sight: ClosingSight
    let today: Day
    let notice: Notice?
    let errors: [FieldError]
    let further: CircleClosing.Further?
    let grade: String
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any ClosingWords { language.closing }

    private var running: CircleClosing? { sight.closing.flatMap { $0.closed == nil ? $0 : nil } }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: lead, above: More(.circle(family), language.invitations.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(notice)\(if: sight.owesAnswer, questions)\
        \(if: running != nil && !sight.owesAnswer, Notice(.good, words.thanks, words.thanksText).html)\
        \(if: sight.directs && running == nil, beginning)\
        \(if: sight.directs && running != nil, ending)
        """
    }

    private var lead: String {
        guard let closing = sight.closing else { return words.lead }
        guard let closed = closing.closed else { return words.running(language.dateInside(closing.due)) }
        return words.closed(language.dateInside(closed.day))
    }

    private var questions: HTML {
        FamilyForm(
            action: .closingAnswer(family), page: .closing(family), token: token, form: form,
            content: """
                \(Choices(
                    language, "further", legend: words.further, error: errors["further"], .one,
                    CircleClosing.Further.allCases.map {
                        Choices.Choice($0.rawValue, words.further($0), isChosen: further == $0)
                    }))
                \(Field(
                    language, "grade", label: words.grade, hint: words.gradeHint, value: grade, error: errors["grade"],
                    limit: 2))
                <p class="soft">\(words.nobodySees)</p>
                """,
            buttons: [Button(words.send, .submit())]
        ).html
    }

    private var beginning: HTML {
        guard !sight.directsSafety else { return Notice(.near, words.safety, words.safetyText).html }
        return """
            \(words.beginText, { "<p>\($0)</p>\n" })
            \(ActForm(.closing(family), token: token, title: words.begin, .main, form: form))
            """
    }

    private var ending: HTML {
        let waiting = sight.waiting ?? 0
        let isReady = waiting == 0 || running.map { today >= $0.due } ?? false
        return """
            \(Section("close", words.close, """
                <p>\(words.waiting(waiting))</p>
                <p>\(words.closeText)</p>
                \(if: isReady, ActForm(.closingCompletion(family), token: token, title: words.close, .main, form: form).html)
                """))
            \(Section("stop", words.stop, """
                <p>\(words.stopText)</p>
                \(ActForm(.closingStop(family), token: token, title: words.stop, .quiet, form: form))
                """))
            """
    }
}
