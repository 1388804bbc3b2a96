// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Paper
import PeopleRules
import Site

/// Contact notes for somebody's own record, as text or on paper.
struct NoteCopy {
    let notes: [NoteSight]
    let names: CircleNames
    let at: Moment

    private var language: Language { names.language }
    private var words: any NoteWords { language.notes }

    /// Bytes of what was noted, by which it is told beforehand whether it is too much for one copy.
    var size: Int { notes.reduce(0) { $0 + ($1.contact?.text.utf8.count ?? 0) + 200 } }

    var text: String {
        let head = [words.title] + facts
        let body = summaries.map { ([$0.title, ($0.text ?? words.erased).replacing("\n", with: "\r\n")] + $0.facts) }
        return head.joined(separator: "\r\n") + "\r\n\r\n"
            + body.map { $0.joined(separator: "\r\n") }.joined(separator: "\r\n\r\n") + "\r\n"
    }

    /// Its title says nothing of what is in it: others see it beside the name of the file.
    var paper: PaperDocument {
        let parts = summaries.flatMap { summary -> [PaperDocument.Part] in
            let body: PaperDocument.Part =
                summary.text.map { .paragraph([.text($0)]) } ?? .note(words.erased)
            return [.heading(summary.title), body, .note(summary.facts.joined(separator: " "))]
        }
        return PaperDocument(
            title: words.title, language: language.rawValue, made: at, undrawn: language.messageCopy.undrawn,
            [.title(words.title)] + facts.map { .note($0) } + parts)
    }

    private var facts: [String] {
        [
            words.copied(language.dateInside(at.day), by: names.name(names.reading.reader)),
            words.count(notes.count),
        ]
    }

    private var summaries: [NoteSummary] { notes.map { NoteSummary($0, names, today: at.day, link: nil) } }
}

/// Where somebody says of which days they take notes along, and as what.
struct NoteCopyPage: Equatable {
    let language: Language
    let family: ID<Family>
    let wish: CopyWish
    let errors: [FieldError]
    let token: String

    private var words: any MessageCopyWords { language.messageCopy }

    var html: HTML {
        """
        \(PageHead(
            language.notes.copyTitle, lead: language.notes.copyLead, above: More(.notes(family), language.notes.all),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        <form class="form" action="\(Link.noteCopy(family))" method="post">
        \(CSRF.field(token))
        \(Choices(
            language, "what", legend: words.what, error: errors["what"], .one,
            [
                Choices.Choice("days", words.days, isChosen: !wish.isAll),
                Choices.Choice("all", words.all, isChosen: wish.isAll),
            ]))
        \(Field(language, "from", label: words.from, value: wish.from, error: errors["from"], kind: .date))
        \(Field(language, "until", label: words.until, value: wish.until, error: errors["until"], kind: .date))
        \(Choices(
            language, "as", legend: words.kind, error: errors["as"], .one,
            [
                Choices.Choice("pdf", words.pdf, text: words.pdfText, isChosen: wish.kind == .pdf),
                Choices.Choice("text", words.text, text: words.textText, isChosen: wish.kind == .text),
            ]))
        \(Actions([Button(words.button, .submit())]))
        </form>
        """
    }
}
