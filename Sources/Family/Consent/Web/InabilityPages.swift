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

/// Recording that a young person can't judge their own interests, by a professional who plans with them; the young person
/// reads it, too.
package struct InabilityPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/inability", use: show)
        router.post("families/:family/persons/:person/inability", use: record)
        router.post("families/:family/persons/:person/inability/withdrawal", use: withdraw)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = visit.typed.map { InabilityDraft(reason: $0.text("reason"), until: $0.text("until")) }
        return try await page(typed ?? InabilityDraft(), visit)
    }

    @Sendable private func record(_ request: Request, _ visit: Visit) async throws -> Response {
        let person: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        let words = visit.language.inability
        var draft = InabilityDraft(reason: form.text("reason"), until: form.text("until"))
        let reason = form.paragraphs("reason", words.reasonMissing, visit.language, &draft.errors)
        let until = Day(draft.until)
        if until == nil { draft.errors.append(FieldError("until", words.noDay)) }
        guard let reason, let until else { return try await page(draft, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let id: ID<Inability> = ids.next(at: now)
        do {
            return try await act(visit, form) { key, connection in
                let inability = try Inability(id, of: person, by: key.reading, at: now, until: until)
                try connection.record(inability, because: reason, ids: ids, key, vault)
            }
        } catch Inability.Refusal.termTooLong {
            draft.errors.append(FieldError("until", words.termTooLong))
            return try await page(draft, visit)
        }
    }

    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let person: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        var draft = InabilityDraft(withdrawal: form.text("withdrawal"))
        let reason = form.paragraphs(
            "withdrawal", visit.language.inability.reasonMissing, visit.language, &draft.errors)
        guard let reason else { return try await page(draft, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { key, connection in
            try connection.withdrawInability(of: person, because: reason, at: now, ids: ids, key, vault)
        }
    }

    /// Whoever may not finds nothing, and who comes too late the page as it is now.
    private func act(
        _ visit: Visit, _ form: FormBody, _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.circle, family))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try act(key, connection)
                return Found(Link.inability(key.family, of: person).text, about: [person])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as Inability.Refusal {
            switch refusal {
            case .notYours, .notOfAge: throw Problem.notFound
            case .termTooLong: throw refusal
            case .over: break
            }
        }
        await live.wrote(in: family)
        return .seeOther(.inability(family, of: person))
    }

    private func page(_ draft: InabilityDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection in
            try InabilityContent(person, at: now, key, connection).map { Found($0, about: [person]) }
        }
        guard let content else { throw Problem.notFound }
        let page = InabilityPage(
            content, draft, today: visit.today, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.inability.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was typed.
struct InabilityDraft: Hashable {
    var reason = ""
    var until = ""
    var withdrawal = ""
    var errors: [FieldError] = []
}

extension FormBody {
    fileprivate func paragraphs(
        _ field: String, _ missing: String, _ language: Language, _ errors: inout [FieldError]
    ) -> PlainText? {
        do { return try PlainText.paragraphs(text(field), limit: 2_000) } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.invitations.wrong(error)))
            return nil
        }
    }
}

extension Link {
    static func inability(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/inability"
    }
    static func inabilityWithdrawal(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/inability/withdrawal"
    }
}
