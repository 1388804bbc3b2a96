// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A professional's own notes: in no dossier, read by nobody else, thrown away when they want.
package struct WorkingNotePages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("working-notes", use: list)
        router.post("working-notes", use: keep)
        router.post("working-notes/:note/end", use: end)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed?.text("message") ?? "", error: nil, visit)
    }

    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        let form = try await FormBody.read(request)
        guard let sending = form.sending else { throw Problem.malformed }
        let text: PlainText
        do { text = try PlainText.paragraphs(form.text("message"), limit: 5_000) } catch {
            return try await page(form.text("message"), error: visit.language.notes.wrong(error), visit)
        }
        // The form's own name: pressed twice, it is kept once.
        let (vault, now, id) = (installation.vault, visit.now, ID<WorkingNote>(as: sending))
        try await installation.database.write { connection in
            try vault.refresh()
            try connection.keepWorkingNote(text, as: id, of: account, at: now, vault)
        }
        return .seeOther(.workingNotes)
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        let id: ID<WorkingNote> = try visit.id("note")
        try await installation.database.write { try $0.removeWorkingNote(id, of: account) }
        return .seeOther(.workingNotes)
    }

    private func professional(_ visit: Visit) throws -> ID<Account> {
        let account = try visit.account()
        guard account.kind == .professional else { throw Problem.notFound }
        return account.id
    }

    private func page(_ typed: String, error: String?, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        let vault = installation.vault
        let notes = try await installation.database.read { connection in
            try vault.refresh()
            return try connection.workingNotes(of: account, vault)
        }
        let page = WorkingNotesPage(
            language: visit.language, notes: notes, today: visit.today, typed: typed, error: error,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.contacts.working)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}

/// One's own notes, the latest first.
struct WorkingNotesPage: Equatable {
    let language: Language
    let notes: [WorkingNote]
    let today: Day
    let typed: String
    let error: String?
    let token: String
    let form: FormID

    private var words: any ContactWords { language.contacts }

    var html: HTML {
        """
        \(PageHead(
            words.working, lead: words.workingLead, above: More(.today, language.today.title),
            errors: error.map { ErrorSummary(language, [FieldError("message", $0)]) }))
        \(Notice(.about, words.workingText))
        \(FamilyForm(
            action: .workingNotes, page: .workingNotes, token: token, form: form,
            content: Field(
                language, "message", label: words.workingLabel, value: typed, error: error,
                kind: .paragraphs(rows: 4)).html,
            buttons: [Button(words.workingSave, .submit())]).html)
        \(if: notes.isEmpty, Empty(words.workingNone, words.workingNoneText).html)\
        \(if: !notes.isEmpty, Section("kept", words.working, isTitleHidden: true, "\(notes, note)").html)
        """
    }

    private func note(_ note: WorkingNote) -> HTML {
        let moment = language.dayAndClock(note.at, today: today)
        return Card(
            moment,
            """
            \(note.text.map { Paragraphs($0) })
            \(ActForm(.workingNoteEnd(note.id.text), token: token, title: words.workingEnd, about: moment))
            """
        ).html
    }
}
