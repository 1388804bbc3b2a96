// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// A question or an answer as it was typed, with what must be mended.
struct QuestionDraft: Equatable {
    var text = ""
    var error: String?
}

/// Where somebody asks why: the line it is about, and a few words if they like.
struct AskPage: Equatable {
    let language: Language
    let family: ID<Family>
    let line: LookedLine
    let name: String
    let phrase: String
    let day: String
    let draft: QuestionDraft
    let token: String
    let form: FormID

    private var words: any AccessWords { language.access }

    var html: HTML {
        """
        \(PageHead(
            words.askTitle(name), lead: words.askLead(name),
            above: More(.whoLooked(family).with(query: ["month": line.day.firstOfMonth.iso]), words.title),
            errors: errors))
        \(LookedSaid(day.capitalised, "\(name) \(phrase)"))
        \(composer)
        """
    }

    private var errors: ErrorSummary? {
        draft.error.map { ErrorSummary(language, [FieldError("question", $0)]) }
    }

    private var composer: Composer {
        Composer(
            language, action: .questions(family), token: token, form: form, title: words.askForm, before: before,
            field: Field(
                language, "question", label: words.askLabel, hint: words.askHint, value: draft.text,
                error: draft.error, kind: .paragraphs(rows: 3)))
    }

    private var before: HTML {
        """
        <input type="hidden" name="page" value="\(Link.newQuestion(family, line))">\
        <input type="hidden" name="who" value="\(line.who)"><input type="hidden" name="day" value="\(line.day.iso)">\
        <input type="hidden" name="action" value="\(line.action.rawValue)">\
        <input type="hidden" name="item" value="\(line.item.map { "\($0.kind.rawValue).\($0.id)" } ?? "")">
        """
    }
}
