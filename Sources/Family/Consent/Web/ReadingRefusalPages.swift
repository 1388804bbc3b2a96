// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Refusing a parent's reading of a child: proposed by one professional who plans with the child, decided with a second.
package struct ReadingRefusalPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/reading-refusals", use: show)
        router.post("families/:family/persons/:person/reading-refusals", use: propose)
        router.post("families/:family/persons/:person/reading-refusals/:refusal/end", use: end)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(ReadingRefusalDraft(), visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let child: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        let words = visit.language.readingRefusals
        var draft = ReadingRefusalDraft(form)
        let reason = form.paragraphs("reason", missing: words.reasonMissing, visit.language, &draft.errors)
        if draft.parent == nil { draft.errors.append(FieldError("parent", visit.language.consent.choose)) }
        let second = Promise.Owner(formValue: draft.second)
        if second == nil { draft.errors.append(FieldError("second", visit.language.consent.choose)) }
        guard draft.errors.isEmpty, let reason, let parent = draft.parent, let second else {
            return try await page(draft, visit)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let id: ID<ReadingRefusal> = ids.next(at: now)
        do {
            return try await act(visit, form) { key, connection in
                let refusal = try ReadingRefusal(
                    id, of: child, to: parent, authority: try connection.authority(over: child, key),
                    by: key.reading, at: now)
                try connection.propose(refusal, because: reason, asking: second, ids: ids, key, vault)
            }
        } catch let refusal as ReadingRefusal.Refusal {
            draft.errors = [error(refusal, words)]
        } catch is SecondProfessional.Refusal {
            draft.errors = [FieldError("second", words.nobody)]
        }
        return try await page(draft, visit)
    }

    private func error(_ refusal: ReadingRefusal.Refusal, _ words: any ReadingRefusalWords) -> FieldError {
        switch refusal {
        case .notYours, .noRight: FieldError("parent", words.noRight)
        case .over: FieldError("parent", words.already)
        }
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let (child, id): (ID<Person>, ID<ReadingRefusal>) = (try visit.id("person"), try visit.id("refusal"))
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await decided(visit, form) { key, connection in
            try connection.end(id, of: child, at: now, key, vault)
        }
    }

    /// Whoever comes too late finds the page as it is now.
    private func decided(
        _ visit: Visit, _ form: FormBody, _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        do { return try await act(visit, form, deed) } catch let refusal as ReadingRefusal.Refusal {
            guard refusal == .over else { throw Problem.notFound }
            return .seeOther(.readingRefusals(try visit.id("family"), of: try visit.id("person")))
        }
    }

    private func act(
        _ visit: Visit, _ form: FormBody, _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let child: ID<Person> = try visit.id("person")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, family))
        // About nobody in the log: a line there would tell the parent.
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            guard key.reading.mayHandCard(to: child) else { return nil }
            try deed(key, connection)
            return Found(Link.readingRefusals(key.family, of: child).text, about: [])
        }
        guard done != nil else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.readingRefusals(family, of: child))
    }

    private func page(_ draft: ReadingRefusalDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let child: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.readingRefusals(of: child, key).map { refusals in
                let content = ReadingRefusalContent(
                    family: key.family, child: child, reading: key.reading, circle: try connection.circle(key),
                    holders: try connection.authority(over: child, key)?.holders.sorted() ?? [], refusals: refusals,
                    candidates: try connection.secondProfessionals(about: [child], key))
                return Found(content, about: [])
            }
        }
        guard let content = found else { throw Problem.notFound }
        let page = ReadingRefusalPage(
            content: content, draft: draft, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(
            visit, title: visit.language.readingRefusals.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension Link {
    static func readingRefusals(_ family: ID<Family>, of child: ID<Person>) -> Link {
        "/families/\(family)/persons/\(child)/reading-refusals"
    }
    static func refusalEnd(_ family: ID<Family>, of child: ID<Person>, _ id: ID<ReadingRefusal>) -> Link {
        "/families/\(family)/persons/\(child)/reading-refusals/\(id)/end"
    }
}
