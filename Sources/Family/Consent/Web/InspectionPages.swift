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

/// Asking to look into what is kept about oneself, or for a copy, and answering that.
package struct InspectionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/inspections", use: show)
        router.post("families/:family/inspections", use: ask)
        router.post("families/:family/inspections/:inspection/answer", use: answer)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { InspectionDraft($0) } ?? InspectionDraft(), visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.inspections
        var draft = InspectionDraft(form)
        let kind = Inspection.Kind(rawValue: draft.kind)
        if kind == nil { draft.errors.append(FieldError("kind", words.kindMissing)) }
        if draft.person == nil { draft.errors.append(FieldError("person", visit.language.consentForm.personsMissing)) }
        guard let kind, let person = draft.person else { return try await page(draft, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { key, connection in
            try connection.askToInspect(kind, of: person, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Inspection> = try visit.id("inspection")
        let form = try await FormBody.read(request)
        let words = visit.language.inspections
        var draft = InspectionDraft(form)
        guard draft.answered == id else { throw Problem.notFound }
        let outcome = Inspection.Outcome(rawValue: draft.outcome)
        let (said, left) = (InspectionDraft.field("outcome", of: id), InspectionDraft.field("reason", of: id))
        if outcome == nil { draft.errors.append(FieldError(said, words.outcomeMissing)) }
        let reason = form.optional(left, limit: 2_000, visit.language.invitations.wrong, &draft.errors)
        if outcome == .part, reason == nil, draft.errors.isEmpty {
            draft.errors.append(FieldError(left, words.reasonMissing))
        }
        guard let outcome, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { key, connection in
            let left = outcome == .part ? reason : nil
            try connection.answer(id, outcome, leavingOut: left, at: now, key, vault)
        }
    }

    /// Carries out an act; whoever comes too late, or asks twice, finds it as it is.
    ///
    /// It is about nobody in the log: who reads with a young person would learn of it there.
    private func act(
        _ visit: Visit, _ form: FormBody, _ deed: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, family))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try deed(key, connection)
                return Found(Link.inspections(key.family).text, about: [])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as Inspection.Refusal {
            guard refusal == .over else { throw Problem.notFound }
        }
        return .seeOther(.inspections(family))
    }

    private func page(_ draft: InspectionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<InspectionContent>? in
            let content = InspectionContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                sights: try connection.inspections(nil, key), askable: try connection.personsToInspect(key))
            let isForReader = !content.askable.isEmpty || !content.sights.isEmpty
            let reading = key.reading
            guard isForReader || reading.covered.keys.contains(where: { reading.mayHandCard(to: $0) }) else {
                return nil
            }
            return Found(content, about: [])
        }
        guard let content = found else { throw Problem.notFound }
        let page = InspectionPage(
            content: content, draft: draft, today: visit.today, token: visit.token ?? "",
            newForm: { installation.newForm(visit) }, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.inspections.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension Link {
    static func inspections(_ family: ID<Family>) -> Link { "/families/\(family)/inspections" }
    static func inspectionAnswer(_ family: ID<Family>, _ id: ID<Inspection>) -> Link {
        "/families/\(family)/inspections/\(id)/answer"
    }
}
