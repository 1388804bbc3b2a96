// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// A note as it is shown: in a list, or alone.
struct NoteSummary: Equatable {
    let title: String
    let link: Link?
    let text: String?
    let facts: [String]

    init(_ sight: NoteSight, _ names: CircleNames, today: Day, link: Link?) {
        let language = names.language
        let words = language.notes
        let note = sight.note
        title =
            sight.contact.map { words.heading($0.kind, language.dayAndClockInside($0.happened, today: today)) }
            ?? language.dayAndClock(sight.happened, today: today)
        text = sight.contact?.text
        self.link = link
        let met =
            note.with.persons.sorted().map { names.circle.name(of: $0) ?? language.circle.erased }
            + names.sorted(note.with.accounts).map(names.name)
        let about = note.about.sorted().map { names.circle.name(of: $0) ?? language.circle.erased }
        facts = [
            met.isEmpty ? nil : words.with(language.list(met)), words.about(language.list(about)),
            words.by(names.name(note.author), language.dayInside(sight.happened.day, today: today)),
            sight.contact?.hadInterpreter == true ? words.withInterpreter : nil,
            sight.versions > 1 ? words.corrected + "." : nil,
        ].compactMap(\.self)
    }

    func html(_ language: Language, isAlone: Bool) -> HTML {
        """
        \(text.map { Paragraphs($0) })\(if: text == nil, "<p class=\"soft\">\(language.notes.erased)</p>")
        <p class="soft small">\(facts.joined(separator: " "))</p>
        \(if: !isAlone, "\(link.map { More($0, language.notes.open, about: title) })")
        """
    }
}

/// The notes that one reader may read, the latest contact first.
struct NoteListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let lead: String
    let notes: [NoteSummary]
    let mayNote: Bool
    let newer: Link?
    let older: Link?

    private var words: any NoteWords { language.notes }

    var html: HTML {
        """
        \(PageHead(words.title, lead: lead, above: More(.circle(family), language.circle.title), actions: actions))
        \(if: notes.isEmpty, Empty(words.empty, words.emptyText).html)\
        \(if: !notes.isEmpty, Section("notes", words.all, isTitleHidden: true, list).html)
        \(Pager(language, newer: newer, older: older))
        \(if: !notes.isEmpty, "<p class=\"actions\">\(More(.noteCopy(family), words.copyTitle))</p>")
        """
    }

    private var list: HTML { "\(notes, { note in Card(note.title, note.html(language, isAlone: false)).html })" }

    private var actions: [Button] {
        mayNote ? [Button(words.new, .link(.newNote(family)))] : []
    }
}

/// One note: what it says, what it said before, what the family states on it, and where that is added.
struct NotePage: Equatable {
    let language: Language
    let family: ID<Family>
    let id: ID<ContactNote>
    let note: NoteSummary
    let earlier: [NoteSummary]
    let statements: [Said]
    let mayCorrect: Bool
    let mayState: Bool
    /// The family is of a closed track, and the reader may know.
    let isClosed: Bool
    let draft: NoteDraft
    let statement: String
    let token: String
    let form: FormID

    /// What somebody stated.
    struct Said: Equatable {
        let title: String
        let text: String
    }

    private var words: any NoteWords { language.notes }

    var html: HTML {
        """
        \(PageHead(
            note.title, above: More(.notes(family), words.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(note.html(language, isAlone: true))
        \(if: !statements.isEmpty, Section("statements", words.statements, "\(statements, said)").html)\
        \(if: mayState, Section("state", words.state, stating).html)\
        \(if: mayCorrect, Section("correct", words.correct, correcting).html)\
        \(if: !earlier.isEmpty, Section("earlier", words.earlier, "\(earlier, { Card($0.title, $0.html(language, isAlone: true)).html })").html)\
        \(Section("copy", words.copy, copying))
        """
    }

    private func said(_ said: Said) -> HTML { Card(said.title, Voice(said.text).html).html }

    private var stating: HTML {
        FamilyForm(
            action: .noteStatements(family, id), page: .note(family, id), token: token, form: form,
            content: Field(
                language, "statement", label: words.stateButton, hint: words.stateHint, value: statement,
                error: draft.errors["statement"], kind: .paragraphs(rows: 4)
            ).html,
            buttons: [Button(words.stateButton, .submit(), .quiet)]
        ).html
    }

    private var correcting: HTML {
        FamilyForm(
            action: .noteCorrections(family, id), page: .note(family, id), token: token, form: form,
            content: """
                <p>\(words.correctHint)</p>\(NoteFields(language: language, draft: draft).html)
                \(if: isClosed, LookFields(language: language, draft: draft.look, errors: draft.errors).html)
                """,
            buttons: [Button(words.correctButton, .submit(), .quiet)]
        ).html
    }

    /// One act: the file comes at once.
    private var copying: HTML {
        """
        <form action="\(Link.noteCopy(family))" method="post">\(CSRF.field(token))\
        <input type="hidden" name="note" value="\(id)"><p>\(words.copyLead)</p><p class="actions">\
        \(Button(words.pdf, .submit(name: "as", value: "pdf"), .quiet))\
        \(Button(words.asText, .submit(name: "as", value: "text"), .text))</p></form>
        """
    }
}
