// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// A message apart, as it was written, with what can be done about it.
struct QuotedPage: Equatable {
    let language: Language
    let title: String
    var lead: String?
    let above: More
    /// Who wrote it; left out where the reader sees that anyway.
    let from: String?
    let at: String
    let text: String
    /// Files that came with it.
    var files: [FileForm] = []
    let act: ActForm?

    var html: HTML {
        """
        \(PageHead(title, lead: lead, above: above))
        <blockquote class="message__box quoted">
        <p class="message__from">\(from.map { "<strong>\($0)</strong>, " as HTML })\(at)</p>
        \(Paragraphs(text))
        </blockquote>
        \(files, { "\($0.html)" })
        \(act.map { "<div class=\"section--tight\">\($0)</div>" as HTML })
        """
    }
}

/// A file that is opened with a reason: saved by a form, which carries that reason out of sight of addresses.
struct FileForm: Equatable {
    let action: Link
    let token: String
    let form: FormID
    let reason: String
    let title: String
    let note: String

    var html: HTML {
        """
        <form class="file" action="\(action)" method="post">\(CSRF.field(token))\(form.field)\
        <input type="hidden" name="reason" value="\(reason)">\
        \(Icon.clip.html())<span>\(Button(title, .submit(), .text)) <span class="soft small">\(note)</span></span></form>
        """
    }
}

/// A question for a reason, before something is opened.
struct ReasonPage: Equatable {
    let language: Language
    let title: String
    let lead: String
    let above: More
    let action: Link
    let token: String
    let form: FormID
    let label: String
    let value: String
    let error: String?
    let button: String

    var html: HTML {
        """
        \(PageHead(title, lead: lead, above: above,
            errors: error.map { ErrorSummary(language, [FieldError("reason", $0)]) }))
        <form class="form" action="\(action)" method="post">
        \(CSRF.field(token))\(form.field)
        \(Field(language, "reason", label: label, value: value, error: error, kind: .paragraphs(rows: 3), limit: 500))
        \(Actions([Button(button, .submit())]))
        </form>
        """
    }
}
