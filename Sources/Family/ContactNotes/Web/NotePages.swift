// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Noting contacts and reading what was noted.
package struct NotePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    private static let size = 20

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/notes", use: list)
        router.get("families/:family/notes/new", use: new)
        router.post("families/:family/notes", use: note)
        router.get("families/:family/notes/:note", use: show)
        router.post("families/:family/notes/:note/corrections", use: correct)
        router.post("families/:family/notes/:note/statements", use: state)
    }

    // MARK: Reading

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.note, family))
        let asked = max(1, request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1)
        let places = (min(asked, 10_000) - 1) * Self.size..<min(asked, 10_000) * Self.size
        let found = try await dossiers.read(family, look) { key, connection in
            let content = (
                notes: try connection.contactNotes(key, in: places),
                circle: try connection.circle(key, withEnded: true), reading: key.reading
            )
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let paging = Paging(of: found.notes.count, size: Self.size, asked: asked)
        let page = NoteListPage(
            language: visit.language, family: family,
            lead: found.reading.notes ? visit.language.notes.lead : visit.language.notes.familyLead,
            notes: found.notes.notes.map {
                NoteSummary($0, names, today: visit.today, link: .note(family, $0.note.id))
            },
            mayNote: found.reading.notes, newer: paging.newer(.notes(family)), older: paging.older(.notes(family)))
        return answer(page.html, visit, found.reading, errors: [])
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, statement: visit.typed?.text("statement") ?? "", visit)
    }

    private func page(_ draft: NoteDraft?, statement: String, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ContactNote> = try visit.id("note")
        let look = try visit.look(.read, at: ItemName(.note, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<NoteContent>? in
            guard let sight = try connection.contactNote(id, key) else { return nil }
            let content = NoteContent(
                reading: key.reading, circle: try connection.circle(key, withEnded: true), sight: sight,
                versions: try connection.versions(of: sight.note, key),
                statements: try connection.statements(on: sight.note, key),
                isClosed: try key.reading.readsSafetyCard && connection.isClosedTrack(key))
            return Found(content, about: sight.note.about)
        }
        guard let found else { throw Problem.notFound }
        let page = found.page(
            draft, statement: statement, family: family, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        return answer(page.html, visit, found.reading, errors: page.draft.errors)
    }

    // MARK: Noting

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = NoteDraft(at: visit.now)
        if let typed = visit.typed { draft = NoteDraft(typed) }
        do { return try await form(draft, wasKept: visit.typed != nil, visit) } catch let problem as Problem
            where problem == .notFound
        {
            return try installation.handedBack([draft.text], visit)
        }
    }

    @Sendable private func note(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let sent = try await FormBody.read(request)
        guard let submission = sent.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.notes
        var draft = NoteDraft(sent)
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let circle = try await circle(visit).circle
        let contact = draft.contact(words)
        let told = draft.look.look(visit.language, &draft.errors)
        let promised = draft.promised(at: now, ids: ids, among: NoteFormPage.owners(circle), words)
        guard draft.errors.isEmpty, let contact else { return try await form(draft, wasKept: false, visit) }
        let (id, about, with) = (ids.next(at: now, ContactNote.self), draft.about, known(draft.parties, circle))
        do {
            let look = try visit.look(.create, at: ItemName(.note, id))
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                let note = try ContactNote.noted(
                    id, by: key.reading, about: about, with: with, happened: contact.happened, at: now)
                if note.with.reachesFamily(in: circle) {
                    try connection.passChecks(of: contact, told: told, at: now, ids: ids, key, vault)
                }
                try connection.keep(note, saying: contact, promising: promised, at: now, key, vault)
                return Found(Link.note(key.family, id).text, about: note.about)
            }
            guard let outcome, let link = Link(local: outcome) else {
                return try installation.handedBack([draft.text], visit)
            }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as ContactNote.Refusal {
            draft.errors.append(words.error(refusal))
            return try await form(draft, wasKept: false, visit)
        } catch is ClosedTrack.Refusal {
            draft.errors.append(FieldError(LookDraft.outcomeField, visit.language.safety.lookMissing))
            return try await form(draft, wasKept: false, visit)
        }
    }

    /// Those of the parties whom the writer knows: nobody is noted whom they could not have chosen.
    private func known(_ parties: ContactNote.Parties, _ circle: CircleSight) -> ContactNote.Parties {
        ContactNote.Parties(
            persons: parties.persons.intersection(circle.persons.map(\.person.id)),
            accounts: parties.accounts.intersection(circle.members.map(\.membership.account)))
    }

    private func form(_ draft: NoteDraft, wasKept: Bool, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let found = try await circle(visit)
        guard found.reading.notes else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = NoteFormPage(
            names, draft, wasKept: wasKept, isClosed: found.isClosed, family: family, token: visit.token ?? "",
            form: installation.newForm(visit))
        return answer(page.html, visit, found.reading, errors: draft.errors)
    }

    private func circle(
        _ visit: Visit
    ) async throws -> (circle: CircleSight, reading: Reading, isClosed: Bool) {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let isClosed = try key.reading.readsSafetyCard && connection.isClosedTrack(key)
            let content = (circle: try connection.circle(key), reading: key.reading, isClosed: isClosed)
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    // MARK: Correcting and stating

    @Sendable private func correct(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = NoteDraft(form)
        let contact = draft.contact(visit.language.notes)
        let told = draft.look.look(visit.language, &draft.errors)
        guard draft.errors.isEmpty, let contact else { return try await page(draft, statement: "", visit) }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        do {
            return try await act(form, [draft.text], visit) { note, key, connection in
                let earlier = try connection.versions(of: note, key).compactMap(\.contact)
                try connection.correct(note, saying: contact, at: now, key, vault)
                guard note.with.reachesFamily(in: try connection.circle(key, withEnded: true)) else { return }
                try connection.passChecks(
                    of: contact, correcting: earlier, told: told, at: now, ids: ids, key, vault)
            }
        } catch is ClosedTrack.Refusal {
            draft.errors.append(FieldError(LookDraft.outcomeField, visit.language.safety.lookMissing))
            return try await page(draft, statement: "", visit)
        }
    }

    @Sendable private func state(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let text: PlainText
        do { text = try PlainText.paragraphs(form.text("statement"), limit: 5_000) } catch {
            var draft = NoteDraft(at: visit.now)
            draft.errors = [FieldError("statement", visit.language.notes.wrong(error))]
            return try await page(draft, statement: form.text("statement"), visit)
        }
        let (vault, now) = (installation.vault, visit.now)
        let id: ID<NoteStatement> = installation.ids.next(at: now)
        return try await act(form, [text.text], visit) { note, key, connection in
            try connection.state(text, on: note, as: id, at: now, key, vault)
        }
    }

    private func act(
        _ form: FormBody, _ typed: [String], _ visit: Visit,
        _ act: @escaping @Sendable (ContactNote, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ContactNote> = try visit.id("note")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.note, id))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let sight = try connection.contactNote(id, key) else { return nil }
                try act(sight.note, key, connection)
                return Found("", about: sight.note.about)
            }
            guard done != nil else { return try installation.handedBack(typed, visit) }
        } catch is ContactNote.Refusal { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.note(family, id))
    }

    private func answer(_ html: HTML, _ visit: Visit, _ reading: Reading, errors: [FieldError]) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.notes.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

extension NoteWords {
    /// Where to mend what a rule refused.
    func error(_ refusal: ContactNote.Refusal) -> FieldError {
        switch refusal {
        case .notYours: FieldError("about", aboutWrong)
        case .withNobody: FieldError("with", withMissing)
        case .notThen: FieldError("day", notThen)
        }
    }
}
